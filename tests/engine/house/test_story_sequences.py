"""Whatever a teller does in the rooms, in any order: no story goes beyond the yes (C8)."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.engine.consent import PURPOSES, months_on
from facilitator.engine.story_export import body_of, leaving
from tests.scenario import Scenario
from tests.tellers import CANARY, days_go_by, later, rows, stories, to_my_story, told

DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("days"), st.integers(1, 120)),
        st.tuples(st.sampled_from(["further", "edit", "receipt", "take-back"]), st.integers(0, 2)),
        st.tuples(st.just("less"), st.integers(1, 3)),
        st.tuples(st.just("on"), st.sampled_from([6, 12, 24])),
    ),
    min_size=1,
    max_size=7,
)


class Said:
    """What the teller said, told apart from what the program keeps of it."""

    def __init__(self, level: int, purposes: set[str], today: date) -> None:
        """Begin with the first yes."""
        self.level, self.purposes, self.since = level, purposes, today
        self.again, self.ends = False, date.fromisoformat(months_on(today.isoformat(), 12))

    def allows(self, level: int, purpose: str, today: date) -> bool:
        """Return whether this was ever said yes to, and still is."""
        most = self.level if self.again else min(self.level, 2)
        return 2 <= level <= most and purpose in self.purposes and today < self.ends


def do(group: Scenario, deed: str, number: int, said: Said, today: date) -> None:
    """Do one thing in the rooms, if it is offered, and note what was said by it."""
    to_my_story(group)
    if deed not in rows(group):
        return
    group.choose(deed)
    match deed, number:
        case "further", 1:
            assert today >= said.since + timedelta(days=7)
            group.choose("yes")
            said.again = True
        case "further", 2:
            group.choose("no")
            said.level = 2
        case "edit", 1:
            group.choose("0")
            group.write(f"{CANARY} anew")
            group.choose("yes")
            said.since, said.again = today, False
        case "less", _ if str(number) in rows(group):
            group.choose(str(number))
            said.level = number
        case "on", _:
            group.choose(str(number))
            said.ends = date.fromisoformat(months_on(today.isoformat(), number))
        case "take-back", 1:
            group.choose("yes")
            group.choose("right")
            said.ends = today
        case _:
            group.onward()


@settings(max_examples=40)
@given(st.integers(1, 4), st.sets(st.sampled_from(PURPOSES)), DEEDS)
def test_no_sequence_in_the_rooms_lets_a_story_out_beyond_its_live_consent(
    level: int, purposes: set[str], deeds: list[tuple[str, int]]
) -> None:
    """C8: fake clock, own word, rooms in any order; what may leave was always said yes to."""
    group, today = told(level, tuple(purposes)), date(2026, 11, 24)
    said = Said(level, purposes, today)
    for deed, number in deeds:
        if deed == "days":
            today += timedelta(days=number)
            group = days_go_by(group, number)
            later(group)
        else:
            do(group, deed, number, said, today)
            group = Scenario.on(group.ports)
            later(group)
        for asked in range(5):
            for purpose in PURPOSES:
                out = leaving(stories(group), asked, purpose, today)
                assert not out or said.allows(asked, purpose, today)
                has_canary = bool(out) and CANARY in body_of(stories(group), asked, purpose, today)
                assert has_canary == bool(out)

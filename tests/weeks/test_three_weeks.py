"""Three weeks of one group: in the scenario, in plain lines, on the full screen, one and the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from facilitator.adapters.storage.records import read_journal
from facilitator.domain.answers import Chosen, Typed
from facilitator.domain.events import PersonJoined, RoleGiven
from facilitator.domain.records import FrontEnd
from facilitator.engine.activities.registry import SPECS
from facilitator.frontends.tui.frame import Size
from facilitator.sessions.parse import parse_bytes
from tests.fakes import FakeSticks
from tests.weeks.machine import STICK, Machine
from tests.weeks.recorded import Deed, Recorded
from tests.weeks.replayed import in_lines, lines_of, on_the_full_screen
from tests.weeks.story import OWN, PLAN, STORY, evenings

FILE = f"{OWN}.toml"
KEYPAD = set("0123456789*-/+.")


@dataclass(frozen=True)
class Held:
    """What came of three weeks: what was done, what lies on the disk, what is on the stick."""

    deeds: tuple[tuple[Deed, ...], ...]
    journals: tuple[bytes, ...]
    files: dict[str, bytes]
    stick: dict[str, bytes]


def held(machine: Machine, deeds: tuple[tuple[Deed, ...], ...]) -> Held:
    """Return what came of it on a machine."""
    return Held(deeds, tuple(machine.journals), machine.files(), machine.sticks.plugged[STICK])


@lru_cache(maxsize=1)
def three_weeks() -> Held:
    """Hold them once in the scenario."""
    with TemporaryDirectory() as folder:
        machine = Machine(Path(folder) / "data", FrontEnd.PLAIN)
        deeds = tuple(tuple(evening) for evening in evenings(machine))
        return held(machine, deeds)


def happened(week: int) -> tuple[object, ...]:
    """Return the events of one of the meetings, from its journal."""
    return read_journal(three_weeks().journals[week]).events


def test_three_meetings_were_held_and_the_second_chose_the_third() -> None:
    """C11, C12: the session that the group made is the one that it chose, and held."""
    whole = three_weeks()
    assert len(whole.journals) == 3
    started = [read_journal(one).events[0] for one in whole.journals]
    assert [getattr(one, "title", "") for one in started] == [
        "A first meeting", "Weekly meeting", "Our own tea",
    ]  # fmt: skip
    offered = next(deed.prompt for deed in whole.deeds[2] if deed.prompt.id == "sessions")
    assert "For next time we chose: Our own tea" in offered.body


def test_somebody_else_leads_on_the_third_evening() -> None:
    """C2: the lead of the second evening is not the lead of the third."""
    leads = []
    for week in (1, 2):
        names = {one.person: one.name for one in happened(week) if isinstance(one, PersonJoined)}
        given = [one for one in happened(week) if isinstance(one, RoleGiven) and one.role == "lead"]
        leads.append(names[given[-1].person])
    assert leads[0] != leads[1]


def test_last_weeks_plan_comes_back_with_its_life() -> None:
    """M9, M12: on the third evening the plan shows what became of it, in kind words."""
    shown = next(
        one.prompt for one in three_weeks().deeds[2] if one.prompt.id == "look-back/p1/how"
    )
    assert any(PLAN in line for line in shown.body)
    assert "Last week: as you hoped." in shown.body


def test_what_was_said_is_told_at_the_next_opening() -> None:
    """C9, C10: the change that the group chose on the second evening opens the third."""
    opened = [
        one.prompt for one in three_weeks().deeds[2] if one.prompt.title == "You said, we did"
    ]
    assert any("More time to talk" in line for line in (opened[0].question, *opened[0].body))


def test_the_story_was_kept_taken_back_and_is_nowhere() -> None:
    """C8: it was in the book while its teller wished it; then no byte of it is left."""
    whole = three_weeks()
    own = [one.prompt for one in whole.deeds[2] if one.prompt.id == "my-story"]
    assert any(STORY in line for line in own[0].body)
    assert STORY.encode() not in b"".join((*whole.files.values(), *whole.stick.values()))


def test_whoever_was_forgotten_is_in_no_file() -> None:
    """S8, C15: neither their name nor their plan; the others are still there."""
    whole = three_weeks()
    names = [one.name for one in happened(2) if isinstance(one, PersonJoined)]
    kept = b"".join(whole.files.values())
    assert names[0].encode() not in kept
    assert PLAN.encode() not in kept
    assert names[1].encode() in kept


def test_the_session_was_made_by_the_keys_of_a_keypad_alone() -> None:
    """C12, A2: no letter was typed from the list of our own sessions to the way home."""
    deeds = list(three_weeks().deeds[0])
    start = next(at for at, one in enumerate(deeds) if one.prompt.id == "own-sessions")
    typed = [line for one in deeds[start:] for line in lines_of(one)]
    assert len(typed) > 30
    assert set("".join(typed)) <= KEYPAD


def test_plain_lines_do_all_of_it_with_the_same_journals(tmp_path: Path) -> None:
    """A1, rule 7: the same bytes in every journal, in every file and on the stick."""
    whole = three_weeks()
    machine = Machine(tmp_path / "data", FrontEnd.PLAIN)
    in_lines(machine, whole.deeds)
    assert held(machine, whole.deeds) == whole


@pytest.mark.parametrize("size", [Size(80, 24), Size(40, 12)], ids=["80x24", "40x12"])
def test_the_full_screen_does_all_of_it_with_the_same_journals(tmp_path: Path, size: Size) -> None:
    """A2, A5, rule 7: by digits, the five keys and Enter, at both sizes."""
    whole = three_weeks()
    machine = Machine(tmp_path / "data", FrontEnd.PLAIN)
    on_the_full_screen(machine, whole.deeds, size)
    assert held(machine, whole.deeds) == whole


def test_one_other_answer_is_found(tmp_path: Path) -> None:
    """Rule 7: the control: with one other row the files differ, so that equal ones say something."""
    whole = three_weeks()
    deeds = [list(evening) for evening in whole.deeds]
    at = next(at for at, one in enumerate(deeds[1]) if one.done == Chosen("hoped"))
    deeds[1][at] = Deed(deeds[1][at].prompt, Chosen("some"))
    machine = Machine(tmp_path / "data", FrontEnd.PLAIN)
    in_lines(machine, deeds)
    assert machine.journals[1] != whole.journals[1]


def test_what_goes_on_the_stick_holds_no_word_about_anybody(tmp_path: Path) -> None:
    """C13, M1: brought in on a clean machine it is the same session, and no canary is in it."""
    whole = three_weeks()
    (body,) = whole.stick.values()
    names = {
        one.name for week in range(3) for one in happened(week) if isinstance(one, PersonJoined)
    }
    typed = {
        deed.done.text
        for evening in whole.deeds
        for deed in evening
        if isinstance(deed.done, Typed) and not deed.done.text.isdecimal()
    }
    assert {PLAN, STORY} <= typed
    machine = Machine(tmp_path / "data", FrontEnd.PLAIN)
    machine.sticks = FakeSticks({STICK: dict(whole.stick)})
    with machine.evening() as (ports, around, runner):
        group = Recorded(ports, around, runner)
        group.choose_all("sessions", "@fetch", f"at:{STICK}", f"file:{FILE}")
        assert any("This one adds: Stories, Offers and needs." in one for one in group.prompt.body)
        group.onward()
        brought = around.session(OWN)
    assert brought is not None
    assert brought.source.encode() == body
    assert (brought.derived_from, brought.lived_experience) == ("weekly-meeting", 3)
    assert parse_bytes(body, FILE, SPECS).session is not None
    kept = b"".join((body, *machine.files().values()))
    assert not [one for one in (*names, *typed) if one.encode() in kept]

"""Nothing unfinished is forgotten: offered, asked about, let go for good (M21)."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.kiosk import MemoryKiosk
from facilitator.domain.answers import Chosen
from facilitator.domain.events import Keep
from facilitator.domain.prompt import ChooseOne, WriteText
from facilitator.domain.records import FrontEnd
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.surroundings import OUR_GROUP, Surroundings
from tests.fakes import FakeClock
from tests.scenario import Scenario, shipped, words_of

FIRST, HARD = shipped("first-meeting"), shipped("hard-week")
CANARY = "canary-of-an-evening"


def set_aside(group: Scenario, keep: Keep = Keep.TODAY, session: str = "first-meeting") -> str:
    """Hold a meeting up to the first line that is written, and stop; return its id."""
    group.set_out(shipped(session), people=2, keep=keep)
    group.until(lambda prompt: prompt.id == "agreement//asks-1" or prompt.id.startswith("breath/"))
    if isinstance(group.prompt.input, WriteText):
        group.write(CANARY)
    meeting = group.meeting.id
    group.menu("stop")
    group.choose("later")
    return meeting


def later(group: Scenario, *, days: int = 0, hours: int = 0) -> Scenario:
    """Return a new start of the program so much later."""
    clock = group.ports.clock
    assert isinstance(clock, FakeClock)
    clock.time += timedelta(days=days, hours=hours)
    return Scenario.on(group.ports)


def rows(group: Scenario) -> dict[str, str]:
    """Return the rows of what is shown, by their ids."""
    return {one.id: one.label for one in group.asked(ChooseOne).choices}


def machine() -> Scenario:
    """Return a machine with two sessions."""
    return Scenario.machine(FIRST, HARD)


def test_on_the_same_day_it_is_offered_and_nothing_is_asked() -> None:
    """M21, M7: with title and day; Enter goes on with it."""
    group = machine()
    meeting = set_aside(group)
    again = later(group, hours=2)
    assert again.prompt.id == "home"
    assert next(iter(rows(again).items())) == (
        f"resume-{meeting}",
        "Go on: A first meeting, 24 Nov",
    )
    again.onward()
    assert again.meeting.id == meeting


def test_two_of_one_title_and_day_are_told_apart_by_their_time() -> None:
    """M21: the newest first; one that is alone on its day shows no time."""
    group = machine()
    older = set_aside(group)
    group = later(group, hours=1)
    newer = set_aside(group)
    again = later(group)
    shown = list(rows(again).items())[:2]
    assert shown == [
        (f"resume-{newer}", "Go on: A first meet…, 24 Nov 20:00"),
        (f"resume-{older}", "Go on: A first meet…, 24 Nov 19:00"),
    ]


def test_a_start_straight_into_a_session_asks_first_too() -> None:
    """M21: before anything else, one after the other; then the session that was wanted."""
    group = machine()
    set_aside(group)
    group = later(group)
    set_aside(group, session="hard-week")
    ports = later(group, days=7).ports
    around = Surroundings(ports, OUR_GROUP, ports.settings.read(), FrontEnd.PLAIN)
    runner = MeetingRunner.opened(around, "first-meeting")
    asked = []
    for _ in range(5):
        asked.append(runner.prompt.id)
        if runner.prompt.id == "who-sees":
            break
        chosen = "go" if runner.prompt.id == "left-open" else "right"
        assert runner.give(Chosen(chosen)), runner.prompt
    assert asked == ["left-open", "gone", "left-open", "gone", "who-sees"]


def test_a_year_later_it_is_asked_about_first_and_shows_no_word() -> None:
    """M21, S6: "until we finish" does not become for ever; the first row lets it go."""
    group = machine()
    set_aside(group)
    again = later(group, days=365)
    assert again.prompt.id == "left-open"
    assert again.prompt.question == "The meeting of 24 November 2026 is not finished. What now?"
    assert list(rows(again)) == ["go", "on", "later"]
    assert CANARY not in words_of(again.prompt)
    again.onward()
    assert again.ports.store.unfinished(OUR_GROUP.id) == ()
    assert again.prompt.id == "gone"
    again.onward()
    assert again.notice == "That meeting is gone, with all its words."
    assert [one for one in rows(again) if one.startswith("resume")] == []
    assert later(again).prompt.id == "home"


def test_it_can_be_gone_on_with_or_decided_another_day() -> None:
    """M21: later is asked again at the next start, and not before."""
    group = machine()
    meeting = set_aside(group)
    again = later(group, days=1)
    again.choose("later")
    assert again.prompt.id == "home"
    assert f"resume-{meeting}" in rows(again)
    again.choose("group")
    again.choose("back")
    assert again.prompt.id == "home"
    third = later(again)
    assert third.prompt.id == "left-open"
    third.choose("on")
    assert third.meeting.id == meeting
    third.menu("stop")
    third.choose("later")
    assert third.prompt.id == "home"


def test_what_the_group_keeps_is_offered_and_not_asked_about_in_its_time() -> None:
    """M21, the control: only what was to go at the end."""
    group = machine()
    meeting = set_aside(group, Keep.GROUP)
    again = later(group, days=89)
    assert again.prompt.id == "home"
    assert f"resume-{meeting}" in rows(again)


def test_what_the_group_keeps_is_asked_about_when_its_time_is_over() -> None:
    """S7, M21: as a finished one is; Enter loses nothing, and it can be gone on with."""
    group = machine()
    set_aside(group, Keep.GROUP)
    again = later(group, days=90)
    assert again.prompt.id == "left-open"
    assert "time for which it was kept is over" in words_of(again.prompt)
    again.onward()
    assert again.prompt.id == "home"
    assert len(again.around.unfinished) == 1
    asked = later(group)
    asked.choose("on")
    assert CANARY in str(asked.meeting.answers)
    asked.menu("stop")
    asked.choose("later")
    asked = later(group)
    asked.choose("go")
    asked.choose("right")
    assert not asked.around.unfinished


@pytest.mark.parametrize("choice", ["stays", "try", "go"])
def test_one_that_cannot_be_read_can_be_let_go_from_the_list(choice: str, tmp_path: Path) -> None:
    """M21, S8: it is called what it is; nothing of it goes by an Enter."""
    store = DiskStore.open(tmp_path)
    kept = {"store": store.meetings, "book": store.book, "settings": store.settings}
    group = Scenario.on(replace(machine().ports, **kept))  # type: ignore[arg-type]
    meeting = set_aside(group)
    (path,) = tmp_path.rglob("*.journal")
    path.write_bytes(b"no record at all\n" * 3)
    again = later(group, days=2)
    assert again.prompt.id == "home"
    assert list(rows(again))[:2] == ["start", f"resume-{meeting}"]
    assert rows(again)[f"resume-{meeting}"] == "A meeting that can't be read"
    again.choose(f"resume-{meeting}")
    assert next(iter(rows(again))) == "stays"
    again.choose(choice)
    assert again.prompt.id == "home"
    assert (f"resume-{meeting}" in rows(again)) is (choice == "stays")
    left = any(b"no record at all" in one.read_bytes() for one in _files(tmp_path))
    assert left is (choice != "go"), "what was tried is put aside (S3)"
    assert again.notice or choice == "stays", "what came of it is said"
    store.close()


def test_two_unfinished_meetings_are_both_offered_the_newest_first() -> None:
    """M21: of two, neither lies on the disk where nobody can find it."""
    group = machine()
    first = set_aside(group, Keep.GROUP)
    group = later(group, days=7)
    second = set_aside(group, Keep.GROUP, "hard-week")
    again = later(group)
    assert list(rows(again))[:2] == [f"resume-{second}", f"resume-{first}"]
    assert rows(again)[f"resume-{second}"] == "Go on: Hard week, 1 Dec"


def test_five_are_one_row_away_and_each_of_another_day_is_asked_about() -> None:
    """M21: the first screen stays short; the questions come one after another."""
    group = machine()
    kept = []
    for _ in range(5):
        kept.append(set_aside(group, Keep.GROUP))
        group = later(group, days=7)
    today = set_aside(group, Keep.TODAY)
    again = later(group)
    assert list(rows(again))[:2] == [f"resume-{today}", "resume-more"]
    again.choose("resume-more")
    assert list(rows(again))[1:] == [f"resume-{one}" for one in (today, *reversed(kept))]
    again.choose(f"resume-{kept[0]}")
    assert again.meeting.id == kept[0]
    two = machine()
    first = set_aside(two)
    two = later(two, days=1)
    two.choose("later")
    second = set_aside(two)
    asked = later(two, days=1)
    asked.choose("go")
    asked.choose("right")
    assert asked.prompt.id == "left-open"
    asked.choose("later")
    assert [one.id for one in asked.around.unfinished] == [first]
    assert second not in rows(asked)


def test_nothing_is_asked_about_before_the_date_is_sure() -> None:
    """M20, M21: a clock that forgot the date lets nothing go."""
    group = machine()
    group.set_out(FIRST, people=2, keep=Keep.GROUP)
    group.to_the_end()
    set_aside(group)
    again = later(group, days=-40)
    assert again.prompt.id == "is-it-today"


def test_let_go_it_leaves_no_byte_on_the_disk(tmp_path: Path) -> None:
    """M21, S7, S8: the journal and all that was made of it; the control finds the word before."""
    store = DiskStore.open(tmp_path)
    kept = {"store": store.meetings, "book": store.book, "settings": store.settings}
    group = Scenario.on(replace(machine().ports, **kept))  # type: ignore[arg-type]
    set_aside(group)
    assert any(CANARY.encode() in path.read_bytes() for path in _files(tmp_path))
    again = later(group, days=2)
    again.choose("go")
    assert not any(CANARY.encode() in path.read_bytes() for path in _files(tmp_path))
    again.choose("back")
    assert again.prompt.id == "left-open"
    again.choose("go")
    again.choose("right")
    assert not any(CANARY.encode() in path.read_bytes() for path in _files(tmp_path))
    store.close()


def test_let_go_by_mistake_it_is_back_on_that_screen_with_its_words() -> None:
    """M21, A16: and asked about once more."""
    group = machine()
    set_aside(group)
    again = later(group, days=1)
    again.choose("go")
    again.choose("back")
    assert again.prompt.id == "left-open"
    again.choose("on")
    assert CANARY in str(again.meeting.answers)


def test_decided_later_its_row_leads_to_the_question_and_to_no_word() -> None:
    """M21: Enter on the first screen opens nothing that was to go long ago."""
    group = machine()
    meeting = set_aside(group)
    again = later(group, days=1)
    again.choose("later")
    again.choose(f"resume-{meeting}")
    assert again.prompt.id == "left-open"
    assert not again.has_meeting()


def test_a_clock_that_is_behind_a_meeting_that_was_cut_short_is_asked_for_the_date() -> None:
    """M20, M21: no meeting was ever finished here."""
    group = machine()
    set_aside(group)
    again = later(group, days=-3)
    assert again.prompt.id == "is-it-today"
    assert "24 November 2026" in again.prompt.hint


def test_a_kiosk_switched_on_the_next_morning_shows_no_word() -> None:
    """M21, S13: an hour later it goes on by itself, as the control; past midnight too."""
    ports = replace(machine().ports, kiosk=MemoryKiosk(""))
    around = Surroundings(ports, OUR_GROUP, ports.settings.read(), FrontEnd.FULL)
    group = Scenario(ports, around, MeetingRunner.opened(around))
    group.set_out(FIRST, people=2)
    clock = ports.clock
    assert isinstance(clock, FakeClock)
    for hours, goes_on in ((1, True), (10, False)):
        clock.time += timedelta(hours=hours)
        around = Surroundings(ports, OUR_GROUP, ports.settings.read(), FrontEnd.FULL)
        again = Scenario(ports, around, MeetingRunner.opened(around))
        assert again.has_meeting() is goes_on
    assert again.prompt.id == "left-open"


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]

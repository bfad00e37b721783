"""What may be kept, changed in the middle: less at once, more from now on (S6)."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.events import Keep
from facilitator.domain.prompt import WriteText
from facilitator.meetings.surroundings import OUR_GROUP
from tests.scenario import Scenario, shipped

BEFORE, AFTER = "canary-before-it", "canary-after-it"


def at_a_line(keep: Keep, store: DiskStore | None = None) -> Scenario:
    """Return a meeting in which a line of the agreement was written."""
    ports = Scenario.machine(shipped("first-meeting")).ports
    if store is not None:
        kept = {"store": store.meetings, "book": store.book, "settings": store.settings}
        ports = replace(ports, **kept)  # type: ignore[arg-type]
    group = Scenario.on(ports)
    group.set_out(shipped("first-meeting"), people=2, keep=keep)
    group.until(lambda prompt: prompt.id == "check-in/p1/@aloud")
    note(group, BEFORE)
    return group


def note(group: Scenario, words: str) -> None:
    """Note a line that somebody said."""
    group.choose("note")
    assert isinstance(group.prompt.input, WriteText)
    group.write(words)


def change(group: Scenario, keep: Keep, *may: str) -> None:
    """Change what may be kept; then each person says whether that goes for them too."""
    group.menu("keep")
    group.choose(keep)
    for answer in may:
        assert group.prompt.id == "may-keep"
        group.choose(answer)


def answers(group: Scenario) -> str:
    """Return all that the newest closed file holds."""
    row = group.around.latest
    return repr(group.around.closed(row.id)) if row else ""


def bytes_in(folder: Path) -> bytes:
    """Return every byte of a folder."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("keep", [Keep.GROUP, Keep.TODAY])
def test_to_keep_nothing_works_at_once(tmp_path: Path, keep: Keep) -> None:
    """S6: the journal goes, the meeting goes on, and nothing more is written."""
    store = DiskStore.open(tmp_path)
    group = at_a_line(keep, store)
    assert BEFORE.encode() in bytes_in(tmp_path)
    change(group, Keep.NOTHING)
    assert group.notice == "Nothing is kept now. What was written down is gone."
    assert BEFORE.encode() not in bytes_in(tmp_path)
    assert group.prompt.id == "check-in/p2/@aloud"
    note(group, AFTER)
    assert AFTER.encode() not in bytes_in(tmp_path)
    group.to_the_end()
    assert b"canary" not in bytes_in(tmp_path)
    store.close()


def test_to_keep_less_than_the_group_keeps_lets_all_go_at_the_end() -> None:
    """S6: until we finish, and then it goes."""
    group = at_a_line(Keep.GROUP)
    change(group, Keep.TODAY)
    assert group.prompt.id == "check-in/p2/@aloud"
    group.to_the_end()
    assert group.around.latest is None


@pytest.mark.parametrize("keep", [Keep.TODAY, Keep.NOTHING])
def test_to_keep_more_counts_from_now_on_and_each_person_is_asked(keep: Keep) -> None:
    """S6: what was said before is in nothing that is kept; a no covers its owner's words."""
    group = at_a_line(keep)
    change(group, Keep.GROUP, "yes", "yes")
    note(group, AFTER)
    reloaded = group.reload()
    assert reloaded.meeting.keep is Keep.GROUP
    group.to_the_end()
    assert AFTER in answers(group)
    assert BEFORE not in answers(group)
    other = at_a_line(keep)
    change(other, Keep.GROUP, "yes", "no")
    note(other, AFTER)
    other.to_the_end()
    assert "canary" not in answers(other)


def test_what_was_said_while_nothing_was_kept_is_never_written(tmp_path: Path) -> None:
    """S6: not by the change either; what is said after it is."""
    store = DiskStore.open(tmp_path)
    group = at_a_line(Keep.NOTHING, store)
    change(group, Keep.TODAY, "yes", "yes")
    note(group, AFTER)
    assert BEFORE.encode() not in bytes_in(tmp_path)
    assert AFTER.encode() in bytes_in(tmp_path)
    assert [one.keep for one in group.ports.store.unfinished(OUR_GROUP.id)] == [Keep.TODAY]
    store.close()


def test_the_first_row_changes_nothing_and_no_answer_is_a_no() -> None:
    """A2, S6: Enter leaves it; back from the question keeps nothing of theirs."""
    group = at_a_line(Keep.TODAY)
    group.menu("keep")
    group.onward()
    assert group.meeting.keep is Keep.TODAY
    group.menu("keep")
    group.choose(Keep.GROUP)
    group.back()
    group.back()
    assert [one.keeps_less for one in group.meeting.people] == [True, True]

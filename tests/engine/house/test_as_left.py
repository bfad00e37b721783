"""A sealed group whose files were changed: told on the screen, and never a dead end (S9, S8)."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.answers import Chosen
from facilitator.domain.records import KeptAnswer, Member
from facilitator.meetings.surroundings import OUR_GROUP
from facilitator.wording import house, refusals
from facilitator.wording import sealing as words
from tests.adapters.storage.sealed import KEPT, WORD
from tests.contracts.test_storage import CHEAP, closed, started
from tests.engine.house.test_sealing import choices, machine
from tests.scenario import Scenario

GROUP = OUR_GROUP.id
NAME = "Morwenna"
MEETING = replace(
    closed(),
    group_id=GROUP,
    answers=(*closed().answers, KeptAnswer("x", "X", NAME, "said", "a calm sea")),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder."""
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[DiskStore]:
    """A sealed group with a book, a closed meeting and one that is set aside."""
    opened = DiskStore.open(folder, cipher=AesCipher, cost=CHEAP)
    opened.book.add_group(OUR_GROUP)
    opened.seals.prepare(GROUP, WORD)
    opened.seals.put_on(GROUP)
    opened.book.save_member(GROUP, Member("1", NAME))
    opened.meetings.close(MEETING)
    journal = opened.meetings.start(GROUP, "m3", on_disk=True)
    journal.append((replace(started("m3"), group_id=GROUP),))
    journal.append(KEPT[1:])
    journal.close()
    yield opened
    opened.close()


def forgotten_and_put_back(store: DiskStore, folder: Path) -> None:
    """Let somebody be forgotten everywhere, and put the files of before back one by one."""
    group, before = folder / "groups" / GROUP, folder.parent / "before"
    shutil.copytree(group, before)
    store.book.forget_member(GROUP, "1")
    store.meetings.rewrite(replace(MEETING, answers=MEETING.answers[:4]))
    store.meetings.rewrite_open(GROUP, "m3", KEPT[:1]).close()
    for name in ("book.json", "meetings/m1.json", "open/m3.journal", "open/m3.head"):
        (group / name).write_bytes((before / name).read_bytes())


def opened(store: DiskStore) -> Scenario:
    """Return the program after a new start and the passphrase."""
    group = machine(store)
    group.write(WORD)
    return group


def shown(group: Scenario) -> str:
    """Return all that stands on the screen."""
    return " ".join((group.prompt.question, *group.prompt.body, *choices(group)))


def test_a_group_that_nobody_touched_is_told_nothing(store: DiskStore) -> None:
    """S9: the control."""
    group = opened(store)
    assert group.prompt.id == "home"
    assert "as-left" not in choices(group)


def test_older_files_are_told_once_and_bring_nobody_back(store: DiskStore, folder: Path) -> None:
    """S9, S8: before the first screen, in plain words; nothing of them is shown."""
    forgotten_and_put_back(store, folder)
    group = opened(store)
    assert group.prompt.id == "as-left"
    assert words.AS_LEFT_BOOK in group.prompt.body
    assert words.AS_LEFT_CHANGED.format(number=2) in group.prompt.body
    assert choices(group) == ["later", "fine"]
    group.choose("later")
    assert group.notice == words.AS_LEFT_WAITS
    assert group.prompt.id == "home"
    assert house.HOME_AS_LEFT in group.prompt.body
    assert group.around.members == ()
    assert group.around.closed("m1") is None
    group.choose("ours")
    group.back()
    assert group.prompt.id == "home"  # once a start


def test_an_older_meeting_says_so_where_it_is_opened(store: DiskStore, folder: Path) -> None:
    """S9: it can be left, taken or forgotten there."""
    forgotten_and_put_back(store, folder)
    store.meetings.discard(GROUP, "m3")
    group = opened(store)
    group.choose("later")
    group.choose("past")
    group.choose("m1")
    assert group.prompt.question == words.AS_LEFT_ONE
    assert NAME not in shown(group)
    assert choices(group) == ["back", "fine", "forget"]
    group.choose("fine")
    assert group.notice == words.AS_LEFT_TAKEN
    assert NAME in shown(group)
    assert group.around.not_as_left.changed == ()
    assert group.around.not_as_left.is_book_changed  # each is its own


def test_an_older_open_meeting_is_not_gone_on_with(store: DiskStore, folder: Path) -> None:
    """S9, M7: until the group says that it is fine; then it goes on."""
    forgotten_and_put_back(store, folder)
    group = opened(store)
    group.choose("later")
    assert not group.answer(Chosen("resume-m3"))
    assert group.notice == refusals.NOT_AS_LEFT
    assert group.around.meeting is None
    group.choose("as-left")
    group.choose("fine")
    assert group.notice == words.AS_LEFT_TAKEN
    assert group.prompt.id == "home"
    assert "as-left" not in choices(group)
    assert [one.name for one in group.around.members] == [NAME]
    assert opened(store).prompt.id == "home"  # and at the next start nothing is told


def test_missing_and_added_files_are_told(store: DiskStore, folder: Path) -> None:
    """S9: in their own words; a copy of the whole folder of before cannot be told."""
    group_folder = folder / "groups" / GROUP
    before = folder.parent / "before"
    shutil.copytree(group_folder, before)
    raw = (group_folder / "meetings/m1.json").read_bytes()
    store.meetings.discard(GROUP, "m1")
    (group_folder / "meetings/m1.json").write_bytes(raw)
    (group_folder / "open/m3.journal").unlink()
    group = opened(store)
    assert words.AS_LEFT_ADDED_ONE in group.prompt.body
    assert words.AS_LEFT_GONE_ONE in group.prompt.body
    store.seals.shut_all()
    shutil.rmtree(group_folder)
    shutil.copytree(before, group_folder)
    assert opened(store).prompt.id == "home"


def test_a_list_that_is_gone_is_told_and_hides_nothing(store: DiskStore, folder: Path) -> None:
    """S9, S3: nobody can say then what is as it was."""
    (folder / "groups" / GROUP / "head.jsonl").unlink()
    group = opened(store)
    assert group.prompt.body == (words.AS_LEFT_UNKNOWN,)
    assert [one.name for one in group.around.members] == [NAME]
    group.choose("fine")
    assert opened(store).prompt.id == "home"

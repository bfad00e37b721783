"""The program ends before any call of any operation; then all is forgotten: no word is left.

Every byte of the data folder is looked through, in files that are known and others (S8).
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.answers import Answer, Chosen, ChosenSeveral, Typed
from facilitator.domain.events import Keep
from facilitator.domain.meeting import Meeting
from facilitator.domain.own_sessions import Lies
from facilitator.domain.prompt import ChooseOne, ChooseSeveral, Prompt, WriteText
from facilitator.domain.records import Seal, Ways
from facilitator.files.disk import Disk
from facilitator.meetings import forgetting
from facilitator.meetings.closing import settle
from facilitator.meetings.surroundings import OUR_GROUP, Ports
from facilitator.ports.sealing import StaysSealed
from tests.adapters.storage.killing import Killed, KillingDisk, holders
from tests.contracts.test_storage import CHEAP
from tests.fakes import FakeClock, MemoryShelf
from tests.frontends.test_same_meeting import Leader
from tests.fuzz.effort import EXAMPLES
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")
CANARY, NAME = "Canaryheron", "Zebedee"
OWN_SESSION = f'format = 1\nid = "tea"\ntitle = "{CANARY}"\n'
WORD, OTHER = "four small birds sing", "a calm sea at noon"
GROUP = OUR_GROUP.id
FEW = EXAMPLES < 1000
"""In a run of every day only some of the calls are tried, each time the same."""


class Typist(Leader):
    """Everybody types the canary, is named by it, and wants everything kept."""

    def answer(self, prompt: Prompt) -> Answer:
        """Return what is answered here."""
        step, _, part = prompt.id.rpartition("/")
        if prompt.id == "keeping":
            return Chosen(Keep.GROUP)
        if isinstance(prompt.input, ChooseSeveral) and "agreement" in step:
            return ChosenSeveral(())
        if prompt.id == "names-0":
            return Typed(f"{NAME}1, {NAME}2 and {NAME}3")
        if prompt.id.startswith("names-"):
            return Chosen("all")
        if isinstance(prompt.input, WriteText) and "agreement" not in step:
            self.typed += 1
            return Typed(f"{CANARY}{self.typed}")
        if isinstance(prompt.input, ChooseOne) and part in ("more", "keep"):
            return Chosen("yes")
        return super().answer(prompt)


@dataclass(frozen=True)
class Worlds:
    """Data folders, before a meeting is closed and after it, plain and sealed; and that meeting."""

    open: Path
    closed: Path
    sealed_open: Path
    sealed: Path
    meeting: Meeting


def opened(folder: Path, disk: Disk | None = None) -> DiskStore:
    """Open a data folder as a start of the program does."""
    return DiskStore.open(folder, disk, AesCipher, CHEAP)


def ports_of(store: DiskStore) -> Ports:
    """Return the ports of the program on this store."""
    clock = FakeClock(datetime(2026, 11, 24, 19, 0, tzinfo=UTC))
    shelf = MemoryShelf((SESSION,))
    return Ports(
        store.meetings, store.book, store.settings, shelf, clock,
        exports=store.exports, seals=store.seals, own=store.own,
    )  # fmt: skip


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    """One meeting, all of it kept, held once for all tests."""
    folder = tmp_path_factory.mktemp("worlds")
    store = opened(folder / "live")
    group, typist = Scenario.on(ports_of(store)), Typist()
    group.choose("start")
    while "finish" not in group.prompt.id:
        assert group.answer(typist.answer(group.prompt)), (group.prompt.id, group.notice)
    meeting = replace(group.meeting, closed_at="2026-11-24T20:00:00+00:00")
    store.close()
    shutil.copytree(folder / "live", folder / "open")
    store = opened(folder / "live")
    settle(ports_of(store), meeting)
    store.own.save(GROUP, Lies.SESSIONS, "tea", OWN_SESSION)
    store.exports.write(GROUP, f"{meeting.id}-words.txt", CANARY)
    store.close()
    assert store.book.members(GROUP), "somebody kept a plan"
    assert holders(folder / "live", CANARY)
    assert holders(folder / "live", NAME)
    for name, plain in (("sealed-open", "open"), ("sealed", "live")):
        shutil.copytree(folder / plain, folder / name)
        store = opened(folder / name)
        seal(ports_of(store), meeting)
        store.close()
    return Worlds(
        folder / "open", folder / "live", folder / "sealed-open", folder / "sealed", meeting
    )


Operation = Callable[[Ports, Meeting], object]


def forget_somebody(ports: Ports, meeting: Meeting) -> None:
    """Take the first person out of the closed meeting."""
    closed = ports.store.read(GROUP, meeting.id)
    if closed is not None:
        forgetting.forget_in_closed(ports, closed, closed.people[0])


def forget_member(ports: Ports, meeting: Meeting) -> None:
    """Take the first member out of everything."""
    forgetting.forget_everywhere(ports, GROUP, ports.book.members(GROUP)[0].id)


def seal(ports: Ports, meeting: Meeting) -> None:
    """Set a passphrase."""
    ports.seals.prepare(GROUP, WORD)
    ports.seals.put_on(GROUP)


def unlock(ports: Ports, meeting: Meeting) -> None:
    """Shut the group and type its passphrase."""
    ports.seals.shut(GROUP)
    ports.seals.open(GROUP, WORD)


def take_back(ports: Ports, meeting: Meeting) -> None:
    """Forget the meeting, then change one's mind."""
    forgetting.bring_back(ports, forgetting.forget_meeting(ports, GROUP, meeting.id))


OPEN: dict[str, Operation] = {
    "close": settle,
    "go on": lambda ports, meeting: ports.store.resume(GROUP, meeting.id)[0].close(),
    "seal": seal,
}
CLOSED: dict[str, Operation] = {
    "forget somebody": forget_somebody,
    "forget a member": forget_member,
    "forget the meeting": lambda ports, meeting: forgetting.forget_meeting(
        ports, GROUP, meeting.id
    ),
    "take it back": take_back,
    "seal": seal,
    "name the group": lambda ports, meeting: ports.book.add_group(OUR_GROUP),
    "export": lambda ports, meeting: ports.exports.write(GROUP, f"{meeting.id}-words.csv", CANARY),
    "edit": lambda ports, meeting: ports.own.save(GROUP, Lies.DRAFTS, "cup", OWN_SESSION),
    "delete": lambda ports, meeting: ports.own.delete(GROUP, Lies.SESSIONS, "tea"),
    "set": lambda ports, meeting: ports.settings.save(Ways(easy=True)),
}


SEALED_OPEN: dict[str, Operation] = {
    **{name: operation for name, operation in OPEN.items() if name != "seal"},
    "unlock": unlock,
}
SEALED: dict[str, Operation] = {
    **{name: operation for name, operation in CLOSED.items() if name != "seal"},
    "unlock": unlock,
    "change the passphrase": lambda ports, meeting: ports.seals.change(GROUP, OTHER),
}
KINDS = {"open": OPEN, "closed": CLOSED, "sealed-open": SEALED_OPEN, "sealed": SEALED}


def unlocked(store: DiskStore) -> None:
    """Open the group where it is sealed, by the word that holds."""
    if store.seals.state(GROUP) is not Seal.SHUT:
        return
    try:
        store.seals.open(GROUP, WORD)
    except StaysSealed:
        store.seals.open(GROUP, OTHER)


def forget_all(ports: Ports, meeting_id: str) -> None:
    """Let everything go by the ways that people have."""
    for row in tuple(ports.store.rows(GROUP)):
        while (closed := ports.store.read(GROUP, row.id)) and closed.people:
            forgetting.forget_in_closed(ports, closed, closed.people[0])
        forgetting.forget_meeting(ports, GROUP, row.id)
    for one in ports.store.unfinished(GROUP):
        forgetting.forget_meeting(ports, GROUP, one.id)
    for member in ports.book.members(GROUP):
        forgetting.forget_everywhere(ports, GROUP, member.id)
    for lies in Lies:
        for text in ports.own.texts(GROUP, lies):
            forgetting.delete_own(ports.own, GROUP, lies, text.name)
    ports.exports.take_away(GROUP, meeting_id)


def left_after(
    live: Path, world: Path, meeting: Meeting, operation: Operation, number: int
) -> list[str] | None:
    """End before the n-th call, start again, forget all: what holds words; None when it ended."""
    shutil.rmtree(live, ignore_errors=True)
    shutil.copytree(world, live)
    disk = KillingDisk(10**9)
    store = opened(live, disk)
    unlocked(store)
    disk._left = number
    with suppress(Killed):
        operation(ports_of(store), meeting)
    store.lock.release()
    if not disk.was_killed:
        return None
    store = opened(live)
    unlocked(store)
    assert not store.seals.not_as_left(GROUP), "an end in the middle is nobody's change"
    forget_all(ports_of(store), meeting.id)
    store.close()
    return holders(live, CANARY, NAME)


def steps(number: int) -> int:
    """Return how many calls further the next end is."""
    return 1 if not FEW or number < 10 else 3


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, operations in KINDS.items() for name in operations]
)
def test_an_end_before_any_call_leaves_no_word_behind(
    worlds: Worlds, tmp_path: Path, kind: str, name: str
) -> None:
    """S8, S9: whatever was half done, forgetting takes every byte; nothing is a false alarm."""
    operation, number, tries = KINDS[kind][name], 1, 0
    world = {
        "open": worlds.open, "closed": worlds.closed,
        "sealed-open": worlds.sealed_open, "sealed": worlds.sealed,
    }[kind]  # fmt: skip
    while True:
        left = left_after(tmp_path / "live", world, worlds.meeting, operation, number)
        if left is None:
            break
        assert left == [], (name, number)
        number, tries = number + steps(number), tries + 1
    assert tries > 1


def test_without_taking_leftovers_words_would_stay(
    worlds: Worlds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S8: a control; the search finds what an end in the middle leaves behind."""
    for module in ("disk", "meetings", "book"):
        name = f"facilitator.adapters.storage.{module}.take_leftovers"
        monkeypatch.setattr(name, lambda disk, folder: None)
    found: list[str] = []
    for number in range(1, 200):
        live = tmp_path / "live"
        found += left_after(live, worlds.open, worlds.meeting, settle, number) or []
    assert any("book.json" in one for one in found)

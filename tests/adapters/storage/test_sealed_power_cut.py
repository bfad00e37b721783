"""A power cut at every call while a group is being sealed, and after it (S1, S9, M7)."""

import random
import shutil
from pathlib import Path

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.book import DiskGroupBook
from facilitator.adapters.storage.meetings import DiskMeetingStore
from facilitator.adapters.storage.seals import DiskSeals
from facilitator.domain.records import Group, Member, Seal
from facilitator.files.disk import Disk
from facilitator.ports.storage import NotSaved
from tests.adapters.storage.power import Platter, RecordingDisk
from tests.adapters.storage.sealed import CANARY, KEPT, WORD, holds
from tests.contracts.test_storage import CHEAP, closed

CUTS_AT_EACH_CALL = 3
OTHER = "a calm sea at noon"
GROUP = Group("g", "Tuesday", f"Morag {CANARY}")
ANN = Member("1", f"Ann {CANARY}")


def stores(disk: Disk, root: Path) -> tuple[DiskMeetingStore, DiskGroupBook, DiskSeals]:
    """Return all that is kept, with what seals it."""
    groups = root / "groups"
    seals = DiskSeals(disk, groups, AesCipher, CHEAP)
    store, book = (
        DiskMeetingStore(disk, groups, seals=seals),
        DiskGroupBook(disk, groups, seals=seals),
    )
    return store, book, seals


def one_evening(disk: RecordingDisk, root: Path) -> None:
    """Keep something plain, seal it, go on sealed, change the passphrase, close."""
    store, book, seals = stores(disk, root)
    book.add_group(GROUP)
    book.save_member("g", ANN)
    store.close(closed("m2"))
    journal = store.start("g", "m1", on_disk=True)
    journal.append(KEPT[:3])
    journal.close()
    disk.acknowledge("plain")
    seals.prepare("g", WORD)
    disk.acknowledge("sealing")
    seals.put_on("g")
    disk.acknowledge("sealed")
    journal = store.resume("g", "m1")[0]
    for event in KEPT[3:]:
        journal.append((event,))
        disk.acknowledge("answer")
    journal.close()
    disk.acknowledge("changing")
    seals.change("g", OTHER)
    disk.acknowledge("changed")
    book.save_member("g", Member("2", f"Bo {CANARY}"))
    disk.acknowledge("member")
    disk.acknowledge("closing")
    store.close(closed())
    disk.acknowledge("closed")


def opened(seals: DiskSeals, told: list[str]) -> bool:
    """Open the group as people would: by the passphrase that holds now, or by the one before."""
    if seals.state("g") is Seal.NONE:
        return "sealed" not in told
    for word in (WORD, OTHER):
        is_gone = word == WORD and "changed" in told
        try:
            seals.open("g", word)
        except NotSaved:
            continue
        return not is_gone
    return False


def faults(root: Path, told: list[str]) -> set[str]:
    """Return what was told and is not so."""
    store, book, seals = stores(Disk(), root)
    if "plain" not in told:
        return set()
    found = set() if opened(seals, told) else {"shut out"}
    found |= {"canary"} if "sealed" in told and holds(root, CANARY) else set()
    found |= set() if book.groups() == (GROUP,) else {"group"}
    found |= set() if ANN in book.members("g") else {"member"}
    found |= set() if store.read("g", "m2") == closed("m2") else {"closed before"}
    if "closed" in told or (store.read("g", "m1") is not None and "closing" in told):
        return found | (set() if store.read("g", "m1") == closed() else {"closed"})
    try:
        journal, happened, is_damaged = store.resume("g", "m1")
    except NotSaved:
        return found | {"journal"}
    journal.close()
    least = 3 + told.count("answer")
    is_whole = KEPT[:least] == happened[:least] and happened == KEPT[: len(happened)]
    return found | (set() if is_whole and not is_damaged else {"journal"})


def cut_everywhere(tmp_path: Path, forgets: str = "") -> set[str]:
    """Cut the power after each call, several times; return every fault that was found."""
    live, left = tmp_path / "live", tmp_path / "left"
    live.mkdir()
    disk = RecordingDisk(live, forgets)
    one_evening(disk, live)
    assert len(disk.calls) > 80
    chance, platter, found = random.Random(20261124), Platter(), set[str]()
    for call in disk.calls:
        platter.take(call)
        for _ in range(CUTS_AT_EACH_CALL):
            left.mkdir()
            platter.left_in(left, chance)
            found |= faults(left, platter.told)
            shutil.rmtree(left)
    return found


def test_a_power_cut_while_sealing_loses_no_word_and_shuts_nobody_out(tmp_path: Path) -> None:
    """S1, S9, M7: the passphrase opens it, the rest is sealed then, and all that was told is there."""
    assert cut_everywhere(tmp_path) == set()


def test_the_same_cuts_find_seals_that_are_not_synced(tmp_path: Path) -> None:
    """S9: the negative control."""
    assert {"shut out", "journal", "member"} <= cut_everywhere(tmp_path, "sync")

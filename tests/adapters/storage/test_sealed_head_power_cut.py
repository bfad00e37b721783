"""A power cut at every call while a group's files and its head change: no false alarm (S1, S9)."""

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from facilitator.adapters.storage.group_head import Changes, GroupHead
from facilitator.domain.events import AnswerGiven
from facilitator.domain.records import Member, NotAsLeft
from facilitator.files.disk import Disk
from tests.adapters.storage.breaking import Breaking
from tests.adapters.storage.evening import again
from tests.adapters.storage.power import Platter, RecordingDisk
from tests.adapters.storage.sealed import KEPT, WORD
from tests.adapters.storage.test_sealed_head import FEWER
from tests.adapters.storage.test_sealed_power_cut import stores
from tests.contracts.test_storage import closed, started

CUTS_AT_EACH_CALL = 3
ANN, BO = Member("1", "Ann"), Member("2", "Bo")


def one_evening(disk: RecordingDisk, root: Path) -> None:
    """Keep, forget, set aside, go on, close and let go in a sealed group, over two openings."""
    store, book, seals = stores(disk, root)
    seals.prepare("g", WORD)
    seals.put_on("g")
    disk.acknowledge("sealed")
    book.save_member("g", ANN)
    book.save_member("g", BO)
    journal = store.start("g", "m1", on_disk=True)
    journal.append((started(),))
    journal.append(KEPT[1:2])
    journal.close()
    journal = store.resume("g", "m1")[0]
    journal.append(KEPT[2:3])
    journal.close()
    store.rewrite_open("g", "m1", KEPT[:2]).close()
    disk.acknowledge("forgetting in the open one")
    store.close(closed())
    seals.shut("g")
    seals.open("g", WORD)
    store.start("g", "m2", on_disk=True).append((started("m2"),))
    store.rewrite(FEWER)
    disk.acknowledge("fewer")
    book.forget_member("g", "2")
    disk.acknowledge("forgotten")
    store.close(closed("m3"))
    disk.acknowledge("closed")
    store.discard("g", "m2")
    store.discard("g", "m3")
    disk.acknowledge("let go")


def faults(root: Path, told: list[str]) -> set[str]:
    """Return what is told and is not so, and what was told as kept and is not there."""
    store, book, seals = stores(Disk(), root)
    if "sealed" not in told:
        return set()
    found = set[str]()
    for number in range(2):  # what was settled holds at the next opening too
        seals.open("g", WORD)
        found |= {f"alarm {number}"} if seals.not_as_left("g") else set()
        if "fewer" in told and store.read("g", "m1") != FEWER:
            found.add("meeting")
        if "forgotten" in told and book.members("g") != (ANN,):
            found.add("book")
        if "closed" in told and "let go" not in told and number == 0:
            is_there = store.read("g", "m3") == closed("m3")
            found |= set() if is_there or not store.has("g", "m3") else {"closed"}
        for one in store.unfinished("g"):
            journal, _, is_damaged = store.resume("g", one.id)
            journal.append((AnswerGiven("goal", "p1", "what", "tea"),))
            journal.close()
            found |= {"journal"} if is_damaged else set()
        book.save_member("g", ANN)
        seals.shut("g")
    return found


def cut_everywhere(tmp_path: Path) -> tuple[int, set[str]]:
    """Cut the power after each call, several times; return how often, and what was found."""
    live, left = tmp_path / "live", tmp_path / "left"
    live.mkdir()
    disk = RecordingDisk(live)
    one_evening(disk, live)
    chance, platter, found, tries = random.Random(20261124), Platter(), set[str](), 0
    for call in disk.calls:
        platter.take(call)
        for _ in range(CUTS_AT_EACH_CALL):
            left.mkdir()
            platter.left_in(left, chance)
            found, tries = found | faults(left, platter.told), tries + 1
            shutil.rmtree(left)
    return tries, found


def test_a_power_cut_at_any_call_is_no_alarm_and_loses_no_file(tmp_path: Path) -> None:
    """S1, S9, M7: the older and the newer version are right until the head says which it is."""
    tries, found = cut_everywhere(tmp_path)
    assert tries > 500
    assert found == set()


def test_the_same_cuts_find_a_head_that_is_written_afterwards_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S9: the control: without a word before, each cut between file and head is an alarm."""

    @contextmanager
    def afterwards(head: GroupHead, changes: Changes) -> Iterator[None]:
        yield
        head.is_so(changes)

    def unsaid(head: GroupHead, changes: Changes) -> None:
        head._apply({"will": changes})

    monkeypatch.setattr(GroupHead, "becoming", afterwards)
    monkeypatch.setattr(GroupHead, "will_be", unsaid)
    assert {"alarm 0", "alarm 1"} <= cut_everywhere(tmp_path)[1]


def test_an_old_file_put_back_after_a_cut_is_still_told(tmp_path: Path) -> None:
    """S9: what a cut left open is settled at the next opening, not left open for ever."""
    disk = RecordingDisk(tmp_path)
    _, book, seals = stores(disk, tmp_path)
    seals.prepare("g", WORD)
    seals.put_on("g")
    book.save_member("g", BO)
    older = (tmp_path / "groups/g/book.json").read_bytes()
    book.forget_member("g", "2")
    head = tmp_path / "groups/g/head.jsonl"
    # As after a cut before the head could say that it is so.
    head.write_bytes(b"".join(head.read_bytes().splitlines(keepends=True)[:-1]))
    seals.shut("g")
    seals.open("g", WORD)
    assert not seals.not_as_left("g")
    seals.shut("g")
    (tmp_path / "groups/g/book.json").write_bytes(older)
    seals.open("g", WORD)
    assert seals.not_as_left("g") == NotAsLeft(is_book_changed=True)
    assert book.members("g") == ()


def an_hour(disk: Disk, root: Path) -> None:
    """Let every step be done again where it was refused, as people would."""
    store, book, seals = stores(disk, root)
    again(lambda: seals.open("g", WORD))
    again(lambda: book.forget_member("g", "2"))
    journal = again(lambda: store.start("g", "m2", on_disk=True))
    again(lambda: journal.append((started("m2"),)))
    journal.close()
    again(lambda: store.rewrite_open("g", "m2", (started("m2"),))).close()
    again(lambda: store.rewrite(FEWER))
    again(lambda: store.close(closed("m3")))
    again(lambda: store.discard("g", "m2"))


def test_any_call_may_fail_once_and_nothing_is_an_alarm(tmp_path: Path) -> None:
    """S2, S9: what was refused and done again is known, and so is what was refused at last."""
    before, live, number, broke = tmp_path / "before", tmp_path / "live", 0, ""
    before.mkdir()
    store, book, seals = stores(Disk(), before)
    seals.prepare("g", WORD)
    seals.put_on("g")
    book.save_member("g", ANN)
    book.save_member("g", BO)
    store.close(closed())
    while number == 0 or broke:
        number += 1
        shutil.copytree(before, live)
        disk = Breaking(live, number)
        an_hour(disk, live)
        broke = disk.broke
        store, book, seals = stores(Disk(), live)
        seals.open("g", WORD)
        assert seals.not_as_left("g") == NotAsLeft(), (number, broke)
        assert (book.members("g"), store.read("g", "m1")) == ((ANN,), FEWER), (number, broke)
        assert store.read("g", "m3") == closed("m3"), (number, broke)
        shutil.rmtree(live)
    assert number > 100

"""A group with a passphrase on the disk: what opens it, what does not, what is found (S9)."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.records import read_journal
from facilitator.domain.events import AnswerGiven, Carried
from facilitator.domain.records import Agreement, Group, KeptAnswer, Member, Seal
from facilitator.ports.ciphers import REAL_COST
from facilitator.ports.sealing import StaysSealed
from facilitator.ports.storage import NotSaved
from tests.adapters.storage.sealed import CANARY, KEPT, WORD, all_bytes, holds, reopened
from tests.contracts.test_storage import CHEAP, closed, sealed_store, started

GROUP = Group("g", "Tuesday", f"Morag, the {CANARY}")
ANN = Member("1", f"Ann {CANARY}", Carried("walk", "Friday", 8))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiskStore]:
    """An open data folder with one sealed group, which is open."""
    opened = sealed_store(tmp_path, "g")
    yield opened
    opened.close()


def words(store: DiskStore) -> None:
    """Let a group keep something of every sort, a canary in each."""
    store.book.add_group(GROUP)
    store.book.save_member("g", ANN)
    store.book.save_agreement("g", Agreement((f"we listen {CANARY}",), (), 1))
    journal = store.meetings.start("g", "m1", on_disk=True)
    for event in KEPT:
        journal.append((event,))
    journal.close()
    kept = closed("m2")
    answers = (*kept.answers, KeptAnswer("x", "X", "Ann", "said", CANARY))
    store.meetings.close(replace(kept, answers=answers))


def all_is_there(store: DiskStore) -> None:
    """Fail when something that `words` kept cannot be read."""
    assert store.book.groups() == (GROUP,)
    assert store.book.members("g") == (ANN,)
    assert store.book.agreement("g").asks == (f"we listen {CANARY}",)
    assert store.meetings.unfinished("g")[0].session_title == "A first meeting"
    journal, happened, is_damaged = store.meetings.resume("g", "m1")
    journal.close()
    assert (happened, is_damaged) == (KEPT, False)
    kept = store.meetings.read("g", "m2")
    assert kept is not None
    assert kept.answers[-1].value == CANARY


def test_no_word_of_a_sealed_group_can_be_read_in_the_folder(
    store: DiskStore, tmp_path: Path
) -> None:
    """S9: journal, closed file, book, whom people turn to, and heads; names of files too."""
    words(store)
    all_is_there(store)
    assert not holds(tmp_path, CANARY)
    assert not holds(tmp_path, WORD)
    for word in ("Åse", "Morag", "we listen"):
        assert not holds(tmp_path, word), word


def test_the_search_finds_the_words_of_a_group_without_a_passphrase(tmp_path: Path) -> None:
    """S9: the control of the search above."""
    store = DiskStore.open(tmp_path)
    words(store)
    all_is_there(store)
    store.close()
    for word in (CANARY, "Ann", "Morag", "we listen"):
        assert holds(tmp_path, word), word


def test_a_sealed_group_opens_again_with_its_passphrase(tmp_path: Path) -> None:
    """S9: after a new start; capitals and spaces do not matter (A18)."""
    store = sealed_store(tmp_path, "g")
    words(store)
    store.close()
    again = reopened(tmp_path)
    assert again.seals.state("g") is Seal.SHUT
    again.seals.open("g", "  Four SMALL birds   sing ")
    assert again.seals.state("g") is Seal.OPEN
    all_is_there(again)
    again.close()


def test_a_closed_meeting_is_a_tinydb_file_inside(store: DiskStore, tmp_path: Path) -> None:
    """Design 4, S9: TinyDB reads what comes out of the seal."""
    from tinydb import TinyDB

    words(store)
    seal = store.seals.seal("g")
    assert seal is not None
    raw = (tmp_path / "groups/g/meetings/m2.json").read_bytes()
    inside = tmp_path / "inside.json"
    inside.write_bytes(seal.opened("meeting/m2", raw))
    with TinyDB(inside, encoding="utf-8") as opened:
        assert opened.table("meeting").all()[0]["session_title"] == "A first meeting"
        assert len(opened.table("answers")) == 5


@pytest.mark.parametrize("word", ["", "four small birds", "four small birds sing!", "x" * 500])
def test_a_wrong_passphrase_opens_nothing(tmp_path: Path, word: str) -> None:
    """S9: as often as somebody tries, and the right one opens it after that."""
    store = sealed_store(tmp_path, "g")
    words(store)
    store.close()
    again = reopened(tmp_path)
    for _ in range(5):
        with pytest.raises(StaysSealed) as said:
            again.seals.open("g", word)
        assert said.value.reason == "wrong-passphrase"
    assert again.seals.state("g") is Seal.SHUT
    again.seals.open("g", WORD)
    again.close()


def test_a_shut_group_shows_nothing_and_is_not_written_over(
    store: DiskStore, tmp_path: Path
) -> None:
    """S9: reading finds nothing, every writing is refused, the bytes stay as they are."""
    words(store)
    store.seals.shut("g")
    before = all_bytes(tmp_path)
    assert store.book.members("g") == ()
    assert store.book.agreement("g") == Agreement()
    assert store.book.groups() == (Group("g", "Tuesday"),)
    assert store.meetings.read("g", "m2") is None
    assert [(one.id, one.session_title) for one in store.meetings.unfinished("g")] == [("m1", "m1")]
    assert [row.id for row in store.meetings.rows("g")] == ["m2"]
    for refused in (
        lambda: store.book.save_member("g", Member("2", "Bo")),
        lambda: store.book.forget_member("g", "1"),
        lambda: store.book.save_agreement("g", Agreement(("a",))),
        lambda: store.book.keep_older_agreements("g", ()),
        lambda: store.book.put_aside("g"),
        lambda: store.book.add_group(GROUP),
        lambda: store.meetings.close(closed("m3")),
        lambda: store.meetings.rewrite(closed("m2")),
        lambda: store.meetings.resume("g", "m1"),
        lambda: store.meetings.start("g", "m4", on_disk=True),
        lambda: store.seals.change("g", "another word of ours"),
        lambda: store.seals.prepare("g", "another word of ours"),
        lambda: store.seals.put_on("g"),
    ):
        with pytest.raises(NotSaved):
            refused()
    assert all_bytes(tmp_path) == before
    store.meetings.start("g", "m5", on_disk=False).append((started("m5"),))
    assert all_bytes(tmp_path) == before


def test_the_recovery_key_opens_it_and_another_does_not(tmp_path: Path) -> None:
    """S9: when the passphrase is forgotten."""
    store = DiskStore.open(tmp_path, cipher=AesCipher, cost=CHEAP)
    recovery = store.seals.prepare("g", WORD)
    store.seals.put_on("g")
    words(store)
    assert recovery not in all_bytes(tmp_path)
    store.close()
    again = reopened(tmp_path)
    for wrong in (bytes(16), b"", recovery[:-1], bytes([recovery[0] ^ 1]) + recovery[1:]):
        with pytest.raises(StaysSealed) as said:
            again.seals.open_by_recovery("g", wrong)
        assert said.value.reason == "wrong-words"
    again.seals.open_by_recovery("g", recovery)
    all_is_there(again)
    again.close()


def test_a_new_passphrase_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """S9: only the keys file is written; recovery stays as it was."""
    store = DiskStore.open(tmp_path, cipher=AesCipher, cost=CHEAP)
    recovery = store.seals.prepare("g", WORD)
    store.seals.put_on("g")
    words(store)
    files = {p: p.read_bytes() for p in (tmp_path / "groups").rglob("*") if p.is_file()}
    store.seals.change("g", "a calm sea at noon")
    changed = [path.name for path, raw in files.items() if path.read_bytes() != raw]
    assert changed == ["keys.jsonl"]
    store.close()
    again = reopened(tmp_path)
    with pytest.raises(StaysSealed):
        again.seals.open("g", WORD)
    again.seals.open("g", "a calm sea at noon")
    all_is_there(again)
    again.seals.shut("g")
    again.seals.open_by_recovery("g", recovery)
    all_is_there(again)
    again.close()


def test_any_byte_of_the_keys_may_flip(tmp_path: Path) -> None:
    """S9, S3: the keys stand there twice; a damaged file is put aside and mended."""
    store = sealed_store(tmp_path, "g")
    store.close()
    path = tmp_path / "groups/g/keys.jsonl"
    whole = path.read_bytes()
    for at in range(0, len(whole), 7):
        broken = bytearray(whole)
        broken[at] ^= 1 << (at % 8)
        path.write_bytes(bytes(broken))
        again = reopened(tmp_path, "g")
        assert path.read_bytes() == whole, at
        (aside,) = path.parent.glob("keys.damaged-*")
        assert aside.read_bytes() == bytes(broken), at
        aside.unlink()
        again.close()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff" * 90, b"00000000 {}\n", None], ids=lambda one: repr(one)[:12]
)
def test_keys_that_are_gone_or_damaged_through_and_through_open_nothing(
    tmp_path: Path, content: bytes | None
) -> None:
    """S9, S3: it is said, nothing is opened, nothing is written plain over what is sealed."""
    store = sealed_store(tmp_path, "g")
    words(store)
    store.close()
    path = tmp_path / "groups/g/keys.jsonl"
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    before = all_bytes(tmp_path)
    again = reopened(tmp_path)
    assert again.seals.state("g") is Seal.BROKEN
    with pytest.raises(StaysSealed):
        again.seals.open("g", WORD)
    with pytest.raises(NotSaved):
        again.book.save_member("g", ANN)
    with pytest.raises(NotSaved):
        again.meetings.start("g", "m9", on_disk=True)
    with pytest.raises(NotSaved):
        again.seals.prepare("g", WORD)
    assert all_bytes(tmp_path) == before
    again.close()


def test_keys_that_ask_for_too_much_are_damaged(store: DiskStore, tmp_path: Path) -> None:
    """S9, S10: a file cannot make the machine stand still for an hour."""
    import json
    import zlib

    path = tmp_path / "groups/g/keys.jsonl"
    plain = json.loads(path.read_bytes().split(b"\n")[0].partition(b" ")[2])
    plain["cost"]["memory"] = 2**31
    body = json.dumps(plain).encode()
    path.write_bytes(b"%08x %s\n" % (zlib.crc32(body), body))
    store.seals.shut("g")
    assert store.seals.state("g") is Seal.BROKEN


@pytest.mark.parametrize("name", ["meetings/m2.json", "book.json"])
def test_any_byte_of_a_sealed_file_may_flip(store: DiskStore, tmp_path: Path, name: str) -> None:
    """S9: every byte in turn, and every length: it is found, never read as something else."""
    words(store)
    path = tmp_path / "groups/g" / name
    whole = path.read_bytes()

    def is_read() -> bool:
        found = store.meetings.read("g", "m2") if "m2" in name else store.book.members("g")
        return bool(found)

    assert is_read()
    for at in range(len(whole)):
        broken = bytearray(whole)
        broken[at] ^= 1 << (at % 8)
        path.write_bytes(bytes(broken))
        assert not is_read(), at
    for length in range(0, len(whole), 5):
        path.write_bytes(whole[:length])
        assert not is_read(), length
    path.write_bytes(whole)
    assert is_read()


def test_a_sealed_file_of_another_meeting_does_not_pass(store: DiskStore, tmp_path: Path) -> None:
    """S9: nor does a plain one, put there by somebody without the key."""
    words(store)
    store.meetings.close(closed("m3"))
    folder = tmp_path / "groups/g/meetings"
    (folder / "m2.json").write_bytes((folder / "m3.json").read_bytes())
    assert store.meetings.read("g", "m2") is None
    plain = DiskStore.open(tmp_path / "plain")
    plain.meetings.close(closed("m2"))
    plain.close()
    (folder / "m2.json").write_bytes((tmp_path / "plain/groups/g/meetings/m2.json").read_bytes())
    assert store.meetings.read("g", "m2") is None


def test_a_journal_that_was_cut_is_found_put_aside_and_goes_on(
    store: DiskStore, tmp_path: Path
) -> None:
    """S9, S3: cut between two records after it was let go of, as `Stop, and go on later` does."""
    words(store)
    path = tmp_path / "groups/g/open/m1.journal"
    raw = path.read_bytes()
    cut = b"".join(raw.splitlines(keepends=True)[:-2])
    path.write_bytes(cut)
    journal, happened, is_damaged = store.meetings.resume("g", "m1")
    assert (happened, is_damaged) == (KEPT[:-2], True)
    assert path.with_suffix(".damaged-1").read_bytes() == cut
    journal.append((KEPT[-1],))
    journal.close()
    journal, happened, is_damaged = store.meetings.resume("g", "m1")
    journal.close()
    assert (happened, is_damaged) == ((*KEPT[:-2], KEPT[-1]), False)


def test_sealing_what_was_there_before_leaves_no_plain_word(tmp_path: Path) -> None:
    """S9: book, meetings, an unfinished one, copies put aside, files half written."""
    store = DiskStore.open(tmp_path, cipher=AesCipher, cost=CHEAP)
    words(store)
    folder = tmp_path / "groups/g"
    for name in ("open/m1.damaged-1", "meetings/m2.json.new", "book.damaged-1", "open/m9.new"):
        (folder / name).write_bytes(CANARY.encode())
    store.seals.prepare("g", WORD)
    assert holds(tmp_path, CANARY)
    store.seals.put_on("g")
    assert not holds(tmp_path, CANARY)
    assert not holds(tmp_path, "Morag")
    all_is_there(store)
    aside = (folder / "open/m1.damaged-1").read_bytes()
    seal = store.seals.seal("g")
    assert seal is not None
    assert seal.opened("aside/m1.damaged-1", aside) == CANARY.encode()
    store.close()
    again = reopened(tmp_path, "g")
    all_is_there(again)
    again.close()


def test_a_damaged_journal_is_still_told_of_after_sealing(tmp_path: Path) -> None:
    """S3, S9: what was wrong with it before is said when the meeting goes on."""
    store = DiskStore.open(tmp_path, cipher=AesCipher, cost=CHEAP)
    words(store)
    path = tmp_path / "groups/g/open/m1.journal"
    path.write_bytes(path.read_bytes().replace(f"{CANARY} 1".encode(), b"another word 1"))
    store.seals.prepare("g", WORD)
    store.seals.put_on("g")
    assert not holds(tmp_path, CANARY)
    journal, happened, is_damaged = store.meetings.resume("g", "m1")
    journal.close()
    assert is_damaged
    assert happened == (*KEPT[:2], *KEPT[3:])
    store.close()


def test_a_group_that_was_never_confirmed_has_no_passphrase(tmp_path: Path) -> None:
    """S9: nothing is written before the recovery words are confirmed."""
    store = DiskStore.open(tmp_path, cipher=AesCipher, cost=CHEAP)
    words(store)
    before = all_bytes(tmp_path)
    store.seals.prepare("g", WORD)
    assert all_bytes(tmp_path) == before
    assert store.seals.state("g") is Seal.NONE
    all_is_there(store)
    store.close()


def test_a_copied_group_opens_by_itself(store: DiskStore, tmp_path: Path) -> None:
    """M19: the folder counts; a folder that was named anew can still be opened."""
    import shutil

    words(store)
    shutil.copytree(tmp_path / "groups/g", tmp_path / "groups/h")
    assert store.seals.state("h") is Seal.SHUT
    store.seals.open("h", WORD)
    assert store.book.members("h") == (ANN,)
    kept = store.meetings.read("h", "m2")
    assert kept is not None
    assert kept.group_id == "h"


def test_two_groups_do_not_open_each_other(store: DiskStore, tmp_path: Path) -> None:
    """M19: a closed file that is carried over to another group's folder stays shut."""
    words(store)
    store.seals.prepare("h", WORD)
    store.seals.put_on("h")
    store.meetings.close(replace(closed("m2"), group_id="h"))
    for name in ("meetings/m2.json", "book.json"):
        raw = (tmp_path / "groups/g" / name).read_bytes()
        (tmp_path / "groups/h" / name).write_bytes(raw)
    assert store.meetings.read("h", "m2") is None
    assert store.book.members("h") == ()


def test_sealed_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    """S10: keys and heads too, whatever the umask says."""
    before = os.umask(0)
    try:
        store = sealed_store(tmp_path / "data", "g")
        words(store)
        store.close()
    finally:
        os.umask(before)
    paths = list((tmp_path / "data").rglob("*"))
    assert {"keys.jsonl", "m1.head"} <= {path.name for path in paths}
    for path in paths:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_forgetting_a_sealed_meeting_takes_its_head_too(store: DiskStore, tmp_path: Path) -> None:
    """S8: nothing of it stays."""
    words(store)
    store.meetings.discard("g", "m1")
    store.meetings.discard("g", "m2")
    assert not [p for p in tmp_path.rglob("*") if re.match(r"m[12]\.", p.name)]


def test_an_open_journal_that_is_written_anew_stays_sealed(
    store: DiskStore, tmp_path: Path
) -> None:
    """S8, S9: forgetting somebody in an open meeting leaves no plain word, and it goes on."""
    words(store)
    journal = store.meetings.rewrite_open("g", "m1", KEPT[:1])
    journal.append(KEPT[1:])
    journal.close()
    assert CANARY.encode() not in (tmp_path / "groups/g/open/m1.journal").read_bytes()
    again, happened, is_damaged = store.meetings.resume("g", "m1")
    again.close()
    assert (happened, is_damaged) == (KEPT, False)


def test_one_meeting_has_one_key_in_its_journal_and_in_its_closed_file(
    store: DiskStore, tmp_path: Path
) -> None:
    """S9: and another meeting has another."""
    store.meetings.start("g", "m1", on_disk=True).append((started(),))
    journal = (tmp_path / "groups/g/open/m1.journal").read_bytes()
    store.meetings.close(closed())
    store.meetings.close(closed("m2"))
    folder = tmp_path / "groups/g/meetings"
    keys = [
        re.findall(rb'"key":"([^"]+)"', raw)[0]
        for raw in (journal, (folder / "m1.json").read_bytes(), (folder / "m2.json").read_bytes())
    ]
    assert keys[0] == keys[1] != keys[2]


def test_without_the_library_of_ciphers_a_sealed_group_is_shut(tmp_path: Path) -> None:
    """S9: and cannot be written over; no passphrase is offered either."""
    sealed_store(tmp_path, "g").close()
    bare = DiskStore.open(tmp_path)
    assert not bare.seals.is_possible
    assert bare.seals.state("g") is Seal.SHUT
    with pytest.raises(StaysSealed):
        bare.seals.open("g", WORD)
    with pytest.raises(StaysSealed):
        bare.meetings.start("g", "m1", on_disk=True)
    bare.close()


def test_the_real_cost_is_what_the_requirement_says(tmp_path: Path) -> None:
    """S9: Argon2id of 64 MiB and three passes, and its passphrase opens it."""
    assert (REAL_COST.memory, REAL_COST.passes, REAL_COST.lanes) == (64 * 1024, 3, 1)
    store = DiskStore.open(tmp_path, cipher=AesCipher)
    store.seals.prepare("g", WORD)
    store.seals.put_on("g")
    store.close()
    assert b'"memory":65536,"passes":3' in (tmp_path / "groups/g/keys.jsonl").read_bytes()
    again = reopened(tmp_path, "g")
    assert again.seals.state("g") is Seal.OPEN
    again.close()


def test_what_was_kept_before_reads_as_before_without_a_passphrase(tmp_path: Path) -> None:
    """S5: a group that never set one has plain files, and no cipher is made for it."""

    def never() -> AesCipher:
        raise AssertionError("no cipher is needed")

    store = DiskStore.open(tmp_path, cipher=never)
    words(store)
    all_is_there(store)
    raw = (tmp_path / "groups/g/open/m1.journal").read_bytes()
    assert read_journal(raw).events == KEPT
    assert isinstance(read_journal(raw).events[-1], AnswerGiven)
    store.close()


def test_a_journal_written_anew_is_whole_after_a_kill(tmp_path: Path) -> None:
    """S8, S9: the head of the journal before it says nothing of the new one."""
    store = sealed_store(tmp_path, "g")
    journal = store.meetings.start("g", "m2", on_disk=True)
    for event in (replace(started("m2"), group_id="g"), *KEPT[1:]):
        journal.append((event,))
    anew = store.meetings.rewrite_open("g", "m2", (started("m2"),))
    journal.close()
    anew.append((AnswerGiven("goal", "p2", "what", "tea"),))
    assert not (tmp_path / "groups/g/open/m2.head").exists()
    store.close()  # as after a kill: the new journal is never let go of in order
    again = reopened(tmp_path, "g")
    journal, happened, is_damaged = again.meetings.resume("g", "m2")
    journal.close()
    assert (len(happened), is_damaged) == (2, False)
    assert (tmp_path / "groups/g/open/m2.head").exists()
    again.close()

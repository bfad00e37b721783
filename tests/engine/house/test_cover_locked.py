"""The cover of a group with a passphrase: it locks, and leads back to the same prompt (S9, S12)."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.kiosk import MemoryKiosk
from facilitator.domain.answers import Typed
from facilitator.domain.commands import Pause
from facilitator.domain.events import Keep
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import Acknowledge, ChooseOne, Prompt, WriteText
from facilitator.domain.records import FrontEnd, Member, Seal
from facilitator.engine.own_word import locked
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.surroundings import OUR_GROUP, Surroundings
from facilitator.ports.ciphers import Cost
from facilitator.ports.sealing import StaysSealed
from facilitator.wording import cover as words
from facilitator.wording import refusals, sealing
from tests.adapters.storage.sealed import WORD, all_bytes
from tests.contracts.test_storage import CHEAP
from tests.engine.house.test_sealing import choices, machine, sealed
from tests.everywhere import explored
from tests.fakes import FakeSeals
from tests.scenario import Scenario, shipped, words_of

SESSION = shipped("first-meeting")
OWN = "canary by the sea"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder."""
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[DiskStore]:
    """The folder, opened; nothing is in it yet."""
    opened = DiskStore.open(folder, cipher=AesCipher, cost=CHEAP)
    yield opened
    opened.close()


def at_own_words(group: Scenario, keep: Keep = Keep.GROUP) -> Scenario:
    """Go from the rooms of the group to somebody's own turn, words of theirs on the screen."""
    group.back()
    group.set_out(SESSION, people=3, keep=keep)
    group.until(lambda prompt: prompt.id.endswith("@keyboard"))
    group.choose("p1")
    group.onward()
    group.write(OWN)
    group.back()
    assert OWN in words_of(group.prompt), "the control: it is there to be covered"
    return group


def covered(group: Scenario) -> Prompt:
    """Cover the screen; return what was there."""
    before = group.prompt
    assert group.press(KeyCommand.COVER)
    assert group.prompt.is_cover
    return replace(before, notice=None)


def shown(group: Scenario) -> Prompt:
    """Return what is shown, whatever short word goes with it."""
    return replace(group.prompt, notice=None)


def test_the_passphrase_leads_back_to_the_same_prompt(store: DiskStore) -> None:
    """S12, S9: no word of anybody under it; then all is as it was, and it goes on."""
    group = at_own_words(sealed(store)[0])
    happened = group.journal
    before = covered(group)
    assert group.around.seal is Seal.SHUT
    assert words.HINT_LOCKED in group.prompt.hint
    for hidden in (OWN, "Heron", before.title, before.question, before.where):
        assert hidden not in words_of(group.prompt)
    group.write(WORD)
    assert (shown(group), group.notice) == (before, sealing.OPENED)
    assert (group.around.seal, group.journal) == (Seal.OPEN, happened)
    group.write("and one more")
    assert len(group.journal) > len(happened)
    # The file is as if nothing had been: one chain, and nothing put aside.
    assert group.ports.store.resume("our-group", group.meeting.id)[2] is False


LENGTHS = (32, 40)
"""Of a key, and of a master key with what is closed together with it, in bytes."""


class KnownKeys(AesCipher):
    """The real ciphers; of each key that goes through them it remembers a fingerprint alone."""

    prints: set[bytes]

    def __init__(self) -> None:
        """Begin with none."""
        self.prints = set()

    def chance(self, length: int) -> bytes:
        """Remember a new key, or the salt of one."""
        return self._seen(super().chance(length))

    def unwrapped(self, key: bytes, closed: bytes) -> bytes:
        """Remember a key that was closed."""
        return self._seen(super().unwrapped(key, closed))

    def stretched(self, passphrase: str, salt: bytes, cost: Cost) -> bytes:
        """Remember the key of a passphrase."""
        return self._seen(super().stretched(passphrase, salt, cost))

    def _seen(self, key: bytes) -> bytes:
        if len(key) in LENGTHS:
            self.prints.add(sha256(key[:32]).digest())
        return key


def keys_in_memory(prints: set[bytes]) -> int:
    """Return how many of these keys any object still holds."""
    gc.collect()
    held = {
        sha256(one[:32]).digest()
        for holder in gc.get_objects()
        for one in gc.get_referents(holder)
        if type(one) is bytes and len(one) in LENGTHS
    }
    return len(held & prints)


def test_while_it_is_covered_no_object_of_ours_holds_a_key(folder: Path) -> None:
    """S9, S12: the group's key, its head's and the meeting's; the control finds all three."""
    cipher = KnownKeys()
    store = DiskStore.open(folder, cipher=lambda: cipher, cost=CHEAP)
    group = at_own_words(sealed(store)[0])
    assert keys_in_memory(cipher.prints) == 3, "the control: the group's, its head's, the meeting's"
    covered(group)
    assert keys_in_memory(cipher.prints) == 0
    assert not group.answer(Typed("not this one"))
    assert keys_in_memory(cipher.prints) == 0
    group.write(WORD)
    assert keys_in_memory(cipher.prints) == 3, "the control: it finds them again"
    store.close()


def test_while_it_is_covered_nothing_is_read_or_written(store: DiskStore, folder: Path) -> None:
    """S9, S12: whatever is pressed over it; each part of the store refuses by itself."""
    group = at_own_words(sealed(store)[0])
    store.book.save_member("our-group", Member("m1", "Morag"))
    covered(group)
    before = all_bytes(folder)
    happened, meeting = group.runner._desk.happened, group.meeting
    for key in (KeyCommand.HELP, KeyCommand.MENU, KeyCommand.ACCESS, KeyCommand.EASY):
        group.press(key)
        group.press(KeyCommand.COVER)
        assert group.prompt.id == "cover-locked"
    assert not group.answer(Typed("not this one"))
    with pytest.raises(StaysSealed):
        group.runner.ask(Pause())
    with pytest.raises(StaysSealed):
        store.meetings.resume("our-group", meeting.id)
    with pytest.raises(StaysSealed):
        store.book.save_member("our-group", Member("m2", "Ann"))
    assert store.book.members("our-group") == ()
    assert all_bytes(folder) == before
    assert (group.runner._desk.happened, group.meeting) == (happened, meeting)
    group.write(WORD)
    assert [one.name for one in store.book.members("our-group")] == ["Morag"], "the control"


def test_wrong_words_are_refused_kindly_and_help_is_there(store: DiskStore) -> None:
    """S12, S16, A15: the word of the cover and that of a kiosk do not open a group."""
    group, _ = sealed(store)
    group.around.group = replace(group.around.group, cover_word=locked("blue kettle", "salt"))
    kiosk = MemoryKiosk(locked("thistle and tea", "salt"))
    group.around.ports = replace(group.around.ports, kiosk=kiosk)
    before = covered(group)
    for wrong in ("blue kettle", "thistle and tea", "x", WORD + "!"):
        assert not group.answer(Typed(wrong))
        assert (group.prompt.id, group.notice) == ("cover-locked", refusals.OPEN_WRONG)
    assert group.press(KeyCommand.HELP)
    assert "You matter." in words_of(group.prompt)
    assert group.back()
    for key in (KeyCommand.PASS, KeyCommand.BACK, KeyCommand.COVER):
        assert not group.press(key)
    group.write(f"  {WORD.upper()} ")
    assert (group.prompt.id, group.prompt.is_cover) == (before.id, False)


def test_the_words_on_the_paper_open_it_and_a_new_passphrase_is_set(store: DiskStore) -> None:
    """S9, S12: when the passphrase is forgotten; then on at the same prompt."""
    group, paper = sealed(store)
    at_own_words(group)
    before = covered(group)
    group.choose("other")
    group.choose("words")
    assert group.prompt.is_cover
    assert not group.answer(Typed(" ".join(paper.split()[:15])))
    assert group.notice == sealing.WORDS_COUNT.format(now=15)
    assert not group.answer(Typed(" ".join(["acorn"] * 16)))
    assert group.notice == refusals.WORDS_WRONG
    group.write(paper)
    assert group.prompt.id == "seal-set"
    group.write("a calm sea at noon")
    group.write("a calm sea at noon")
    assert shown(group) == before
    covered(group)
    assert not group.answer(Typed(WORD))
    group.write("a calm sea at noon")
    assert shown(group) == before


def test_what_is_typed_can_be_seen_on_wish(store: DiskStore) -> None:
    """A18: in plain lines by a row; on the full screen any hidden line can be shown."""
    group, _ = sealed(store)
    before = covered(group)
    assert group.asked(WriteText).hidden
    group.choose("other")
    assert choices(group) == ["back", "shown", "words", "end"]
    group.choose("shown")
    assert not group.asked(WriteText).hidden
    assert group.prompt.is_private
    group.write(WORD)
    assert shown(group) == before
    full, _ = machine(store, FrontEnd.FULL), None
    full.write(WORD)
    covered(full)
    full.choose("other")
    assert choices(full) == ["back", "words", "end"]
    full.choose("back")
    assert full.prompt.id == "cover-locked"


@pytest.mark.parametrize("keep", [Keep.TODAY, Keep.NOTHING])
def test_nobody_is_shut_in_and_what_was_saved_is_there_at_the_next_start(
    store: DiskStore, keep: Keep
) -> None:
    """S1, S12: the program can be closed from the cover; it says what that costs."""
    group = at_own_words(sealed(store)[0], keep)
    covered(group)
    group.choose("other")
    is_said = "its words go when the program closes" in words_of(group.prompt)
    assert is_said is (keep is Keep.NOTHING)
    group.choose("end")
    assert group.runner.is_over
    again = machine(store)
    assert again.prompt.id == "seal-open"
    again.write(WORD)
    assert choices(again)[0].startswith("resume-") is (keep is Keep.TODAY)


def test_a_kiosk_is_closed_from_the_cover_by_its_own_word_alone(store: DiskStore) -> None:
    """S13, S12: each word for its own door; a slip leads back to the cover."""
    group = at_own_words(sealed(store)[0])
    kiosk = MemoryKiosk(locked("thistle and tea", "salt"))
    group.around.ports = replace(group.around.ports, kiosk=kiosk)
    before = covered(group)
    group.choose("other")
    group.choose("end")
    assert group.prompt.id == "leaving-word"
    assert not group.answer(Typed(WORD))
    group.press(KeyCommand.COVER)
    assert group.prompt.id == "cover-locked"
    group.write(WORD)
    assert shown(group) == before
    covered(group)
    group.choose("other")
    group.choose("end")
    group.write("thistle and tea")
    assert group.runner.is_over


def test_a_power_cut_under_the_cover_loses_nothing_and_leaves_it_locked(store: DiskStore) -> None:
    """M7, S9, S13: the next start asks for the passphrase, then offers the same prompt."""
    group = at_own_words(sealed(store)[0])
    before = covered(group)
    for kiosk in (None, MemoryKiosk("")):
        again = machine(store)
        around = replace(again.around, ports=replace(again.ports, kiosk=kiosk))
        again = Scenario(around.ports, around, MeetingRunner.opened(around))
        assert again.prompt.id == "seal-open"
        again.write(WORD)
        assert not again.prompt.is_cover
        again.choose("resume-m1")
        assert shown(again) == before


def test_a_meeting_of_which_nothing_is_kept_is_covered_and_goes_on(
    store: DiskStore, folder: Path
) -> None:
    """S6, S12: it is in memory alone; the group's book locks all the same."""
    group = at_own_words(sealed(store)[0], Keep.NOTHING)
    before, bytes_before = covered(group), all_bytes(folder)
    assert group.around.seal is Seal.SHUT
    group.write(WORD)
    assert shown(group) == before
    group.write("one more")
    assert all_bytes(folder) == bytes_before


def test_a_group_that_is_locked_has_nothing_to_lock(store: DiskStore) -> None:
    """S12: whoever meets without the passphrase is not asked for it by the cover."""
    sealed(store)
    group = machine(store)
    group.back()
    covered(group)
    assert isinstance(group.prompt.input, Acknowledge)
    group.onward()
    assert group.prompt.id == "home-shut"


def test_at_every_prompt_of_a_meeting_it_covers_and_comes_back(store: DiskStore) -> None:
    """S12, M7: from the first step to the close, the journal read anew each time."""
    group, _ = sealed(store)
    group.back()
    group.set_out(SESSION, people=2, keep=Keep.GROUP)
    places = 0
    while group.has_meeting():
        before = covered(group)
        group.write(WORD)
        assert shown(group) == before
        places += 1
        group.onward()
    assert places > 20
    assert group.prompt.id == "farewell"
    group.onward()
    assert group.prompt.id == "home-shut"
    group.choose("open")
    group.write(WORD)
    group.choose("past")
    group.choose("m1")
    before = covered(group)
    group.write(WORD)
    assert shown(group) == before, "a room of the house too"


def cut(path: Path) -> None:
    """Take the second half of a file away."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    """Change one byte in the middle of a file."""
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)


def take_away_the_folder(path: Path) -> None:
    """Delete a file, what is beside it, and their folder."""
    for one in path.parent.iterdir():
        one.unlink()
    path.parent.rmdir()


@pytest.mark.parametrize("harm", [cut, flip, Path.unlink, take_away_the_folder])
def test_a_file_that_was_changed_under_the_cover_costs_no_word(
    store: DiskStore, folder: Path, harm: object
) -> None:
    """S1, S3, S9: the meeting that is open counts; it is written anew, and that is said."""
    group = at_own_words(sealed(store)[0])
    happened = group.journal
    before = covered(group)
    assert callable(harm)
    harm(folder / "groups/our-group/open/m1.journal")
    group.write(WORD)
    assert (shown(group), group.notice) == (before, words.FILE_CHANGED)
    group.write("and one more")
    assert group.journal[: len(happened)] == happened
    again = machine(store)
    again.write(WORD)
    again.choose("resume-m1")
    assert again.meeting == group.meeting


def test_a_second_cover_over_the_same_meeting_is_as_good_as_the_first(store: DiskStore) -> None:
    """S12: with and without an answer in between."""
    group = at_own_words(sealed(store)[0])
    for number in range(3):
        before = covered(group)
        group.write(WORD)
        assert shown(group) == before
        covered(group)
        group.write(WORD)
        group.write(f"canary {number}")
        group.back()
    assert group.ports.store.resume("our-group", "m1")[2] is False


def test_the_group_is_told_what_opens_the_cover(store: DiskStore) -> None:
    """S12: with a passphrase no word of the cover's own is offered; without one it is."""
    group = machine(store)
    group.choose("group")
    group.choose("cover")
    assert choices(group) == ["done", "idle", "word"]
    assert words.WAYS_LOCKS not in group.prompt.body
    group, _ = sealed(store)
    group.choose("cover")
    assert choices(group) == ["done", "idle"]
    assert words.WAYS_LOCKS in group.prompt.body
    group.choose("idle")
    assert words.WAYS_LOCKS in group.prompt.body


def test_whoever_changed_something_is_not_asked_to_keep_it_while_it_is_locked(
    store: DiskStore,
) -> None:
    """A13, S12: it could not be written; it is asked once the group is open again."""
    group = at_own_words(sealed(store)[0])
    assert group.around.turn
    group.press(KeyCommand.ACCESS)
    group.choose("easy")
    group.press(KeyCommand.COVER)
    group.press(KeyCommand.ACCESS)
    group.choose("done")
    assert group.prompt.id == "cover-locked"
    group.write(WORD)
    assert group.prompt.id == "access"
    group.choose("done")
    assert group.prompt.id == "keep-ways"
    group.choose("yes")
    assert any(one.ways for one in store.book.members("our-group"))


def test_no_row_and_no_key_leads_past_a_cover_that_locks() -> None:
    """S12: the house is explored from the cover on; the meeting beneath is never shown."""
    keys = (KeyCommand.HELP, KeyCommand.ACCESS, KeyCommand.MENU, KeyCommand.BACK, KeyCommand.EASY)
    begun = [(), *((key,) for key in keys), *((one, two) for one in keys for two in keys)]
    seen = {prompt.id for prompt in explored(a_locked_meeting, *begun)}
    assert {"cover-locked", "cover-other", "cover-words", "help", "access", "menu"} <= seen
    assert not [one for one in seen if "/" in one or one in ("give-who", "forget-who", "home")]


def a_locked_meeting() -> Scenario:
    """Return a meeting in memory, the cover of a sealed group over it."""
    seals = FakeSeals({OUR_GROUP.id: WORD}, {OUR_GROUP.id})
    ports = replace(Scenario.machine(SESSION).ports, seals=seals)
    around = Surroundings(ports, OUR_GROUP, ports.settings.read(), FrontEnd.PLAIN)
    group = Scenario(ports, around, MeetingRunner(around))
    group.set_out(SESSION, people=2)
    group.press(KeyCommand.COVER)
    assert not isinstance(group.prompt.input, ChooseOne)
    return group

"""The rooms of a group's passphrase, by the whole program over a real sealed folder (S9)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.answers import Typed
from facilitator.domain.events import Keep
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import ChooseOne, WriteText
from facilitator.domain.records import FrontEnd, Group, Seal
from facilitator.engine.house.recovery import key_of, words_of
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.spoken import sentences_of
from facilitator.meetings.surroundings import OUR_GROUP, Ports, Surroundings
from facilitator.wording import house, keeping, refusals
from facilitator.wording import sealing as words
from facilitator.wording.recovery_words import RECOVERY_WORDS
from tests.adapters.storage.sealed import WORD, all_bytes, holds
from tests.contracts.test_storage import CHEAP
from tests.fakes import FakeClock, MemorySettings, MemoryShelf
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")


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


def machine(store: DiskStore, front_end: FrontEnd = FrontEnd.PLAIN) -> Scenario:
    """Return a start of the program on a data folder, every key let go of."""
    store.seals.shut_all()
    clock = FakeClock(datetime(2026, 11, 24, 19, 0, tzinfo=UTC))
    clock.last = len(list(store.meetings.rows("our-group"))) + len(
        store.meetings.unfinished("our-group")
    )
    shelf = MemoryShelf((SESSION,))
    ports = Ports(
        store.meetings, store.book, MemorySettings(), shelf, clock,
        seals=store.seals, exports=store.exports,
    )  # fmt: skip
    groups = store.book.groups()
    group = groups[0] if groups else OUR_GROUP
    around = Surroundings(ports, group, ports.settings.read(), front_end)
    return Scenario(ports, around, MeetingRunner.opened(around))


def sealed(store: DiskStore, front_end: FrontEnd = FrontEnd.PLAIN) -> tuple[Scenario, str]:
    """Set a passphrase by the rooms; return the program at home, and the words on the paper."""
    group = machine(store, front_end)
    to_the_words(group)
    paper = group.around.recovery
    group.choose("done")
    group.write(f"{paper[2]} {paper[7]} {paper[13]}")
    return group, " ".join(paper)


def to_the_words(group: Scenario) -> None:
    """Go from home to the recovery words."""
    group.choose("group")
    group.choose("seal")
    group.choose("yes")
    group.write(WORD)
    group.write(WORD)
    assert group.prompt.id == "seal-words"


def choices(group: Scenario) -> list[str]:
    """Return the ids of the rows that are shown."""
    return [one.id for one in group.asked(ChooseOne).choices]


def test_a_passphrase_is_set_in_a_few_screens(store: DiskStore) -> None:
    """S9: explained, typed twice, sixteen words shown and confirmed, and then it holds."""
    group, paper = sealed(store)
    assert group.notice == words.PUT_ON
    assert group.prompt.id == "our-group"
    assert group.around.seal is Seal.OPEN
    assert len(paper.split()) == 16
    assert group.around.recovery == ()


def test_it_says_first_that_without_both_the_words_are_lost(store: DiskStore) -> None:
    """S9: before anybody types; the first row leaves all as it is."""
    group = machine(store)
    group.choose("group")
    group.choose("seal")
    said = " ".join((*group.prompt.body, group.prompt.hint))
    assert "lost for good" in said
    assert "Traces of it may stay on the disk." in said
    assert choices(group)[0] == "no"
    group.choose("no")
    assert group.around.seal is Seal.NONE


def test_nothing_counts_before_the_words_are_confirmed(store: DiskStore, folder: Path) -> None:
    """S9: until then nothing is written; it can be stopped, and left by going back."""
    group = machine(store)
    group.choose("group")
    before = all_bytes(folder)
    group.back()
    to_the_words(group)
    assert all_bytes(folder) == before
    paper = group.around.recovery
    group.choose("done")
    for wrong in ("acorn acorn acorn", paper[2], " ".join(paper), f"{paper[2]} {paper[7]} x"):
        assert not group.answer(Typed(wrong))
        assert group.notice == words.CONFIRM_WRONG
    assert all_bytes(folder) == before
    group.back()
    assert group.prompt.id == "seal-words"
    assert group.around.recovery == paper
    group.choose("stop")
    assert group.notice == words.STOPPED
    assert (group.around.seal, group.around.recovery) == (Seal.NONE, ())
    assert all_bytes(folder) == before


def test_a_slip_between_the_two_is_said_and_it_begins_again(store: DiskStore) -> None:
    """S9, A15: too short, then not the same."""
    group = machine(store)
    for row in ("group", "seal", "yes"):
        group.choose(row)
    assert not group.answer(Typed("a b c d"))
    assert group.notice == words.SET_SHORT
    group.write(WORD)
    group.write(WORD + "s")
    assert group.notice == words.NOT_THE_SAME
    assert group.prompt.id == "seal-set"
    group.write(WORD)
    group.write(f"  {WORD.upper()} ")
    assert group.prompt.id == "seal-words"


def test_the_words_are_shown_as_a_code_too_and_a_voice_says_them_only_when_asked(
    store: DiskStore,
) -> None:
    """S9, A12: the code holds the same sixteen words."""
    group = machine(store)
    to_the_words(group)
    key = group.around.recovery
    assert group.prompt.code is not None
    assert key_of(group.prompt.code.target) == key_of(" ".join(key))
    shown = " ".join(group.prompt.body)
    assert all(word in shown for word in key)
    spoken = " ".join(sentences_of(group.prompt, aloud=False))
    assert not any(f" {word}," in spoken for word in key)
    group.choose("aloud")
    spoken = " ".join(sentences_of(group.prompt, aloud=False))
    assert all(word in spoken for word in key)


def test_the_next_start_asks_for_the_passphrase(store: DiskStore) -> None:
    """S9, A18: hidden, or shown on wish; wrong as often as it takes, kindly; then home."""
    sealed(store)
    again = machine(store)
    assert again.prompt.id == "seal-open"
    assert again.asked(WriteText).hidden
    for wrong in ("x", "another one", WORD + "!"):
        assert not again.answer(Typed(wrong))
        assert again.notice == refusals.OPEN_WRONG
        assert again.prompt.id == "seal-open"
    again.back()
    assert again.prompt.id == "home-shut"
    again.choose("shown")
    assert not again.asked(WriteText).hidden
    assert again.prompt.is_private
    again.write(WORD)
    assert (again.prompt.id, again.notice) == ("home", words.OPENED)
    assert again.around.seal is Seal.OPEN


def test_a_meeting_of_a_sealed_group_is_kept_closed_and_locks_it(
    store: DiskStore, folder: Path
) -> None:
    """S9, M7: the whole way, a power cut in the middle; no name and no word in the folder."""
    group, _ = sealed(store)
    group.back()
    group.set_out(SESSION, keep=Keep.GROUP)
    group.until_step("goal")
    # A name of three letters may come about in sealed bytes by chance.
    names = [person.name for person in group.meeting.people if len(person.name) > 4]
    assert names
    assert not any(holds(folder, name) for name in names)
    where = group.prompt.id
    again = machine(store)
    assert again.prompt.id == "seal-open"
    again.write(WORD)
    again.choose("resume-m1")
    assert again.prompt.id == where
    again.until(lambda prompt: prompt.id == "farewell")
    assert again.prompt.body[-1].startswith("We've finished. The words are kept for our group")
    again.onward()
    assert again.prompt.id == "home-shut"
    assert again.around.seal is Seal.SHUT
    assert not any(holds(folder, name) for name in names)
    again.choose("open")
    again.write(WORD)
    again.choose("past")
    again.choose("m1")
    assert len(again.prompt.body) > 1


def test_a_file_of_words_is_said_to_be_outside_the_lock(store: DiskStore) -> None:
    """S9, S8: before it is written; a group without a passphrase hears nothing of one."""
    for is_sealed in (False, True):
        group = sealed(store)[0] if is_sealed else machine(store)
        while group.prompt.id != "home":
            group.back()
        group.set_out(SESSION, keep=Keep.GROUP)
        group.until_step("check-in")
        group.choose("note")
        group.write("a bright morning")
        group.until(lambda prompt: prompt.id in ("home", "home-shut"))
        if is_sealed:
            group.choose("open")
            group.write(WORD)
        group.choose("past")
        group.choose(group.asked(ChooseOne).choices[0].id)
        group.choose("give")
        group.choose("Heron")
        assert "text" in choices(group)
        assert (keeping.GIVE_FILE_OPEN in group.prompt.hint) is is_sealed


def test_a_plain_group_shows_the_names_that_the_search_looks_for(
    store: DiskStore, folder: Path
) -> None:
    """S9: the control of the search above."""
    group = machine(store)
    group.set_out(SESSION, keep=Keep.GROUP)
    assert all(holds(folder, person.name) for person in group.meeting.people)


def test_a_locked_group_can_meet_with_nothing_kept(store: DiskStore, folder: Path) -> None:
    """S9, S6: only that is offered, and it leaves no byte."""
    sealed(store)
    again = machine(store)
    again.back()
    before = all_bytes(folder)
    again.choose("start")
    again.choose(SESSION.id)
    again.choose("person")
    assert choices(again) == ["nothing"]
    assert house.KEEP_SHUT in again.prompt.body
    again.choose("nothing")
    again.until(lambda prompt: prompt.id == "home-shut")
    assert all_bytes(folder) == before


def test_an_open_group_is_told_that_what_it_keeps_is_locked(store: DiskStore) -> None:
    """C3, S9: a plain one is told that whoever owns the machine can read it."""
    group, _ = sealed(store)
    group.back()
    group.until(lambda prompt: prompt.id == "keeping")
    assert house.KEEP_SEALED in group.prompt.body
    assert house.KEEP_OWNER not in group.prompt.body


def test_the_paper_opens_it_and_a_new_passphrase_is_set(store: DiskStore) -> None:
    """S9: when the passphrase is forgotten; three letters of each word are enough."""
    _, paper = sealed(store)
    again = machine(store)
    again.back()
    again.choose("words")
    assert not again.answer(Typed(" ".join(paper.split()[:15])))
    assert again.notice == words.WORDS_COUNT.format(now=15)
    for wrong in (" ".join(["acorn"] * 16), " ".join(["qqq"] * 16)):
        assert not again.answer(Typed(wrong))
        assert again.notice == refusals.WORDS_WRONG
    again.write(", ".join(word[:3].upper() for word in paper.split()))
    assert again.prompt.id == "seal-set"
    again.write("a calm sea at noon")
    again.write("a calm sea at noon")
    assert (again.prompt.id, again.notice) == ("home", words.CHANGED)
    third = machine(store)
    assert not third.answer(Typed(WORD))
    third.write("a calm sea at noon")
    assert third.prompt.id == "home"


def test_the_passphrase_is_changed_by_whoever_knows_it(store: DiskStore) -> None:
    """S9: a passer-by at an open machine cannot lock the group out."""
    group, _ = sealed(store)
    group.choose("seal")
    group.choose("change")
    assert not group.answer(Typed("who knows"))
    assert group.notice == refusals.OPEN_WRONG
    assert group.around.seal is Seal.OPEN
    group.write(WORD)
    group.write("a calm sea at noon")
    group.write("a calm sea at noon")
    assert group.notice == words.CHANGED
    again = machine(store)
    assert not again.answer(Typed(WORD))
    again.write("a calm sea at noon")
    assert again.prompt.id == "home"


def test_setting_it_aside_and_ending_the_program_lock_it(store: DiskStore) -> None:
    """S9: whoever comes after finds it locked."""
    group, _ = sealed(store)
    group.back()
    group.set_out(SESSION)
    group.menu("stop")
    group.choose("later")
    assert (group.prompt.id, group.around.seal) == ("home-shut", Seal.SHUT)
    group.choose("open")
    group.write(WORD)
    assert choices(group)[0].startswith("resume-")
    group.choose("end")
    assert store.seals.state("our-group") is Seal.SHUT


def test_a_power_cut_after_somebody_was_forgotten_is_no_damage(store: DiskStore) -> None:
    """S8, S9: what says how long the journal is speaks of the one that was written anew."""
    group, _ = sealed(store)
    group.back()
    group.set_out(SESSION, people=3)
    group.menu("forget")
    group.several(group.meeting.people[1].name)
    group.choose("yes")
    again = machine(store)
    again.write(WORD)
    _, happened, is_damaged = store.meetings.resume("our-group", "m1")
    assert not is_damaged
    assert happened == group.runner._desk.happened


def test_whom_people_turn_to_is_known_only_while_it_is_open(store: DiskStore, folder: Path) -> None:
    """S9, M18: it is a person's name, so it is sealed with the rest."""
    group = machine(store)
    group.choose("group")
    group.choose("turn-to")
    group.write("Morag Campbell")
    group.back()
    to_the_words(group)
    paper = group.around.recovery
    group.choose("done")
    assert holds(folder, "Morag Campbell")
    group.write(f"{paper[2]} {paper[7]} {paper[13]}")
    assert not holds(folder, "Morag Campbell")
    assert group.around.group.turn_to == "Morag Campbell"
    again = machine(store)
    assert again.around.group.turn_to == ""
    again.write(WORD)
    assert again.around.group.turn_to == "Morag Campbell"
    again.set_out(SESSION, keep=Keep.GROUP)
    assert again.around.groups[0].turn_to == "Morag Campbell"
    assert not holds(folder, "Morag Campbell")


def test_each_group_has_its_own_passphrase(store: DiskStore) -> None:
    """M19, S9: going to another group locks the one before; a locked one asks at once."""
    group, _ = sealed(store)
    store.book.add_group(Group("tea", "Tea and talk"))
    group.choose("another")
    group.choose("tea")
    assert group.prompt.id == "home"
    assert store.seals.state("our-group") is Seal.SHUT
    group.choose("group")
    group.choose("another")
    group.choose("our-group")
    assert group.prompt.id == "seal-open"
    group.back()
    group.choose("another")
    group.choose("tea")
    assert group.prompt.id == "home"


def test_with_two_groups_the_chosen_one_asks(store: DiskStore) -> None:
    """M19, S9: first which group, then its passphrase."""
    sealed(store)
    store.book.add_group(Group("tea", "Tea and talk"))
    again = machine(store)
    assert again.prompt.id == "which-group"
    again.choose("our-group")
    assert again.prompt.id == "seal-open"
    other = machine(store)
    other.choose("tea")
    assert other.prompt.id == "home"


def test_keys_that_are_damaged_are_told_of_and_leave_a_way_on(
    store: DiskStore, folder: Path
) -> None:
    """S3, S9: nothing can be opened, and nobody is stuck."""
    sealed(store)
    path = folder / "groups/our-group/keys.jsonl"
    path.write_bytes(b"torn")
    again = machine(store)
    assert again.prompt.id == "home-shut"
    assert set(words.BROKEN) <= set(again.prompt.body)
    assert choices(again) == ["start", "another", "access", "end"]
    assert path.read_bytes() == b"torn"
    again.choose("start")
    again.press(KeyCommand.BACK)
    again.choose("end")
    assert again.runner.is_over


def test_shown_on_the_full_screen_hidden_in_lines(store: DiskStore) -> None:
    """A18, S11: a line of plain mode would stay in the window."""
    for front_end, hidden in ((FrontEnd.FULL, False), (FrontEnd.PLAIN, True)):
        group = machine(store, front_end)
        for row in ("group", "seal", "yes"):
            group.choose(row)
        assert group.asked(WriteText).hidden is hidden
        assert group.prompt.is_private


def test_a_rehearsal_and_a_machine_without_ciphers_offer_no_passphrase() -> None:
    """S9: what cannot be done is not offered."""
    group = Scenario.machine(SESSION)
    group.choose("group")
    assert "seal" not in choices(group)


def test_every_key_is_sixteen_words_and_every_word_a_byte() -> None:
    """S9: 128 bits; whole, by three letters, with numbers and stops between."""
    assert len(set(RECOVERY_WORDS)) == 256
    assert len({word[:3] for word in RECOVERY_WORDS}) == 256
    for key in (bytes(16), bytes(range(16)), bytes(range(240, 256)), b"\xff" * 16):
        told = words_of(key)
        assert key_of(" ".join(told)) == key
        assert key_of(". ".join(f"{at} {word[:3]}" for at, word in enumerate(told))) == key
    for wrong in ("acorn xylophone", "acornx", "ac"):
        assert key_of(wrong) is None
    assert key_of("") == b""


def test_the_longest_words_still_make_a_code_for_a_small_window() -> None:
    """S9, T1: 24 rows of half blocks hold 48 modules, quiet zone included."""
    from facilitator.adapters.qr.maker import QrCodeMaker

    longest = sorted(RECOVERY_WORDS, key=len)[-16:]
    modules = QrCodeMaker().modules(" ".join(longest).upper())
    assert modules is not None
    assert len(modules) <= 48


def test_no_two_words_are_one_slip_apart() -> None:
    """S9: a letter misread on paper never makes another word of the list."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    known = set(RECOVERY_WORDS)
    for word in RECOVERY_WORDS:
        slips = {word[:at] + one + word[at + 1 :] for at in range(len(word)) for one in letters}
        slips |= {word[:at] + word[at + 1 :] for at in range(len(word))}
        assert not (slips - {word}) & known, word


def test_a_passphrase_is_in_no_repr() -> None:
    """S10: a fault that is written down cannot hold it."""
    from facilitator.adapters.storage.keys import prepared
    from facilitator.adapters.storage.open_seal import OwnKey
    from facilitator.engine.house import effects, sealing

    for held in (
        effects.AskSeal(effects.SealWish.OPEN, WORD), sealing.OnceMore(WORD),
    ):  # fmt: skip
        assert WORD not in repr(held)
    made = prepared(AesCipher(), CHEAP, WORD, bytes(16))
    assert repr(made.master) not in repr(made)
    assert "secret" not in repr(replace(OwnKey(b"secret", "w")))

"""Every stored file, made wrong in every way: the program opens, goes on, throws nothing away (S3)."""

import random
import shutil
import tracemalloc
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.kiosk import DiskKiosk
from facilitator.domain.answers import Chosen
from facilitator.domain.events import Keep
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import ChooseOne
from facilitator.domain.records import FrontEnd, Ways
from facilitator.files.disk import Disk
from facilitator.meetings import command_line
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.surroundings import OUR_GROUP, Ports, Surroundings
from tests.adapters.storage.hostile import THINGS, Held, is_unharmed, not_held, put
from tests.fakes import FakeClock, MemoryShelf
from tests.fuzz.effort import EXAMPLES
from tests.fuzz.mutation import mutated, mutated_json
from tests.scenario import Scenario, shipped, words_of

NAMES = (
    "settings.json", "leaving-word.json", "open-meeting.json", "groups/our-group/group.json",
    "groups/our-group/book.json", "groups/our-group/index.jsonl", "journal", "closed",
)  # fmt: skip
MORE_NAMES = (
    *NAMES, "lock", ".trial", "reserve", "groups/our-group/keys.jsonl",
    "groups/our-group/head.jsonl", "groups/our-group/gone.txt",
    "groups/our-group/sessions/tea.toml", "groups/our-group/drafts/tea.toml",
    "groups/our-group/exports/words.txt", "groups/other/group.json", "groups/other/book.json",
)  # fmt: skip
"""Every file that the program may open in its folder."""

PAIRS = [
    (name, thing)
    for row, name in enumerate(MORE_NAMES)
    for column, thing in enumerate(THINGS)
    if EXAMPLES >= 1000 or (row + column) % 3 == 0
]
"""Each thing in each place; in a run of every day a third of them, each time the same."""

MEGABYTE = 1024 * 1024


def opened(data: Path) -> tuple[DiskStore, Scenario]:
    """Open the program on a data folder, as a kiosk."""
    clock = FakeClock(Scenario.machine().ports.clock.now())
    clock.last = 50
    store = DiskStore.open(data)
    shelf = MemoryShelf((shipped("first-meeting"), shipped("weekly-meeting")))
    kiosk = DiskKiosk(Disk(), data)
    ports = Ports(store.meetings, store.book, store.settings, shelf, clock, kiosk=kiosk)
    around = Surroundings(ports, OUR_GROUP, store.settings.read(), FrontEnd.PLAIN)
    groups = store.book.groups()
    around.group = groups[0] if groups else OUR_GROUP
    return store, Scenario(ports, around, MeetingRunner.opened(around))


@lru_cache(maxsize=1)
def a_machine() -> TemporaryDirectory[str]:
    """Return a data folder with a closed meeting, a member, a word, and a meeting cut short."""
    folder = TemporaryDirectory()
    store, group = opened(Path(folder.name))
    group.choose("none")
    group.ports.settings.save(Ways(keys={"help": "h"}, extras={"a": "b"}))
    group.set_out(shipped("first-meeting"), people=3, keep=Keep.GROUP)
    group.until(lambda prompt: prompt.id == "goal//@keyboard")
    group.choose("p1")
    group.onward()
    group.write("a walk")
    group.pass_()
    group.pass_()
    group.choose("yes")
    group.to_the_end()
    group.set_out(shipped("weekly-meeting"), people=2, keep=Keep.GROUP)
    for _ in range(4):
        group.onward()
    store.close()
    return folder


def file_of(data: Path, name: str) -> Path:
    """Return the file that this name stands for."""
    shapes = {"journal": "groups/*/open/*.journal", "closed": "groups/*/meetings/*.json"}
    return next(data.glob(shapes[name])) if name in shapes else data / name


def lived_with(data: Path) -> None:
    """Open the program, look at every room that reads a file, answer a little, end."""
    store, group = opened(data)
    try:
        for _ in range(6):
            words_of(group.prompt)
            if group.has_meeting() or group.prompt.id == "home":
                break
            group.onward()
        for command in (KeyCommand.HELP, KeyCommand.BACK, KeyCommand.ACCESS, KeyCommand.EASY):
            group.press(command)
        if not group.has_meeting():
            for _ in range(3):
                group.press(KeyCommand.BACK)
            looked_round(group)
        for _ in range(4):
            group.answer(group.first_answer())
        for shape in ("text", "json", "csv"):
            for one in tuple(group.around.past(0, 5)):
                book = group.ports.book
                command_line.records(
                    group.ports, book.groups(), "export",
                    meeting_id=one.id, shape=shape, whose=None, word=str,
                )  # fmt: skip
    finally:
        store.close()


def looked_round(group: Scenario) -> None:
    """Open past meetings and go on with what is unfinished."""
    asked = group.prompt.input
    for choice in ("past", *(one.id for one in getattr(asked, "choices", ()))):
        if choice == "past" or choice.startswith("resume-"):
            group.answer(Chosen(choice))
            inner = group.prompt.input
            if choice == "past" and isinstance(inner, ChooseOne):
                group.answer(Chosen(inner.choices[0].id))
                group.press(KeyCommand.BACK)
                group.press(KeyCommand.BACK)


def made_wrong(data: Path, name: str, chance: random.Random, many: int) -> bytes:
    """Change one file; return what it was changed to."""
    path = file_of(data, name)
    raw = path.read_bytes()
    is_whole_json = name not in ("journal", "groups/our-group/index.jsonl")
    if is_whole_json and chance.random() < 0.5:
        wrong = mutated_json(raw, chance, many)
    else:
        wrong = mutated(raw, chance, many)
    path.write_bytes(wrong)
    return wrong


@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(NAMES), st.integers(1, 6))
def test_a_file_made_wrong_stops_nothing(chance: random.Random, name: str, many: int) -> None:
    """S3, S15: no fault; every word that is shown is clean; it opens again afterwards."""
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(a_machine().name, data)
        made_wrong(data, name, chance, many)
        lived_with(data)
        lived_with(data)


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """Return a copy of the machine."""
    shutil.copytree(a_machine().name, tmp_path / "data")
    return tmp_path / "data"


HARM = {
    "deep-lists": b"[" * 200_000,
    "deep-tables": b'{"a":' * 200_000,
    "one-key-again-and-again": b"{" + b'"ways":{},' * 100_000 + b'"ways":{}}',
    "a-number-of-many-digits": b'{"ways":{"1":{"rate":' + b"9" * 100_000 + b"}}}",
    "nothing": b"",
    "zeros": b"\0" * 100_000,
    "no-text": b"\xff\xfe" * 50_000,
    "lines-without-end": b"\n" * 20_000,
}


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("name", NAMES)
def test_a_file_made_to_harm_stops_nothing(machine: Path, name: str, harm: str) -> None:
    """S3, S15: nesting 200,000 deep, 100,000 repeated keys, zeros; memory bounded."""
    file_of(machine, name).write_bytes(HARM[harm])
    tracemalloc.start()
    try:
        lived_with(machine)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 60 * MEGABYTE


@pytest.mark.parametrize(("name", "thing"), PAIRS)
def test_something_hostile_in_place_of_a_file_stops_nothing(
    machine: Path, name: str, thing: str
) -> None:
    """S3, S13: nothing waits, fills the memory, or follows a link; the program opens again."""
    path = file_of(machine, name)
    put(path, thing)
    tracemalloc.start()
    try:
        with not_held():
            lived_with(machine)
            lived_with(machine)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 60 * MEGABYTE
    assert is_unharmed(path)
    if thing == "folder" and name not in REPLACED:
        assert path.is_dir() or path.with_suffix(".damaged-1").is_dir()


REPLACED = ("reserve", ".trial", "open-meeting.json")
"""Files of ours that hold nobody's words: what lies in their place may go."""


@pytest.mark.parametrize("thing", ["pipe", "link-to-zeros"])
def test_a_program_without_care_is_held(tmp_path: Path, thing: str) -> None:
    """S3: a control; what is put there does hold a program that only opens and reads."""
    path = tmp_path / "book.json"
    put(path, thing)
    with not_held(1), pytest.raises(Held):
        read_without_care(path)


def read_without_care(path: Path) -> None:
    """Read a file to its end."""
    with path.open("rb") as file:
        while file.read(MEGABYTE):
            pass


@pytest.mark.parametrize("thing", THINGS)
def test_what_is_wrong_in_one_group_is_not_felt_in_another(machine: Path, thing: str) -> None:
    """S3, M19: every file of the other group is something else; ours is whole."""
    for name in ("group.json", "book.json", "keys.jsonl", "index.jsonl", "gone.txt"):
        put(machine / "groups/other" / name, thing)
    with not_held():
        store, group = opened(machine)
    try:
        assert [one.name for one in store.book.groups() if one.id == OUR_GROUP.id]
        assert group.around.group.id == OUR_GROUP.id
        assert group.around.is_book_whole
        assert group.around.latest is not None
    finally:
        store.close()

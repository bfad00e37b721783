"""One stream of changes, and three stores that keep it: ours, TinyDB's own, SQLite."""

import json
import random
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from tinydb import TinyDB
from tinydb.storages import JSONStorage
from tinydb.table import Document

from facilitator.adapters.storage.meetings import DiskMeetingStore
from facilitator.adapters.storage.records import read_journal
from facilitator.domain import events
from facilitator.domain.events import Keep, SeenBy
from facilitator.domain.records import ClosedMeeting, KeptAnswer
from facilitator.files.disk import Disk
from facilitator.ports.storage import Journal
from scripts.bench_faults_controls import Careless, Hasty, WithoutNewSync, WithoutSync

EVENING = 60
"""So many changes, then the meeting is closed and the next begun."""

PLACES = 40
AT = 0
"""The place that says where the meeting is, for turns that were passed."""

State = dict[int, str]


class UnreadableError(Exception):
    """What was kept cannot be read at all."""


@dataclass(frozen=True)
class Change:
    """One change: "add" (or change), "pass" or "undo", at a place."""

    kind: str
    place: int
    words: str = ""


@cache
def change(number: int) -> Change:
    """Return the number-th change, the same in every process."""
    chance = random.Random(number)  # noqa: S311  no secret
    kind = chance.choices(("add", "pass", "undo"), (7, 2, 1))[0]
    # The first change of an evening shows, so that an evening without any is seen as lost.
    kind = kind if number % EVENING else "add"
    place = chance.randrange(1, PLACES)
    length = chance.choice((5, 40, 200, 700))
    return Change(kind, place, f"{number} " + "a walk by the sea " * (length // 18 + 1))


def applied(state: State, number: int) -> State:
    """Return the state after one more change."""
    one = change(number)
    match one.kind:
        case "add":
            return {**state, one.place: one.words}
        case "pass":
            return {**state, AT: str(number)}
        case _:
            return {place: words for place, words in state.items() if place != one.place}


@cache
def _before(evening: int, count: int) -> State:
    return {} if not count else applied(_before(evening, count - 1), evening * EVENING + count - 1)


def evenings_of(numbers: int) -> list[State]:
    """Return what each evening must hold after so many changes, the last one open."""
    full, rest = divmod(numbers, EVENING)
    counts = [EVENING] * full + ([rest] if rest else [])
    return [_before(evening, count) for evening, count in enumerate(counts)]


class Store(Protocol):
    """Keeps changes in a folder. Any fault of the disk comes as an exception."""

    def do(self, number: int) -> None:
        """Keep one change; return only when it is kept."""

    def close(self) -> None:
        """Let go."""


Opened = Callable[[Path, int], Store]
Read = Callable[[Path, int], State]


class Ours:
    """A journal each evening, closed at its end."""

    def __init__(self, folder: Path, number: int, disk: Disk | None = None) -> None:
        """Go on with the number-th change."""
        self._meetings = DiskMeetingStore(disk or Disk(), folder / "groups")
        self._journal: Journal | None = None
        if number % EVENING:
            self._journal = self._meetings.resume("g", f"e{number // EVENING}")[0]
            return
        self._close(number // EVENING - 1)

    def _close(self, evening: int) -> None:
        """Close what is still open from the evening before, as the program does at its start."""
        if any(one.id == f"e{evening}" for one in self._meetings.unfinished("g")):
            journal, happened, _ = self._meetings.resume("g", f"e{evening}")
            journal.close()
            self._meetings.close(closed_of(evening, folded(happened)))

    def do(self, number: int) -> None:
        """Append what happens in the program at such a change."""
        if not number % EVENING or self._journal is None:
            self._begin(number)
        if self._journal is None:
            raise RuntimeError("no journal")
        self._journal.append(happened_at(number))

    def _begin(self, number: int) -> None:
        if self._journal is not None:
            self._journal.close()
            self._journal = None
            self._close(number // EVENING - 1)
        evening = f"e{number // EVENING}"
        started = events.MeetingStarted(
            evening, "g", "", "An evening", Keep.GROUP, SeenBy.PERSON, 12, "2026-11-24T19:00:00"
        )
        self._journal = self._meetings.start("g", evening, on_disk=True)
        self._journal.append((started,))

    def close(self) -> None:
        """Let go of the journal."""
        if self._journal is not None:
            self._journal.close()


def happened_at(number: int) -> tuple[events.Event, ...]:
    """Return the events of one change."""
    one = change(number)
    giver = f"p{one.place}"
    match one.kind:
        case "add":
            return (events.AnswerGiven("goal", giver, "what", one.words),)
        case "pass":
            return (events.MovedTo("goal", str(number), "what"),)
        case _:
            return events.AnswerTakenBack("goal", giver, "what"), events.MovedBack()


def folded(happened: tuple[events.Event, ...]) -> State:
    """Return the state that these events come to."""
    state: State = {}
    for event in happened:
        match event:
            case events.AnswerGiven():
                state[int(event.giver[1:])] = str(event.value)
            case events.MovedTo():
                state[AT] = event.giver
            case events.AnswerTakenBack():
                state.pop(int(event.giver[1:]), None)
    return state


def closed_of(evening: int, state: State) -> ClosedMeeting:
    """Return an evening as it is kept when it is over."""
    answers = tuple(
        KeptAnswer("goal", "Plan", "", "what", words, person=f"p{place}")
        for place, words in state.items()
    )
    at = f"2026-11-24T20:00:{evening:02}"
    return ClosedMeeting(f"e{evening}", "g", "s", "An evening", at, at, 0, (), answers)


def read_ours(folder: Path, evening: int) -> State:
    """Return what an evening holds, closed or open. Raises UnreadableError."""
    meetings = DiskMeetingStore(Disk(), folder / "groups")
    closed = meetings.read("g", f"e{evening}")
    if closed is not None:
        listed = [row.id for row in meetings.rows("g")]
        if listed.count(f"e{evening}") > 1:
            raise UnreadableError(folder)
        return {int(one.person[1:]): str(one.value) for one in closed.answers}
    try:
        found = read_journal((folder / f"groups/g/open/e{evening}.journal").read_bytes())
    except FileNotFoundError:
        return {}
    if found.is_damaged:
        raise UnreadableError(folder)
    return folded(found.events)


class Tiny:
    """TinyDB with the storage that it comes with, one file each evening."""

    def __init__(self, folder: Path, number: int) -> None:
        """Go on with the number-th change."""
        self._folder = folder
        self._file: TinyDB | None = self._opened(number) if number % EVENING else None

    def _opened(self, number: int) -> TinyDB:
        path = self._folder / f"e{number // EVENING}.json"
        return TinyDB(path, storage=JSONStorage, encoding="utf-8")

    def do(self, number: int) -> None:
        """Insert, change or remove a document."""
        if not number % EVENING or self._file is None:
            self.close()
            self._file = self._opened(number)
        one, file = change(number), self._file
        match one.kind:
            case "add":
                file.upsert(Document({"words": one.words}, doc_id=one.place))
            case "pass":
                # TinyDB's ids begin at 1.
                file.upsert(Document({"words": str(number)}, doc_id=PLACES))
            case _ if file.contains(doc_id=one.place):
                file.remove(doc_ids=[one.place])

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


def read_tiny(folder: Path, evening: int) -> State:
    """Return what an evening holds. Raises UnreadableError."""
    try:
        raw = (folder / f"e{evening}.json").read_bytes()
        documents = json.loads(raw).get("_default", {}) if raw else {}
    except FileNotFoundError:
        return {}
    except ValueError as fault:
        raise UnreadableError(folder) from fault
    return {int(place) % PLACES: str(one["words"]) for place, one in documents.items()}


class Sqlite:
    """SQLite with a write-ahead log and synchronous=FULL, one file for all evenings."""

    def __init__(self, folder: Path, _number: int) -> None:
        """Open or make the file."""
        self._file = sqlite3.connect(folder / "words.db", isolation_level=None)
        self._file.execute("PRAGMA journal_mode=WAL")
        self._file.execute("PRAGMA synchronous=FULL")
        self._file.execute(
            "CREATE TABLE IF NOT EXISTS words"
            " (evening INTEGER, place INTEGER, words TEXT, PRIMARY KEY (evening, place))"
        )

    def do(self, number: int) -> None:
        """One transaction for each change."""
        one, evening = change(number), number // EVENING
        put = "INSERT OR REPLACE INTO words VALUES (?, ?, ?)"
        match one.kind:
            case "add":
                self._file.execute(put, (evening, one.place, one.words))
            case "pass":
                self._file.execute(put, (evening, AT, str(number)))
            case _:
                self._file.execute(
                    "DELETE FROM words WHERE evening = ? AND place = ?", (evening, one.place)
                )

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def read_sqlite(folder: Path, evening: int) -> State:
    """Return what an evening holds. Raises UnreadableError."""
    if not (folder / "words.db").exists():
        return {}
    file = sqlite3.connect(folder / "words.db")
    try:
        if not file.execute("SELECT name FROM sqlite_master WHERE name = 'words'").fetchall():
            return {}
        found = file.execute("SELECT place, words FROM words WHERE evening = ?", (evening,))
        return dict(found.fetchall())
    except sqlite3.DatabaseError as fault:
        raise UnreadableError(folder) from fault
    finally:
        file.close()


STORES: dict[str, tuple[Opened, Read]] = {
    "ours": (Ours, read_ours),
    "TinyDB": (Tiny, read_tiny),
    "SQLite": (Sqlite, read_sqlite),
    "no sync": (lambda folder, number: Ours(folder, number, WithoutSync()), read_ours),
    "no new sync": (lambda folder, number: Ours(folder, number, WithoutNewSync()), read_ours),
    "hasty": (lambda folder, number: Ours(folder, number, Hasty()), read_ours),
    "careless": (lambda folder, number: Ours(folder, number, Careless()), read_ours),
}
"""Every store by name; the last four are controls, each with one care taken away."""

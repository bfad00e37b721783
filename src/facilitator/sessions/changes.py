"""What can be changed in a session file, as values; and what each makes of what was read (C12)."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import assert_never, cast

from facilitator.domain.own_sessions import can_be_name

Read = dict[str, object]
"""A session file as tomllib reads it."""


class CannotWrite(Exception):  # noqa: N818  it is a word for the person, not a programming error
    """The file is written in a way that cannot be changed here; it is then as it was."""


@dataclass(frozen=True, slots=True)
class SetTop:
    """Set one key at the top: `title`, `minutes`, `id`, `derived-from` and the like.

    "" takes the key away.
    """

    key: str
    value: str | int


@dataclass(frozen=True, slots=True)
class SetAbout:
    """Set what the session is for: `key` is `text` or `easy`."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class SetStep:
    """Set one key of a step: words, `minutes`, `seconds-each`, `round`, `size`.

    "" takes the key away. `step` is an id, as everywhere here, or @3 for the third
    step where ids are missing or twice the same.
    """

    step: str
    key: str
    value: str | int | float


@dataclass(frozen=True, slots=True)
class AddLine:
    """Add one line to a list, at its end: in a step's settings; without a step at the top."""

    step: str
    key: str
    line: str


@dataclass(frozen=True, slots=True)
class DropLine:
    """Take one line out of such a list; one that is not there is fine."""

    step: str
    key: str
    line: str


@dataclass(frozen=True, slots=True)
class AddStep:
    """Add a step after another; `after` is "" for the very first place.

    `keys` are those of the step in order, `id` among them, as a file holds them.
    """

    keys: tuple[tuple[str, str | int | float], ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class DropStep:
    """Take a step out."""

    step: str


@dataclass(frozen=True, slots=True)
class MoveStep:
    """Put a step straight after another; `after` is "" for the very first place."""

    step: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class AddResource:
    """Add a resource after those that are there; `keys` as in AddStep, a date as it is written."""

    keys: tuple[tuple[str, object], ...]


Change = (
    SetTop | SetAbout | SetStep | AddLine | DropLine | AddStep | DropStep | MoveStep | AddResource
)


def tables(read: Mapping[str, object], key: str) -> list[Read]:
    """Return a list of tables of the file. Raises CannotWrite when it is something else."""
    found = read.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise CannotWrite(key)
    return cast("list[Read]", found)


def handles(steps: Sequence[Mapping[str, object]]) -> tuple[str, ...]:
    """Return what each step is known by here: its id, or @ and its place where that is in doubt."""
    return known_by([one.get("id") for one in steps])


def known_by(ids: Sequence[object]) -> tuple[str, ...]:
    """Return what steps with these ids are known by."""
    return tuple(
        one if isinstance(one, str) and can_be_name(one) and ids.count(one) == 1 else f"@{at}"
        for at, one in enumerate(ids, 1)
    )


def place_of(read: Mapping[str, object], step: str) -> int:
    """Return the place of a step, from 0. Raises CannotWrite when there is none."""
    known = handles(tables(read, "steps"))
    if step not in known:
        raise CannotWrite(step)
    return known.index(step)


def applied(read: Read, change: Change) -> Read:
    """Return what tomllib must read after a change. Raises CannotWrite where there is no place."""
    made = deepcopy(read)
    match change:
        case SetTop(key, value):
            _put(made, key, value)
        case SetAbout(key, value):
            _put(_table(made, "about"), key, value)
        case SetStep(step, key, value):
            _put(tables(made, "steps")[place_of(made, step)], key, value)
        case AddLine() | DropLine():
            _line(made, change)
        case AddStep(keys, after):
            steps = tables(made, "steps")
            steps.insert(place_of(made, after) + 1 if after else 0, dict(keys))
            made["steps"] = steps
        case DropStep(step):
            del tables(made, "steps")[place_of(made, step)]
            if not made["steps"]:
                del made["steps"]
        case MoveStep(step, after):
            _move(made, step, after)
        case AddResource(keys):
            made["resources"] = [*tables(made, "resources"), dict(keys)]
        case _:
            assert_never(change)
    return made


def _put(table: Read, key: str, value: str | float) -> None:
    if value == "":
        table.pop(key, None)
    else:
        table[key] = value


def _table(read: Read, key: str) -> Read:
    found = read.setdefault(key, {})
    if not isinstance(found, dict):
        raise CannotWrite(key)
    return cast("Read", found)


def _line(made: Read, change: AddLine | DropLine) -> None:
    place = tables(made, "steps")[place_of(made, change.step)] if change.step else made
    if isinstance(change, DropLine) and change.step and "settings" not in place:
        return
    holder = _table(place, "settings") if change.step else place
    lines = holder.get(change.key, [])
    if not isinstance(lines, list):
        raise CannotWrite(change.key)
    if isinstance(change, AddLine):
        holder[change.key] = [*lines, change.line]
    elif change.line in lines:
        lines.remove(change.line)


def _move(made: Read, step: str, after: str) -> None:
    steps = tables(made, "steps")
    if step == after:
        raise CannotWrite(step)
    moved = steps[place_of(made, step)]
    other = steps[place_of(made, after)] if after else None
    rest = [one for one in steps if one is not moved]
    at = next((n for n, one in enumerate(rest, 1) if one is other), 0)
    made["steps"] = [*rest[:at], moved, *rest[at:]]

"""written(source, *changes) -> the new text of a session file; comments and order survive (C12).

The only home of tomlkit. Each change is looked at twice: what tomllib reads afterwards
must be what it read before with just this change, or nothing is written at all.
"""

import tomllib
from collections.abc import Iterable
from typing import Any, assert_never

import tomlkit
from tomlkit.exceptions import TOMLKitError

from facilitator.sessions.blocks import Blocks
from facilitator.sessions.changes import (
    AddLine,
    AddResource,
    AddStep,
    CannotWrite,
    Change,
    DropLine,
    DropStep,
    MoveStep,
    Read,
    SetAbout,
    SetStep,
    SetTop,
    applied,
    place_of,
    tables,
)

FORMAT = 1

# An untyped edge: tomlkit's containers hold anything, and what comes of it is read again.
_Doc = Any


def empty(title: str, session_id: str, minutes: int = 60) -> str:
    """Return the text of a session with no steps yet; `minutes` is how long the group has."""
    top = (("format", FORMAT), ("id", session_id), ("title", title), ("minutes", minutes),
           ("language", "en-GB"), ("licence", "CC-BY-4.0"))  # fmt: skip
    return "\n".join((*(_pair(key, value) for key, value in top), "", "[about]", ""))


def written(source: str, *changes: Change) -> str:
    """Return the text with these changes, one after the other.

    Raises CannotWrite when the file is no TOML, or is written in a way that cannot be
    changed here without touching something else.
    """
    for change in changes:
        source = _one(source, change)
    return source


def _one(source: str, change: Change) -> str:
    read = _read(source)
    wanted = applied(read, change)
    if wanted == read:
        return source
    for way in (_as_lines, _as_values):
        made = way(source, read, change)
        if made is not None and _is(made, wanted):
            return made
    raise CannotWrite(type(change).__name__)


def _read(source: str) -> Read:
    try:
        return tomllib.loads(source)
    except (ValueError, RecursionError, OverflowError) as fault:
        raise CannotWrite(str(fault)) from fault


def _is(made: str, wanted: Read) -> bool:
    try:
        return tomllib.loads(made) == wanted
    except (ValueError, RecursionError, OverflowError):
        return False


def _as_lines(source: str, read: Read, change: Change) -> str | None:
    """What goes in or out in whole lines; None where a value in its place is to be changed."""
    blocks = Blocks.of(source)
    match change:
        case AddStep(keys, after):
            return _with_table(blocks, read, "steps", keys, after)
        case AddResource(keys):
            return _with_table(blocks, read, "resources", keys, "@last")
        case DropStep(step):
            found = blocks.block(f"steps.{place_of(read, step)}")
            return None if found is None else blocks.without(*found)
        case MoveStep(step, after):
            return _moved(blocks, read, step, after)
        case SetTop(key, value):
            return _with_key(blocks, read, "", key, value)
        case SetAbout(key, value):
            about = read.get("about")
            held = about if isinstance(about, dict) else {}
            return _with_key(blocks, held, "about", key, value)
        case SetStep(step, key, value):
            at = place_of(read, step)
            return _with_key(blocks, tables(read, "steps")[at], f"steps.{at}", key, value)
        case AddLine(step, key, line):
            return _with_first_line(blocks, read, step, key, line)
        case DropLine():
            return None
        case _:
            assert_never(change)


def _with_key(blocks: Blocks, held: Read, path: str, key: str, value: object) -> str | None:
    if key in held or value == "":
        return None
    at = blocks.last_of(path)
    return None if at < 0 else blocks.with_line(at, _pair(key, value))


def _with_first_line(blocks: Blocks, read: Read, step: str, key: str, line: str) -> str | None:
    """Make the list of which this is the first line, and the settings where there are none."""
    if not step:
        return _with_key(blocks, read, "", key, [line])
    at = place_of(read, step)
    settings = tables(read, "steps")[at].get("settings")
    path = f"steps.{at}"
    if isinstance(settings, dict):
        return _with_key(blocks, settings, f"{path}.settings", key, [line])
    last = blocks.last_of(path)
    if last < 0:
        return None
    return blocks.with_line(last, f"[steps.settings]{blocks.line_end}{_pair(key, [line])}")


def _with_table(
    blocks: Blocks, read: Read, name: str, keys: Iterable[tuple[str, object]], after: str
) -> str | None:
    """Put a table into a list of tables: after another, at its end, or before all of them."""
    count = len(tables(read, name))
    end = blocks.line_end
    block = tuple(f"{one}{end}" for one in (f"[[{name}]]", *(_pair(*pair) for pair in keys)))
    if count == 0:
        return blocks.with_block(_before_steps(blocks, name), block)
    if not after:
        first = blocks.block(f"{name}.0")
        return None if first is None else blocks.with_block(first[0], block)
    place = count - 1 if after == "@last" else place_of(read, after)
    found = blocks.block(f"{name}.{place}")
    return None if found is None else blocks.with_block(found[1], block)


def _before_steps(blocks: Blocks, name: str) -> int:
    first = blocks.block("steps.0") if name == "resources" else None
    return len(blocks.lines) if first is None else first[0]


def _moved(blocks: Blocks, read: Read, step: str, after: str) -> str | None:
    found = blocks.block(f"steps.{place_of(read, step)}")
    if found is None:
        return None
    block = blocks.lines[found[0] : found[1]]
    rest = Blocks.of(blocks.without(*found))
    others = applied(read, DropStep(step))
    if not after:
        first = rest.block("steps.0")
        return None if first is None else rest.with_block(first[0], block)
    # Without this step the handles of doubtful ids may be others; then it is not done.
    there = rest.block(f"steps.{place_of(others, after)}")
    return None if there is None else rest.with_block(there[1], block)


def _as_values(source: str, read: Read, change: Change) -> str | None:
    """Change a value in its place by means of tomlkit; None where there is no such place."""
    try:
        doc: _Doc = tomlkit.parse(source)
        _change_value(doc, read, change)
        return tomlkit.dumps(doc)
    except (TOMLKitError, LookupError, TypeError, ValueError, AttributeError):
        return None


def _change_value(doc: _Doc, read: Read, change: Change) -> None:
    match change:
        case SetTop(key, value):
            _set(doc, key, value)
        case SetAbout(key, value):
            if "about" not in doc:
                doc["about"] = tomlkit.table()
            _set(doc["about"], key, value)
        case SetStep(step, key, value):
            _set(doc["steps"][place_of(read, step)], key, value)
        case AddLine(step, key, line) | DropLine(step, key, line):
            _lines(_holder(doc, read, step), key, line, adds=isinstance(change, AddLine))
        case _:
            raise LookupError(change)


def _holder(doc: _Doc, read: Read, step: str) -> _Doc:
    if not step:
        return doc
    table = doc["steps"][place_of(read, step)]
    if "settings" not in table:
        table["settings"] = tomlkit.table()
    return table["settings"]


def _set(table: _Doc, key: str, value: object) -> None:
    if value == "":
        del table[key]
    else:
        table[key] = value


def _lines(table: _Doc, key: str, line: str, *, adds: bool) -> None:
    if key not in table:
        table[key] = [line]
    elif adds:
        table[key].append(line)
    else:
        table[key].remove(line)


def _pair(key: str, value: object) -> str:
    return f"{key} = {tomlkit.item(value).as_string()}"

"""A line that was being written when the power went: offered again where it was (M7)."""

import json
import tomllib
from dataclasses import dataclass

from facilitator.domain.own_sessions import Lies
from facilitator.domain.text import cleaned
from facilitator.engine.house.around import Around


@dataclass(frozen=True, slots=True)
class Line:
    """What was typed but not handed in; `place` is the `line_place` of the room it was in."""

    place: str
    typed: str


def as_text(line: Line) -> str:
    """Return a line as it is kept beside its draft. What JSON writes, TOML reads."""
    place, typed = (json.dumps(one, ensure_ascii=False) for one in (line.place, line.typed))
    return f"place = {place}\ntyped = {typed}\n"


def line_of(around: Around, name: str) -> Line | None:
    """Return the line that was being written in a draft, or None."""
    try:
        read = tomllib.loads(around.own_text(Lies.LINES, name) or "")
    except (ValueError, RecursionError):
        return None
    place, typed = read.get("place"), read.get("typed")
    if not isinstance(place, str) or not isinstance(typed, str) or not cleaned(typed):
        return None
    return Line(place, cleaned(typed))


def typed_at(around: Around, name: str, place: str) -> str:
    """Return what was being written at one place, or ""."""
    line = line_of(around, name)
    return line.typed if line is not None and line.place == place else ""

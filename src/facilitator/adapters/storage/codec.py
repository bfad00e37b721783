"""Events and records to and from plain values; every event type by its kebab name (S5)."""

import re
from typing import TypeVar, get_args

import msgspec

from facilitator.domain import events
from facilitator.domain.events import Event
from facilitator.domain.text import safe

Record = TypeVar("Record")


def name_of(kind: type) -> str:
    """Return "answer-given" for AnswerGiven."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


EVENTS: dict[str, type[Event]] = {name_of(kind): kind for kind in get_args(events.Event)}


class Unreadable(ValueError):  # noqa: N818  says what the record is
    """This is no record that we know."""


def to_plain(event: Event) -> dict[str, object]:
    """Return an event as plain values, its name among them."""
    built = msgspec.to_builtins(event)
    return {"event": name_of(type(event)), **built}


def from_plain(plain: object) -> Event:
    """Return the event of plain values. Raises Unreadable."""
    if not isinstance(plain, dict):
        raise Unreadable(str(type(plain)))
    kind = EVENTS.get(str(plain.get("event")))
    if kind is None:
        raise Unreadable(str(plain.get("event")))
    fields = {key: value for key, value in plain.items() if key != "event"}
    return record_from(fields, kind)


def record_from(plain: object, kind: type[Record]) -> Record:
    """Return a record of plain values, every word in it cleaned (S14). Raises Unreadable."""
    try:
        return msgspec.convert(_cleaned(plain), kind, strict=True)
    except (msgspec.ValidationError, ValueError, TypeError, RecursionError) as fault:
        raise Unreadable(kind.__name__) from fault


def _cleaned(plain: object) -> object:
    match plain:
        case str():
            return safe(plain, keep_lines=True)
        case dict():
            return {
                safe(str(key), keep_lines=True): _cleaned(value) for key, value in plain.items()
            }
        case list() | tuple():
            return [_cleaned(one) for one in plain]
        case _:
            return plain

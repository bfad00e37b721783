"""A session goes out of the door: on a USB stick, as one file, with nobody in it (C13, M1)."""

from dataclasses import dataclass
from functools import partial

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, Prompt
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import CarrySession
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.engine.house.sticks import TypeFolder, where_prompt, where_taken
from facilitator.sessions.arriving import names_inside
from facilitator.wording import house
from facilitator.wording import spreading as words


def way_out(around: Around, session_id: str) -> Room:
    """Return the room that comes first: names that we know are asked about before anything."""
    return NamesInside(session_id) if _names(around, session_id) else WhereOut(session_id)


def _names(around: Around, session_id: str) -> tuple[str, ...]:
    """Return the names that the group keeps and that stand in the session; signs are no names."""
    session = around.session(session_id)
    latest = around.latest
    closed = around.closed(latest.id) if latest else None
    kept = (
        *(member.name for member in around.members),
        *(thing.name for thing in around.things),
        *(closed.people if closed else ()),
    )
    known = [name for name in kept if name not in house.SIGNS]
    return names_inside(session.source, known) if session else ()


@dataclass(frozen=True, slots=True)
class NamesInside:
    """Names that we know stand in it: shall it go out all the same?"""

    session_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return the names; the first choice leaves the session here."""
        choices = (Choice("no", words.NAMES_NO), Choice("yes", words.NAMES_YES))
        names = ", ".join(_names(around, self.session_id))
        body, hint = (words.NAMES_INSIDE.format(names=names),), words.NAMES_HINT
        asked, shown = words.NAMES_ASKED, ChooseOne(choices)
        return house_prompt("names-inside", words.STICK, asked, shown, body=body, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back, or on to where it goes."""
        return Outcome(leave=1, enter=(WhereOut(self.session_id),) if value == "yes" else ())


@dataclass(frozen=True, slots=True)
class WhereOut:
    """Where it shall go."""

    session_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return what is plugged in."""
        return where_prompt(around, "where-out", words.WHERE_OUT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Write it there, or ask for a folder."""
        typing = TypeFolder(partial(carried_to, self.session_id, 2))
        return where_taken(value, typing, partial(carried_to, self.session_id, 1))


def carried_to(session_id: str, leave: int, folder: str) -> Outcome:
    """Return the outcome of writing a session into a folder: what came of it is shown."""
    carry = CarrySession(session_id, folder)
    return Outcome(leave=leave, enter=(WasCarried(session_id, folder),), effects=(carry,))


@dataclass(frozen=True, slots=True)
class WasCarried:
    """It is on the stick; or why not, and what can be done."""

    session_id: str
    folder: str

    def prompt(self, around: Around) -> Prompt:
        """Return what came of it."""
        carried = around.carried
        if carried is not None and carried.trouble is None:
            told = (words.OUT_WAS_THERE,) if carried.was_there else ()
            path = words.OUT_PATH.format(path=carried.path)
            body = (path, *told, words.OUT_NOTHING_INSIDE)
            well = Acknowledge(words.OUT_WELL)
            return house_prompt("carried", words.STICK, words.OUT_DONE, well, body=body)
        why = carried.trouble if carried and carried.trouble else "failed"
        choices = (
            Choice("again", words.TRY_AGAIN),
            Choice("another", words.ANOTHER_PLACE),
            Choice("back", words.GO_BACK),
        )
        shown, body = ChooseOne(choices), (words.OUT_TROUBLE[why],)
        return house_prompt("not-carried", words.STICK, words.OUT_NOT, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back, or try once more."""
        match value:
            case "again":
                return carried_to(self.session_id, 1, self.folder)
            case "another":
                return Outcome(leave=1, enter=(WhereOut(self.session_id),))
            case _:
                return Outcome(leave=1)

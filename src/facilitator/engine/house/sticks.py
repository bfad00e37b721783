"""Where a session goes to or comes from: a USB stick that is there, or a folder that is typed."""

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone, WriteText
from facilitator.engine.fitting import fitted
from facilitator.engine.house.around import Around
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.wording import spreading as words

AT = "at:"
LONGEST_PATH = 400

Then = Callable[[str], Outcome]
"""What follows when the folder is known."""


def where_prompt(around: Around, room_id: str, asked: str) -> Prompt:
    """Return the sticks that are there; without any, to look again comes first.

    A machine that is only for Facilitator shows nothing else that lies on it (S13).
    """
    found = [Choice(f"{AT}{one.path}", fitted(one.label)) for one in around.sticks]
    first = found or [Choice("again", words.LOOK_AGAIN)]
    body = () if found else (words.NO_STICK,)
    typed = () if around.is_kiosk else (Choice("type", words.TYPE_FOLDER),)
    shown = ChooseOne((*first, *typed, Choice("back", words.GO_BACK)))
    return house_prompt(room_id, words.STICK, asked, shown, body=body)


def where_taken(value: AnswerValue, typing: Room, then: Then) -> Outcome:
    """Return what follows a choice of where_prompt."""
    chosen = str(value)
    if chosen.startswith(AT):
        return then(chosen.removeprefix(AT))
    match chosen:
        case "type":
            return Outcome(enter=(typing,))
        case "back":
            return Outcome(leave=1)
        case _:
            return Outcome()


@dataclass(frozen=True, slots=True)
class TypeFolder:
    """Somebody types where the folder is."""

    then: Then

    def prompt(self, around: Around) -> Prompt:
        """Return a line to write."""
        asked = WriteText((), words.FOLDER_OWN, at_most=LONGEST_PATH)
        hint = words.FOLDER_HINT
        return house_prompt("type-folder", words.STICK, words.FOLDER_ASKED, asked, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on where there is such a folder; else say so, what was typed stays."""
        found = around.stick_at(str(value))
        if found is None:
            return Outcome(notice=Notice(words.NO_FOLDER, Tone.CARE), refused=True)
        return self.then(found.path)

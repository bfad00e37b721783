"""What the group chose for next time: shown where a meeting is set out, and taken off (C11)."""

from dataclasses import dataclass

from facilitator.domain.kept import NextTime
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, Prompt
from facilitator.engine.house import days
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import LetGo
from facilitator.engine.house.gone import Gone
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.wording import ours
from facilitator.wording import votes as words


@dataclass(frozen=True, slots=True)
class ForNextTime:
    """What was chosen and when; once it was done it can be taken off."""

    def prompt(self, around: Around) -> Prompt:
        """Return a line for each, or a kind word where there is none."""
        chosen = around.things.next_times
        title, asked = ours.TITLE, words.NEXT_TIME_ASKED
        if not chosen:
            shown = Acknowledge(ours.BACK_HERE)
            return house_prompt("next-time", title, asked, shown, body=(ours.NOTHING,))
        choices = (Choice("back", ours.BACK_HERE), Choice("done", words.NEXT_TIME_DONE))
        body = tuple(_line(one) for one in chosen)
        return house_prompt("next-time", title, asked, ChooseOne(choices), body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back to the list, or take it off; it can be brought back (A16)."""
        if value != "done":
            return Outcome(leave=1)
        ids = frozenset(one.id for one in around.things.next_times)
        return Outcome(leave=1, enter=(Gone(),), effects=(LetGo(ids),))


def _line(one: NextTime) -> str:
    return words.NEXT_TIME_ON.format(line=one.words, day=days.in_words(one.on))


def for_next_time(_around: Around) -> Room:
    """Return the room."""
    return ForNextTime()


def chosen_line(around: Around) -> tuple[str, ...]:
    """Return the one line that setting out shows, or nothing."""
    chosen = "; ".join(one.words for one in around.things.next_times)
    return (words.NEXT_TIME.format(lines=chosen),) if chosen else ()

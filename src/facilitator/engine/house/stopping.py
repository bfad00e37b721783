"""A pause, leaving steps out, and stopping: nothing that was saved is lost (M18)."""

from dataclasses import dataclass
from typing import ClassVar

from facilitator.domain import commands
from facilitator.domain.events import Keep
from facilitator.domain.meeting import CLOSE, AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.engine import flow
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import SetAside, Tell
from facilitator.engine.house.room import PAST_THE_MENU, Outcome, house_prompt
from facilitator.wording import house as home_words
from facilitator.wording import menu as words


@dataclass(frozen=True, slots=True)
class Resting:
    """A pause: no words of anybody, no clock (M18)."""

    def prompt(self, around: Around) -> Prompt:
        """Return three ways on; the cue asks what would help, and whom to turn to."""
        choices = (
            Choice("go-on", words.PAUSE_GO_ON),
            Choice("shorter", words.PAUSE_SHORTER),
            Choice("close", words.PAUSE_CLOSE),
        )
        turn_to = around.group.turn_to
        body = (home_words.TURN_TO_NOW.format(name=turn_to),) if turn_to else ()
        shown = ChooseOne(choices)
        return house_prompt(
            "pause", words.PAUSE, words.PAUSE_ASKED, shown, body=body, cue=words.PAUSE_CUE
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on, leave steps out, or come to the end."""
        on = Tell(commands.GoOn())
        match value:
            case "shorter":
                return Outcome(leave=1, enter=(LeaveSomeOut(),), effects=(on,))
            case "close":
                return _to_the_end(around, on)
            case _:
                return Outcome(leave=1, effects=(on,))

    def back(self, around: Around) -> Outcome:
        """Go on."""
        return self.take(around, "go-on")


def _to_the_end(around: Around, *before: Tell) -> Outcome:
    """Come to the end; the back key takes it back (A2)."""
    meeting = around.meeting
    is_there = meeting is not None and meeting.place is not None and meeting.place.step == CLOSE
    notice = None if is_there else Notice(words.ENDED)
    effects = (*before, Tell(commands.GoToClose()))
    return Outcome(leave=PAST_THE_MENU, effects=effects, notice=notice)


@dataclass(frozen=True, slots=True)
class LeaveSomeOut:
    """Make it shorter: leave steps out that are still to come.

    `out` are those that were left out here, the last one last: back brings it back.
    """

    out: tuple[str, ...] = ()

    def prompt(self, around: Around) -> Prompt:
        """Return the steps still to come; the first goes on with all of them."""
        coming = flow.following_steps(around.meeting) if around.meeting else ()
        choices = (
            Choice("@none", words.PAUSE_GO_ON),
            *(Choice(step.id, step.title) for step in coming),
        )
        return house_prompt("shorter", words.PAUSE, home_words.WHICH_OUT, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Leave it out, and ask again."""
        step = around.meeting.step(str(value)) if around.meeting else None
        if step is None:
            return Outcome(leave=1)
        notice = Notice(words.LEFT_OUT.format(title=step.title))
        again = LeaveSomeOut((*self.out, step.id))
        tell = Tell(commands.LeaveOut(step.id))
        return Outcome(leave=1, enter=(again,), effects=(tell,), notice=notice)

    def back(self, around: Around) -> Outcome:
        """Bring the last one back; where none was left out here, go on."""
        step = around.meeting.step(self.out[-1]) if around.meeting and self.out else None
        if step is None:
            return Outcome(leave=1)
        notice = Notice(words.IS_BACK.format(title=step.title))
        again = LeaveSomeOut(self.out[:-1])
        tell = Tell(commands.BringBack(step.id))
        return Outcome(leave=1, enter=(again,), effects=(tell,), notice=notice)


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop: go on, come to the end, or go on another time."""

    is_of_menu: ClassVar[bool] = True

    def prompt(self, around: Around) -> Prompt:
        """Return the ways; the first goes on."""
        keep = around.meeting.keep if around.meeting else Keep.NOTHING
        is_kept = keep is not Keep.NOTHING and not around.is_rehearsal
        later = words.STOP_LATER if is_kept else words.STOP_DROP
        choices = (
            Choice("no", words.STOP_NO),
            Choice("close", words.STOP_CLOSE),
            Choice("later", later),
        )
        return house_prompt("stop", words.STOP, words.STOP_ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Do as was chosen; nothing that was saved is lost."""
        match value:
            case "close":
                return _to_the_end(around)
            case "later":
                keep = around.meeting.keep if around.meeting else Keep.NOTHING
                told = Notice(words.STOP_LATER_DONE) if keep is not Keep.NOTHING else None
                return Outcome(leave=-1, effects=(SetAside(),), notice=told)
            case _:
                return Outcome(leave=PAST_THE_MENU)

"""Which step comes next: one of those to come, or one that is added (M4, M16)."""

from dataclasses import dataclass

from facilitator.domain import commands
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.engine import flow
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import Tell
from facilitator.engine.house.room import PAST_THE_MENU, Outcome, house_prompt
from facilitator.wording import activities
from facilitator.wording import house as home_words
from facilitator.wording import menu as words


@dataclass(frozen=True, slots=True)
class ComesNext:
    """Which step comes next."""

    def prompt(self, around: Around) -> Prompt:
        """Return the steps that can come; the first leaves the order as it is."""
        coming = flow.could_come(around.meeting) if around.meeting else ()
        choices = (
            Choice("@none", home_words.OUT_NONE),
            *(Choice(step.id, step.title) for step in coming),
        )
        return house_prompt("order", words.STEPS, words.ORDER_ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Put it straight after this one."""
        step = around.meeting.step(str(value)) if around.meeting else None
        if step is None:
            return Outcome(leave=PAST_THE_MENU)
        now = words.ORDER_DONE.format(title=step.title)
        notice = Notice(words.TO_GO_BACK.format(now=now, page=words.STEPS, row=words.ORDER))
        tell = Tell(commands.HoldNext(step.id))
        return Outcome(leave=PAST_THE_MENU, effects=(tell,), notice=notice)


@dataclass(frozen=True, slots=True)
class AddOne:
    """Which step to add."""

    def prompt(self, around: Around) -> Prompt:
        """Return the steps that can come in at any time."""
        choices = (
            Choice("@none", home_words.OUT_NONE),
            *(Choice(kind, told[0]) for kind, told in activities.ADDED.items()),
        )
        return house_prompt("add", words.STEPS, words.ORDER_ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Put it straight after this one."""
        kind = str(value)
        if kind not in activities.ADDED:
            return Outcome(leave=PAST_THE_MENU)
        notice = Notice(words.ADDED.format(title=activities.ADDED[kind][0]))
        tell = Tell(commands.AddStep(kind))
        return Outcome(leave=PAST_THE_MENU, effects=(tell,), notice=notice)

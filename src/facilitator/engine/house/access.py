"""The access menu, from every screen with the same key (A14 from the first day, A24)."""

from dataclasses import dataclass, replace

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.domain.records import FrontEnd, Theme
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import SaveWays, SwitchTo
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import house as words


@dataclass(frozen=True, slots=True)
class Access:
    """Colours, easy words, and the other front end."""

    def prompt(self, around: Around) -> Prompt:
        """Return what can be changed."""
        is_full = around.front_end is FrontEnd.FULL
        choices = [Choice("done", words.ACCESS_DONE)]
        if is_full:
            choices.append(Choice("colours", words.ACCESS_COLOURS))
        easy = words.ACCESS_NOT_EASY if around.ways.easy else words.ACCESS_EASY
        other = words.ACCESS_PLAIN if is_full else words.ACCESS_FULL
        time = words.ACCESS_NO_TIME if around.ways.advise_time else words.ACCESS_TIME
        choices += [Choice("easy", easy), Choice("other", other), Choice("time", time)]
        shown, hint = ChooseOne(tuple(choices)), words.ACCESS_SIZE if is_full else ""
        return house_prompt("access", words.ACCESS, words.ACCESS_ASKED, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Change it, and stay where we were."""
        match value:
            case "colours":
                return Outcome(enter=(Colours(),))
            case "easy":
                ways = replace(around.ways, easy=not around.ways.easy)
                return Outcome(effects=(SaveWays(ways),), notice=Notice(words.CHANGED))
            case "time":
                ways = replace(around.ways, advise_time=not around.ways.advise_time)
                return Outcome(effects=(SaveWays(ways),), notice=Notice(words.CHANGED))
            case "other":
                is_full = around.front_end is FrontEnd.FULL
                to = FrontEnd.PLAIN if is_full else FrontEnd.FULL
                return Outcome(leave=1, effects=(SwitchTo(to),))
            case _:
                return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class Colours:
    """The four themes (A7)."""

    def prompt(self, around: Around) -> Prompt:
        """Return them by what they look like."""
        choices = tuple(Choice(theme, words.COLOURS[theme]) for theme in Theme)
        shown = ChooseOne(choices, around.ways.theme)
        return house_prompt("colours", words.ACCESS, words.COLOURS_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Use this one from now on."""
        ways = replace(around.ways, theme=Theme(str(value)))
        return Outcome(leave=1, effects=(SaveWays(ways),), notice=Notice(words.CHANGED))

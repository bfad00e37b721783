"""The menu in two levels, each row always in its place (M4, M14, M18)."""

from dataclasses import dataclass
from typing import ClassVar

from facilitator.domain import commands
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.engine.house.access import Access
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import Tell
from facilitator.engine.house.leaving import closing
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.wording import cover
from facilitator.wording import house as home_words
from facilitator.wording import menu as words


@dataclass(frozen=True, slots=True)
class Menu:
    """What the group needs now: seven rows that never move, stop always the last.

    Pause is two presses away (M18). The access menu is second wherever the menu is opened,
    so that it is always the menu key, then 2 (A14). Where there is no meeting, other rows
    stand in the same places. Over a cover it leads nowhere but back to it (S12).
    """

    is_covered: bool = False
    is_of_menu: ClassVar[bool] = True

    def prompt(self, around: Around) -> Prompt:
        """Return the rows; there are as many at every place of a meeting."""
        if self.is_covered:
            return _shown(home_words.HOME_ASKED, _HOUSE[:2])
        if around.meeting is None:
            return _shown(home_words.HOME_ASKED, _HOUSE)
        return _shown(words.ASKED, _MEETING)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Do it at once, or open the page that has more."""
        match value:
            case "pause":
                return Outcome(leave=1, effects=(Tell(commands.Pause()),))
            case "access":
                return Outcome(leave=1, enter=(Access(),))
            case "people" | "steps" | "words" | "seen" | "stop":
                return Outcome(enter=(_page(value),))
            case "home":
                return Outcome(leave=-1)
            case "cover":
                from facilitator.engine.house.cover_locked import covering  # noqa: PLC0415  a start needs none of it (P1)

                return covering(around, leave=1)
            case "help" | "keys":
                from facilitator.engine.house.help_now import HelpNow, KeysNow  # noqa: PLC0415  as above

                return Outcome(leave=1, enter=(HelpNow() if value == "help" else KeysNow(),))
            case "end":
                return closing(around, leave=1)
            case _:
                return Outcome(leave=1)


_MEETING = (
    Choice("pause", words.PAUSE),
    Choice("access", words.ACCESS),
    Choice("people", words.PEOPLE),
    Choice("steps", words.STEPS),
    Choice("words", words.WORDS),
    Choice("seen", words.SEEN),
    Choice("stop", words.STOP),
)
_HOUSE = (
    Choice("stay", words.STAY),
    Choice("access", words.ACCESS),
    Choice("help", home_words.HELP),
    Choice("keys", home_words.HELP_KEYS_ROW),
    Choice("home", words.HOME),
    Choice("cover", cover.MENU),
    Choice("end", home_words.HOME_END),
)


def _shown(asked: str, rows: tuple[Choice, ...]) -> Prompt:
    return house_prompt("menu", words.TITLE, asked, ChooseOne(rows))


def _page(row: str) -> Room:
    from facilitator.engine.house.menu_pages import People, SeenAndKept, Steps, Words  # noqa: PLC0415  as above
    from facilitator.engine.house.stopping import Stop  # noqa: PLC0415  as above

    pages: dict[str, Room] = {
        "people": People(),
        "steps": Steps(),
        "words": Words(),
        "seen": SeenAndKept(),
        "stop": Stop(),
    }
    return pages[row]

"""The second level of the menu: what cannot be done now stands there too, and says why (M4)."""

from dataclasses import dataclass
from typing import ClassVar

from facilitator.domain import commands
from facilitator.domain.meeting import CLOSE, AnswerValue, Meeting
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone
from facilitator.engine import flow
from facilitator.engine.changes import ADDED_MINUTES, minutes_after
from facilitator.engine.house.around import Around
from facilitator.engine.house.coming_going import SomebodyCame, SomebodyCameBack, SomebodyLeft
from facilitator.engine.house.effects import Tell
from facilitator.engine.house.people_rows import HowMany, MendName
from facilitator.engine.house.role_rooms import WhoDoesWhat
from facilitator.engine.house.room import PAST_THE_MENU, Outcome, Room, house_prompt
from facilitator.engine.house.seen_now import ScreenNow
from facilitator.engine.house.steps_now import AddOne, ComesNext
from facilitator.wording import cover, keep_now, keeping, roles
from facilitator.wording import menu as words


def _page(page_id: str, title: str, rows: tuple[Choice, ...]) -> Prompt:
    """Return a page of the menu; its first row goes on with the meeting (A2)."""
    choices = (Choice("on", words.NOTHING), *rows)
    return house_prompt(page_id, title, words.ASKED, ChooseOne(choices))


def _not_now(why: str) -> Outcome:
    """Stay on the page, and say kindly why this cannot be done now."""
    return Outcome(notice=Notice(why, Tone.CARE), refused=True)


@dataclass(frozen=True, slots=True)
class People:
    """Who came, who left, who is back, who does what."""

    is_of_menu: ClassVar[bool] = True

    def prompt(self, around: Around) -> Prompt:
        """Return the rows."""
        rows = (
            Choice("came", words.CAME),
            Choice("left", words.LEFT),
            Choice("came-back", words.CAME_BACK),
            Choice("roles", roles.MENU),
            Choice("mend", words.MEND),
            Choice("count", words.COUNT),
        )
        return _page("menu-people", words.PEOPLE, rows)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open the room that asks who."""
        why = _why_nobody(around.meeting, str(value))
        if why:
            return _not_now(why)
        rooms: dict[str, Room] = {
            "came": SomebodyCame(),
            "left": SomebodyLeft(),
            "came-back": SomebodyCameBack(),
            "roles": WhoDoesWhat(),
            "mend": MendName(),
            "count": HowMany(),
        }
        room = rooms.get(str(value))
        return Outcome(enter=(room,)) if room else Outcome(leave=PAST_THE_MENU)


def _why_nobody(meeting: Meeting | None, row: str) -> str:
    """Return why a row about people leads nowhere now, "" where it does."""
    if meeting is None or row in ("on", "came", "count"):
        return ""
    if row == "came-back":
        is_away = any(not one.here for one in meeting.people)
        return "" if is_away else words.NOBODY_AWAY
    if not meeting.present:
        return words.NOBODY_HERE
    return words.NOT_BEGUN if row == "roles" and meeting.place is None else ""


@dataclass(frozen=True, slots=True)
class Steps:
    """The order and the time of the steps."""

    is_of_menu: ClassVar[bool] = True

    def prompt(self, around: Around) -> Prompt:
        """Return the rows."""
        rows = (
            Choice("skip", words.SKIP),
            Choice("repeat", words.REPEAT),
            Choice("order", words.ORDER),
            Choice("add", words.ADD),
            Choice("longer", words.LONGER),
            Choice("shorter", words.SHORTER),
        )
        return _page("menu-steps", words.STEPS, rows)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Do it, and say how it is taken back (A2)."""
        meeting = around.meeting
        if value == "on" or meeting is None:
            return Outcome(leave=PAST_THE_MENU)
        if meeting.place is None:
            return _not_now(words.NOT_BEGUN)
        if meeting.place.step == CLOSE:
            return _not_now(words.AT_THE_END)
        match value:
            case "order" if not flow.could_come(meeting):
                return _not_now(words.NONE_TO_COME)
            case "order":
                return Outcome(enter=(ComesNext(),))
            case "add":
                return Outcome(enter=(AddOne(),))
            case "longer":
                return _timed(meeting, ADDED_MINUTES, words.SHORTER)
            case "shorter":
                return _timed(meeting, -ADDED_MINUTES, words.LONGER)
            case "skip":
                return _moved(meeting, commands.SkipStep(), words.SKIPPED)
            case _:
                return _moved(meeting, commands.RepeatStep(), words.REPEATED)


def _moved(meeting: Meeting, command: commands.Command, said: str) -> Outcome:
    """Go there; the back key takes it back."""
    step = meeting.step(meeting.place.step) if meeting.place else None
    notice = Notice(said.format(title=step.title if step else ""))
    return Outcome(leave=PAST_THE_MENU, effects=(Tell(command),), notice=notice)


def _timed(meeting: Meeting, by: float, undo: str) -> Outcome:
    """Say how long the step is now; one that is as short as can be is refused kindly (M4)."""
    step = meeting.step(meeting.place.step) if meeting.place else None
    minutes = minutes_after(step, by) if step else 0
    now = words.TIMED_ONE if minutes == 1 else words.TIMED.format(minutes=f"{minutes:g}")
    notice = Notice(words.TO_GO_BACK.format(now=now, page=words.STEPS, row=undo))
    tell = Tell(commands.TimeStep(by))
    return Outcome(leave=PAST_THE_MENU, effects=(tell,), notice=notice)


@dataclass(frozen=True, slots=True)
class Words:
    """What is kept of one person: given to them, or forgotten (S8)."""

    is_of_menu: ClassVar[bool] = True

    def prompt(self, around: Around) -> Prompt:
        """Return the rows."""
        rows = (Choice("give", keeping.GIVE_ME), Choice("forget", keeping.FORGET_ME))
        return _page("menu-words", words.WORDS, rows)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Ask whose words."""
        if value == "on":
            return Outcome(leave=PAST_THE_MENU)
        if around.meeting is not None and not around.meeting.people:
            return _not_now(words.NOBODY_HERE)
        from facilitator.engine.house.own_words import Who  # noqa: PLC0415  a start needs none of it (P1)

        return Outcome(enter=(Who(is_forgetting=value == "forget"),))


@dataclass(frozen=True, slots=True)
class SeenAndKept:
    """Who sees the screen, what may be kept, and a cover over it (S6, S12, S19)."""

    is_of_menu: ClassVar[bool] = True

    def prompt(self, around: Around) -> Prompt:
        """Return the rows."""
        rows = (
            Choice("screen", words.SCREEN),
            Choice("keep", keep_now.ROW),
            Choice("cover", cover.MENU),
        )
        return _page("menu-seen", words.SEEN, rows)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Ask who sees it, or what may be kept; or cover it."""
        match value:
            case "keep":
                from facilitator.engine.house.setting_now import KeepNow  # noqa: PLC0415  as below

                return Outcome(enter=(KeepNow(),))
            case "screen":
                return Outcome(enter=(ScreenNow(),))
            case "cover":
                from facilitator.engine.house.cover_locked import covering  # noqa: PLC0415  a start needs none of it (P1)

                return covering(around, leave=PAST_THE_MENU)
            case _:
                return Outcome(leave=PAST_THE_MENU)

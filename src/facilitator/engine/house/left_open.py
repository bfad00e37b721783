"""Meetings that were not finished: each is offered, and one of another day is asked about (M21)."""

from dataclasses import dataclass

from facilitator.domain.events import Keep
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.domain.records import Unfinished
from facilitator.engine.fitting import FITS
from facilitator.engine.house import days
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import AskLater, ForgetMeeting, ResumeMeeting
from facilitator.engine.house.gone import Gone
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.retention import is_left_open
from facilitator.wording import house, keeping
from facilitator.wording import unfinished as words

RESUME = "resume-"
MORE = "resume-more"
SHOWN = 2
"""Meetings that stand on the first screen by themselves; where there are more, the newest does."""


def rows_of(found: tuple[Unfinished, ...]) -> tuple[Choice, ...]:
    """Return the rows of the first screen: the newest first, and a way to all of them."""
    first = found if len(found) <= SHOWN else found[:1]
    rows = tuple(Choice(f"{RESUME}{one.id}", row_of(one, found)) for one in first)
    return rows if len(found) <= SHOWN else (*rows, Choice(MORE, words.MORE))


def row_of(one: Unfinished, found: tuple[Unfinished, ...] = ()) -> str:
    """Return title and day of a meeting, the title cut where both do not fit a row (A5).

    Where another of those `found` has the same title and day, the time of day too. Of one that
    cannot be read nobody knows them.
    """
    if one.keep is None:
        return words.UNREAD
    day = days.short(one.day).rpartition(" ")[0] or one.day
    same = [other for other in found if (other.session_title, other.day) == _called(one)]
    if len(same) > 1 and one.time:
        day = words.AT_TIME.format(day=day, time=one.time)
    room = FITS - len(words.GO_ON.format(title="", day=day))
    title = one.session_title
    if len(title) > room:
        title = title[: room - 1].rstrip() + "…"
    return words.GO_ON.format(title=title, day=day)


def _called(one: Unfinished) -> tuple[str, str]:
    return one.session_title, one.day


def taken(around: Around, chosen: str) -> Outcome:
    """Return what a row of an unfinished meeting leads to.

    One of another day that was to go is asked about before a word of it is shown (M21), and
    so is one that cannot be read: it would else stand there for ever.
    """
    if chosen == MORE:
        return Outcome(enter=(AllUnfinished(),))
    meeting_id = chosen.removeprefix(RESUME)
    found = next((one for one in around.unfinished if one.id == meeting_id), None)
    if found is not None and found.keep is None:
        return Outcome(enter=(UnreadMeeting(meeting_id),))
    if found is not None and is_left_open(found, around.now()):
        return Outcome(enter=(LeftOpen(meeting_id),))
    return Outcome(effects=(ResumeMeeting(meeting_id),))


@dataclass(frozen=True, slots=True)
class AllUnfinished:
    """Every meeting of the group that was not finished, the newest first."""

    def prompt(self, around: Around) -> Prompt:
        """Return them by title and day; the first row leads back."""
        found = around.unfinished
        rows = (Choice(f"{RESUME}{one.id}", row_of(one, found)) for one in found)
        shown = ChooseOne((Choice("back", house.OUT_NONE), *rows))
        return house_prompt("unfinished", words.TITLE, words.WHICH, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on with one of them, or back."""
        return Outcome(leave=1) if value == "back" else taken(around, str(value))


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """One whose time is over and that was never finished: may it go? (S6, S7)."""

    meeting_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return its title and day, and no word of it.

        The first row lets it go; where the group wanted it kept, the first row leaves it.
        """
        one = next((one for one in around.unfinished if one.id == self.meeting_id), None)
        title, day = (one.session_title, one.day) if one else ("", "")
        asked = words.ASKED.format(day=days.in_words(day))
        go, on = Choice("go", words.LET_GO), Choice("on", words.ON_WITH_IT)
        later = Choice("later", words.LATER)
        is_kept = one is not None and one.keep is Keep.GROUP
        rows = (later, on, go) if is_kept else (go, on, later)
        means = words.MEANS_KEPT if is_kept else words.MEANS
        body = (means.format(title=title),)
        return house_prompt("left-open", words.TITLE, asked, ChooseOne(rows), body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let it go for good, go on with it, or ask at the next start."""
        match value:
            case "go":
                gone = ForgetMeeting(self.meeting_id)
                return Outcome(leave=1, enter=(Gone(words.GONE),), effects=(gone,))
            case "on":
                # Set aside once more today, it is asked about at the next start, as any other.
                effects = (AskLater(self.meeting_id), ResumeMeeting(self.meeting_id))
                return Outcome(leave=1, effects=effects)
            case _:
                later = (AskLater(self.meeting_id),)
                told = Notice(keeping.DUE_ASKED_LATER)
                return Outcome(leave=1, effects=later, notice=told)


@dataclass(frozen=True, slots=True)
class UnreadMeeting:
    """One that cannot be read: it can be tried, left, or let go from the list (M21, S8)."""

    meeting_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return what can be done; the first row leaves it as it is."""
        rows = (
            Choice("stays", words.UNREAD_STAYS),
            Choice("try", words.UNREAD_TRY),
            Choice("go", words.UNREAD_GO),
        )
        asked, body = words.UNREAD_ASKED, (words.UNREAD_MEANS,)
        return house_prompt("unread", words.TITLE, asked, ChooseOne(rows), body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Try it as any other; nothing brings it back once it is gone."""
        match value:
            case "try":
                return Outcome(leave=1, effects=(ResumeMeeting(self.meeting_id),))
            case "go":
                gone = ForgetMeeting(self.meeting_id)
                return Outcome(leave=1, effects=(gone,), notice=Notice(words.GONE))
            case _:
                return Outcome(leave=1)

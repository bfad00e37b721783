"""The farewell: it stays when a meeting is over, until somebody presses a key (M2, S6)."""

from dataclasses import dataclass, replace

from facilitator.domain.events import Keep
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.prompt import Acknowledge, Heading, Prompt
from facilitator.domain.records import Seal
from facilitator.engine.days import in_words
from facilitator.engine.house.around import Around
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.keeping import kept_by
from facilitator.engine.retention import until
from facilitator.wording import close as words


@dataclass(frozen=True, slots=True)
class Farewell:
    """A warm word, next time where it is known, and whether anything was kept."""

    title: str
    body: tuple[str, ...]

    def prompt(self, around: Around) -> Prompt:
        """Return it; any key leads to the first screen."""
        shown = Acknowledge(words.FAREWELL_BACK)
        made = house_prompt(
            "farewell",
            self.title,
            words.FAREWELL,
            shown,
            body=self.body,
            hint=words.FAREWELL_HINT,
        )
        return replace(made, any_key=True)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go to the first screen."""
        return Outcome(leave=1)


def farewell(around: Around, meeting: Meeting, *, is_kept: bool) -> Farewell:
    """Return the farewell of a meeting that is over; `is_kept` is whether anything of it stays.

    A machine that stands in a hall shows no name and no word of these people (S13), nor does
    a group with a passphrase, which is locked by now, show its words (S9).
    """
    kept = _kept(around, meeting, is_kept=is_kept)
    if around.is_kiosk:
        return Farewell(words.FAREWELL_TITLE, kept)
    is_shown = is_kept and around.seal not in (Seal.SHUT, Seal.BROKEN)
    chosen = kept_by(meeting).next_times if is_shown else ()
    following = (Heading(words.NEXT), *(one.words for one in chosen)) if chosen else ()
    return Farewell(around.group.name, (*following, *kept))


def _kept(around: Around, meeting: Meeting, *, is_kept: bool) -> tuple[str, ...]:
    """Return what was kept in words that are true of what was chosen (S6)."""
    match meeting.keep:
        case Keep.NOTHING:
            return (words.KEPT_NOTHING,)
        case Keep.TODAY:
            return (words.KEPT_TODAY, *((words.KEPT_SOME,) if is_kept else ()))
        case Keep.GROUP:
            day = until(meeting.closed_at, around.group.keep_days)
            told = words.KEPT_GROUP
            if day is not None:
                told = words.KEPT_GROUP_UNTIL.format(day=in_words(day.isoformat()))
            is_less = any(person.keeps_less for person in meeting.people)
            return (told, *((words.KEPT_LESS,) if is_less else ()))

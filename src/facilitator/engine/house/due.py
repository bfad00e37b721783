"""What is kept longer than was agreed: the start offers it, and nothing goes by itself (S7)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.engine.house import days
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import (
    AskLater,
    Effect,
    ForgetMeeting,
    ForgetMember,
    KeepMeetingOn,
    KeepMemberOn,
    KeepThings,
    LetGo,
)
from facilitator.engine.house.gone import Gone
from facilitator.engine.house.past import book_keeps
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.retention import OF_THE_GROUP, kept_from, things_due, until
from facilitator.wording import history
from facilitator.wording import keeping as words


@dataclass(frozen=True, slots=True)
class Due:
    """One thing whose time is over: a meeting, or what is kept of a member.

    `meeting_id` or `member_id` says which; the other is "".
    """

    meeting_id: str = ""
    member_id: str = ""

    def prompt(self, around: Around) -> Prompt:
        """Return what it is; the first row keeps it."""
        kept_on = words.DUE_KEEP.format(days=around.group.keep_days)
        choices = (
            Choice("keep", kept_on),
            Choice("go", words.DUE_GO),
            Choice("later", words.DUE_LATER),
        )
        asked, means = self._asked(around)
        stays = book_keeps(around, self.meeting_id) if self.meeting_id else ()
        body, shown = (means, *stays), ChooseOne(choices)
        return house_prompt("due", words.TITLE, asked, shown, body=body)

    def _asked(self, around: Around) -> tuple[str, str]:
        if self.meeting_id:
            closed = around.closed(self.meeting_id)
            day = days.in_words(closed.closed_at) if closed else ""
            title = closed.session_title if closed else ""
            return words.DUE_ASKED.format(day=day), words.DUE_MEANS.format(title=title)
        found = [one.name for one in around.members if one.id == self.member_id]
        name = found[0] if found else ""
        person = words.DUE_PERSON_ASKED.format(name=name)
        return person, words.DUE_PERSON_MEANS.format(name=name)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep it on, let it go, or ask another day."""
        match value:
            case "go":
                return Outcome(leave=1, enter=(Gone(),), effects=(self._let_go(),))
            case "later":
                later = AskLater(self.meeting_id or self.member_id)
                return Outcome(leave=1, effects=(later,), notice=Notice(words.DUE_ASKED_LATER))
            case _:
                return self._kept_on(around)

    def _let_go(self) -> Effect:
        return ForgetMeeting(self.meeting_id) if self.meeting_id else ForgetMember(self.member_id)

    def _kept_on(self, around: Around) -> Outcome:
        day = until(around.today.isoformat(), around.group.keep_days) or around.today
        effect: Effect = KeepMemberOn(self.member_id)
        if self.meeting_id:
            effect = KeepMeetingOn(self.meeting_id, day)
        said = words.DUE_KEPT.format(day=days.in_words(day.isoformat()))
        return Outcome(leave=1, effects=(effect,), notice=Notice(said))


@dataclass(frozen=True, slots=True)
class DueOfTheGroup:
    """The group's own things whose time is over, the wall too. They go together."""

    def prompt(self, around: Around) -> Prompt:
        """Return what they are; the first row keeps them. What is not ours alone is named."""
        kept_on = words.DUE_KEEP.format(days=around.group.keep_days)
        choices = (
            Choice("keep", kept_on),
            Choice("go", words.DUE_GO),
            Choice("later", words.DUE_LATER),
        )
        day = days.in_words(kept_from(around.today, around.group.keep_days).isoformat())
        due = things_due(around.things, around.group.keep_days, around.today)
        body = [history.DUE_MEANS.format(day=day)]
        if due.strengths:
            body.append(history.DUE_WALL)
        if due.duties:
            body.append(history.DUE_DUTIES)
        return house_prompt(
            "due-ours", words.TITLE, history.DUE_ASKED, ChooseOne(choices), body=tuple(body)
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep them on, let them go, or ask another day."""
        due = things_due(around.things, around.group.keep_days, around.today)
        match value:
            case "go":
                ids = frozenset(one.id for one in due)
                return Outcome(leave=1, enter=(Gone(),), effects=(LetGo(ids),))
            case "later":
                later = AskLater(OF_THE_GROUP)
                return Outcome(leave=1, effects=(later,), notice=Notice(words.DUE_ASKED_LATER))
            case _:
                today = around.today.isoformat()
                day = until(today, around.group.keep_days) or around.today
                said = words.DUE_KEPT.format(day=days.in_words(day.isoformat()))
                kept = KeepThings(due.kept_on(today))
                return Outcome(leave=1, effects=(kept,), notice=Notice(said))

"""What is kept longer than was agreed: the start offers it, and nothing goes by itself (S7)."""

from dataclasses import dataclass, replace
from datetime import date

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
    KeepOlderAgreements,
    KeepThings,
    LetGo,
)
from facilitator.engine.house.gone import Gone
from facilitator.engine.house.past import book_keeps
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.retention import (
    OF_THE_GROUP,
    OLDER_AGREEMENTS,
    agreements_due,
    kept_from,
    things_due,
    until,
)
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
        asked, means = self._asked(around)
        stays = book_keeps(around, self.meeting_id) if self.meeting_id else ()
        body, shown = (means, *stays), _answers(around)
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
        day = _kept_until(around)
        effect: Effect = KeepMemberOn(self.member_id)
        if self.meeting_id:
            effect = KeepMeetingOn(self.meeting_id, day)
        return Outcome(leave=1, effects=(effect,), notice=_said_kept(around))


@dataclass(frozen=True, slots=True)
class DueOfTheGroup:
    """The group's own things whose time is over, the wall too. They go together."""

    def prompt(self, around: Around) -> Prompt:
        """Return what they are; the first row keeps them. What is not ours alone is named."""
        day = days.in_words(kept_from(around.today, around.group.keep_days).isoformat())
        due = things_due(around.things, around.group.keep_days, around.today)
        body = [history.DUE_MEANS.format(day=day)]
        if due.strengths:
            body.append(history.DUE_WALL)
        if due.duties:
            body.append(history.DUE_DUTIES)
        shown = _answers(around)
        return house_prompt("due-ours", words.TITLE, history.DUE_ASKED, shown, body=tuple(body))

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
                kept = KeepThings(due.kept_on(around.today.isoformat()))
                return Outcome(leave=1, effects=(kept,), notice=_said_kept(around))


@dataclass(frozen=True, slots=True)
class DueAgreements:
    """Older versions of the group's agreement whose time is over (C1). They go together."""

    def prompt(self, around: Around) -> Prompt:
        """Return which they are by their days; the first row keeps them."""
        due = agreements_due(around.older_agreements, around.group.keep_days, around.today)
        made = (words.DUE_AGREED_OF.format(day=days.in_words(one.made_on)) for one in due)
        body = (words.DUE_AGREED_MEANS, *made)
        asked, shown = words.DUE_AGREED_ASKED, _answers(around)
        return house_prompt("due-agreed", words.TITLE, asked, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep them on, let them go, or ask another day."""
        older = around.older_agreements
        due = agreements_due(older, around.group.keep_days, around.today)
        match value:
            case "go":
                left = KeepOlderAgreements(tuple(one for one in older if one not in due))
                return Outcome(leave=1, enter=(Gone(),), effects=(left,))
            case "later":
                later = AskLater(OLDER_AGREEMENTS)
                return Outcome(leave=1, effects=(later,), notice=Notice(words.DUE_ASKED_LATER))
            case _:
                today = around.today.isoformat()
                on = (replace(one, again_on=today) if one in due else one for one in older)
                kept = KeepOlderAgreements(tuple(on))
                return Outcome(leave=1, effects=(kept,), notice=_said_kept(around))


def _answers(around: Around) -> ChooseOne:
    """Return what can be said of anything that is due; the first row keeps it."""
    return ChooseOne(
        (
            Choice("keep", words.DUE_KEEP.format(days=around.group.keep_days)),
            Choice("go", words.DUE_GO),
            Choice("later", words.DUE_LATER),
        )
    )


def _kept_until(around: Around) -> date:
    """Return until when what is kept on today is kept."""
    return until(around.today.isoformat(), around.group.keep_days) or around.today


def _said_kept(around: Around) -> Notice:
    return Notice(words.DUE_KEPT.format(day=days.in_words(_kept_until(around).isoformat())))

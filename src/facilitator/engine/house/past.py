"""Past meetings: what the group saw, and a way to have them forgotten (S8, C3)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.domain.records import ClosedMeeting, KeptAnswer
from facilitator.engine.fitting import fitted
from facilitator.engine.house import days
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import ForgetMeeting
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.retention import until
from facilitator.wording import close, keeping
from facilitator.wording import house as words

ROWS = 42


@dataclass(frozen=True, slots=True)
class PastMeetings:
    """Closed meetings, newest first, `start` of them passed over."""

    start: int = 0

    def prompt(self, around: Around) -> Prompt:
        """Return one row a meeting: the day and the session."""
        rows = around.past(self.start, ROWS + 1)
        if not rows:
            back = ChooseOne((Choice("@back", words.PAST_BACK),))
            return house_prompt("past", words.PAST, words.PAST_NONE, back)
        choices = [Choice(row.id, _label(row.closed_at, row.session_title)) for row in rows[:ROWS]]
        if len(rows) > ROWS:
            choices.append(Choice("@older", words.PAST_OLDER))
        shown = ChooseOne(tuple(choices))
        return house_prompt("past", words.PAST, words.PAST_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Show one, or older ones."""
        if value == "@back":
            return Outcome(leave=1)
        if value == "@older":
            return Outcome(enter=(PastMeetings(self.start + ROWS),))
        return Outcome(enter=(PastMeeting(str(value)),))


def _label(at: str, title: str) -> str:
    return fitted(words.PAST_LABEL.format(day=days.short(at), title=title))


@dataclass(frozen=True, slots=True)
class PastMeeting:
    """One closed meeting, as the group saw it."""

    meeting_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return its lines; no private word is among them (C3)."""
        closed = around.closed(self.meeting_id)
        if closed is None:
            return self._unread(around)
        day = days.in_words(closed.closed_at)
        asked = words.PAST_ONE.format(title=closed.session_title, day=day)
        choices = (
            Choice("back", words.PAST_TO_LIST),
            Choice("give", keeping.GIVE_ME),
            Choice("forget-me", keeping.FORGET_ME),
            Choice("forget", words.PAST_FORGET),
            Choice("slip", close.FINISH_SLIP),
        )
        due = until(closed.keep_until, 0) or until(closed.closed_at, around.group.keep_days)
        until_when = days.in_words(due.isoformat()) if due else ""
        kept = (keeping.KEPT_UNTIL.format(day=until_when),) if due else ()
        shown, body = ChooseOne(choices), (*group_lines(closed), *kept)
        return house_prompt("past-one", words.PAST, asked, shown, body=body)

    def _unread(self, around: Around) -> Prompt:
        """Return why it is not shown: it is damaged, or it may be an older copy (S3, S9)."""
        left = (Choice("back", words.PAST_TO_LIST), Choice("forget", words.PAST_FORGET))
        if self.meeting_id not in around.not_as_left.doubtful:
            return house_prompt("past-one", words.PAST, words.PAST_GONE, ChooseOne(left))
        from facilitator.wording import sealing  # noqa: PLC0415  few need it (P1)

        shown = ChooseOne((left[0], Choice("fine", sealing.AS_LEFT_ONE_FINE), left[1]))
        asked, hint = sealing.AS_LEFT_ONE, sealing.AS_LEFT_HINT
        return house_prompt("past-one", words.PAST, asked, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Back to the list, or ask whether it shall go."""
        match value:
            case "give" | "forget-me":
                from facilitator.engine.house.own_words import Who  # noqa: PLC0415  a start needs none of it (P1)

                return Outcome(enter=(Who(self.meeting_id, is_forgetting=value == "forget-me"),))
            case "forget":
                return Outcome(enter=(Forget(self.meeting_id),))
            case "slip":
                from facilitator.engine.house.slips import SlipOf  # noqa: PLC0415  as above

                return Outcome(enter=(SlipOf(self.meeting_id),))
            case "fine":
                from facilitator.engine.house.as_left import taken  # noqa: PLC0415  as above

                return taken(self.meeting_id, leave=0)
            case _:
                return Outcome(leave=1)


def group_lines(closed: ClosedMeeting) -> tuple[str, ...]:
    """Return what the group saw of a closed meeting, one paragraph each (C3)."""
    number = len(closed.people)
    people = words.PAST_ONE_PERSON if number == 1 else words.PAST_PEOPLE.format(number=number)
    lines = [people]
    agreed = (*closed.asks, *closed.gives)
    if agreed:
        lines.append("; ".join(agreed))
    for answer in closed.answers:
        if not answer.private:
            giver = f"{answer.giver}: " if answer.giver else ""
            lines.append(f"{_place(answer)} {giver}{_said(answer.value)}")
    return tuple(lines) if len(lines) > 1 else (*lines, words.PAST_EMPTY)


def _place(answer: KeptAnswer) -> str:
    """Return where it was said; what was good and what shall change are told apart (C3)."""
    if answer.giver:
        return f"{answer.step_title}."
    part, _, _ = answer.part.partition("-")
    told = {"keep": close.STAY, "change": close.NEXT, "learnt": close.LEARNED}
    return told.get(part, f"{answer.step_title}.")


def _said(value: AnswerValue) -> str:
    return "; ".join(value) if isinstance(value, tuple) else str(value)


@dataclass(frozen=True, slots=True)
class Forget:
    """Deleting says first what will happen (A16)."""

    meeting_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return what will go; the first choice keeps it."""
        closed = around.closed(self.meeting_id)
        day = days.in_words(closed.closed_at) if closed else ""
        choices: tuple[Choice, ...] = (
            Choice("no", words.FORGET_NO),
            Choice("yes", words.FORGET_YES),
        )
        stays = book_keeps(around, self.meeting_id)
        if stays:
            choices = (*choices, Choice("forget-me", keeping.FORGET_ME))
            stays = (*stays, words.FORGET_STAYS_HOW)
        means = words.FORGET_MEANS.format(day=day) if closed else words.FORGET_UNREAD
        body = (means, *stays)
        shown = ChooseOne(choices)
        return house_prompt("forget", words.PAST, words.FORGET_ASKED, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let it go for good, keep it, or let somebody go from book and meeting first."""
        if value == "forget-me":
            from facilitator.engine.house.own_words import Who  # noqa: PLC0415  as above

            return Outcome(leave=1, enter=(Who(self.meeting_id, is_forgetting=True),))
        if value == "yes":
            from facilitator.engine.house.gone import Gone  # noqa: PLC0415  as above

            forget = ForgetMeeting(self.meeting_id)
            if around.closed(self.meeting_id) is None:  # nothing of it could be brought back
                return Outcome(leave=2, effects=(forget,), notice=Notice(words.FORGOTTEN))
            said = " ".join((words.FORGOTTEN, *book_keeps(around, self.meeting_id)))
            return Outcome(leave=2, enter=(Gone(said),), effects=(forget,))
        return Outcome(leave=1)


def book_keeps(around: Around, meeting_id: str) -> tuple[str, ...]:
    """Return of whom our book still keeps something when this meeting goes, as a line (S8, A16)."""
    from facilitator.engine.own_lines import staying_in_book  # noqa: PLC0415  a start needs none of it (P1)

    closed = around.closed(meeting_id)
    names = staying_in_book(closed, around.members).values() if closed else ()
    return (words.FORGET_STAYS.format(names=", ".join(names)),) if names else ()

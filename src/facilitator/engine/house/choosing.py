"""The sessions that can be held: choose one, look at one, change one."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.own_sessions import Lies
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.domain.session import Session
from facilitator.engine.fitting import fitted
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import DropMeeting, SettingOut
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.house.setting_out import Keeping, WhoSees, about_lines
from facilitator.wording import house as words

DRAFT = "@draft:"

PURPOSE = 76
"""Letters that are told of a session in the list: two rows at 40 columns (A5)."""


@dataclass(frozen=True, slots=True)
class ChooseSession:
    """The sessions that can be held, or just looked at."""

    looking: bool = False

    def prompt(self, around: Around) -> Prompt:
        """Return the sessions by title, each with its minutes; what was chosen last time first."""
        next_times = around.things.next_times
        chosen = {one for each in next_times for one in (each.session, each.draft)}
        choices = tuple(
            Choice(one.id, _label(around, one), purpose(one, easy=around.ways.easy))
            for one in sorted(around.sessions, key=lambda one: one.id not in chosen)
        )
        none = _chosen(around) if choices else (words.NO_SESSIONS,)
        back = (Choice("@back", words.OUT_NONE),) if not choices else ()
        own = (Choice("@own", words.SESSIONS_OWN),) if self.looking else ()
        fetch = (Choice("@fetch", words.SESSION_FETCH),) if self.looking else ()
        drafts = _drafts(around) if next_times and not self.looking else ()
        # What people look for there must not lie behind a leaf of sessions (C12).
        shown = ChooseOne((*drafts, *own, *choices, *fetch, *back))
        title, asked = words.SESSIONS, words.WHICH_SESSION
        if self.looking:
            title, asked = words.LOOK, words.LOOK_ASKED
        return house_prompt("sessions", title, asked, shown, body=none)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Hold it, or show what it is."""
        if value == "@back":
            return Outcome(leave=1)
        if value == "@own":
            from facilitator.engine.house.editor.lists import OwnSessions  # noqa: PLC0415  a start needs none of it (P1)

            return Outcome(enter=(OwnSessions(),))
        if str(value).startswith(DRAFT):
            from facilitator.engine.house.our_draft import OurDraft  # noqa: PLC0415  few starts (P1)

            return Outcome(enter=(OurDraft(str(value).removeprefix(DRAFT)),))
        if value == "@fetch":
            from facilitator.engine.house.coming_in import WhereIn  # noqa: PLC0415  as above

            return Outcome(enter=(WhereIn(),))
        if self.looking:
            return Outcome(enter=(OneSession(str(value)),))
        return Outcome(enter=(WhoSees(SettingOut(str(value))),))


def purpose(session: Session, *, easy: bool) -> str:
    """Return what a session is for, in as many of its first sentences as two short rows hold."""
    said = session.about.said(easy=easy).strip()
    if len(said) <= PURPOSE:
        return said
    end = max(said.rfind(sign, 0, PURPOSE) for sign in (". ", "? ", "! "))
    return said[: end + 1] if end > 0 else said[: PURPOSE - 1].rstrip() + "…"


def _label(around: Around, session: Session) -> str:
    """Return its title and minutes; one of the group's own says so beside one of its name (C12)."""
    label = words.SESSION_LABEL.format(title=session.title, minutes=session.minutes)
    same = [one for one in around.sessions if one.title == session.title]
    if len(same) == 1 or around.own_text(Lies.SESSIONS, session.id) is None:
        return label
    return fitted(words.SESSION_OURS.format(label=label))


def _drafts(around: Around) -> tuple[Choice, ...]:
    """Return the drafts that hold what was chosen: each is offered before all others (C11)."""
    from facilitator.engine.house.editor.draft import sketch_of, title_of  # noqa: PLC0415  as above

    known = {text.name for text in around.own_texts(Lies.DRAFTS)}
    names = [one.draft for one in around.things.next_times if one.draft in known]
    titles = {name: title_of(sketch_of(around, name)) for name in names}
    row = words.SESSION_DRAFT
    rows = {name: fitted(row.format(title=title)) for name, title in titles.items()}
    return tuple(Choice(f"{DRAFT}{name}", label) for name, label in rows.items())


def _chosen(around: Around) -> tuple[str, ...]:
    if not around.things.next_times:
        return ()
    from facilitator.engine.house.next_time import chosen_line  # noqa: PLC0415  as above

    return chosen_line(around)


@dataclass(frozen=True, slots=True)
class OneSession:
    """What a session is for, how long it is, who made it."""

    session_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return its own words."""
        session = around.session(self.session_id)
        choices = [
            Choice("hold", words.SESSION_HOLD),
            Choice("change", words.SESSION_CHANGE),
            Choice("back", words.SESSION_BACK),
        ]
        if session is not None:
            if session.derived_from and around.session(session.derived_from) is not None:
                choices.append(Choice("different", words.SESSION_DIFFERENT))
            choices.append(Choice("take", words.SESSION_TAKE))
        body = about_lines(session, easy=around.ways.easy) if session else ()
        asked = session.title if session else words.WHICH_SESSION
        return house_prompt("session", words.SESSIONS, asked, ChooseOne(tuple(choices)), body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Hold it, change it, carry it away, see how it differs, or go back to the list."""
        match value:
            case "hold":
                return Outcome(leave=2, enter=(WhoSees(SettingOut(self.session_id)),))
            case "change":
                from facilitator.engine.house.editor.lists import changing  # noqa: PLC0415  as above

                return changing(around, self.session_id)
            case "different":
                from facilitator.engine.house.different import Different  # noqa: PLC0415  as above

                return Outcome(enter=(Different(self.session_id),))
            case "take":
                from facilitator.engine.house.going_out import way_out  # noqa: PLC0415  as above

                return Outcome(enter=(way_out(around, self.session_id),))
            case _:
                return Outcome(leave=1)


def asked_before(meeting: Meeting) -> Outcome:
    """Return the rooms that led to a meeting which holds nothing yet, as they were answered."""
    plan = SettingOut(meeting.session.id, meeting.seen_by, keep=meeting.keep)
    rooms = (ChooseSession(), WhoSees(plan), Keeping(plan))
    return Outcome(leave=-1, enter=rooms, effects=(DropMeeting(),))

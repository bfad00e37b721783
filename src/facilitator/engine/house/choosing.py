"""The sessions that can be held: choose one, look at one, change one."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import SettingOut
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.house.setting_out import WhoSees, about_lines
from facilitator.wording import house as words


@dataclass(frozen=True, slots=True)
class ChooseSession:
    """The sessions that can be held, or just looked at."""

    looking: bool = False

    def prompt(self, around: Around) -> Prompt:
        """Return the sessions by title, each with its minutes; what was chosen last time first."""
        chosen = {one.session for one in around.things.next_times}
        choices = tuple(
            Choice(one.id, words.SESSION_LABEL.format(title=one.title, minutes=one.minutes))
            for one in sorted(around.sessions, key=lambda one: one.id not in chosen)
        )
        none = _chosen(around) if choices else (words.NO_SESSIONS,)
        back = (Choice("@back", words.OUT_NONE),) if not choices else ()
        own = (Choice("@own", words.SESSIONS_OWN),) if self.looking else ()
        shown = ChooseOne((*choices, *own, *back))
        return house_prompt("sessions", words.SESSIONS, words.WHICH_SESSION, shown, body=none)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Hold it, or show what it is."""
        if value == "@back":
            return Outcome(leave=1)
        if value == "@own":
            from facilitator.engine.house.editor.lists import OwnSessions  # noqa: PLC0415  a start needs none of it (P1)

            return Outcome(enter=(OwnSessions(),))
        if self.looking:
            return Outcome(enter=(OneSession(str(value)),))
        return Outcome(enter=(WhoSees(SettingOut(str(value))),))


def _chosen(around: Around) -> tuple[str, ...]:
    if not around.things.next_times:
        return ()
    from facilitator.engine.house.next_time import chosen_line  # noqa: PLC0415  as they need it (P1)

    return chosen_line(around)


@dataclass(frozen=True, slots=True)
class OneSession:
    """What a session is for, how long it is, who made it."""

    session_id: str

    def prompt(self, around: Around) -> Prompt:
        """Return its own words."""
        session = around.session(self.session_id)
        choices = (
            Choice("hold", words.SESSION_HOLD),
            Choice("change", words.SESSION_CHANGE),
            Choice("back", words.SESSION_BACK),
        )
        body = about_lines(session, easy=around.ways.easy) if session else ()
        asked = session.title if session else words.WHICH_SESSION
        return house_prompt("session", words.SESSIONS, asked, ChooseOne(choices), body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Hold it, or go back to the list."""
        if value == "hold":
            return Outcome(leave=2, enter=(WhoSees(SettingOut(self.session_id)),))
        if value == "change":
            from facilitator.engine.house.editor.lists import changing  # noqa: PLC0415  as above

            return changing(around, self.session_id)
        return Outcome(leave=1)

"""What is done with things that are kept: keep them on, forget them, bring them back (S7, S8)."""

from dataclasses import replace
from typing import Protocol, assert_never

from facilitator.domain.events import Event
from facilitator.domain.own_sessions import Lies
from facilitator.domain.prompt import Notice, Tone
from facilitator.engine.house import effects
from facilitator.meetings import drafts, forgetting
from facilitator.meetings.forgetting import Undo
from facilitator.meetings.surroundings import Surroundings
from facilitator.wording import keeping
from facilitator.wording.slip import WRITTEN


class OpenMeeting(Protocol):
    """The desk, as forgetting in an open meeting needs it."""

    @property
    def happened(self) -> tuple[Event, ...]:
        """All events of the open meeting."""

    def rewrite(self, happened: tuple[Event, ...]) -> None:
        """Let the open meeting be what these events make. Raises NotSaved."""


class KeptThings:
    """Does these effects by means of the ports; holds the last deletion until it is left."""

    def __init__(self, around: Surroundings) -> None:
        """Begin with nothing deleted."""
        self._around = around
        self._undo: Undo | None = None

    def left(self) -> None:
        """Its confirming screen was left: nothing of it is held any more (A16)."""
        self._undo = None

    def do(self, effect: effects.KeptEffect, desk: OpenMeeting) -> Notice | None:
        """Do one of them; return a word to show, if any. Raises NotSaved."""
        around, ports, group = self._around, self._around.ports, self._around.group.id
        match effect:
            case effects.ForgetMeeting(meeting_id):
                self._undo = forgetting.forget_meeting(ports, group, meeting_id)
            case effects.ForgetMember(member_id):
                self._undo = forgetting.forget_member(ports, group, member_id)
            case effects.ForgetPerson(meeting_id, name):
                self._forget_person(meeting_id, name, desk)
            case effects.KeepThings(things):
                ports.book.keep_things(group, things)
            case effects.LetGo(ids):
                self._undo = forgetting.let_go(ports, group, ids)
            case effects.SaveOwn() | effects.DeleteOwn():
                self._own(effect)
            case effects.ChangeDraft() | effects.UndoDraft():
                return drafts.do(around, effect)
            case effects.BringBack():
                return self._bring_back(desk)
            case effects.KeepMeetingOn(meeting_id, until):
                closed = around.closed(meeting_id)
                if closed is not None:
                    ports.store.rewrite(replace(closed, keep_until=until.isoformat()))
            case effects.KeepMemberOn(member_id):
                self._keep_on(member_id)
            case effects.AskLater(kept_id):
                around.asked_later.add(kept_id)
            case effects.WriteWords() | effects.WriteSlip():
                return self._write(effect)
            case _:
                assert_never(effect)
        return None

    def _write(self, effect: effects.WriteWords | effects.WriteSlip) -> Notice | None:
        around = self._around
        if isinstance(effect, effects.WriteWords):
            path = around.ports.exports.write(around.group.id, effect.name, effect.body)
            return Notice(keeping.GIVE_WRITTEN.format(path=path), Tone.SAVED)
        from facilitator.engine import slip  # noqa: PLC0415  few starts need it (P1)

        closed = around.closed(effect.meeting_id)
        if closed is None:
            return None
        name, body = slip.written_as(effect.shape, closed, (one.name for one in around.members))
        path = around.ports.exports.write(closed.group_id, name, body)
        around.ports.store.rewrite(replace(closed, slip_agreed=effect.shape))
        return Notice(WRITTEN.format(path=path), Tone.SAVED)

    def _own(self, effect: effects.SaveOwn | effects.DeleteOwn) -> None:
        around, shelf, group = self._around, self._around.ports.own, self._around.group.id
        if isinstance(effect, effects.SaveOwn):
            drafts.save(around, effect.lies, effect.name, effect.source)
        else:
            self._undo = forgetting.delete_own(shelf, group, effect.lies, effect.name)
            if effect.lies is Lies.DRAFTS:
                # A draft of the same name is another one.
                around.drafts_before.pop((group, effect.name), None)

    def _keep_on(self, member_id: str) -> None:
        around = self._around
        for member in around.members:
            if member.id == member_id:
                kept = replace(member, kept_on=around.today.isoformat())
                around.ports.book.save_member(around.group.id, kept)

    def _forget_person(self, meeting_id: str, name: str, desk: OpenMeeting) -> None:
        around = self._around
        if meeting_id:
            closed = around.closed(meeting_id)
            if closed is not None:
                self._undo = forgetting.forget_in_closed(around.ports, closed, name)
            return
        # As it is written: turns of a secret choice are in no event, and it starts again (C7).
        before = desk.happened
        meeting = forgetting.meeting_of(before)
        person = (
            next((one for one in meeting.people if one.name == name), None) if meeting else None
        )
        if meeting is None or person is None:
            return
        # The meeting last: as long as the name is there, a deletion can be asked for again.
        members, things = forgetting.out_of_the_book(around.ports, meeting, person)
        desk.rewrite(forgetting.without_person(before, meeting, person))
        around.own_ways.pop(person.id, None)
        around.new_ways.discard(person.id)
        self._undo = Undo(meeting.group_id, members=members, things=things, events=before)

    def _bring_back(self, desk: OpenMeeting) -> Notice | None:
        undo = self._undo
        if undo is None:
            return Notice(keeping.GONE_NOT_BACK, Tone.CARE)
        if undo.events:
            desk.rewrite(undo.events)
        forgetting.bring_back(self._around.ports, undo)
        for lies, text in undo.own:
            self._around.ports.own.save(undo.group_id, lies, text.name, text.source)
        self._undo = None
        return None

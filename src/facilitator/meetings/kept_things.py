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

_Own = (
    effects.SaveOwn
    | effects.DeleteOwn
    | effects.ChangeDraft
    | effects.UndoDraft
    | effects.CarrySession
)


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
        around, ports = self._around, self._around.ports
        match effect:
            case effects.ForgetMeeting() | effects.ForgetMember() | effects.ForgetEverywhere():
                self._undo = self._forgotten(effect)
            case effects.ForgetPerson(meeting_id, name):
                self._forget_person(meeting_id, name, desk)
            case effects.SaveAgreement(agreement):
                ports.book.save_agreement(around.group.id, agreement)
            case effects.KeepOlderAgreements(older):
                self._undo = forgetting.let_agreements_go(ports, around.group.id, older)
            case effects.PutBookAside():
                ports.book.put_aside(around.group.id)
            case effects.KeepThings() | effects.LetGo() | effects.ChangeStories():
                self._things(effect)
            case (
                effects.SaveOwn()
                | effects.DeleteOwn()
                | effects.ChangeDraft()
                | effects.UndoDraft()
                | effects.CarrySession()
            ):
                return self._own(effect)
            case effects.BringBack():
                return self._bring_back(desk)
            case effects.KeepMeetingOn(meeting_id, until):
                closed = around.closed(meeting_id)
                if closed is not None:
                    ports.store.rewrite(replace(closed, keep_until=until.isoformat()))
            case effects.KeepMemberOn(member_id):
                self._keep_on(member_id)
            case effects.AskLater(kept_id):
                around.asked_later.add((around.group.id, kept_id))
            case effects.WriteWords() | effects.WriteSlip():
                return self._write(effect)
            case _:
                assert_never(effect)
        return None

    def _things(self, effect: effects.KeepThings | effects.LetGo | effects.ChangeStories) -> None:
        ports, group = self._around.ports, self._around.group.id
        match effect:
            case effects.KeepThings(things):
                ports.book.keep_things(group, things)
            case effects.LetGo(ids):
                self._undo = forgetting.let_go(ports, group, ids)
            case effects.ChangeStories(things):
                self._undo = forgetting.change_stories(ports, group, things)
            case _:
                assert_never(effect)

    def _forgotten(
        self, effect: effects.ForgetMeeting | effects.ForgetMember | effects.ForgetEverywhere
    ) -> Undo:
        ports, group = self._around.ports, self._around.group.id
        match effect:
            case effects.ForgetMeeting(meeting_id):
                return forgetting.forget_meeting(ports, group, meeting_id)
            case effects.ForgetMember(member_id):
                return forgetting.forget_member(ports, group, member_id)
            case effects.ForgetEverywhere(member_id):
                return forgetting.forget_everywhere(ports, group, member_id)
            case _:
                assert_never(effect)

    def _write(self, effect: effects.WriteWords | effects.WriteSlip) -> Notice | None:
        around = self._around
        if isinstance(effect, effects.WriteWords):
            path = around.ports.exports.write(around.group.id, effect.name, effect.body)
            said = effect.said or keeping.GIVE_WRITTEN
            return Notice(said.format(path=path), Tone.SAVED)
        from facilitator.engine import slip  # noqa: PLC0415  few starts need it (P1)

        closed = around.closed(effect.meeting_id)
        if closed is None:
            return None
        name, body = slip.written_as(effect.shape, closed, (one.name for one in around.members))
        path = around.ports.exports.write(closed.group_id, name, body)
        around.ports.store.rewrite(replace(closed, slip_agreed=effect.shape))
        return Notice(WRITTEN.format(path=path), Tone.SAVED)

    def _own(self, effect: _Own) -> Notice | None:
        """Do something with a session or draft that the group wrote itself (C12, C13)."""
        around, shelf, group = self._around, self._around.ports.own, self._around.group.id
        match effect:
            case effects.SaveOwn(lies, name, source):
                drafts.save(around, lies, name, source)
            case effects.DeleteOwn(lies, name):
                self._undo = forgetting.delete_own(shelf, group, lies, name)
                if lies is Lies.DRAFTS:
                    # A draft of the same name is another one.
                    around.drafts_before.pop((group, name), None)
            case effects.ChangeDraft() | effects.UndoDraft():
                return drafts.do(around, effect)
            case effects.CarrySession(session_id, folder):
                self._carry(session_id, folder)
            case _:
                assert_never(effect)
        return None

    def _carry(self, session_id: str, folder: str) -> None:
        """Write the text as it lies here, its notes, order and lineage too (C13)."""
        session = self._around.session(session_id)
        if session is not None:
            body = session.source.encode("utf-8", "backslashreplace")
            self._around.carried = self._around.ports.sticks.write(folder, session.id, body)

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
        members, things, files = forgetting.out_of_the_book(around.ports, meeting, person)
        desk.rewrite(forgetting.without_person(before, meeting, person))
        around.own_ways.pop(person.id, None)
        around.new_ways.discard(person.id)
        self._undo = Undo(meeting.group_id, None, members, things, files, before)

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

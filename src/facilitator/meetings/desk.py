"""The desk: where the open meeting lies. Events are stored first, then applied (S1)."""

from dataclasses import replace
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, assert_never

from facilitator.domain import commands, events
from facilitator.domain.answers import Draft
from facilitator.domain.commands import Refusal
from facilitator.domain.events import Keep, MeetingStarted
from facilitator.domain.meeting import Meeting
from facilitator.domain.prompt import Notice, Tone
from facilitator.domain.records import FrontEnd, Member, Seal, Ways
from facilitator.domain.session import Session
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.apply import begin, replay
from facilitator.engine.decide import decide
from facilitator.engine.house import effects
from facilitator.engine.house.effects import Effect, SettingOut
from facilitator.engine.house.room import Room
from facilitator.engine.own_word import locked
from facilitator.meetings.ballot import BallotBox
from facilitator.meetings.cut_short import Mark
from facilitator.meetings.narration import Narrator
from facilitator.meetings.practice import Practice
from facilitator.meetings.surroundings import Surroundings
from facilitator.ports.storage import Journal, NotSaved
from facilitator.sessions.parse import parse
from facilitator.wording import access, house, leaving, refusals

if TYPE_CHECKING:
    from facilitator.meetings.kept_things import KeptThings


class Desk:
    """Does what the engine and the rooms ask for, by means of the ports."""

    def __init__(self, around: Surroundings, narrator: Narrator) -> None:
        """Begin with an empty desk in these surroundings."""
        self._around = around
        self._narrator = narrator
        self._journal: Journal | None = None
        self._happened: tuple[events.Event, ...] = ()
        self._box = BallotBox()
        self._kept: KeptThings | None = None  # made when the first of its things is done
        self._mark = Mark(around.ports.kiosk)
        self._was_short = False
        self.practice = Practice(around)
        self.is_over = False
        self.switch_to: FrontEnd | None = None
        self.goodbye: tuple[Room, ...] = ()  # what is shown once a meeting is over (M2)

    def tell(self, command: commands.Command) -> tuple[events.Event, ...] | Refusal:
        """Ask something of the open meeting; return its events, stored and applied.

        What is secret until all have had a turn is held in memory instead (C7).
        Raises NotSaved; the meeting is then as it was.
        """
        meeting, journal = self._around.meeting, self._journal
        if meeting is None or journal is None:
            return ()
        decided = decide(meeting, command, self._utc(), self._around.ports.clock.chance())
        if isinstance(decided, Refusal) or not decided:
            return decided
        if any(isinstance(one, events.StepAdded) for one in decided):
            from facilitator.meetings.starting import brought  # noqa: PLC0415  few add a step

            decided = (*decided, *brought(self._around, replay(meeting, decided)))
        found = self._box.sort(meeting, decided)
        if found.written:
            journal.append(found.written)
        self._happened += found.written
        self._mark.answered()
        self._around.meeting = self._box.put(meeting, found)
        return decided

    @property
    def happened(self) -> tuple[events.Event, ...]:
        """All events of the open meeting, as stored."""
        return self._happened

    def rewrite(self, happened: tuple[events.Event, ...]) -> None:
        """Let the open meeting be what these events make, on the disk first (S8).

        Raises NotSaved; it is then all as before.
        """
        from facilitator.meetings.forgetting import meeting_of  # noqa: PLC0415  a start needs none of it (P1)

        around, journal, meeting = self._around, self._journal, meeting_of(happened)
        if journal is None or around.meeting is None or meeting is None:
            return
        store, was = around.ports.store, around.meeting
        # First, or what says how long the old journal was would lie beside the new one (S9).
        journal.close()
        if was.keep is Keep.NOTHING or around.is_rehearsal:
            self._journal = store.start(was.group_id, was.id, on_disk=False)
            self._journal.append(happened)
        else:
            self._journal = store.rewrite_open(was.group_id, was.id, happened)
        self._box.empty()
        self._happened, around.meeting = happened, meeting

    def left_the_deletion(self) -> None:
        """Hold nothing any more of what was deleted (A16)."""
        if self._kept is not None:
            self._kept.left()

    def keep_line(self, room: Room | None, draft: Draft) -> None:
        """Keep a line that is being typed, in the rooms that have a place for it."""
        if hasattr(room, "line_place"):
            from facilitator.meetings import drafts  # noqa: PLC0415  a start needs none of it (P1)

            drafts.keep_line(self._around, room, draft)

    def _with_kept(self, effect: effects.KeptEffect) -> Notice | None:
        from facilitator.meetings.kept_things import KeptThings  # noqa: PLC0415  as above

        self._kept = self._kept or KeptThings(self._around)
        return self._kept.do(effect, self)

    def settled(self) -> Notice | None:
        """If the meeting is over, keep what is to be kept and clear the desk, with a goodbye.

        Else a word when the disk has become nearly full, once (S2). When nothing can be
        kept or deleted now, the meeting is set aside: the first screen offers to go on
        with it, and that closes it (M7).
        """
        meeting, is_kept = self._around.meeting, False
        self.goodbye = ()
        if meeting is None or not meeting.closed_at:
            return self._room_word()
        self._let_go()
        self._mark.end()
        self._around.meeting = None
        if not self._around.is_rehearsal:
            try:
                self._forget_leaving(meeting)
                from facilitator.meetings.closing import settle  # noqa: PLC0415  a start needs none of it (P1)

                is_kept = settle(self._around.ports, meeting)
            except NotSaved as fault:
                self.goodbye = _about_the_book(self._around, meeting)
                why = house.WHY_NOT_PUT_AWAY.get(fault.reason, refusals.NOT_OPEN)
                return Notice(house.NOT_PUT_AWAY.format(why=why), Tone.CARE)
            finally:
                self._around.shut()
        # The next ones here may sit closer: the voice is as loud as at the first start (5.1.3.13).
        self._around.await_the_next()
        if self.practice.is_on:
            from facilitator.wording.editor import PRACTISED  # noqa: PLC0415  only who edits needs it

            return Notice(PRACTISED)
        from facilitator.engine.house.farewell import farewell  # noqa: PLC0415  a start needs none of it (P1)

        self.goodbye = (farewell(self._around, meeting, is_kept=is_kept),)
        return None

    def _forget_leaving(self, meeting: Meeting) -> None:
        """Whoever moved on and wanted everything forgotten is forgotten (C15). Raises NotSaved."""
        from facilitator.engine.activities.moving_on import leaving_for_good  # noqa: PLC0415  a start needs none of it (P1)

        leaving = leaving_for_good(meeting) if meeting.keep is not Keep.NOTHING else ()
        if leaving:
            from facilitator.meetings.forgetting import forget_everywhere  # noqa: PLC0415  as below

            for person in leaving:
                known_by = meeting.known_by(person)
                forget_everywhere(self._around.ports, meeting.group_id, known_by, but=meeting.id)

    def _room_word(self) -> Notice | None:
        is_short = self._journal is not None and self._journal.is_short_of_room
        is_news, self._was_short = is_short and not self._was_short, is_short
        return Notice(house.SHORT_OF_ROOM, Tone.CARE) if is_news else None

    def do(self, effect: Effect) -> Notice | None:
        """Do one thing that a room asked for; return a word to show, if any. Raises NotSaved."""
        if isinstance(effect, effects.KeptEffect):
            return self._with_kept(effect)
        match effect:
            case effects.ResumeMeeting(meeting_id, after_fault):
                return self._resume(meeting_id, after_fault=after_fault)
            case effects.Tell(command):
                told = self.tell(command)
                return Notice(told.words, Tone.CARE) if isinstance(told, Refusal) else None
            case effects.StartMeeting() | effects.KeepFromNow() | effects.DropMeeting():
                self._whole_meeting(effect)
            case effects.SetAside() | effects.EndProgram():
                self._leave(is_over=isinstance(effect, effects.EndProgram))
            case effects.SaveWays(ways):
                return self.use(ways)
            case effects.KeepOwnWays() | effects.ReadOwnWords():
                self._in_turn(effect)
            case effects.SaveGroup() | effects.UseGroup() | effects.SetCoverWord():
                self._group(effect)
            case effects.AskSeal():
                return self._seal(effect)
            case effects.SetToday(today):
                self._around.shift += timedelta(days=(today - self._around.today).days)
                self._around.is_date_told = True
            case effects.SwitchTo(front_end):
                self._switch(front_end)
            case effects.SetLeavingWord(word):
                self._set_leaving_word(word)
            case effects.Practise(source):
                self.practice.begin(source, self)
            case _:
                assert_never(effect)
        return None

    def _in_turn(self, effect: effects.KeepOwnWays | effects.ReadOwnWords) -> None:
        if isinstance(effect, effects.KeepOwnWays):
            self._answered(kept=effect.kept)
        else:
            self._narrator.may_read(effect.giver)

    def _switch(self, front_end: FrontEnd) -> None:
        around = self._around
        if around.turn:
            around.use(replace(around.ways, front_end=front_end))
        else:
            around.usual_front_end = front_end
        self.switch_to = front_end

    def _set_leaving_word(self, word: str) -> None:
        """Keep the salted hash of the leaving word, never the word. Raises NotSaved."""
        ports = self._around.ports
        if ports.kiosk is not None:
            ports.kiosk.keep_leaving_word(locked(word, ports.clock.new_id()) if word else "")

    def use(self, ways: Ways) -> Notice | None:
        """Use these ways from now on; return a word where they cannot be kept.

        A disk that is full must not keep anybody from using the program in their way.
        """
        try:
            self._around.use(ways)
        except NotSaved:
            return Notice(access.NOT_KEPT, Tone.CARE)
        return None

    def _answered(self, *, kept: bool) -> None:
        """With a yes, write the ways of whoever has the turn beside their name (A13).

        Raises NotSaved.
        """
        around, meeting = self._around, self._around.meeting
        person = meeting.person(around.turn) if meeting else None
        if meeting is None or person is None:
            return
        if kept:
            known_by = meeting.known_by(person)
            held = around.ports.book.held_members(meeting.group_id)
            known = {member.id: member for member in held}
            member = known.get(known_by, Member(known_by, person.name))
            mine = replace(member, ways=around.ways, kept_on=around.today.isoformat())
            around.ports.book.save_member(meeting.group_id, mine)
        around.new_ways.discard(around.turn)

    def _group(self, effect: effects.SaveGroup | effects.UseGroup | effects.SetCoverWord) -> None:
        if isinstance(effect, effects.SetCoverWord):
            salt = self._around.ports.clock.new_id()
            word = locked(effect.word, salt) if effect.word else ""
            effect = effects.SaveGroup(replace(self._around.group, cover_word=word))
        new = effect.group.id if isinstance(effect, effects.SaveGroup) else effect.group_id
        if new != self._around.group.id:
            self._around.shut()
        if isinstance(effect, effects.SaveGroup):
            self._around.group = effect.group
            self._around.ports.book.add_group(self._around.group)
        else:
            found = [group for group in self._around.groups if group.id == effect.group_id]
            self._around.group = found[0] if found else self._around.group
        # The next start offers the group that was here last (M19).
        self._around.use(replace(self._around.ways, group=self._around.group.id))

    def start(self, plan: SettingOut, session: Session | None = None) -> None:
        """Begin a meeting: from here on everything is stored as was chosen (S6).

        `session` is given where it is on no shelf, as in a practice.
        """
        from facilitator.meetings.starting import started  # noqa: PLC0415  a start needs none of it (P1)

        begun = started(self._around, plan, session)
        if begun is None:
            return
        self._journal, self._around.meeting = begun.journal, begun.meeting
        self._happened = begun.happened
        self._around.forget_turns()
        if begun.on_disk:
            self._mark.begin(self._around.group.id, begun.meeting.id)

    def _keep_from_now(self, keep: Keep) -> None:
        """Store what may be kept from here on, on the disk first (S6). Raises NotSaved."""
        from facilitator.meetings.keep_change import kept_anew  # noqa: PLC0415  few change it

        meeting, journal = self._around.meeting, self._journal
        if meeting is None or journal is None or keep is meeting.keep:
            return
        anew = kept_anew(self._around, journal, self._happened, keep)
        self._box.empty()
        self._journal, self._happened, self._around.meeting = anew

    def _drop(self) -> None:
        """Let a meeting go in which nothing was said; no journal of it stays (M22)."""
        meeting = self._around.meeting
        self._let_go()
        self._mark.end()
        self._around.meeting = None
        if meeting is not None and not self._around.is_rehearsal:
            self._around.ports.store.discard(meeting.group_id, meeting.id)

    def _resume(self, meeting_id: str, *, after_fault: bool = False) -> Notice:
        """Open an unfinished meeting at the same prompt (M7)."""
        around = self._around
        if meeting_id in around.not_as_left.doubtful:
            raise NotSaved("not-as-left")  # it may hold words that were taken out (S8, S9)
        journal, happened, is_damaged = around.ports.store.resume(around.group.id, meeting_id)
        first, session = happened[0] if happened else None, None
        if isinstance(first, MeetingStarted):
            session = parse(first.session_source, "", SPECS).session
        if session is None or not isinstance(first, MeetingStarted):
            journal.close()
            return Notice(house.CANNOT_RESUME, Tone.CARE)
        from facilitator.engine.sound import replayed  # noqa: PLC0415  only where one goes on

        found = replayed(begin(first, session), happened[1:])
        if found.left_out:
            journal.close()
            happened, is_damaged = (first, *found.applied), True
            journal = around.ports.store.mend_open(around.group.id, meeting_id, happened)
        self._journal, self._happened = journal, happened
        self._mark.begin(around.group.id, meeting_id)
        around.forget_turns()
        around.meeting = found.meeting
        on = leaving.CUT_SHORT if after_fault else house.RESUMED
        words = house.RESUMED_DAMAGED if is_damaged else on
        return Notice(words, Tone.CARE if is_damaged else Tone.SAVED)

    def _seal(self, asked: effects.AskSeal) -> Notice | None:
        from facilitator.meetings import asleep, sealed  # noqa: PLC0415  few starts need it (P1)

        around, journal = self._around, self._journal
        if asked.wish is effects.SealWish.LOCK and journal is not None and around.meeting:
            if around.meeting.keep is not Keep.NOTHING:  # that one is in memory, and has no key
                self._journal = asleep.put_to_sleep(
                    journal, around.ports.store, around.meeting, self._happened
                )
            del journal
        sealed.do(around, asked)
        return asleep.woken(self._journal) if around.seal is Seal.OPEN else None

    def _whole_meeting(
        self, effect: effects.StartMeeting | effects.KeepFromNow | effects.DropMeeting
    ) -> None:
        match effect:
            case effects.StartMeeting(plan):
                self.start(plan)
            case effects.KeepFromNow(keep):
                self._keep_from_now(keep)
            case effects.DropMeeting():
                self._drop()
            case _:
                assert_never(effect)

    def _leave(self, *, is_over: bool) -> None:
        """Leave the meeting, if one is open, as it is; perhaps the program too."""
        self._let_go()
        if is_over or not self.practice.is_on:
            self._around.shut()
        self._mark.end()
        self._around.meeting = None
        self._around.await_the_next()
        self.is_over = is_over

    def _let_go(self) -> None:
        if self._journal is not None:
            self._journal.close()
        self._box.empty()
        self._journal, self._happened = None, ()

    def _utc(self) -> str:
        return self._around.now().astimezone(UTC).isoformat(timespec="seconds")


def _about_the_book(around: Surroundings, meeting: Meeting) -> tuple[Room, ...]:
    """Return the room that asks about a book that keeps a meeting from being put away (S3)."""
    if around.seal is not Seal.NONE:
        return ()
    try:
        around.ports.book.held_members(meeting.group_id)
    except NotSaved:
        from facilitator.engine.house.book_unread import BookUnread  # noqa: PLC0415  few closes

        return (BookUnread(meeting.id),)
    return ()

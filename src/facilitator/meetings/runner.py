"""MeetingRunner: an answer comes in, events are stored, then applied, then the next prompt."""

from dataclasses import replace
from typing import assert_never

from facilitator.domain import commands
from facilitator.domain.answers import Answer, ChosenSeveral, Draft
from facilitator.domain.commands import Refusal
from facilitator.domain.keys import KEYS, KeyCommand, SpeechKey
from facilitator.domain.prompt import Notice, Prompt, Tone
from facilitator.domain.records import FrontEnd
from facilitator.engine import flow
from facilitator.engine.house.access import Access
from facilitator.engine.house.access_voice import MayRead
from facilitator.engine.house.effects import ResumeMeeting, SaveWays, SettingOut
from facilitator.engine.house.help_now import HelpNow
from facilitator.engine.house.home import Home
from facilitator.engine.house.people import people_room
from facilitator.engine.house.room import Outcome, Room
from facilitator.engine.house.setting_out import WhoSees
from facilitator.engine.prompting import prompt_for
from facilitator.engine.values import value_from
from facilitator.meetings import ballot, of_the_menu
from facilitator.meetings.advice import time_word
from facilitator.meetings.coming_up import asked_first, help_after, is_elsewhere, opening_rooms
from facilitator.meetings.cut_short import cut_short
from facilitator.meetings.kept_word import kept_word
from facilitator.meetings.shown import Shown
from facilitator.meetings.surroundings import Surroundings
from facilitator.ports.storage import NotSaved
from facilitator.wording import access, refusals, rounds

EASY_KEY = next(row for row in KEYS if row.command is KeyCommand.EASY)


def _with(notice: Notice | None, told: Notice | None) -> Notice | None:
    """Return what changed together with why it cannot be kept, where it cannot."""
    if notice is None or told is None:
        return told or notice
    return Notice(f"{notice.words} {told.words}", told.tone)


class MeetingRunner(Shown):
    """The one real guide (meetings.guide.Guide): rooms on a stack, over at most one meeting."""

    def __init__(self, around: Surroundings, rooms: tuple[Room, ...] = ()) -> None:
        """Begin in these rooms, the last on top; without any, at home."""
        super().__init__(around)
        self._asked_aloud = ""  # who was asked whether the voice may read their words
        self._rooms: tuple[Room, ...] = rooms or (Home(),)
        self._offer_what_is_due()
        self._time_told = ""  # the meeting that has heard about its time
        self._prompt = self._made(None)
        self._voice.showed(self._prompt, first=True)

    @classmethod
    def opened(
        cls, around: Surroundings, session_id: str = "", *, asks_group: bool = True
    ) -> "MeetingRunner":
        """Return a runner as the program opens.

        Asks for the group when there are two, and for the date when the clock is behind
        (M19, M20); then home, or straight into setting out with a session. Where it was
        cut short in a meeting it goes on there (S13).
        """
        cut = cut_short(around)
        if cut is not None and (runner := cls(around)).go_on_with(cut):
            return runner
        around.end_one_key()
        return cls(around, opening_rooms(around, session_id, asks_group=asks_group))

    def go_on_with(self, cut: ResumeMeeting) -> bool:
        """Go on with a meeting that was cut short; return whether it could be.

        In somebody's own turn it is asked first whether they are still there (S11).
        """
        try:
            self._entered(Outcome(effects=(cut,)))
        except NotSaved:
            return False
        if self._around.meeting is not None and self._prompt.is_private and self._prompt.giver:
            from facilitator.engine.house.leaving import StillHere  # noqa: PLC0415  a start needs none of it (P1)

            notice = self._prompt.notice
            self._rooms = (*self._rooms, StillHere(self._around.turn_name))
            self._show(notice)
        return self._around.meeting is not None or bool(self._desk.goodbye)

    def practise(self, plan: SettingOut) -> None:
        """Begin a rehearsal: a meeting whose people are made up."""
        self._desk.start(plan)
        self._show(None)

    def ask(self, command: commands.Command) -> None:
        """Ask something of the meeting without a prompt, as a rehearsal does."""
        self._desk.tell(command)
        self._rooms = self._rooms[:1]
        self._show(None)

    def switched(self, front_end: FrontEnd) -> None:
        """Say that this front end shows the prompts from now on (A24)."""
        self._around.front_end = front_end
        self._desk.switch_to = None
        self._prompt = self._made(self._prompt.notice)
        self._voice.showed(self._prompt)

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is on the prompt; in the editor it outlives a power cut (C12)."""
        super().keep_draft(draft)
        self._desk.keep_line(self._room, draft)

    def give(self, answer: Answer) -> bool:
        """Hand in an answer; return whether it was taken. Never raises for any answer."""
        asked = self._prompt.id
        self._voice.hush()
        try:
            taken = self._given(answer)
        except NotSaved as fault:
            return self._refuse(refusals.NOT_KEPT.get(fault.reason, refusals.NOT_KEPT_FAILED))
        if taken and self._draft.prompt_id == asked:
            self._draft = Draft()
        return taken

    def _where_now(self) -> str:
        parts = (one for one in (self._prompt.where, self._prompt.title) if one)
        return ". ".join(dict.fromkeys(parts))

    def _given(self, answer: Answer) -> bool:
        if self._room is None:
            return self._told(
                commands.GiveAnswer(answer),
                then=help_after(self._prompt, self._where_now(), answer, self._around),
            )
        value = value_from(self._prompt.input, answer)
        if isinstance(value, Refusal):
            return self._refuse(value.words)
        return self._entered(self._room.take(self._around, value))

    def press(self, command: KeyCommand) -> bool:
        """Do one of the commands; return whether it did something."""
        self._voice.hush()
        if command not in self._prompt.commands:
            return False
        try:
            return self._pressed(command)
        except NotSaved as fault:
            return self._refuse(refusals.NOT_KEPT.get(fault.reason, refusals.NOT_KEPT_FAILED))

    def _pressed(self, command: KeyCommand) -> bool:
        match command:
            case KeyCommand.HELP:
                return self._push(HelpNow(self._where_now()))
            case KeyCommand.MENU:
                self._rooms = of_the_menu.without_question(self._rooms)
                return self._push(of_the_menu.menu(self._rooms))
            case KeyCommand.AGAIN:
                return self._again()
            case KeyCommand.BACK:
                return self._back()
            case KeyCommand.PASS:
                return self._pass()
            case KeyCommand.ACCESS:
                return self._push(Access())
            case KeyCommand.COVER:
                return self._cover()
            case KeyCommand.EASY:
                return self._easy()
            case _:
                assert_never(command)

    def _again(self) -> bool:
        """Show it anew and say it again; on the first screen it also wakes the voice (5.2)."""
        if isinstance(self._room, Home) and not self._voice.is_on:
            return self.speak(SpeechKey.SPEAK)
        self._prompt = replace(self._prompt, notice=None)
        self._voice.again()
        return True

    def one_key(self) -> bool:
        """Ask whether one key shall do everything, on the first screen; or stop (A3, 5.2)."""
        from facilitator.engine.house.one_key import BeginOneKey, StopOneKey  # noqa: PLC0415  a start needs none of it (P1)

        if isinstance(self._room, StopOneKey):
            return False
        if self.ways.scanning:
            return self._push(StopOneKey())
        return isinstance(self._room, Home) and self._push(BeginOneKey())

    def _easy(self) -> bool:
        """Show the same prompt in easy words, or in the usual ones; the same key goes back."""
        ways = replace(self.ways, easy=not self.ways.easy)
        word = access.EASY_IS_ON if ways.easy else access.EASY_IS_OFF
        key = EASY_KEY.letter if self._around.front_end is FrontEnd.FULL else ""
        key = key and ways.keys.get(KeyCommand.EASY, key)
        pattern = access.PRESS_TO_GO_BACK if key else access.TYPE_TO_GO_BACK
        told = self._desk.use(ways)
        self._voice.use(ways)
        word = pattern.format(now=word, key=key, word=EASY_KEY.word)
        return self._show(_with(Notice(word), told))

    def _push(self, room: Room) -> bool:
        """Open a room; the same key again leaves it, and from further in comes back to it."""
        kind, cover = type(room), of_the_menu.cover_at(self._rooms)
        if self._room is not None and isinstance(self._room, kind):
            return self._back()
        # What lies under a cover stays there: the way back to it would lead past the cover.
        places = [at for at, one in enumerate(self._rooms) if isinstance(one, kind) and at > cover]
        self._rooms = self._rooms[: places[0] + 1] if places else (*self._rooms, room)
        return self._show(None)

    def _cover(self) -> bool:
        cover = of_the_menu.cover_at(self._rooms)
        if cover < 0:
            return self._entered(of_the_menu.covering(self._around))
        self._rooms = self._rooms[: cover + 1]
        return self._show(None)

    def _back(self) -> bool:
        if self._room is None:
            return self._told(commands.GoBack())
        back = getattr(self._room, "back", None)
        if back is not None:
            return self._entered(back(self._around))
        if isinstance(self._room, Access):
            # Whichever way it is left, somebody's new ways are asked about (A13).
            return self._entered(self._room.take(self._around, "done"))
        if len(self._rooms) == 1:
            return self._refuse(refusals.NO_WAY_BACK)
        self._rooms = self._rooms[:-1]
        return self._show(None)

    def _pass(self) -> bool:
        if self._room is None:
            return self._told(commands.PassTurn(), Notice(rounds.PASSED))
        passed = getattr(self._room, "passed", None)
        return self._entered(passed(self._around)) if passed is not None else False

    def _told(
        self,
        command: commands.Command,
        notice: Notice | None = None,
        then: tuple[Room, ...] = (),
    ) -> bool:
        """Ask something of the meeting; show what comes of it, or these rooms before it."""
        happened = self._desk.tell(command)
        if isinstance(happened, Refusal):
            return self._refuse(happened.words)
        meeting = self._around.meeting
        if any(ballot.is_kept(meeting, event) for event in happened):
            notice = kept_word(meeting, happened, is_rehearsal=self._around.is_rehearsal)
        if isinstance(command, commands.GiveAnswer) and command.answer == ChosenSeveral(()):
            notice = Notice(rounds.NOTHING_TICKED)
        notice, self._draft = ballot.turn_over(meeting, happened) or (notice, self._draft)
        self._rooms = (*self._rooms, *then)
        return self._show(self._closed(notice))

    def _closed(self, notice: Notice | None) -> Notice | None:
        """If the meeting is over, close it and let a farewell be shown; return the word to show."""
        settled = self._desk.settled()
        if self._desk.goodbye:
            self._rooms = (Home(), *self._desk.goodbye)
            return settled
        return settled or notice

    def _entered(self, outcome: Outcome) -> bool:
        """Do what a room's answer leads to. Effects come first: a fault leaves us where we are."""
        notice = outcome.notice
        before = self._around.meeting
        self._desk.practice.left(self._rooms)
        for effect in outcome.effects:
            told = self._desk.do(effect)
            notice = _with(notice, told) if isinstance(effect, SaveWays) else told or notice
        self._voice.use(self._around.ways)
        self._rooms = (*of_the_menu.staying(self._rooms, outcome.leave), *outcome.enter)
        if is_elsewhere(before, self._around.meeting, is_asking=bool(outcome.enter)):
            if any(isinstance(room, MayRead) for room in self._rooms):
                self._asked_aloud = ""
            # Only somebody's own choice about keeping still waits for its answer (M14).
            waiting = of_the_menu.late_cards(self._rooms)
            self._rooms = (Home(), *waiting)
            if waiting and self._around.meeting is not None and self._around.meeting.is_paused:
                self._rooms = (*self._rooms, of_the_menu.resting())
        if outcome.refused:
            return self._refuse(notice.words if notice else "")
        return self._show(self._closed(notice))

    @property
    def _room(self) -> Room | None:
        """The room on top; None while the meeting itself is shown."""
        top = self._rooms[-1]
        return None if isinstance(top, Home) and self._around.meeting is not None else top

    def _show(self, notice: Notice | None) -> bool:
        self._rooms, meeting = self._desk.practice.rooms_after(self._rooms), self._around.meeting
        if meeting is not None and len(self._rooms) == 1:
            if meeting.is_paused:
                self._rooms = (*self._rooms, of_the_menu.resting())
            elif meeting.place is None:
                self._rooms = (*self._rooms, people_room(self._around))
        self._offer_what_is_due()
        if not any(getattr(room, "can_bring_back", False) for room in self._rooms):
            self._desk.left_the_deletion()
        self._take_turn()
        self._prompt = self._made(self._advised(notice))
        if self._asks_aloud():
            self._asked_aloud = self._prompt.giver
            self._rooms = (*self._rooms, MayRead(self._prompt.giver, self._around.turn_name))
            self._prompt = self._made(self._prompt.notice)
        self._voice.showed(self._prompt)
        self.look_for_news()
        return True

    def _offer_what_is_due(self) -> None:
        """Let what waits come before the first screen, or before a session (S7, M20, M21)."""
        if len(self._rooms) == 1 or isinstance(self._room, WhoSees):
            self._rooms = (*self._rooms, *asked_first(self._around))

    def _take_turn(self) -> None:
        """Let the ways of whoever has the turn now be in force, from the hand-over on (A13)."""
        meeting = self._around.meeting
        is_own = getattr(self._room, "keeps_voice", False)
        if is_own or (meeting is not None and self._room is not None):
            return
        turn = flow.turn_of(meeting) if meeting is not None else ""
        at_keyboard = flow.keyboard_of(meeting) if meeting is not None else ""
        if turn != self._around.turn or not at_keyboard:
            # A question that was left without an answer is a no, whatever an earlier turn said.
            self._asked_aloud = ""
            self._voice.may_read("")
        wanted = self._around.take_turn(turn)
        self._desk.switch_to = wanted if wanted is not self._around.front_end else None
        self._voice.use(self._around.ways)

    def _asks_aloud(self) -> bool:
        """Whether to ask if the voice may read this person's own words: once a turn (A12)."""
        prompt = self._prompt
        is_new = prompt.giver != self._asked_aloud
        return self._voice.is_on and prompt.is_private and bool(prompt.giver) and is_new

    def _advised(self, notice: Notice | None) -> Notice | None:
        """Add the word about the time to what is shown next, once a meeting (M6)."""
        meeting = self._around.meeting
        if meeting is None or not self._around.ways.advise_time or meeting.id == self._time_told:
            return notice
        due = time_word(meeting, self._around.now())
        if not due:
            return notice
        self._time_told = meeting.id
        tone = notice.tone if notice else Tone.CALM
        return Notice(f"{notice.words} {due}" if notice else due, tone)

    def _made(self, notice: Notice | None) -> Prompt:
        room, meeting = self._room, self._around.meeting
        if room is not None:
            made = room.prompt(self._around)
            if meeting is not None and meeting.place is None and not made.is_cover:
                # While people gather, which session it is stays in the header (A21).
                made = replace(made, where=made.where or meeting.session.title)
        elif meeting is not None:
            made = prompt_for(meeting, easy=self._around.ways.easy)
        else:
            made = Home().prompt(self._around)
        return replace(made, notice=notice)

    def _refuse(self, words: str) -> bool:
        self._prompt = replace(self._prompt, notice=Notice(words, Tone.CARE))
        self._voice.refused(words)
        return False

"""Forget me, and give me my words: two rows and a name away, from two places (S8, C3)."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import (
    Choice,
    ChooseOne,
    ChoosePeople,
    Notice,
    Prompt,
    Tone,
    WriteText,
)
from facilitator.domain.records import Seal
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import ForgetPerson, ReadOwnWords, WriteWords
from facilitator.engine.house.gone import Gone
from facilitator.engine.house.room import PAST_THE_MENU, Outcome, Room, house_prompt, only_one
from facilitator.engine.own_lines import (
    Line,
    OwnWords,
    is_for_the_room,
    of_closed,
    of_open,
    owners_in,
    said_lines,
    with_kept,
)
from facilitator.engine.own_shapes import SHAPES, written_as
from facilitator.wording import keeping as words
from facilitator.wording.house import NOBODY_ROW

OWN = "@own"
"""Stands for whoever asked for their words, where nobody has a turn (A12)."""


def _names(around: Around, meeting_id: str) -> tuple[str, ...]:
    """Return who is known in a meeting; "" is the open one."""
    if not meeting_id:
        return tuple(one.name for one in around.meeting.people) if around.meeting else ()
    closed = around.closed(meeting_id)
    return closed.people if closed else ()


def _own(around: Around, meeting_id: str, name: str) -> OwnWords:
    """Return somebody's words in a meeting, and what the group's book holds of them."""
    closed, meeting = around.closed(meeting_id) if meeting_id else None, around.meeting
    if closed is not None:
        own = of_closed(closed, name)
        return with_kept(own, around.things, owners_in(closed, own, around.members))
    person = next((one for one in meeting.people if one.name == name), None) if meeting else None
    if meeting is None or person is None or meeting_id:
        return OwnWords(name, "", "", ())
    return with_kept(of_open(meeting, name), around.things, {meeting.known_by(person)})


@dataclass(frozen=True, slots=True)
class Who:
    """Whose words: by name; `meeting_id` is "" for the open meeting."""

    meeting_id: str = ""
    is_forgetting: bool = False

    def prompt(self, around: Around) -> Prompt:
        """Return the names of everybody in that meeting, here or not."""
        people = (Choice(name, name) for name in _names(around, self.meeting_id))
        shown = ChoosePeople((Choice("", NOBODY_ROW), *people), only_one=True)
        if self.is_forgetting:
            asked, title, hint = words.FORGET_WHO, words.FORGET_ME, words.FORGET_HINT
            return house_prompt("forget-who", title, asked, shown, hint=hint)
        return house_prompt("give-who", words.GIVE_ME, words.GIVE_WHO, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to the yes, to the word, or to the words."""
        name = only_one(value)
        if not name:
            return Outcome(leave=PAST_THE_MENU, notice=Notice(words.FORGET_NOBODY))
        room: Room = TheirWords(self.meeting_id, name)
        if self.is_forgetting:
            room = ForgetMe(self.meeting_id, name)
        elif _asks_word(around, _own(around, self.meeting_id, name)):
            room = TheirWord(self.meeting_id, name)
        return Outcome(leave=1, enter=(room,))


def _asks_word(around: Around, own: OwnWords) -> bool:
    return bool(own.locks) and not is_for_the_room(around.meeting)


@dataclass(frozen=True, slots=True)
class ForgetMe:
    """Deleting says first what will happen; no reason is asked (A16)."""

    meeting_id: str
    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return what goes and what stays; the first row changes nothing."""
        choices = (Choice("no", words.FORGET_NO), Choice("yes", words.FORGET_YES))
        asked = words.FORGET_ASKED.format(name=self.name)
        body = (words.FORGET_MEANS, words.FORGET_OTHERS)
        shown = ChooseOne(choices)
        return house_prompt("forget-me", words.FORGET_ME, asked, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let everything of this person go, or leave it."""
        if value == "yes":
            forget = ForgetPerson(self.meeting_id, self.name)
            return Outcome(leave=PAST_THE_MENU, enter=(Gone(words.FORGOTTEN),), effects=(forget,))
        return Outcome(leave=PAST_THE_MENU)


@dataclass(frozen=True, slots=True)
class TheirWord:
    """The word that this person set when keeping them opens the private ones (C3)."""

    meeting_id: str
    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return a masked line, and a way for whoever does not know the word (A18)."""
        ready = (Choice("unknown", words.GIVE_NO_WORD),)
        typed = WriteText(ready, words.GIVE_WORD_OWN, at_most=40, hidden=True)
        hint = words.GIVE_WORD_HINT
        return house_prompt("give-word", words.GIVE_ME, words.GIVE_WORD, typed, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Show the words, the private ones with the right word only."""
        if value == words.GIVE_NO_WORD:
            return Outcome(leave=1, enter=(TheirWords(self.meeting_id, self.name),))
        opened = _own(around, self.meeting_id, self.name).opened_by(str(value))
        if not opened:
            return Outcome(notice=Notice(words.GIVE_NOT_THE_WORD, Tone.CARE), refused=True)
        shown = TheirWords(self.meeting_id, self.name, opened)
        return Outcome(leave=1, enter=(shown,))


@dataclass(frozen=True, slots=True)
class TheirWords:
    """One person's words, on the screen or in a file; `opened` are the locks of words said."""

    meeting_id: str
    name: str
    opened: frozenset[str] = field(default=frozenset(), repr=False)
    keeps_voice: ClassVar[bool] = True  # whoever is there may be read to (A12)

    def prompt(self, around: Around) -> Prompt:
        """Return the words, and ways to have them; no voice reads them unasked (A12)."""
        own = _own(around, self.meeting_id, self.name)
        lines = said_lines(self._shown(around, own))
        asked = words.GIVE_SHOWN if lines else words.GIVE_NONE
        choices = [Choice("done", words.GIVE_DONE)]
        if lines and around.ways.speech and not around.ways.screen_reader:
            choices.append(Choice("aloud", words.GIVE_ALOUD))
        body = lines + self._why_closed(around, own)
        hint = ""
        # A file outlives the meeting: only where the group keeps its words is one written (S6).
        if lines and self.meeting_id and around.can_export:
            labels = (words.GIVE_TEXT, words.GIVE_CSV, words.GIVE_JSON)
            choices += [Choice(shape, label) for shape, label in zip(SHAPES, labels, strict=True)]
            hint = words.GIVE_FILE_STAYS
            if around.seal is Seal.OPEN:
                hint = f"{hint} {words.GIVE_FILE_OPEN}"
        shown = ChooseOne(tuple(choices))
        asked = asked.format(name=self.name)
        made = house_prompt("give-words", words.GIVE_ME, asked, shown, body=body, hint=hint)
        return replace(made, own_words=lines, giver=OWN)

    def _shown(self, around: Around, own: OwnWords) -> tuple[Line, ...]:
        return own.shown(() if is_for_the_room(around.meeting) else self.opened)

    def _why_closed(self, around: Around, own: OwnWords) -> tuple[str, ...]:
        if len(self._shown(around, own)) == len(own.lines):
            return ()
        is_room = is_for_the_room(around.meeting)
        return (words.GIVE_ROOM if is_room else words.GIVE_CLOSED,)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Read them out, write them, or leave them."""
        if value == "aloud":
            return Outcome(effects=(ReadOwnWords(OWN),))
        if value in SHAPES:
            own = _own(around, self.meeting_id, self.name)
            lines = self._shown(around, own)
            name, body = written_as(str(value), self.meeting_id, own, lines)
            return Outcome(effects=(WriteWords(name, body),))
        return Outcome(leave=PAST_THE_MENU, effects=(ReadOwnWords(""),))

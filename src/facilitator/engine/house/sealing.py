"""Setting a group's passphrase, and changing it: explained, typed, recovery confirmed (S9, A18)."""

from dataclasses import dataclass, field, replace

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import (
    Choice,
    ChooseOne,
    Code,
    Input,
    Notice,
    Prompt,
    Tone,
    WriteText,
)
from facilitator.domain.records import FrontEnd, Seal
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import AskSeal, SealWish
from facilitator.engine.house.recovery import is_same_word
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.wording import sealing as words

ASKED = (2, 7, 13)
"""Places of the words that are typed to confirm the recovery key, from 0."""

LINE = 4
"""Words a line."""


def about_the_passphrase(around: Around) -> Outcome:
    """Return where a passphrase is set, or changed where there is one."""
    room: Room = AboutSeal() if around.seal is Seal.NONE else ChangeAsked()
    return Outcome(enter=(room,))


def private(room_id: str, asked: str, shown: Input, *, hint: str = "") -> Prompt:
    """Return a prompt of which no voice says what is typed."""
    return replace(house_prompt(room_id, words.TITLE, asked, shown, hint=hint), is_private=True)


@dataclass(frozen=True, slots=True)
class AboutSeal:
    """What it does and what it asks of the group, before anybody types."""

    def prompt(self, around: Around) -> Prompt:
        """Return both ways; the first leaves it."""
        choices = (Choice("no", words.ABOUT_NO), Choice("yes", words.ABOUT_YES))
        shown, hint, asked = ChooseOne(choices), words.ABOUT_HINT, words.ABOUT_ASKED
        return house_prompt("seal", words.TITLE, asked, shown, body=words.ABOUT, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Set one, or go back."""
        return Outcome(leave=1, enter=(NewPassphrase(),) if value == "yes" else ())


@dataclass(frozen=True, slots=True)
class NewPassphrase:
    """The group types it: shown while it is typed where no line stays behind (A18)."""

    is_change: bool = False

    def prompt(self, around: Around) -> Prompt:
        """Return a line."""
        hidden = around.front_end is FrontEnd.PLAIN
        shown = WriteText((), words.SET_OWN, at_most=words.MOST_LETTERS, hidden=hidden)
        return private("seal-set", words.SET_ASKED, shown, hint=words.SET_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on to typing it once more; too short a one is said kindly."""
        passphrase = str(value)
        if len("".join(passphrase.split())) < words.LEAST_LETTERS:
            return Outcome(notice=Notice(words.SET_SHORT, Tone.CARE), refused=True)
        return Outcome(leave=1, enter=(OnceMore(passphrase, self.is_change),))


@dataclass(frozen=True, slots=True)
class OnceMore:
    """The same again: a slip would lock everybody out."""

    passphrase: str = field(repr=False)
    is_change: bool = False

    def prompt(self, around: Around) -> Prompt:
        """Return a hidden line."""
        shown = WriteText((), words.SET_OWN, at_most=words.MOST_LETTERS, hidden=True)
        return private("seal-again", words.ONCE_MORE, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Change it, or make the keys ready and show the recovery words."""
        if _plain(str(value)) != _plain(self.passphrase):
            notice = Notice(words.NOT_THE_SAME, Tone.CARE)
            return Outcome(leave=1, enter=(NewPassphrase(self.is_change),), notice=notice)
        if self.is_change:
            notice = Notice(words.CHANGED, Tone.SAVED)
            return Outcome(
                leave=1, effects=(AskSeal(SealWish.CHANGE, self.passphrase),), notice=notice
            )
        made = AskSeal(SealWish.PREPARE, self.passphrase)
        return Outcome(leave=1, effects=(made,), enter=(RecoveryWords(),))


def _plain(passphrase: str) -> str:
    return " ".join(passphrase.casefold().split())


@dataclass(frozen=True, slots=True)
class RecoveryWords:
    """The recovery key, as words and as a code; a voice says it only when asked to."""

    aloud: bool = False

    def prompt(self, around: Around) -> Prompt:
        """Return the sixteen words."""
        key = around.recovery
        lines = tuple(_line(key, at) for at in range(0, len(key), LINE))
        choices = (
            Choice("done", words.RECOVERY_DONE),
            Choice("aloud", words.RECOVERY_ALOUD),
            Choice("stop", words.RECOVERY_STOP),
        )
        code = Code(
            " ".join(key).upper(),  # capitals alone make a smaller code
            words.RECOVERY_CODE,
            words.RECOVERY_CODE_WORDS,
        )
        made = private(
            "seal-words", words.RECOVERY_ASKED, ChooseOne(choices), hint=words.RECOVERY_HINT
        )
        return replace(made, body=lines, code=code, own_words=() if self.aloud else lines)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Ask for some of them, read them out, or stop."""
        match value:
            case "aloud":
                return Outcome(leave=1, enter=(RecoveryWords(aloud=True),))
            case "stop":
                return Outcome(
                    leave=1, effects=(AskSeal(SealWish.DROP),), notice=Notice(words.STOPPED)
                )
            case _:
                return Outcome(enter=(ConfirmWords(),))


def _line(key: tuple[str, ...], at: int) -> str:
    told = ", ".join(key[at : at + LINE])
    return words.RECOVERY_LINE.format(first=at + 1, last=at + LINE, words=told)


@dataclass(frozen=True, slots=True)
class ConfirmWords:
    """Nothing counts before three of the words were typed from the paper."""

    def prompt(self, around: Around) -> Prompt:
        """Return a line; what stands on the paper is no secret to whoever holds it."""
        first, second, third = (at + 1 for at in ASKED)
        numbers = words.CONFIRM_NUMBERS.format(first=first, second=second, third=third)
        asked = words.CONFIRM_ASKED.format(numbers=numbers)
        shown = WriteText((), words.CONFIRM_OWN, at_most=words.RECOVERY_LETTERS)
        return private("seal-confirm", asked, shown, hint=words.CONFIRM_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Seal the group, or ask to look again."""
        typed, key = str(value).replace(",", " ").split(), around.recovery
        wanted = [key[at] for at in ASKED if at < len(key)]
        is_right = len(typed) == len(wanted) == len(ASKED) and all(
            is_same_word(one, other) for one, other in zip(typed, wanted, strict=True)
        )
        if not is_right:
            return Outcome(notice=Notice(words.CONFIRM_WRONG, Tone.CARE), refused=True)
        notice = Notice(words.PUT_ON, Tone.SAVED)
        return Outcome(leave=2, effects=(AskSeal(SealWish.PUT_ON),), notice=notice)


@dataclass(frozen=True, slots=True)
class ChangeAsked:
    """A group with a passphrase: leave it, or change it."""

    def prompt(self, around: Around) -> Prompt:
        """Return both ways; the first leaves it."""
        choices = (Choice("keep", words.NOW_KEEP), Choice("change", words.NOW_CHANGE))
        return house_prompt("seal-now", words.TITLE, words.NOW_ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Ask for the old one first: whoever passes by must not lock the group out."""
        return Outcome(leave=1, enter=(OldPassphrase(),) if value == "change" else ())


@dataclass(frozen=True, slots=True)
class OldPassphrase:
    """The passphrase as it is now."""

    def prompt(self, around: Around) -> Prompt:
        """Return a hidden line."""
        shown = WriteText((), words.OPEN_OWN, at_most=words.MOST_LETTERS, hidden=True)
        return private("seal-old", words.CHANGE_FIRST, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on where it is right; the effect refuses any other."""
        opened = AskSeal(SealWish.OPEN, str(value))
        return Outcome(leave=1, effects=(opened,), enter=(NewPassphrase(is_change=True),))

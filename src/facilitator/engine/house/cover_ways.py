"""What the group wants of the cover: by itself after a time, and a word (S12, M6)."""

from dataclasses import dataclass, replace

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone, WriteText
from facilitator.domain.records import FrontEnd, Seal
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import SaveGroup, SetCoverWord
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import cover as words


def _is_locking(around: Around) -> bool:
    """Whether the cover locks the group: then its passphrase alone takes it away (S9)."""
    return around.seal is not Seal.NONE


def _what_opens(around: Around) -> tuple[str, ...]:
    return (words.WAYS_LOCKS,) if _is_locking(around) else ()


@dataclass(frozen=True, slots=True)
class CoverWays:
    """The two things that can be set, each as what it will be."""

    def prompt(self, around: Around) -> Prompt:
        """Return them; "Done" changes nothing."""
        choices = [Choice("done", words.WAYS_DONE), Choice("idle", words.WAYS_IDLE)]
        if not _is_locking(around):
            choices.append(Choice("word", words.WAYS_WORD))
            if around.group.cover_word:
                choices.append(Choice("no-word", words.WAYS_NO_WORD))
        shown = ChooseOne(tuple(choices), is_done_last=True)
        body = (words.WAYS_BODY, *_what_opens(around))
        return house_prompt("cover-ways", words.WAYS, words.WAYS_ASKED, shown, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open the room that asks more, or take the word away."""
        match value:
            case "idle":
                return Outcome(enter=(CoverAfter(),))
            case "word":
                return Outcome(enter=(SetWord(),))
            case "no-word":
                return Outcome(effects=(SetCoverWord(""),), notice=Notice(words.SET_NONE))
            case _:
                return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class CoverAfter:
    """How long without a key until the cover comes by itself: never, unless somebody says so."""

    def prompt(self, around: Around) -> Prompt:
        """Return a few times, the one that stands marked."""
        labels = words.IDLE_LABELS.items()
        choices = tuple(Choice(str(minutes), label) for minutes, label in labels)
        shown, hint = ChooseOne(choices, str(around.group.cover_after)), words.IDLE_HINT
        body = _what_opens(around)
        return house_prompt(
            "cover-after", words.WAYS, words.IDLE_ASKED, shown, hint=hint, body=body
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let it hold from now on."""
        minutes = int(str(value))
        saved = SaveGroup(replace(around.group, cover_after=minutes))
        when = words.IDLE_LABELS[minutes].lower()
        notice = Notice(words.IDLE_NOW.format(when=when, row=words.WAYS_IDLE), Tone.SAVED)
        return Outcome(leave=1, effects=(saved,), notice=notice)


@dataclass(frozen=True, slots=True)
class SetWord:
    """The word of the group; it may be seen while it is typed where no line stays (A18)."""

    def prompt(self, around: Around) -> Prompt:
        """Return a line; no voice says what is typed there."""
        hidden = around.front_end is FrontEnd.PLAIN
        typed = WriteText((), words.SET_OWN, at_most=40, hidden=hidden)
        hint = words.SET_HINT
        made = house_prompt("cover-word", words.WAYS, words.SET_ASKED, typed, hint=hint)
        return replace(made, is_private=True)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep its salted hash beside the group's name."""
        effects = (SetCoverWord(str(value)),)
        return Outcome(leave=1, effects=effects, notice=Notice(words.SET_DONE, Tone.SAVED))

"""The access menu, from every screen with the same key (A14 from the first day, A24)."""

from dataclasses import dataclass, replace

from facilitator.domain.events import Keep
from facilitator.domain.keys import SpeechKey
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.domain.records import FrontEnd, Theme, Ways
from facilitator.engine.house.access_voice import KeepWays
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import SaveWays, SwitchTo
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.house.voice_ways import changed_voice, voice_word
from facilitator.wording import house as words
from facilitator.wording import speech


@dataclass(frozen=True, slots=True)
class Access:
    """Colours, easy words, and the other front end."""

    def prompt(self, around: Around) -> Prompt:
        """Return what can be changed."""
        is_full = around.front_end is FrontEnd.FULL
        choices = [Choice("done", words.ACCESS_DONE)]
        choices += _voice_choices(around)
        if is_full:
            choices.append(Choice("colours", words.ACCESS_COLOURS))
        easy = words.ACCESS_NOT_EASY if around.ways.easy else words.ACCESS_EASY
        other = words.ACCESS_PLAIN if is_full else words.ACCESS_FULL
        time = words.ACCESS_NO_TIME if around.ways.advise_time else words.ACCESS_TIME
        choices += [Choice("easy", easy), Choice("other", other)]
        if not around.turn_name:
            choices.append(Choice("time", time))
        reader = words.ACCESS_NO_READER if around.ways.screen_reader else words.ACCESS_READER
        choices.append(Choice("reader", reader))
        shown, hint = ChooseOne(tuple(choices)), words.ACCESS_SIZE if is_full else ""
        return house_prompt("access", words.ACCESS, words.ACCESS_ASKED, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Change it, and stay where we were."""
        match value:
            case "colours":
                return Outcome(enter=(Colours(),))
            case "easy":
                return _changed(replace(around.ways, easy=not around.ways.easy))
            case "time":
                return _changed(replace(around.ways, advise_time=not around.ways.advise_time))
            case "voice":
                return _changed(replace(around.ways, speech=not around.ways.speech))
            case "voice-how":
                return Outcome(enter=(VoiceHow(),))
            case "reader":
                return _changed(replace(around.ways, screen_reader=not around.ways.screen_reader))
            case "other":
                is_full = around.front_end is FrontEnd.FULL
                to = FrontEnd.PLAIN if is_full else FrontEnd.FULL
                return Outcome(leave=1, effects=(SwitchTo(to),))
            case _:
                enter = (KeepWays(),) if _may_be_kept(around) else ()
                return Outcome(leave=1, enter=enter)


def _changed(ways: Ways) -> Outcome:
    return Outcome(effects=(SaveWays(ways),), notice=Notice(words.CHANGED))


def _voice_choices(around: Around) -> list[Choice]:
    """The voice, off while a screen reader is in use (A24)."""
    if around.ways.screen_reader:
        return []
    if not around.ways.speech:
        return [Choice("voice", words.ACCESS_VOICE)]
    return [Choice("voice", words.ACCESS_NO_VOICE), Choice("voice-how", words.ACCESS_VOICE_HOW)]


def _may_be_kept(around: Around) -> bool:
    meeting = around.meeting
    is_kept = meeting is not None and meeting.keep is not Keep.NOTHING
    return around.has_new_ways and is_kept and not around.is_rehearsal


@dataclass(frozen=True, slots=True)
class VoiceHow:
    """Slower, faster, quieter, louder, by number as well as by key (A9)."""

    def prompt(self, around: Around) -> Prompt:
        """Return the ways in which it can change."""
        choices = [Choice("done", speech.VOICE_DONE)]
        choices += [Choice(key, label) for key, label in speech.VOICE_LABELS.items()]
        shown = ChooseOne(tuple(choices))
        return house_prompt("voice-how", speech.VOICE, speech.VOICE_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Change it, and stay here to hear it."""
        if value == "done":
            return Outcome(leave=1)
        key = SpeechKey(str(value))
        ways = changed_voice(around.ways, key)
        return Outcome(effects=(SaveWays(ways),), notice=Notice(voice_word(ways, key)))


@dataclass(frozen=True, slots=True)
class Colours:
    """The four themes (A7)."""

    def prompt(self, around: Around) -> Prompt:
        """Return them by what they look like."""
        choices = tuple(Choice(theme, words.COLOURS[theme]) for theme in Theme)
        shown = ChooseOne(choices, around.ways.theme)
        return house_prompt("colours", words.ACCESS, words.COLOURS_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Use this one from now on."""
        ways = replace(around.ways, theme=Theme(str(value)))
        return Outcome(leave=1, effects=(SaveWays(ways),), notice=Notice(words.CHANGED))

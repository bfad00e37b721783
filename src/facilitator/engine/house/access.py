"""The access menu, from every screen with the same key (A14 from the first day, A24)."""

from dataclasses import dataclass, replace

from facilitator.domain.events import Keep
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.domain.records import FrontEnd, Seal, Theme, Ways
from facilitator.engine.house.access_voice import KeepWays, VoiceHow
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import SwitchTo
from facilitator.engine.house.room import Outcome, Room, house_prompt, in_ways
from facilitator.wording import access
from facilitator.wording import house as words


@dataclass(frozen=True, slots=True)
class Access:
    """What can be made easier, the commonest first; every row can be taken back here."""

    def prompt(self, around: Around) -> Prompt:
        """Return what can be changed, each as what it will be."""
        is_full = around.front_end is FrontEnd.FULL
        choices = [Choice("done", words.ACCESS_DONE), *_voice_choices(around)]
        if is_full:
            choices.append(Choice("colours", words.ACCESS_COLOURS))
        if around.can_size:
            choices.append(Choice("size", access.SIZE))
        choices += _word_choices(around)
        choices.append(Choice("keys", access.KEYS))
        reader = words.ACCESS_NO_READER if around.ways.screen_reader else words.ACCESS_READER
        choices.append(Choice("reader", reader))
        if not around.turn_name:
            time = words.ACCESS_NO_TIME if around.ways.advise_time else words.ACCESS_TIME
            choices.append(Choice("time", time))
        hint = words.ACCESS_SIZE if is_full and not around.can_size else ""
        shown = ChooseOne(tuple(choices), is_done_last=True)
        body = _on_now(around.ways)
        return house_prompt("access", words.ACCESS, words.ACCESS_ASKED, shown, hint=hint, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Change it, and stay where we were."""
        from facilitator.engine.house.access_keys import KeysAndTouch  # noqa: PLC0415  a start needs none of it (P1)
        from facilitator.engine.house.letter_size import LetterSize  # noqa: PLC0415  a start needs none of it (P1)

        ways = around.ways
        rooms: dict[str, Room] = {
            "colours": Colours(),
            "size": LetterSize(),
            "keys": KeysAndTouch(),
            "voice-how": VoiceHow(),
        }
        match value:
            case "colours" | "size" | "keys" | "voice-how":
                return Outcome(enter=(rooms[value],))
            case "easy" | "time" | "voice" | "reader":
                return _switched(ways, value)
            case "other":
                is_full = around.front_end is FrontEnd.FULL
                to = FrontEnd.PLAIN if is_full else FrontEnd.FULL
                # The question comes in the new way, when it can be judged.
                enter = _keeping(around, is_new=bool(around.turn_name))
                return Outcome(leave=1, enter=enter, effects=(SwitchTo(to),))
            case _:
                return Outcome(leave=1, enter=_keeping(around, is_new=around.has_new_ways))


_SAID = {
    ("easy", True): (access.EASY_IS_ON, words.ACCESS_NOT_EASY),
    ("easy", False): (access.EASY_IS_OFF, words.ACCESS_EASY),
    ("time", True): (access.TIME_IS_ON, words.ACCESS_NO_TIME),
    ("time", False): (access.TIME_IS_OFF, words.ACCESS_TIME),
    ("voice", True): (access.VOICE_IS_ON, words.ACCESS_NO_VOICE),
    ("voice", False): (access.VOICE_IS_OFF, words.ACCESS_VOICE),
    ("reader", True): (access.READER_IS_ON, words.ACCESS_NO_READER),
    ("reader", False): (access.READER_IS_OFF, words.ACCESS_READER),
}
"""What is said of each that is on or off now, and the row that takes it back."""


def _switched(ways: Ways, what: str) -> Outcome:
    """Switch one of them on, or off."""
    is_on, changed = {
        "easy": (not ways.easy, replace(ways, easy=not ways.easy)),
        "time": (not ways.advise_time, replace(ways, advise_time=not ways.advise_time)),
        "voice": (not ways.speech, replace(ways, speech=not ways.speech)),
        "reader": (not ways.screen_reader, replace(ways, screen_reader=not ways.screen_reader)),
    }[what]
    said, undo = _SAID[what, is_on]
    return in_ways(changed, said, undo=undo)


def _on_now(ways: Ways) -> tuple[str, ...]:
    """Return in words what is switched on, since each row says what it will be (5.6)."""
    things = (
        (ways.speech and not ways.screen_reader, access.ON_NOW_VOICE),
        (ways.easy, access.ON_NOW_EASY),
        (ways.scanning, access.ON_NOW_ONE_KEY),
        (ways.keyboard, access.ON_NOW_LETTERS),
        (ways.screen_reader, access.ON_NOW_READER),
    )
    on = [said for is_on, said in things if is_on]
    return (access.ON_NOW.format(things=", ".join(on)),) if on else ()


def _word_choices(around: Around) -> tuple[Choice, Choice]:
    """Easy words, and the other front end."""
    easy = words.ACCESS_NOT_EASY if around.ways.easy else words.ACCESS_EASY
    is_full = around.front_end is FrontEnd.FULL
    other = words.ACCESS_PLAIN if is_full else words.ACCESS_FULL
    return Choice("easy", easy), Choice("other", other)


def _voice_choices(around: Around) -> tuple[Choice, ...]:
    """The voice, off while a screen reader is in use (A24)."""
    if around.ways.screen_reader:
        return ()
    if not around.ways.speech:
        return (Choice("voice", words.ACCESS_VOICE),)
    return Choice("voice", words.ACCESS_NO_VOICE), Choice("voice-how", words.ACCESS_VOICE_HOW)


def _keeping(around: Around, *, is_new: bool) -> tuple[Room, ...]:
    """Ask whether new ways shall be kept, where anything may be kept at all (A13, S6)."""
    meeting = around.meeting
    is_kept = meeting is not None and meeting.keep is not Keep.NOTHING
    # Over a cover that locks, nothing of the group can be written; it is asked the next time.
    is_kept = is_kept and around.seal is not Seal.SHUT
    return (KeepWays(),) if is_new and is_kept and not around.is_rehearsal else ()


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
        theme = Theme(str(value))
        said = access.COLOURS_NOW.format(colours=words.COLOURS[theme])
        return in_ways(replace(around.ways, theme=theme), said, undo=words.ACCESS_COLOURS, leave=1)

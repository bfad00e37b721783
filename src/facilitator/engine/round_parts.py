"""What the rounds themselves ask: next, may I write, hand-over, pairs, keyboard (M15, S19)."""

from facilitator.domain.meeting import Meeting
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, WriteText
from facilitator.engine import rounds
from facilitator.engine.activities.settings import ReadySettings
from facilitator.engine.fitting import fits
from facilitator.engine.kind import Kind
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.wording import rounds as words


def round_part(kind: Kind, scene: Scene, part: str) -> Part:
    """Return what to show at a part that belongs to the round, its name begins with @."""
    match part:
        case rounds.ALOUD:
            return _aloud(scene)
        case rounds.MAY_I:
            choices = (Choice("no", words.MAY_I_NO), Choice("yes", words.MAY_I_YES))
            return Part(words.MAY_I, ChooseOne(choices), hint=words.MAY_I_HINT)
        case rounds.LINE:
            given = scene.words(part)
            typed = WriteText(_ready(scene), words.OWN_WORDS, given, is_open=True)
            return Part(words.LINE, typed, hint=words.LINE_HINT)
        case rounds.HAND_OVER:
            return _hand_over(kind, scene)
        case rounds.PAIRS:
            return _pairs(scene)
        case rounds.ROOM:
            choices = (Choice("paper", words.ROOM_GO), Choice(rounds.SCREEN_OFF, words.ROOM_OFF))
            return Part(words.ROOM, ChooseOne(choices), (scene.asked,), words.ROOM_HINT)
        case _:
            return _keyboard(kind, scene)


def _ready(scene: Scene) -> tuple[Choice, ...]:
    settings = scene.step.settings
    if isinstance(settings, ReadySettings) and settings.ready:
        return ready_lines(settings.ready, words.LINE_NOTHING)
    return ready_lines((words.LINE_READY,), words.LINE_NOTHING)


def _aloud(scene: Scene) -> Part:
    names = names_of(scene.meeting, rounds.after(scene.meeting, scene.giver))
    still = words.ALOUD_STILL.format(names=", ".join(names)) if names else words.ALOUD_LAST
    choices = (
        Choice("next", words.ALOUD_NEXT),
        Choice(rounds.NOTE, _note_row(scene)),
        Choice(rounds.ALL_SPOKEN, words.ALOUD_ALL),
    )
    hint = scene.hint or words.ALOUD_HINT
    return Part(scene.asked, ChooseOne(choices), (still,), hint)


def _note_row(scene: Scene) -> str:
    """To note a line is to have asked: the row says so (M15)."""
    row = words.ALOUD_NOTE.format(name=scene.person.name if scene.person else "")
    return row if fits(row) else words.ALOUD_NOTE_LONG


def _hand_over(kind: Kind, scene: Scene) -> Part:
    name = scene.person.name if scene.person else ""
    go = words.HAND_OVER_GO.format(name=name)
    label = go if fits(go) else words.HAND_OVER_GO_LONG
    hint = words.HAND_OVER_HINT.format(name=name)
    asked = words.HAND_OVER.format(name=name)
    return Part(asked, Acknowledge(label), kind.beside(scene), hint)


def _pairs(scene: Scene) -> Part:
    groups = scene.meeting.pairs.get(scene.step.id, ())
    lines = tuple(_together(names_of(scene.meeting, group)) for group in groups)
    in_threes = {len(group) > 2 for group in groups}  # noqa: PLR2004  a pair
    hint = words.PAIRS_THREES if True in in_threes else words.PAIRS
    if len(in_threes) > 1:
        hint = words.PAIRS_BOTH
    told = tuple(one for one in (scene.hint, hint) if one)
    return Part(scene.asked, Acknowledge(words.PAIRS_GO), (*told, *lines))


def _together(names: tuple[str, ...]) -> str:
    """Two names have "and" between them, three a comma as well, as they are read aloud."""
    return words.AND.join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def _keyboard(kind: Kind, scene: Scene) -> Part:
    had = rounds.had_keyboard(scene.meeting, scene.step)
    people = [scene.meeting.person(one) for one in rounds.askable(kind, scene.meeting, scene.step)]
    names = [(one.id, one.name) for one in people if one is not None]
    choices = (
        Choice(rounds.NOBODY, words.KEYBOARD_NOBODY),
        *(Choice(one, name) for one, name in names if one not in had),
        *(Choice(one, _with_turn(name)) for one, name in names if one in had),
    )
    return Part(words.KEYBOARD, ChooseOne(choices), hint=words.KEYBOARD_HINT)


def _with_turn(name: str) -> str:
    row = words.KEYBOARD_HAD.format(name=name)
    return row if fits(row) else words.KEYBOARD_HAD_SHORT.format(name=name)


def names_of(meeting: Meeting, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of these people, in the order given."""
    found = (meeting.person(one) for one in ids)
    return tuple(person.name for person in found if person is not None)

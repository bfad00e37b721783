"""What each part of a story's turn shows; "you can stop here" is the first row of all (C8)."""

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import (
    Acknowledge,
    Choice,
    ChooseOne,
    ChooseSeveral,
    Input,
    WriteText,
)
from facilitator.engine import receipts
from facilitator.engine.activities.names_in import names_in
from facilitator.engine.activities.story_kept import (
    SET,
    level_of,
    lines_of,
    shown_lines,
    story_of,
)
from facilitator.engine.activities.story_lines import CARDS, LINES, PURPOSE, can_be_kept
from facilitator.engine.consent import MONTHS, OUR_GROUP
from facilitator.engine.scene import Part, Scene, phrases
from facilitator.wording import stories as words
from facilitator.wording.activities import THE_WORD_AGAIN

_LETTERS = 280
_STOP = Choice("stop", words.STOP)
_NO_KEEP = Choice("stop", words.NO_KEEP)


def part_of(scene: Scene, part: str) -> Part:
    """Return one part of the turn."""
    if part in CARDS:
        ready = (_STOP, *phrases(words.CARDS_READY[part]))
        return Part(words.CARDS[part], _written(scene, part, ready))
    if part in LINES:
        return _line(scene, part)
    if part.startswith(PURPOSE):
        rows = (("no", words.PURPOSE_NO), ("yes", words.PURPOSE_YES))
        asked = words.PURPOSES[part.removeprefix(PURPOSE)]
        return Part(asked, _rows(scene, part, _NO_KEEP, rows), hint=words.PURPOSE_HINT)
    return _before_terms(scene, part) or _term(scene, part)


def _line(scene: Scene, part: str) -> Part:
    is_scribe = scene.said("way") == "scribed"
    first, hint = words.TELL, words.TELL_HINT
    if is_scribe:
        first, hint = words.SCRIBE, words.SCRIBE_HINT
    is_first = part == LINES[0]
    ready = (_STOP,) if is_first else (_STOP, Choice("done", words.TELL_DONE))
    asked = first if is_first else words.TELL_MORE
    return Part(asked, _written(scene, part, ready), hint=hint if is_first else "")


def _before_terms(scene: Scene, part: str) -> Part | None:
    match part:
        case "way":
            return _way(scene)
        case "thanks":
            return Part(words.THANKS, Acknowledge(words.GO_ON), hint=words.THANKS_HINT)
        case "teller":
            rows = (("yes", words.TELLER_ME),)
            asked = _rows(scene, part, _NO_KEEP, rows)
            return Part(words.TELLER, asked, hint=words.TELLER_HINT)
        case "more":
            rows = (("yes", words.MORE_YES),)
            return Part(words.MORE, _rows(scene, part, _STOP, rows), hint=words.MORE_HINT)
        case "gain":
            typed = _written(scene, part, (_NO_KEEP, *phrases(words.GAIN_READY)))
            return Part(words.GAIN, typed, hint=words.GAIN_HINT)
        case "receipt":
            return _receipt(scene)
        case _:
            return None


def _way(scene: Scene) -> Part:
    is_possible = can_be_kept(scene)
    ways = tuple((way, said) for way, said in words.WAYS.items() if is_possible or way == "told")
    body = () if is_possible else (words.WAY_NOTHING,)
    asked = _rows(scene, "way", _STOP, ways)
    return Part(words.WAY, asked, body, scene.hint or words.WAY_HINT)


def _term(scene: Scene, part: str) -> Part:
    asked: Input
    match part:
        case "level":
            rows = tuple((str(level), said) for level, said in words.LEVELS.items())
            asked = _rows(scene, part, _NO_KEEP, rows)
            return Part(words.LEVEL, asked, hint=words.LEVEL_HINT)
        case "names":
            rows = (("fine", words.NAMES_FINE), ("hide", words.NAMES_HIDE))
            found = (", ".join(names_in(lines_of(scene))),)
            asked = _rows(scene, part, _NO_KEEP, rows)
            return Part(words.NAMES, asked, found, words.NAMES_HINT)
        case "mask":
            return _mask(scene)
        case "sign":
            ready = (_NO_KEEP, Choice("none", words.SIGN_NONE))
            asked = WriteText(ready, words.SIGN_OWN, _given(scene, part), at_most=40)
            return Part(words.SIGN, asked, hint=words.SIGN_HINT)
        case "until":
            rows = tuple((str(months), words.UNTIL_LABELS[months]) for months in MONTHS)
            return Part(words.UNTIL, _rows(scene, part, _NO_KEEP, rows), hint=words.UNTIL_HINT)
        case "lock":
            may_leave_it = level_of(scene) == OUR_GROUP
            rows = ((("no", words.LOCK_NO),) if may_leave_it else ()) + ((SET, words.LOCK_YES),)
            question = words.LOCK if may_leave_it else words.LOCK_NEEDED
            return Part(question, _rows(scene, part, _NO_KEEP, rows), hint=words.LOCK_HINT)
        case "word":
            return Part(words.WORD, WriteText((), words.WORD_OWN, at_most=40, hidden=True))
        case "again":
            typed = WriteText((), words.WORD_OWN, at_most=40, hidden=True)
            return Part(THE_WORD_AGAIN, typed)
        case _:
            return _agree(scene)


def _mask(scene: Scene) -> Part:
    found = names_in(lines_of(scene))
    names = tuple(Choice(f"name-{number}", name) for number, name in enumerate(found, 1))
    said: AnswerValue | None = scene.said("mask")
    gone = said if isinstance(said, tuple) else ()
    marked = tuple(one.id for one in names if one.label in gone)
    return Part(words.MASK, ChooseSeveral(names, marked), hint=words.MASK_HINT)


def _agree(scene: Scene) -> Part:
    rows = (
        ("yes", words.AGREE_YES),
        ("words", words.AGREE_TEXT),
        ("terms", words.AGREE_TERMS),
    )
    asked = ChooseOne((_NO_KEEP, *(Choice(one, label) for one, label in rows)))
    person = scene.person
    terms = receipts.terms(story_of(scene, person)) if person else ()
    told = shown_lines(scene)
    return Part(words.AGREE, asked, (*told, *terms), own=told)


def _receipt(scene: Scene) -> Part:
    person = scene.person
    asked, shown, hint = words.RECEIPT, Acknowledge(words.GO_ON), words.RECEIPT_HINT
    if person is None:
        return Part(asked, shown, hint=hint)
    story = story_of(scene, person)
    return Part(asked, shown, receipts.lines(story), hint, receipts.code_of(story))


def _rows(scene: Scene, part: str, stop: Choice, rows: tuple[tuple[str, str], ...]) -> ChooseOne:
    """Return the rows behind the one that stops; only what was said before is marked."""
    said = scene.said(part)
    choices = (stop, *(Choice(one, label) for one, label in rows))
    return ChooseOne(choices, str(said) if said is not None else "")


def _written(scene: Scene, part: str, ready: tuple[Choice, ...]) -> WriteText:
    return WriteText(ready, words.OWN_WORDS, _given(scene, part), at_most=_LETTERS)


def _given(scene: Scene, part: str) -> str:
    given = scene.words(part)
    return "" if given in (words.STOP, words.NO_KEEP) else given

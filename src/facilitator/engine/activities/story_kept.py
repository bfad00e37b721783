"""What a teller agreed to, and the story that is kept of it (C8)."""

from datetime import date
from zlib import crc32

from facilitator.domain.commands import Refusal
from facilitator.domain.kept import Story
from facilitator.domain.meeting import AnswerValue, Meeting, Participant
from facilitator.domain.session import Step
from facilitator.engine import consent
from facilitator.engine.activities.goal import lock_of
from facilitator.engine.activities.names_in import masked, names_in
from facilitator.engine.activities.story_lines import CARDS, LINES, PURPOSE
from facilitator.engine.kind import Kind
from facilitator.engine.own_word import SAME, locked, said_again
from facilitator.engine.scene import Scene
from facilitator.wording import stories as words

SET = "set"
"""A word that is typed twice; a "yes" of an old journal was typed once."""

MOST_PARTS = 60
"""More parts than any turn has: a walk through them that is longer goes in a circle."""


def level_of(scene: Scene) -> int:
    """Return the level that was chosen, 0 for none."""
    said = scene.words("level")
    return int(said) if said in ("1", "2", "3", "4") else 0


def lines_of(scene: Scene) -> tuple[str, ...]:
    """Return the story as it was told, one paragraph each, no name taken out."""
    if scene.said("way") == "cards":
        return tuple(
            words.CARD_LINES[card].format(words=scene.words(card))
            for card in CARDS
            if scene.words(card) not in ("", words.STOP)
        )
    found: list[str] = []
    for line in LINES:
        if scene.words(line) in ("", words.STOP):
            break
        found.append(scene.words(line))
    return tuple(found)


def shown_lines(scene: Scene) -> tuple[str, ...]:
    """Return the story as it would be kept, without the names that were taken out."""
    gone = scene.said("mask")
    hidden = gone if isinstance(gone, tuple) and scene.said("names") == "hide" else ()
    return masked(lines_of(scene), hidden, words.SOMEBODY)


def terms_of(scene: Scene) -> tuple[str, ...]:
    """Return what is asked about this story, from the level on, in order."""
    level = level_of(scene)
    terms = ["level", *(f"{PURPOSE}{one}" for one in consent.purposes_of(level))]
    if level >= consent.OUR_GROUP and names_in(lines_of(scene)):
        terms += ["names"] + (["mask"] if scene.said("names") == "hide" else [])
    if level == consent.PUBLIC:
        terms.append("sign")
    terms.append("until")
    if not _lock_before(scene):
        twice = ["word", "again"] if scene.said("lock") == SET else []
        terms += ["lock"] + (["word"] if scene.said("lock") == "yes" else twice)
    return (*terms, "agree")


def is_answered(scene: Scene, part: str) -> bool:
    """Return whether a term has an answer that leads on; to stop, or to pass, is none."""
    said = scene.said(part)
    match part:
        case "level":
            return level_of(scene) > 0
        case "until":
            return said in {str(one) for one in consent.MONTHS}
        case "mask":
            return isinstance(said, tuple)
        case "sign":
            return said not in (None, words.STOP, words.NO_KEEP)
        case "lock":
            return said in ("yes", SET) or (said == "no" and level_of(scene) == consent.OUR_GROUP)
        case "word":
            return "$" in scene.words("word")
        case "again":
            return said == SAME
        case "names":
            return said in ("fine", "hide")
        case _:
            return said in ("yes", "no")


def stored(scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
    """Return what is stored of an answer, with the mark of all that a yes agrees to."""
    match part:
        case "word" if isinstance(value, str):
            return locked(value, f"{scene.meeting.id}.{scene.giver}")
        case "again" if isinstance(value, str):
            return said_again(value, scene.words("word"))
        case "agree" if value == "yes":
            return _yes(scene)
        case "mask" if isinstance(value, tuple):
            found = names_in(lines_of(scene))
            numbers = {f"name-{number}": name for number, name in enumerate(found, 1)}
            return tuple(numbers[one] for one in value if one in numbers)
        case "tell-2" | "tell-3" | "tell-4" | "tell-5" | "tell-6" if value == words.TELL_DONE:
            return None
        case _:
            return None if value is True else value


def _yes(scene: Scene) -> str:
    return f"yes-{_mark(scene)}"


def _mark(scene: Scene) -> str:
    """Return a number for all that is agreed to: another word or another term is another one."""
    terms = (scene.said(one) for one in terms_of(scene) if one != "agree")
    return str(crc32(repr((shown_lines(scene), tuple(terms))).encode("utf-8", "replace")))


def is_agreed(scene: Scene, kind: Kind) -> bool:
    """Return whether the chain of answers that stand leads to a yes to just these words."""
    part = kind.first(scene)
    for _ in range(MOST_PARTS):
        if part is None:
            return False
        if part == "agree":
            return scene.said("agree") == _yes(scene)
        part = kind.following(scene, part)
    return False


def kept_stories(meeting: Meeting, step: Step, kind: Kind) -> tuple[Story, ...]:
    """Return the stories of a step that their tellers agreed to."""
    scenes = ((person, Scene(meeting, step, person.id)) for person in meeting.people)
    return tuple(story_of(scene, person) for person, scene in scenes if is_agreed(scene, kind))


def story_of(scene: Scene, person: Participant) -> Story:
    """Return the story as it would be kept.

    The yes ends by the day on which the meeting began and cools from the day on which it
    closed, so that a meeting that lay over night makes neither of them longer.
    """
    meeting = scene.meeting
    level, said_on = level_of(scene), (meeting.closed_at or meeting.started_at)[:10]
    purposes = tuple(
        one for one in consent.purposes_of(level) if scene.said(f"{PURPOSE}{one}") == "yes"
    )
    signed = scene.words("sign") if level == consent.PUBLIC else ""
    return Story(
        f"{meeting.id}-{scene.step.id}-{person.id}",
        meeting.known_by(person),
        person.name,
        said_on,
        words="\n".join(shown_lines(scene)),
        level=level,
        purposes=purposes,
        gain=scene.words("gain"),
        how=scene.words("way"),
        open_from=consent.opens_on(said_on) if level >= consent.OTHERS else "",
        expires_on=consent.months_on(meeting.started_at, int(scene.words("until") or "0")),
        lock=_lock_before(scene)
        or (scene.words("word") if scene.said("lock") in ("yes", SET) else ""),
        signed="" if signed == words.SIGN_NONE else signed,
    )


def _lock_before(scene: Scene) -> str:
    """A word that was set today already is not asked for again (A18)."""
    return lock_of(scene.meeting, scene.giver)


def today_of(meeting: Meeting) -> date | None:
    """Return the day on which a meeting began: what a step may know of today."""
    return consent.day_of(meeting.started_at)

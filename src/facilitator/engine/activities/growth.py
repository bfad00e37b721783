"""What can I do now that I could not at the start? Every fourth meeting, for me alone (C15)."""

from facilitator.domain.commands import Refusal
from facilitator.domain.events import AnswerTakenBack, Event, Keep
from facilitator.domain.kept import Growth
from facilitator.domain.meeting import AnswerValue, Meeting, Participant
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, WriteText
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine.activities.goal import lock_of
from facilitator.engine.activities.settings import ReadySettings
from facilitator.engine.kind import Kind
from facilitator.engine.own_word import SAME, locked, opens, said_again
from facilitator.engine.plan_life import said_day
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import activities, refusals
from facilitator.wording import growth as words

EVERY = 4
"""It is asked at every fourth meeting of the group, of those that this machine keeps."""

LINE, AGAIN = "line", "new-again"
_CHOICES = {
    "you": (words.EARLIER, words.EARLIER_HINT, words.EARLIER_NO, words.EARLIER_YES),
    "keep": (words.KEEP, words.KEEP_HINT, words.KEEP_NO, words.KEEP_YES),
    "lock": (words.LOCK, words.LOCK_HINT, words.LOCK_NO, words.LOCK_YES),
}
SET = "set"
"""A word that is typed twice; a "yes" of an old journal was typed once."""


class GrowthKind(Kind):
    """Parts: line, [you, word, before], keep, [lock, new-word, new-again].

    Only for whom the book knows.
    """

    spec = KindSpec("growth", ReadySettings, frozenset({Round.EACH, Round.PAIRS}))
    brings = frozenset({"growth"})
    transient = frozenset({"you", "word", "before", "keep", "lock", "new-word", AGAIN})
    holds_answers = False  # what is kept is in the book, for its owner alone
    is_rare = True

    def is_due(self, number: int) -> bool:
        """Every fourth meeting; never where the number is not known."""
        return number > 0 and number % EVERY == 0

    def first(self, scene: Scene) -> str | None:
        """Nothing is asked of newcomers, nor at other meetings."""
        person = scene.person
        is_asked = person is not None and bool(person.member)
        return LINE if is_asked and self.is_due(scene.meeting.number) else None

    def following(self, scene: Scene, part: str) -> str | None:
        """The earlier lines show only when wanted, and behind one's own word."""
        match part:
            case "line":
                return "you" if _earlier(scene) else _keeping(scene)
            case "you" if scene.said("you") == "yes":
                return "word" if _lock(scene) else "before"
            case "word" if scene.said("word") == "opened":
                return "before"
            case "keep" if scene.said("keep") == "yes":
                return None if _own_lock(scene.meeting, scene.giver) else "lock"
            case "lock" if scene.said("lock") in ("yes", SET):
                return "new-word"
            case "new-word" if scene.words("new-word"):
                return AGAIN
            case "keep" | "lock" | "new-word" | "new-again":
                return None
            case _:
                return _keeping(scene)

    def part(self, scene: Scene, part: str) -> Part:
        """Return one part."""
        if part in _CHOICES:
            asked, hint, no, yes = _CHOICES[part]
            choices = (Choice("no", no), Choice(SET if part == "lock" else "yes", yes))
            return Part(asked, ChooseOne(choices, scene.words(part)), hint=hint)
        match part:
            case "word":
                left = ready_lines((), activities.YOUR_WORD_LEFT)
                typed = WriteText(left, activities.THE_WORD_OWN, at_most=40, hidden=True)
                return Part(activities.YOUR_WORD, typed)
            case "new-word":
                typed = WriteText((), activities.THE_WORD_OWN, at_most=40, hidden=True)
                return Part(activities.THE_WORD, typed, hint=words.WORD_HINT)
            case "new-again":
                typed = WriteText((), activities.THE_WORD_OWN, at_most=40, hidden=True)
                return Part(activities.THE_WORD_AGAIN, typed, hint=words.WORD_HINT)
            case "before":
                return Part(words.SIDE_BY_SIDE, Acknowledge(words.GO_ON), _side_by_side(scene))
            case _:
                ready = scene.settings(ReadySettings).ready or words.READY
                typed = WriteText(ready_lines(ready), activities.OWN_WORDS, scene.words(LINE))
                return Part(scene.asked, typed, hint=scene.hint)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Of a word only that it opened, or its salted hash."""
        if part == "word" and isinstance(value, str):
            is_right = opens(value, _lock(scene))
            return "opened" if is_right else Refusal(refusals.NOT_THE_WORD)
        if part == "new-word" and isinstance(value, str):
            return locked(value, f"{scene.meeting.id}.{scene.giver}.{scene.step.id}")
        if part == AGAIN and isinstance(value, str):
            return said_again(value, scene.words("new-word"))
        return super().stored(scene, part, value)

    def also(self, scene: Scene, part: str) -> tuple[Event, ...]:
        """Another word has to be typed again."""
        if part != "new-word" or scene.said(AGAIN) is None:
            return ()
        return (AnswerTakenBack(scene.step.id, scene.giver, AGAIN),)

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """Every line with its owner's yes, under any answer to S6."""
        kept = (_kept(Scene(meeting, step, person.id), person) for person in meeting.people)
        return Things(growth=tuple(one for one in kept if one is not None))


def _kept(scene: Scene, person: Participant) -> Growth | None:
    if scene.said("keep") != "yes" or not scene.words(LINE):
        return None
    meeting = scene.meeting
    lock = scene.said("lock")
    if lock == SET and scene.said(AGAIN) != SAME:
        return None  # not open instead
    new = scene.words("new-word") if lock in ("yes", SET) else ""
    return Growth(
        f"{meeting.id}-{scene.step.id}-{person.id}",
        meeting.known_by(person),
        person.name,
        meeting.closed_at[:10],
        scene.words(LINE),
        _own_lock(meeting, person.id) or new,
    )


def _keeping(scene: Scene) -> str | None:
    is_lasting = scene.meeting.keep is not Keep.NOTHING and bool(scene.words(LINE))
    person = scene.person
    return "keep" if is_lasting and person is not None and not person.keeps_less else None


def _earlier(scene: Scene) -> tuple[Growth, ...]:
    person = scene.person
    known_by = scene.meeting.known_by(person) if person else ""
    own = tuple(one for one in scene.meeting.brought.growth if one.owner == known_by)
    return tuple(sorted(own, key=lambda one: one.on))


def _lock(scene: Scene) -> str:
    return next((one.lock for one in reversed(_earlier(scene)) if one.lock), "")


def _own_lock(meeting: Meeting, person_id: str) -> str:
    """Return the lock of the word that somebody has already, for an earlier line or a plan."""
    person = meeting.person(person_id)
    known_by = meeting.known_by(person) if person else ""
    before = [one.lock for one in meeting.brought.growth if one.owner == known_by and one.lock]
    return before[-1] if before else lock_of(meeting, person_id)


def _side_by_side(scene: Scene) -> tuple[str, ...]:
    opened = {"", _lock(scene)}
    then = tuple(
        words.THEN.format(day=said_day(one.on), line=one.words)
        for one in _earlier(scene)
        if one.lock in opened
    )
    now = scene.words(LINE)
    return (*then, words.NOW.format(line=now)) if now else then

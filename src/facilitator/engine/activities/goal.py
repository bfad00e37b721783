"""One small plan: what, when, how sure; more only when wanted (M10, M11)."""

from facilitator.domain import events
from facilitator.domain.commands import Refusal
from facilitator.domain.events import Carried, Keep
from facilitator.domain.meeting import AnswerValue, Meeting, Participant, Place
from facilitator.domain.prompt import Choice, ChooseOne, GiveNumber, WriteText
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine.activities.settings import GoalSettings
from facilitator.engine.counting import band, tallies_of
from facilitator.engine.kind import Kind
from facilitator.engine.own_word import SAME, locked, said_again
from facilitator.engine.plan_life import seen_again
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import activities as words
from facilitator.wording import growth

SURE_ENOUGH = 7
"""From this confidence on nothing is offered (M11)."""

EXTRAS = ("how-much", "how-often", "obstacle", "if-then", "who")
_WRITTEN: dict[str, tuple[str, tuple[str, ...]]] = {
    "how-much": (words.HOW_MUCH, words.HOW_MUCH_READY),
    "how-often": (words.HOW_OFTEN, words.HOW_OFTEN_READY),
    "obstacle": (words.OBSTACLE, words.OBSTACLE_READY),
    "if-then": (words.IF_THEN, words.IF_THEN_READY),
    "who": (words.WHO, words.WHO_READY),
}
_CHOICES: dict[str, tuple[str, str, tuple[tuple[str, str], ...]]] = {
    "offer": (
        words.OFFER,
        words.OFFER_HINT,
        (
            ("keep", words.OFFER_KEEP),
            ("smaller", words.OFFER_SMALLER),
            ("change", words.OFFER_CHANGE),
            ("ideas", words.OFFER_IDEAS),
        ),
    ),
    "lock": (
        words.SET_WORD,
        words.SET_WORD_HINT,
        (("no", words.SET_WORD_NO), ("yes", words.SET_WORD_YES)),
    ),
}
LOCK, OPEN, LET_GO = "lock", "open", "no"
_KEPT = ("yes", LOCK, OPEN)
"""Rows of "more" and "keep" that bring the plan back: with its word, a new one, without one."""


class Goal(Kind):
    """Parts: what, when, sure, [offer], more, [the extras, keep], [word, again].

    Whether it comes back is asked together with "that is enough": a plan is five screens.
    """

    spec = KindSpec("goal", GoalSettings, frozenset({Round.PAIRS, Round.EACH}), asks_problems=True)

    transient = frozenset({"offer", "more", "keep", "lock", "word", "again"})

    def first(self, scene: Scene) -> str | None:
        """Begin with what I would like to do."""
        return "what"

    def following(self, scene: Scene, part: str) -> str | None:
        """Every part may be passed; without a "what" the turn is over."""
        match part:
            case "what":
                return "when" if scene.words("what") else None
            case "when":
                return "sure"
            case "sure":
                said = scene.said("sure")
                return "offer" if isinstance(said, int) and said < SURE_ENOUGH else "more"
            case "offer":
                return "what" if scene.said("offer") in ("smaller", "change") else "more"
            case "more":
                return EXTRAS[0] if scene.said("more") == "add" else _to_the_word(scene, part)
            case "keep":
                return _to_the_word(scene, part)
            case "lock":  # asked in old journals alone
                return "word" if scene.said("lock") == "yes" else None
            case "word":
                return "again" if scene.words("word") else None
            case "again":
                return None
            case _:
                at = EXTRAS.index(part) + 1
                following = EXTRAS[at] if at < len(EXTRAS) else "keep"
                return following if following != "keep" or _may_keep(scene) else None

    def part(self, scene: Scene, part: str) -> Part:
        """Return one part of the plan."""
        settings = scene.settings(GoalSettings)
        if part in _CHOICES:
            asked, hint, choices = _CHOICES[part]
            made = tuple(Choice(one, label) for one, label in choices)
            shown = plan_lines(scene) if part == "offer" else ()
            return Part(asked, ChooseOne(made), shown, hint)
        match part:
            case "more" | "keep":
                return _may_come_back(scene, part)
            case "what":
                # The hint of a step in pairs is for the talk: here somebody is alone with the keys.
                in_pairs = scene.step.round is Round.PAIRS
                hint = words.WHAT_HINT if in_pairs or not scene.hint else scene.hint
                ready = settings.what or words.WHAT_READY
                before = _before(scene)
                if before is not None:
                    others = (one for one in ready if one != growth.SAME_AGAIN)
                    ready = (growth.SAME_AGAIN, *others)
                return _write(scene, part, words.WHAT, ready, hint, before.what if before else "")
            case "when":
                before = _before(scene)
                ready = settings.when or words.WHEN_READY
                return _write(scene, part, words.WHEN, ready, "", before.when if before else "")
            case "sure":
                said = scene.said("sure")
                given = "" if said is None else str(said)
                return Part(words.SURE, GiveNumber(0, 10, words.SURE_LOW, words.SURE_HIGH, given))
            case "word":
                typed = WriteText((), words.THE_WORD_OWN, at_most=40, hidden=True)
                return Part(words.THE_WORD, typed, hint=words.THE_WORD_HINT)
            case "again":
                typed = WriteText((), words.THE_WORD_OWN, at_most=40, hidden=True)
                return Part(words.THE_WORD_AGAIN, typed, hint=words.THE_WORD_HINT)
            case _:
                asked, ready = _WRITTEN[part]
                return _write(scene, part, asked, ready)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Of a person's own word only the salted hash is stored; the same plan by its words."""
        before = _before(scene)
        if part == "what" and value == growth.SAME_AGAIN and before is not None:
            return before.what
        if part == "word" and isinstance(value, str):
            return locked(value, f"{scene.meeting.id}.{scene.giver}")
        if part == "again" and isinstance(value, str):
            return said_again(value, scene.words("word"))
        return super().stored(scene, part, value)

    def also(self, scene: Scene, part: str) -> tuple[events.Event, ...]:
        """Whoever asks the group for ideas gets a step for them, if none is to come (M11).

        Another word has to be typed again; "that is enough" is a no to what was said before.
        """
        gone: tuple[str, ...] = ()
        if part == "word":
            gone = ("again",)
        elif part == "more" and scene.said("more") != "add":
            gone = ("keep", "lock")
        if gone:
            step, giver = scene.step.id, scene.giver
            stands = (one for one in gone if scene.said(one) is not None)
            return tuple(events.AnswerTakenBack(step, giver, one) for one in stands)
        if part != "offer" or scene.said("offer") != "ideas":
            return ()
        held = [step.id for step in scene.meeting.held]
        coming = held[held.index(scene.step.id) + 1 :] if scene.step.id in held else []
        if any(step.kind == "ideas" and step.id in coming for step in scene.meeting.steps):
            return ()
        title, text, easy = words.ADDED["ideas"]
        return (
            events.StepAdded(
                f"ideas-{len(scene.meeting.steps) + 1}",
                scene.step.id, "ideas", title, Round.EACH, 5, 0, text, easy,
            ),
        )  # fmt: skip

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """Counts of how sure people were, where the group keeps its words; nobody's own (T6)."""
        sure = {
            place.giver: band(given.value)
            for place, given in meeting.answers.items()
            if (place.step, place.part) == (step.id, "sure") and isinstance(given.value, int)
        }
        return Things(tallies=tallies_of(meeting, step, "sure", sure))


def _may_keep(scene: Scene) -> bool:
    person = scene.person
    is_lasting = scene.meeting.keep is not Keep.NOTHING
    return is_lasting and person is not None and not person.keeps_less


def _to_the_word(scene: Scene, part: str) -> str | None:
    return "word" if scene.said(part) == LOCK else None


def _may_come_back(scene: Scene, part: str) -> Part:
    """Return whether it is enough, or after more of it what is left to ask: may it come back?"""
    before, may_keep = _before(scene), _may_keep(scene)
    rows: list[tuple[str, str]] = []
    if may_keep and before is not None and before.lock:
        rows = [
            ("yes", words.KEEP_PLAN_SAME_WORD),
            (LOCK, words.KEEP_PLAN_NEW_WORD),
            (OPEN, words.KEEP_PLAN_OPEN),
        ]
    elif may_keep:
        rows = [("yes", words.KEEP_PLAN_YES), (LOCK, words.KEEP_PLAN_LOCK)]
    if may_keep and before is not None:
        rows.append((LET_GO, words.KEEP_PLAN_LET_GO))
    asked, hint = words.KEEP_PLAN, words.KEEP_PLAN_HINT if may_keep else ""
    first = words.KEEP_PLAN_NO if before is None else words.KEEP_PLAN_AS_IT_WAS
    if part == "more":
        asked, first = words.MORE, words.MORE_ENOUGH
        rows.append(("add", words.MORE_ADD))
    choices = (Choice("enough", first), *(Choice(*one) for one in rows))
    return Part(asked, ChooseOne(choices, _kept_as(scene)), plan_lines(scene), hint)


def _kept_as(scene: Scene) -> str:
    """Return the row that says how the plan comes back, or does not; "" where none was chosen."""
    more, keep = scene.words("more"), scene.words("keep")
    if more in (*_KEPT, LET_GO):
        return more
    return LOCK if keep == "yes" and scene.said("lock") == "yes" else keep


def _write(
    scene: Scene, part: str, asked: str, ready: tuple[str, ...], hint: str = "", before: str = ""
) -> Part:
    given = scene.words(part) or before
    return Part(asked, WriteText(ready_lines(ready), words.OWN_WORDS, given), hint=hint)


def _before(scene: Scene) -> Carried | None:
    """Return the plan of last time, where its owner said today that it shall go on (M9)."""
    return seen_again(scene.meeting, scene.person) if scene.person else None


def plan_lines(scene: Scene) -> tuple[str, ...]:
    """Return the plan so far, one line a part."""
    return tuple(
        label.format(words=scene.said(part))
        for part, label in words.PLAN_PARTS.items()
        if scene.said(part) is not None
    )


def carried_lines(plan: Carried) -> tuple[str, ...]:
    """Return a plan from last time, one line a part."""
    parts: dict[str, str] = {"what": plan.what, "when": plan.when, **plan.extras}
    if plan.sure >= 0:
        parts["sure"] = str(plan.sure)
    labels = words.PLAN_PARTS.items()
    return tuple(label.format(words=parts[part]) for part, label in labels if parts.get(part))


def kept_plan(meeting: Meeting, person: Participant) -> Carried | None:
    """Return the plan that this person asked to have kept, or None (M9)."""
    for step in meeting.steps:
        scene = Scene(meeting, step, person.id)
        if step.kind == "goal" and _kept_as(scene) in _KEPT:
            return _carried(scene)
    return None


def lets_plan_go(meeting: Meeting, person: Participant) -> bool:
    """Return whether somebody said that the plan they brought shall not go on (M9)."""
    goals = (Scene(meeting, step, person.id) for step in meeting.steps if step.kind == "goal")
    return any(_kept_as(scene) == LET_GO for scene in goals)


def lock_of(meeting: Meeting, person_id: str) -> str:
    """Return the lock of the word that a person set today, else the one they brought, or ""."""
    person = meeting.person(person_id)
    if person is None:
        return ""
    plan = kept_plan(meeting, person) or person.carried
    return plan.lock if plan else ""


def _carried(scene: Scene) -> Carried | None:
    """Return the plan; none where its word was not typed twice: it is not kept open instead."""
    what, is_locked = scene.words("what"), _kept_as(scene) == LOCK
    is_sure_of_it = scene.said("again") == SAME or scene.said("lock") == "yes"
    if not what or (is_locked and not is_sure_of_it):
        return None
    sure = scene.said("sure")
    lock = scene.words("word") if is_locked else ""
    extras = {part: scene.words(part) for part in EXTRAS if scene.words(part)}
    number = sure if isinstance(sure, int) else -1
    started = scene.meeting.started_at[:10]
    return Carried(what, scene.words("when"), number, extras, lock, started)


def wants_ideas(meeting: Meeting) -> tuple[str, ...]:
    """Return the ids of those who asked the group for ideas, in order of coming (M11)."""
    asked = {
        place.giver
        for place, given in meeting.answers.items()
        if place.part == "offer" and given.value == "ideas"
    }
    return tuple(person.id for person in meeting.present if person.id in asked)


def obstacle_of(meeting: Meeting, person: str) -> Place | None:
    """Return where this person's plan stands, or None when there is none."""
    for place in meeting.answers:
        if place.giver == person and place.part == "what":
            return place
    return None

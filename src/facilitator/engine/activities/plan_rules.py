"""What is asked while a group plans its next session, and what comes of it (C11, C12)."""

from dataclasses import replace

from facilitator.domain.commands import Refusal
from facilitator.domain.events import AnswerTakenBack, Event, Keep
from facilitator.domain.kept import NextTime
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.plans import SessionPlan
from facilitator.domain.prompt import (
    Acknowledge,
    Choice,
    ChooseOne,
    ChooseSeveral,
    WriteText,
)
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine.activities import planning
from facilitator.engine.activities.plan_names import (
    ADD,
    AFTER,
    AGREED,
    BASE,
    FIRST,
    LEAD,
    LEAD_YES,
    MINUTES,
    MOST_MOVES,
    NAME,
    NONE,
    ORDER,
    STEPS,
    TITLE_LETTERS,
    WANT,
)
from facilitator.engine.activities.settings import PlanSessionSettings
from facilitator.engine.fitting import fitted
from facilitator.engine.kind import Kind
from facilitator.engine.made import Made, under
from facilitator.engine.role_holding import offered, older_offers
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import activities, close
from facilitator.wording import plan_session as words

LEADS = "lead"
USUAL = (30, 45, 60, 75, 90, 120)
"""Minutes that can be chosen, beside those of the session that they begin from."""

_NEXT = {WANT: BASE, STEPS: ADD, ADD: f"{ORDER}-1", MINUTES: LEAD, LEAD_YES: NAME, NAME: AGREED}


class PlanRules(Kind):
    """The rules of PlanSession, which a start does without (P1)."""

    spec = KindSpec("plan-session", PlanSessionSettings, frozenset({Round.TOGETHER}))

    def first(self, scene: Scene) -> str | None:
        """Begin with what they want from it."""
        return WANT

    def following(self, scene: Scene, part: str) -> str | None:
        """Lead through the questions; the order is asked again after each move."""
        stem, _, number = part.rpartition("-")
        match part:
            case "base":
                return STEPS if planning.card_of(scene) else ADD
            case "lead":
                return LEAD_YES if self._leader(scene) else NAME
            case "agreed":
                return _next_move(scene) if scene.said(AGREED) == "order" else None
        if stem == ORDER and number.isdecimal():
            is_moving = scene.words(part) in _ids(scene)
            return f"{AFTER}-{number}" if is_moving else MINUTES
        if stem == AFTER:
            more = int(number) + 1
            return f"{ORDER}-{more}" if more <= MOST_MOVES else MINUTES
        if part == ADD and not planning.chosen(scene):
            return AGREED
        return _NEXT[part]

    def part(self, scene: Scene, part: str) -> Part:
        """Return one of the questions, what they planned so far beneath it."""
        settings = scene.settings(PlanSessionSettings)
        match part:
            case "want":
                ready = ready_lines(settings.want or words.WANT_READY, activities.SAID_ALOUD)
                typed = WriteText(ready, activities.GROUP_WORDS, scene.words(WANT))
                return Part(words.WANT, typed, hint=scene.hint or words.WANT_HINT)
            case "base":
                return self._base(scene)
            case "steps" | "add":
                return _several(scene, part)
            case "minutes":
                return _minutes(scene)
            case "lead":
                people = (Choice(one.id, one.name) for one in scene.meeting.present)
                shown = ChooseOne((Choice(NONE, words.LEAD_LATER), *people), scene.words(LEAD))
                return Part(words.LEAD, shown, hint=words.LEAD_HINT)
            case "lead-yes":
                return self._lead(scene)
            case "name":
                ready = ready_lines(settings.names or words.NAME_READY, words.NAME_NONE)
                most, given = TITLE_LETTERS, scene.words(NAME)
                typed = WriteText(ready, activities.GROUP_WORDS, given, at_most=most)
                return Part(words.NAME, typed)
            case "agreed":
                return self._agreed(scene)
            case _:
                return _order(scene, part)

    def _base(self, scene: Scene) -> Part:
        cards = (Choice(one.id, one.title) for one in scene.meeting.shelf)
        shown = ChooseOne((Choice(NONE, words.BASE_NONE), *cards), scene.words(BASE))
        return Part(words.BASE, shown, hint=words.BASE_HINT)

    def _leader(self, scene: Scene) -> str:
        person = scene.meeting.person(scene.words(LEAD))
        return person.name if person is not None else ""

    def _lead(self, scene: Scene) -> Part:
        asked = words.LEAD_ASKED.format(name=self._leader(scene))
        shown = ChooseOne((Choice("no", words.LEAD_NO), Choice("yes", words.LEAD_YES)))
        is_kept = scene.meeting.keep is not Keep.NOTHING
        return Part(asked, shown, hint=words.LEAD_HINT_KEPT if is_kept else "")

    def _agreed(self, scene: Scene) -> Part:
        steps = planning.chosen(scene)
        if not steps:
            return Part(words.NO_STEPS, Acknowledge(activities.GO_ON))
        body = _sum(scene)
        if scene.meeting.keep is Keep.NOTHING:
            go_on = Acknowledge(activities.GO_ON)
            return Part(words.AGREED_NOTHING, go_on, (words.AGREED_PAPER, *body))
        choices = (
            Choice("no", words.AGREED_NO),
            Choice("yes", words.AGREED_YES),
            Choice("order", words.AGREED_ANEW),
        )
        return Part(words.AGREED, ChooseOne(choices), body, words.AGREED_HINT)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Whoever may lead is stored by their id, so that they can be forgotten (S8)."""
        if part == LEAD and value == NONE:
            return None
        if part == MINUTES and isinstance(value, str):
            return int(value)
        if part == STEPS:
            return value  # with none of them ticked all are left out
        return super().stored(scene, part, value)

    def also(self, scene: Scene, part: str) -> tuple[Event, ...]:
        """What was said after a thing that now changes, and hangs on it, is asked anew."""
        stem, _, number = part.rpartition("-")
        gone: tuple[str, ...] = ()
        if stem == ORDER and number.isdecimal():
            gone = (f"{AFTER}-{number}", *_moves_from(int(number) + 1))
        elif part == LEAD:
            gone = (LEAD_YES,)
        elif part == BASE:
            gone = (STEPS, *_moves_from(1)) if _is_another(scene) else ()
        step, giver = scene.step.id, scene.giver
        return tuple(
            AnswerTakenBack(step, giver, one) for one in gone if scene.said(one) is not None
        )

    def plans(self, meeting: Meeting, step: Step) -> tuple[SessionPlan, ...]:
        """Return what they agreed on."""
        plan = planning.plan_of(meeting, step)
        return (plan,) if plan is not None else ()

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """The next start tells of the draft; whoever said yes to leading it has offered it (C14).

        Where there is no draft, there is nothing to lead.
        """
        day, scene = meeting.closed_at[:10], Scene(meeting, step)
        told = tuple(NextTime(one.id, on=day, words=one.title) for one in self.plans(meeting, step))
        person = meeting.person(scene.words(LEAD))
        if person is None or not told or scene.said(LEAD_YES) != "yes":
            return Things(next_times=told)
        return Things(next_times=told, willing=(offered(meeting, person, LEADS),))

    def lets_go(self, meeting: Meeting, step: Step) -> frozenset[str]:
        """What was chosen before goes once there is a plan, and an older offer of the same."""
        new = self.keeps(meeting, step)
        chosen = (one.id for one in meeting.brought.next_times) if new.next_times else ()
        return frozenset(chosen) | older_offers(meeting, new)

    def made(self, meeting: Meeting, step: Step) -> tuple[Made, ...]:
        """Return what the draft is called, and what is in it."""
        scene = Scene(meeting, step)
        if not self.plans(meeting, step):
            return ()
        titles = (one.title for one in planning.chosen(scene))
        title = planning.title_of(scene)
        return under(close.DRAFT, (title, *titles))


def _is_another(scene: Scene) -> bool:
    """Whether the steps that were marked are those of another session than is begun from now."""
    card, kept = planning.card_of(scene), scene.said(STEPS)
    known = {one.id for one in card.steps} if card else set()
    return isinstance(kept, tuple) and not set(kept) <= known


def _moves_from(number: int) -> tuple[str, ...]:
    return tuple(f"{one}-{at}" for at in range(number, MOST_MOVES + 1) for one in (ORDER, AFTER))


def _next_move(scene: Scene) -> str:
    """Return the part of the first move that has not been made; those made stay."""
    made = [at for at in range(1, MOST_MOVES + 1) if scene.said(f"{AFTER}-{at}") is not None]
    return f"{ORDER}-{min(max(made, default=0) + 1, MOST_MOVES)}"


def _ids(scene: Scene) -> tuple[str, ...]:
    return tuple(one.id for one in planning.chosen(scene))


def _several(scene: Scene, part: str) -> Part:
    """Return the steps to keep of the session that they begin from, or kinds to add."""
    said = scene.said(part)
    if part == STEPS:
        card = planning.card_of(scene)
        choices = tuple(Choice(one.id, one.title) for one in card.steps) if card else ()
        marked = said if isinstance(said, tuple) else tuple(one.id for one in choices)
        return Part(words.STEPS, ChooseSeveral(choices, marked), hint=words.STEPS_HINT)
    choices = tuple(Choice(kind, label) for kind, label in planning.library().items())
    marked = said if isinstance(said, tuple) else ()
    return Part(words.ADD, ChooseSeveral(choices, marked), hint=words.ADD_HINT)


def _order(scene: Scene, part: str) -> Part:
    """Return the order as it stands, or where one of the steps shall go."""
    # The move that is asked about now must not have moved anything yet.
    before = _before(scene, part)
    steps = planning.chosen(before)
    numbered = tuple(f"{at}. {one.title}" for at, one in enumerate(steps, 1))
    number = part.rpartition("-")[2]
    if part.startswith(ORDER):
        moves = (Choice(one.id, _row(words.ORDER_MOVE, one.title)) for one in steps)
        return Part(words.ORDER, ChooseOne((Choice("ok", words.ORDER_YES), *moves)), numbered)
    moving = scene.words(f"{ORDER}-{number}")
    title = next((one.title for one in steps if one.id == moving), "")
    others = (one for one in steps if one.id != moving)
    places = (Choice(one.id, _row(words.AFTER_THIS, one.title)) for one in others)
    leave = Choice(NONE, words.AFTER_NONE)
    shown = ChooseOne((leave, Choice(FIRST, words.AFTER_FIRST), *places))
    return Part(words.AFTER.format(title=title), shown, numbered)


def _before(scene: Scene, part: str) -> Scene:
    """Return the scene without the moves from this one on: they are made anew."""
    number = int(part.rpartition("-")[2])
    gone = _moves_from(number)
    answers = {
        place: given
        for place, given in scene.meeting.answers.items()
        if place.step != scene.step.id or place.part not in gone
    }
    return replace(scene, meeting=replace(scene.meeting, answers=answers))


def _row(words_: str, title: str) -> str:
    return fitted(words_.format(title=title))


def _minutes(scene: Scene) -> Part:
    steps, people = planning.chosen(scene), len(scene.meeting.present)
    sum_ = planning.minutes_of(steps, people)
    said, card = scene.said(MINUTES), planning.card_of(scene)
    usual = card.minutes if card else next((one for one in USUAL if one >= sum_), USUAL[-1])
    rows = dict.fromkeys((usual, *USUAL))
    choices = (Choice(str(one), words.MINUTES_ROW.format(minutes=one)) for one in rows)
    unsaid = Choice(NONE, words.MINUTES_NONE)
    asked = ChooseOne((unsaid, *choices), str(said) if isinstance(said, int) else "")
    told = words.MINUTES_SUM.format(people=people, minutes=sum_)
    return Part(words.MINUTES, asked, (told,))


def _sum(scene: Scene) -> tuple[str, ...]:
    steps, minutes = planning.chosen(scene), scene.said(MINUTES)
    people = len(scene.meeting.present)
    lines = [words.SUM_NAME.format(title=planning.title_of(scene))]
    if scene.words(WANT):
        lines.append(words.SUM_WANT.format(want=scene.words(WANT)))
    lines.append(words.SUM_STEPS.format(steps="; ".join(one.title for one in steps)))
    if isinstance(minutes, int):
        lines.append(words.SUM_MINUTES.format(minutes=minutes))
        takes = planning.minutes_of(steps, people)
        if takes > minutes:
            lines.append(words.MINUTES_SUM.format(people=people, minutes=takes))
            lines.append(words.MINUTES_FEW.format(minutes=minutes))
    return tuple(lines)

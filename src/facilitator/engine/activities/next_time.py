"""What next time holds: a session that can be held, or steps of it, chosen by the group (C11)."""

from collections.abc import Mapping
from typing import ClassVar

from facilitator.domain.commands import Refusal
from facilitator.domain.events import GROUP, AnswerGiven, Event, Keep
from facilitator.domain.kept import NextTime
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.prompt import Choice, ChooseOne, ChooseSeveral
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine.activities.counts import TALLY
from facilitator.engine.activities.deciding import (
    CHOSEN,
    DRAWN,
    HOW,
    MOST_OPTIONS,
    OUTCOME,
    TALK,
    Deciding,
    chosen_lines,
    taken_back,
)
from facilitator.engine.activities.settings import NoSettings
from facilitator.engine.made import Made, under
from facilitator.engine.scene import Part, Scene
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import close
from facilitator.wording import votes as words

ABOUT, LIST, KEEP, PICKED = "about", "list", "keep", "picked"
SESSIONS, STEPS = "sessions", "steps"


class NextTimeKind(Deciding):
    """Places: about, list, those of Deciding where several are left, keep."""

    spec = KindSpec("next-time", NoSettings, frozenset({Round.TOGETHER, Round.EACH}))
    gathers = frozenset({ABOUT, LIST, KEEP, PICKED, DRAWN})
    transient = Deciding.transient | gathers
    needs: ClassVar[Mapping[str, str]] = {**Deciding.needs, KEEP: CHOSEN}
    brings = frozenset({"next_times"})
    brings_shelf = True
    can_talk = True

    def first(self, scene: Scene) -> str | None:
        """First what it is about."""
        return ABOUT

    def options(self, scene: Scene) -> tuple[Choice, ...]:
        """Return those that the group put on its list."""
        said = scene.meeting.said(scene.step.id, GROUP, LIST)
        wanted = said if isinstance(said, tuple) else ()
        return tuple(one for one in self._all(scene) if one.id in wanted)

    def _all(self, scene: Scene) -> tuple[Choice, ...]:
        """Return all sessions of the shelf, or all steps of the session that next time holds."""
        meeting = scene.meeting
        if meeting.said(scene.step.id, GROUP, ABOUT) == SESSIONS:
            return tuple(Choice(card.id, card.title) for card in meeting.shelf)
        card = meeting.card(_session(scene))
        steps = card.steps if card is not None else meeting.session.steps
        return tuple(Choice(one.id, one.title) for one in steps)

    def following(self, scene: Scene, part: str) -> str | None:
        """The list, then how to choose of it; one alone needs no choosing. At last the yes."""
        if part == ABOUT:
            return LIST if scene.said(ABOUT) in (SESSIONS, STEPS) else None
        if part == LIST and len(self.options(scene)) > 1:
            return HOW
        is_over = part in (LIST, TALK, OUTCOME, DRAWN)
        is_asked = scene.meeting.keep is Keep.TODAY and bool(chosen_lines(scene))
        return KEEP if is_over and is_asked else None

    def part(self, scene: Scene, part: str) -> Part:
        """Return what it is about, the list, the yes, or one of the parts of choosing."""
        match part:
            case "about":
                choices = [Choice("none", words.LATER), Choice(STEPS, words.ABOUT_STEPS)]
                if scene.meeting.shelf:
                    choices.insert(1, Choice(SESSIONS, words.ABOUT_SESSIONS))
                shown = ChooseOne(tuple(choices), scene.words(ABOUT))
                return Part(scene.asked, shown, hint=scene.hint)
            case "list":
                marked = tuple(one.id for one in self.options(scene))
                listed = ChooseSeveral(self._all(scene), marked)
                return Part(words.LIST, listed, hint=words.LIST_HINT)
            case "keep":
                choices_ = (Choice("no", words.KEEP_NO), Choice("yes", words.KEEP_YES))
                lines = chosen_lines(scene)
                return Part(words.KEEP, ChooseOne(choices_), lines, words.KEEP_HINT)
            case _:
                return super().part(scene, part)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """A list has room for as many as can be chosen from."""
        if part == LIST and isinstance(value, tuple) and len(value) > MOST_OPTIONS:
            return Refusal(words.LIST_LONG.format(now=len(value), most=MOST_OPTIONS))
        return super().stored(scene, part, value)

    def also(self, scene: Scene, part: str) -> tuple[Event, ...]:
        """One alone on the list is chosen; another list drops what was chosen before."""
        options = self.options(scene)
        if part == ABOUT:
            return taken_back(scene, LIST, PICKED, TALLY, CHOSEN)
        if part == LIST and len(options) == 1:
            step, one = scene.step.id, options[0]
            chosen = AnswerGiven(step, GROUP, CHOSEN, (one.label,))
            return (chosen, *self.choosing(scene, (one.id,)))
        if part == LIST:
            return taken_back(scene, PICKED, TALLY, CHOSEN)
        return super().also(scene, part)

    def choosing(self, scene: Scene, ids: tuple[str, ...]) -> tuple[Event, ...]:
        """Remember which they were, since two can have one title."""
        if not ids:
            return taken_back(scene, PICKED)
        return (AnswerGiven(scene.step.id, GROUP, PICKED, ids),)

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """What was chosen is the group's, with its yes (S6); a tie of which both is two."""
        scene = Scene(meeting, step)
        picked, lines = scene.said(PICKED), chosen_lines(scene)
        is_kept = meeting.keep is Keep.GROUP or scene.said(KEEP) == "yes"
        if not is_kept or not isinstance(picked, tuple):
            return Things()
        day, known = meeting.closed_at[:10], f"{meeting.id}-{step.id}"
        if scene.said(ABOUT) == STEPS:
            told = "; ".join(lines)
            one = NextTime(known, on=day, session=_session(scene), steps=picked, words=told)
            return Things(next_times=(one,))
        pairs = enumerate(zip(picked, lines, strict=False), 1)
        return Things(
            next_times=tuple(
                NextTime(f"{known}-{at}", on=day, session=session, words=line)
                for at, (session, line) in pairs
            )
        )

    def lets_go(self, meeting: Meeting, step: Step) -> frozenset[str]:
        """What was chosen before goes once there is something new."""
        if not self.keeps(meeting, step):
            return frozenset()
        return frozenset(one.id for one in meeting.brought.next_times)

    def made(self, meeting: Meeting, step: Step) -> tuple[Made, ...]:
        """Return what was chosen."""
        return under(close.NEXT, chosen_lines(Scene(meeting, step)))


def _session(scene: Scene) -> str:
    """Return the id of the session that next time holds: chosen in this meeting, or today's."""
    meeting = scene.meeting
    for step in meeting.steps:
        said = meeting.said(step.id, GROUP, ABOUT) if step.kind == "next-time" else None
        picked = meeting.said(step.id, GROUP, PICKED)
        if said == SESSIONS and isinstance(picked, tuple) and picked:
            return picked[0]
    return meeting.session.id

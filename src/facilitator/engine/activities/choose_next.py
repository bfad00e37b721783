"""The group chooses which of two to four steps of this session comes now (M16)."""

from facilitator.domain import events
from facilitator.domain.events import Event
from facilitator.domain.meeting import Meeting
from facilitator.domain.prompt import Choice
from facilitator.domain.session import Round, Step
from facilitator.engine.activities.deciding import Deciding, chosen_lines
from facilitator.engine.activities.settings import ChooseNextSettings
from facilitator.engine.made import Made, under
from facilitator.engine.scene import Scene
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import close
from facilitator.wording import votes as words


class ChooseNext(Deciding):
    """By talk, by hands, by beans or at the keyboard; what is not chosen is left out today."""

    spec = KindSpec("choose-next", ChooseNextSettings, frozenset({Round.TOGETHER, Round.EACH}))
    transient = Deciding.transient
    can_talk = True

    def options(self, scene: Scene) -> tuple[Choice, ...]:
        """Return the steps that can come, by their titles."""
        found = (scene.meeting.step(one) for one in scene.settings(ChooseNextSettings).steps)
        return tuple(Choice(one.id, one.title) for one in found if one is not None)

    def none_label(self) -> str:
        """Without a choice all of them come, one after the other."""
        return words.ALL_STEPS

    def choosing(self, scene: Scene, ids: tuple[str, ...]) -> tuple[Event, ...]:
        """Leave out what was not chosen, and bring back what was; it comes after this step."""
        meeting, happened = scene.meeting, list[Event]()
        branches = [one.id for one in self.options(scene)]
        for one in branches:
            is_out = one in meeting.left_out
            if ids and one not in ids and not is_out:
                happened.append(events.StepLeftOut(one))
            if is_out and (not ids or one in ids):
                happened.append(events.StepBroughtBack(one))
        order = [step.id for step in meeting.steps]
        at = order.index(scene.step.id)
        gone_by = [one for one in order[:at] if one in ids]
        if gone_by:
            later = [one for one in order if one not in gone_by]
            at = later.index(scene.step.id) + 1
            happened.append(events.StepsReordered((*later[:at], *gone_by, *later[at:])))
        return tuple(happened)

    def following(self, scene: Scene, part: str) -> str | None:
        """Nothing follows: the step that was chosen comes."""
        return None

    def made(self, meeting: Meeting, step: Step) -> tuple[Made, ...]:
        """Return what was chosen."""
        return under(close.CHOSE, chosen_lines(Scene(meeting, step)))

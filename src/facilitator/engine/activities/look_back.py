"""How last time's plan went, in kind words; nothing shows before "Is this you?" (M9, M12)."""

from facilitator.domain.commands import Refusal
from facilitator.domain.events import Carried
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, WriteText
from facilitator.domain.session import Round
from facilitator.engine.activities.goal import carried_lines
from facilitator.engine.activities.settings import NoSettings
from facilitator.engine.kind import Kind
from facilitator.engine.own_word import opens
from facilitator.engine.plan_life import life_lines
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import activities as words
from facilitator.wording import refusals

_WENT_WELL = ("more", "hoped", "some")


class LookBack(Kind):
    """Parts: [you, word], how, why, next. Only for whoever chose to keep a plan.

    Who has said "I'm Ann" at the hand-over is not asked again.
    """

    spec = KindSpec("look-back", NoSettings, frozenset({Round.EACH, Round.PAIRS, Round.ALOUD}))

    transient = frozenset({"you", "word"})

    def first(self, scene: Scene) -> str | None:
        """Nothing is asked of somebody who brought no plan."""
        person = scene.person
        if person is None or person.carried is None:
            return None
        if len(scene.meeting.present) == 1 and scene.step.round is not Round.PAIRS:
            return "you"  # nobody hands over, so nobody said who they are
        return _opening(person.carried)

    def following(self, scene: Scene, part: str) -> str | None:
        """A "no" ends the turn; a lock is opened before anything shows."""
        match part:
            case "you":
                if scene.said("you") != "yes":
                    return None
                person = scene.person
                return _opening(person.carried) if person and person.carried else None
            case "word":
                return "how" if scene.said("word") == "opened" else None
            case "how":
                return "why" if scene.said("how") is not None else "next"
            case "why":
                return "next"
            case _:
                return None

    def part(self, scene: Scene, part: str) -> Part:
        """Return one part; the plan itself shows only once it may."""
        name = scene.person.name if scene.person else ""
        match part:
            case "you":
                choices = (Choice("no", words.NOT_ME), Choice("yes", words.YES_ME))
                hint = words.IS_THIS_YOU_HINT
                return Part(words.IS_THIS_YOU.format(name=name), ChooseOne(choices), hint=hint)
            case "word":
                left = ready_lines((), words.YOUR_WORD_LEFT)
                typed = WriteText(left, words.THE_WORD_OWN, at_most=40, hidden=True)
                return Part(words.YOUR_WORD, typed)
            case "how":
                return Part(
                    words.HOW_DID_IT_GO,
                    _choose(scene, part, words.HOW_WORDS, words.HOW_UNSAID),
                    self._plan(scene),
                )
            case "why":
                went_well = scene.said("how") in _WENT_WELL
                asked = words.WHAT_HELPED if went_well else words.WHAT_GOT_IN
                ready = words.WHAT_HELPED_READY if went_well else words.WHAT_GOT_IN_READY
                typed = WriteText(ready_lines(ready), words.OWN_WORDS, scene.words(part))
                return Part(asked, typed)
            case _:
                return Part(
                    words.WHAT_NEXT,
                    _choose(scene, part, words.NEXT_WORDS, words.NEXT_UNSAID),
                    self._plan(scene),
                )

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """The word itself is never stored, only that it opened the plan."""
        if part == "word" and isinstance(value, str):
            is_right = opens(value, self._lock(scene))
            return "opened" if is_right else Refusal(refusals.NOT_THE_WORD)
        return super().stored(scene, part, value)

    def _lock(self, scene: Scene) -> str:
        carried = scene.person.carried if scene.person else None
        return carried.lock if carried else ""

    def _plan(self, scene: Scene) -> tuple[str, ...]:
        carried = scene.person.carried if scene.person else None
        if carried is None:
            return ()
        return (*carried_lines(carried), *life_lines(carried, scene.meeting.started_at))


def _opening(carried: Carried) -> str:
    return "word" if carried.lock else "how"


def _choose(scene: Scene, part: str, labels: dict[str, str], unsaid: str) -> ChooseOne:
    rows = (Choice(one, label) for one, label in labels.items())
    return ChooseOne((Choice("nothing", unsaid), *rows), scene.words(part))

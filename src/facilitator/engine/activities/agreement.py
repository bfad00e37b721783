"""The group's agreement in two halves, written by the group (C1)."""

from facilitator.domain import events
from facilitator.domain.commands import Refusal
from facilitator.domain.events import Keep
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, ChooseSeveral, WriteText
from facilitator.domain.session import Round
from facilitator.engine.activities.settings import AgreementSettings
from facilitator.engine.kind import Kind
from facilitator.engine.scene import Part, Scene, phrases
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import activities as words

_OWN_LINES = 5


class AgreementKind(Kind):
    """Parts: stands, asks, asks-1.., gives, gives-1.., agreed, save."""

    spec = KindSpec("agreement", AgreementSettings, frozenset({Round.TOGETHER}))

    transient = frozenset({"stands", "agreed", "save"})

    def first(self, scene: Scene) -> str | None:
        """An agreement that exists is shown first; else the group writes one."""
        return "stands" if scene.meeting.asks or scene.meeting.gives else "asks"

    def following(self, scene: Scene, part: str) -> str | None:
        """Lead through both halves; each own line may be followed by another."""
        match part:
            case "stands":
                return "asks" if scene.said(part) == "change" else None
            case "asks" | "gives":
                return f"{part}-1"
            case "agreed":
                is_asked = scene.meeting.keep is Keep.TODAY and bool(_shown(scene))
                return "save" if is_asked else None
            case "save":
                return None
            case _:
                return self._after_own_line(scene, part)

    def _after_own_line(self, scene: Scene, part: str) -> str | None:
        """An agreement with nothing in it is not asked about, where none stood before."""
        half, _, number = part.rpartition("-")
        if scene.words(part) and int(number) < _OWN_LINES:
            return f"{half}-{int(number) + 1}"
        if half == "asks":
            return "gives"
        return "agreed" if _shown(scene) or _stood(scene) else None

    def part(self, scene: Scene, part: str) -> Part:
        """Return the suggestions, a line to write, or the agreement as it stands."""
        match part:
            case "stands":
                choices = (
                    Choice("stands", words.AGREEMENT_KEEP),
                    Choice("change", words.AGREEMENT_CHANGE),
                )
                return Part(words.AGREEMENT_STANDS, ChooseOne(choices), _shown(scene))
            case "asks":
                return self._half(scene, part, words.ASKS, words.ASKS_HINT)
            case "gives":
                return self._half(scene, part, words.GIVES, words.GIVES_HINT)
            case "agreed":
                lines = _shown(scene)
                said = words.AGREED if lines else words.AGREED_NONE
                return Part(said, Acknowledge(words.GO_ON), lines)
            case "save":
                choices = (
                    Choice("no", words.AGREEMENT_SAVE_NO),
                    Choice("yes", words.AGREEMENT_SAVE_YES),
                )
                hint = words.AGREEMENT_SAVE_HINT
                return Part(words.AGREEMENT_SAVE, ChooseOne(choices, scene.words(part)), hint=hint)
            case _:
                asked = words.ASKS_MORE if part.startswith("asks") else words.GIVES_MORE
                ready = (Choice("done", words.LINES_DONE),)
                text = WriteText(ready, words.GROUP_WORDS, scene.words(part), at_most=80)
                return Part(asked, text, _so_far(scene, part.partition("-")[0]))

    def _half(self, scene: Scene, part: str, asked: str, hint: str) -> Part:
        settings = scene.settings(AgreementSettings)
        offered = settings.asks if part == "asks" else settings.gives
        stands = scene.meeting.asks if part == "asks" else scene.meeting.gives
        lines = (*offered, *(line for line in stands if line not in offered))
        said = scene.said(part)
        marked = said if isinstance(said, tuple) else stands
        ids = tuple(choice.id for choice in phrases(lines) if choice.label in marked)
        return Part(asked, ChooseSeveral(phrases(lines), ids), hint=hint)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Store the lines themselves, so that they read the same for ever."""
        if part in ("asks", "gives") and isinstance(value, tuple):
            asked = self.part(scene, part).input
            if isinstance(asked, ChooseSeveral):
                chosen = tuple(one.label for one in asked.choices if one.id in value)
                return chosen if chosen or _stood(scene) else None
        if value == words.LINES_DONE:
            return None
        return super().stored(scene, part, value)

    def also(self, scene: Scene, part: str) -> tuple[events.Event, ...]:
        """When both halves are there, the agreement is made."""
        if part != "agreed":
            return ()
        return (events.AgreementMade(_half_of(scene, "asks"), _half_of(scene, "gives")),)


def _stood(scene: Scene) -> bool:
    """Whether there was an agreement before: then none at all is a change of it."""
    return bool(scene.meeting.asks or scene.meeting.gives)


def _half_of(scene: Scene, half: str) -> tuple[str, ...]:
    chosen = scene.said(half)
    lines = list(chosen) if isinstance(chosen, tuple) else []
    for number in range(1, _OWN_LINES + 1):
        own = scene.words(f"{half}-{number}")
        if own:
            lines.append(own)
    return tuple(dict.fromkeys(lines))


def _so_far(scene: Scene, half: str) -> tuple[str, ...]:
    """Return what stands in this half, in one paragraph, so that nobody adds a line twice."""
    lines = "; ".join(_half_of(scene, half))
    return (words.LINES_SO_FAR.format(lines=lines),) if lines else ()


def _shown(scene: Scene) -> tuple[str, ...]:
    written = scene.said("asks") is not None or scene.said("gives") is not None
    asks = _half_of(scene, "asks") if written else scene.meeting.asks
    gives = _half_of(scene, "gives") if written else scene.meeting.gives
    return (
        *(words.WE_ASK.format(line=line) for line in asks),
        *(words.WE_GIVE.format(line=line) for line in gives),
    )

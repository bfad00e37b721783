"""A story: told first; only then, and only by its teller, is anything of it kept (C8).

The order is the point: one's own gain is asked about before any use, and "you can stop
here" is the first row of every part. A part that is passed ends the chain, so silence is
never a yes. What is shown at each part is in story_parts, what is kept in story_kept.
"""

from facilitator.domain.commands import Refusal
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine.activities.settings import NoSettings
from facilitator.engine.activities.story_lines import CARDS, LINES, can_be_kept
from facilitator.engine.kind import Kind
from facilitator.engine.made import Made, under
from facilitator.engine.scene import Part, Scene
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import close

_FIRST_LINE = {"cards": CARDS[0], "typed": LINES[0], "scribed": LINES[0], "told": "thanks"}
_LEADS_ON = frozenset({
    "way", "thanks", "teller", "more", "level", "names", "mask", "sign", "until", "lock",
    "word", "again", "agree", "receipt", "purpose-peers", "purpose-staff", "purpose-funder",
    "purpose-newsletter",
})  # fmt: skip


class StoryKind(Kind):
    """Parts: way, the telling, [teller], more, gain, level, purposes, ..., agree, receipt."""

    spec = KindSpec("story", NoSettings, frozenset({Round.ALOUD, Round.PAIRS, Round.EACH}))

    transient = _LEADS_ON
    first_counts = frozenset((*CARDS, *LINES))
    holds_answers = False  # a story is in the book, as was agreed, and nowhere else

    def first(self, scene: Scene) -> str | None:
        """Begin with how it is told."""
        return "way"

    def following(self, scene: Scene, part: str) -> str | None:
        """Lead on only from what was said; None ends the turn, and then nothing is kept."""
        said = scene.said(part)
        match part:
            case "way":
                return _FIRST_LINE.get(str(said))
            case "teller" | "more":
                return {"teller": "more", "more": "gain"}[part] if said == "yes" else None
            case "gain":
                return "level" if _wrote(scene, part) else None
            case "agree":
                return _after_agreeing(scene, str(said or ""))
            case "thanks" | "receipt":
                return None
            case _ if part in (*CARDS, *LINES):
                return _after_telling(scene, part)
            case _:
                return _after_term(scene, part)

    def part(self, scene: Scene, part: str) -> Part:
        """Return what is shown."""
        from facilitator.engine.activities import story_parts  # noqa: PLC0415  few starts (P1)

        return story_parts.part_of(scene, part)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Of the own word only its hash is stored; a yes holds the mark of what it agrees to."""
        from facilitator.engine.activities import story_kept  # noqa: PLC0415  as above

        return story_kept.stored(scene, part, value)

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """Every story whose teller agreed to just what is kept, under any answer to S6."""
        if step.round is Round.ALOUD or not meeting.answers:
            return Things()
        from facilitator.engine.activities.story_kept import kept_stories  # noqa: PLC0415  as above

        return Things(stories=kept_stories(meeting, step, self))

    def made(self, meeting: Meeting, step: Step) -> tuple[Made, ...]:
        """That stories were heard, where somebody told one; not whose, not how many."""
        from facilitator.wording import stories as words  # noqa: PLC0415  as above

        told = any(at.step == step.id and at.part in ("thanks", "more") for at in meeting.trail)
        return under(close.STORIES, (words.MADE,) if told else ())


def _wrote(scene: Scene, part: str) -> bool:
    from facilitator.wording.stories import NO_KEEP, STOP  # noqa: PLC0415  as above

    return scene.words(part) not in ("", STOP, NO_KEEP)


def _has_stopped(scene: Scene, part: str) -> bool:
    return scene.said(part) is not None and not _wrote(scene, part)


def _after_telling(scene: Scene, part: str) -> str | None:
    if _has_stopped(scene, part):
        return None
    parts = CARDS if part in CARDS else LINES
    at = parts.index(part) + 1
    goes_on = part in CARDS or _wrote(scene, part)
    if goes_on and at < len(parts):
        return parts[at]
    if not any(_wrote(scene, one) for one in parts) or not can_be_kept(scene):
        return None
    return "teller" if scene.said("way") == "scribed" else "more"


def _after_term(scene: Scene, part: str) -> str | None:
    """Every term has an answer of its own, or the chain ends here."""
    from facilitator.engine.activities import story_kept  # noqa: PLC0415  as above

    if not story_kept.is_answered(scene, part):
        return None
    terms = story_kept.terms_of(scene)
    at = terms.index(part) + 1 if part in terms else len(terms)
    return terms[at] if at < len(terms) else None


def _after_agreeing(scene: Scene, said: str) -> str | None:
    if said == "words":
        return _FIRST_LINE.get(scene.words("way"))
    if said == "terms":
        return "level"
    return "receipt" if said.startswith("yes-") else None

"""Adding a step from the library of activities, with a preview (C12)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.domain.session import Resource, Step
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.house.around import Around
from facilitator.engine.house.editor.draft import changed, free_name, sketch_of, steps_of
from facilitator.engine.house.editor.timing import round_words
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.sessions import samples
from facilitator.sessions.changes import AddResource, AddStep, Change
from facilitator.sessions.honest_time import rounded, step_minutes
from facilitator.wording import editor as words

PEOPLE = 8


def activities() -> dict[str, tuple[str, str, str, str, str, str]]:
    """Return every kind that can be added, as wording.library has them, in its order."""
    return samples.activities(SPECS)


def sample(kind: str, step_id: str) -> Step:
    """Return a step of this kind as it comes from the library."""
    return samples.sample(kind, step_id, SPECS, SPECS)


def keys_of(step: Step) -> tuple[tuple[str, str | int | float], ...]:
    """Return a step as a session file holds it."""
    seconds = (("seconds-each", step.seconds_each),) if step.seconds_each else ()
    return (
        ("id", step.id),
        ("title", step.title),
        ("kind", step.kind),
        ("round", step.round.value),
        ("minutes", int(step.minutes)),
        *seconds,
        ("text", step.words.text),
        ("easy", step.words.easy),
        ("cue", step.cue),
    )


def resource_keys(resource: Resource) -> tuple[tuple[str, object], ...]:
    """Return a resource as a session file holds it."""
    has = {"phone": resource.phone, "url": resource.url}
    said = (
        ("id", resource.id),
        ("label", resource.label),
        ("text", resource.words.text),
        ("easy", resource.words.easy),
        ("phone", resource.phone),
        ("url", resource.url),
        ("code", resource.code if has.get(resource.code) else ""),
    )
    return (*((key, one) for key, one in said if one), ("checked-on", resource.checked_on))


@dataclass(frozen=True, slots=True)
class Library:
    """What the group can do together."""

    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return every activity by name."""
        choices = (
            *(Choice(kind, told[0]) for kind, told in activities().items()),
            Choice("@back", words.LIBRARY_BACK),
        )
        asked = words.LIBRARY_ASKED
        return house_prompt("editor-library", words.TITLE, asked, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Show what it is."""
        if value == "@back":
            return Outcome(leave=1)
        return Outcome(enter=(Preview(self.name, str(value)),))


@dataclass(frozen=True, slots=True)
class Preview:
    """What an activity is for, what it asks, how long it takes and how it goes round."""

    name: str
    kind: str

    def prompt(self, around: Around) -> Prompt:
        """Return it, and a way to add it."""
        label, about, _, text, easy, cue = activities()[self.kind]
        step = sample(self.kind, self.kind)
        minutes = rounded(step_minutes(step, PEOPLE))
        body = (
            about,
            words.PREVIEW_ASKED.format(text=text),
            words.STEP_EASY.format(text=easy),
            words.STEP_CUE.format(text=cue),
            words.PREVIEW_TIME.format(minutes=minutes, round=round_words(step) + "."),
        )
        choices = (Choice("add", words.PREVIEW_ADD), Choice("others", words.PREVIEW_OTHERS))
        return house_prompt("editor-preview", words.TITLE, label, ChooseOne(choices), body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Ask where, or show the others."""
        if value == "others":
            return Outcome(leave=1)
        if not sketch_of(around, self.name).steps:
            return added(around, self.name, self.kind, "", leave=2)
        return Outcome(enter=(AddAfter(self.name, self.kind),))


@dataclass(frozen=True, slots=True)
class AddAfter:
    """After which step the new one shall come."""

    name: str
    kind: str

    def prompt(self, around: Around) -> Prompt:
        """Return the end, the start, and every step."""
        steps = steps_of(sketch_of(around, self.name))
        choices = (
            Choice("@last", words.ADD_LAST),
            Choice("@first", words.MOVE_FIRST),
            *(Choice(handle, step.title or words.NO_TITLE) for handle, step in steps[:-1]),
        )
        return house_prompt("editor-after", words.TITLE, words.ADD_AFTER, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Put it there."""
        steps = steps_of(sketch_of(around, self.name))
        after = str(value)
        if value in ("@last", "@first"):
            after = steps[-1][0] if value == "@last" and steps else ""
        return added(around, self.name, self.kind, after, leave=3)


def added(around: Around, name: str, kind: str, after: str, *, leave: int) -> Outcome:
    """Return the outcome of adding a step; what helps comes with the numbers of the help card."""
    session = sketch_of(around, name)
    step = sample(kind, free_name(kind, frozenset(one.id for one in session.steps)))
    changes: tuple[Change, ...] = (AddStep(keys_of(step), after),)
    if kind == "resources" and not session.resources:
        brought = (AddResource(resource_keys(one)) for one in around.help_now)
        changes = (*changes, *brought)
    said = words.ADDED.format(title=step.title)
    return changed(around, name, *changes, what=said, leave=leave)

"""Two versions of a session, compared in words: what the other one does that ours does not (C13).

A step is the same step when it has the same id; failing that, the same kind and title.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from facilitator.domain.session import Resource, Session, Step
from facilitator.wording import spreading as words

Both = tuple[Step, Step]


def differences(ours: Session, theirs: Session) -> tuple[str, ...]:
    """Return what is different in theirs, one sentence a line; one line where nothing is."""
    matched = _Matched.of(ours, theirs)
    lines = (
        *_heads(ours, theirs),
        *_steps(matched),
        *_times(ours, theirs, matched),
        *_help(ours, theirs),
        *_makers(ours, theirs),
    )
    return tuple(_ended(line) for line in lines) or (words.SAME,)


def _ended(line: str) -> str:
    """Return a sentence with one mark at its end: a title may bring its own."""
    return line[:-1] if line.endswith(("?.", "!.", "..")) else line


def says_the_same(ours: Session, theirs: Session) -> bool:
    """Return whether a group would notice nothing between the two; ids and notes do not count."""
    return differences(ours, theirs) == (words.SAME,)


@dataclass(frozen=True, slots=True)
class _Matched:
    """The steps of two sessions: those in both, in our order, and those in one alone."""

    both: tuple[Both, ...]
    added: tuple[Step, ...]
    gone: tuple[Step, ...]
    order: tuple[Step, ...]  # theirs, of those in both

    @classmethod
    def of(cls, ours: Session, theirs: Session) -> "_Matched":
        """Match them: by id first, and what is left by kind and title."""
        left, pairs = list(theirs.steps), dict[str, Step]()
        for is_same in (_has_id, _has_title):
            for step in ours.steps:
                found = next((one for one in left if is_same(step, one)), None)
                if step.id not in pairs and found is not None:
                    pairs[step.id] = found
                    left.remove(found)
        both = tuple((step, pairs[step.id]) for step in ours.steps if step.id in pairs)
        gone = tuple(step for step in ours.steps if step.id not in pairs)
        order = tuple(step for step in theirs.steps if step not in left)
        return cls(both, tuple(left), gone, order)


def _has_id(ours: Step, theirs: Step) -> bool:
    return ours.id == theirs.id


def _has_title(ours: Step, theirs: Step) -> bool:
    return (ours.kind, ours.title.casefold()) == (theirs.kind, theirs.title.casefold())


def _heads(ours: Session, theirs: Session) -> Iterator[str]:
    if ours.title != theirs.title:
        yield words.TITLE.format(ours=ours.title, theirs=theirs.title)
    if ours.language != theirs.language:
        yield words.LANGUAGE.format(ours=ours.language, theirs=theirs.language)
    if ours.about != theirs.about:
        yield words.ABOUT


def _steps(matched: _Matched) -> Iterator[str]:
    if matched.added:
        yield words.ADDS.format(steps=_titles(matched.added))
    if matched.gone:
        yield words.LEAVES_OUT.format(steps=_titles(matched.gone))
    for sentence, part in _PARTS:
        changed = [theirs for ours, theirs in matched.both if part(ours) != part(theirs)]
        if changed:
            yield sentence.format(steps=_titles(changed))
    if [theirs for _, theirs in matched.both] != list(matched.order):
        yield words.ORDER.format(steps=_titles(matched.order))


_PARTS: tuple[tuple[str, Callable[[Step], object]], ...] = (
    (words.WORDS_OF, lambda step: (step.title, step.words, step.hint)),
    (words.CUES_OF, lambda step: step.cue),
    (words.DONE_OF, lambda step: step.kind),
    (words.READY_OF, lambda step: _ready(step)),
    (words.ROUNDS_OF, lambda step: (step.round, step.size)),
)


def _ready(step: Step) -> tuple[object, ...]:
    """What the settings hold; which sort of settings they are is told by the kind."""
    names = getattr(step.settings, "__struct_fields__", ())
    return tuple(getattr(step.settings, name) for name in names if getattr(step.settings, name))


def _times(ours: Session, theirs: Session, matched: _Matched) -> Iterator[str]:
    for mine, other in matched.both:
        if mine.minutes != other.minutes:
            told = {"ours": f"{mine.minutes:g}", "theirs": f"{other.minutes:g}"}
            yield words.STEP_MINUTES.format(step=other.title, **told)
        if mine.seconds_each != other.seconds_each:
            each = {"ours": mine.seconds_each, "theirs": other.seconds_each}
            yield words.STEP_SECONDS.format(step=other.title, **each)
    if ours.minutes != theirs.minutes:
        yield words.MINUTES.format(ours=ours.minutes, theirs=theirs.minutes)


def _help(ours: Session, theirs: Session) -> Iterator[str]:
    mine = {one.id: one for one in ours.resources}
    others = {one.id: one for one in theirs.resources}
    more = [one for one in theirs.resources if one.id not in mine]
    less = [one for one in ours.resources if one.id not in others]
    other = [one for one in theirs.resources if one.id in mine and one != mine[one.id]]
    if more:
        yield words.HELP_ADDS.format(names=_labels(more))
    if less:
        yield words.HELP_LEAVES_OUT.format(names=_labels(less))
    if other:
        yield words.HELP_CHANGES.format(names=_labels(other))


def _makers(ours: Session, theirs: Session) -> Iterator[str]:
    if ours.needs != theirs.needs:
        said = words.NEEDS.format(needs=", ".join(theirs.needs))
        yield said if theirs.needs else words.NEEDS_NOTHING
    if ours.made_by != theirs.made_by and theirs.made_by:
        yield words.MADE_BY.format(names=", ".join(theirs.made_by))
    if ours.lived_experience != theirs.lived_experience:
        lived = {"ours": ours.lived_experience, "theirs": theirs.lived_experience}
        yield words.LIVED.format(**lived)
    if ours.licence != theirs.licence:
        yield words.LICENCE.format(ours=ours.licence, theirs=theirs.licence)


def _titles(steps: Iterable[Step]) -> str:
    return ", ".join(step.title for step in steps)


def _labels(resources: Iterable[Resource]) -> str:
    return ", ".join(one.label for one in resources)

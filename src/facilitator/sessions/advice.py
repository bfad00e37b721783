"""Advice for authors: a file with advice alone can be used (M13, C4, A20, M15)."""

import re
from collections.abc import Iterator, Mapping

from facilitator.domain.session import Round, Session, Step
from facilitator.sessions.fields import Problems
from facilitator.sessions.honest_time import away_share
from facilitator.sessions.kinds import KindSpec
from facilitator.sessions.reading import faults, grade_faults
from facilitator.wording import session_problems as words

_OPEN = re.compile(r"\b(?:what|how|who|whose|where|when|which|why)\b[^.!]*\?", re.IGNORECASE)
AWAY_SHARE = 1 / 3
PEOPLE = 8
_IDS = ("show", "steps", "roles")
ALOUD_KINDS = ("check-in", "closing")


def advise(session: Session, kinds: Mapping[str, KindSpec], problems: Problems) -> None:
    """Add all advice on a session that reads without an error."""
    _strengths_first(session, kinds, problems)
    for number, step in enumerate(session.steps):
        if not asks_openly(step.cue):
            problems.advise(f"steps.{number}.cue", words.CUE_ASKS)
        if step.kind in ALOUD_KINDS and step.round is not Round.ALOUD:
            problems.advise(f"steps.{number}.round", words.NOT_ALOUD)
    if away_share(session.steps, PEOPLE) < AWAY_SHARE:
        problems.advise("steps", words.LITTLE_AWAY)
    if session.lived_experience == 0:
        problems.advise("lived-experience", words.NOT_MADE_WITH)
    _reading(session, problems)


def asks_openly(cue: str) -> bool:
    """Whether a cue is an open question (C4)."""
    return _OPEN.search(cue) is not None


def _strengths_first(session: Session, kinds: Mapping[str, KindSpec], problems: Problems) -> None:
    asked = False
    for number, step in enumerate(session.steps):
        kind = kinds[step.kind]
        asked = asked or kind.asks_strengths
        if kind.asks_problems and not asked:
            problems.advise(f"steps.{number}.kind", words.STRENGTHS_FIRST)


def _reading(session: Session, problems: Problems) -> None:
    for easy in (False, True):
        pools = [(f"steps.{number}", tuple(_words_of(step, easy=easy)))
                 for number, step in enumerate(session.steps)]  # fmt: skip
        others = (session.about, *(one.words for one in session.resources))
        pools.append(("about", tuple(one.said(easy=easy) for one in others)))
        for path, texts in pools:
            for fault in faults(texts, easy=easy):
                problems.advise(path, fault)
        for path, fault in grade_faults(pools, easy=easy):
            problems.advise(path, fault)


def _words_of(step: Step, *, easy: bool) -> Iterator[str]:
    yield step.title
    yield step.words.said(easy=easy)
    yield step.hint.said(easy=easy)
    if not easy:
        yield step.cue
    has_easy = any(
        name.startswith("easy_") for name in getattr(step.settings, "__struct_fields__", ())
    )
    for name in getattr(step.settings, "__struct_fields__", ()):
        said = getattr(step.settings, name)
        if isinstance(said, int) or name in _IDS:
            continue
        if has_easy and name.startswith("easy_") is not easy:
            continue
        yield from (said,) if isinstance(said, str) else said

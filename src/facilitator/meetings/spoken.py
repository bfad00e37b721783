"""A prompt as sentences for the voice: what is said, in which order, and what is not (A9, A12).

Pure. The order is that of the screen: what changed, where we are, whose turn, what is
asked, each choice with its number, hints, how to answer.
"""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from facilitator.domain.keys import CHOICES_A_PAGE
from facilitator.domain.prompt import (
    Acknowledge,
    Bar,
    Choice,
    ChooseOne,
    ChoosePeople,
    ChooseSeveral,
    Confirm,
    Contact,
    GiveNumber,
    Input,
    Prompt,
    WriteText,
)
from facilitator.wording import speech as words

_ENDS = re.compile(r"(?<=\S[.!?])\s+")
_SIGN_ALONE = re.compile(r"(?<!\S)([*\-/+.,])(?=[\s.,!?]|$)")


def sentences_of(prompt: Prompt, *, aloud: bool = False) -> tuple[str, ...]:
    """Return all that a voice says of a prompt; one person's own words only when `aloud`."""
    hidden = () if aloud else prompt.own_words
    notice = prompt.notice.words if prompt.notice else ""
    said = [*_kept((notice,), hidden), *_head(prompt)]
    said += _kept((prompt.question, *prompt.body), hidden)
    # Two rows of a picture may say the same, each of another thing.
    picture = tuple(_kept((one for bar in prompt.picture for one in _picture(bar)), hidden))
    rest: list[str] = [one for contact in prompt.contacts for one in _contact(contact, hidden)]
    if prompt.code is not None:
        code = prompt.code
        rest += _kept((code.label, code.words, code.phone, code.address), ())
    if not prompt.is_private or aloud:
        rest += _given(prompt.input)
    rest += _rows(prompt.input, hidden, says_marks=aloud or not prompt.is_private)
    cue = words.CUE.format(cue=prompt.cue) if prompt.cue else ""
    rest += _kept((prompt.hint, cue, _how(prompt.input)), hidden)
    # One thing said twice in a row is noise; a place that is both title and question is one.
    before = dict.fromkeys(said)
    return (*before, *picture, *(one for one in dict.fromkeys(rest) if one not in before))


def split(text: str) -> tuple[str, ...]:
    """Return the sentences of a text."""
    return tuple(one for one in _ENDS.split(text.strip()) if one)


def sayable(sentence: str) -> str:
    """Return a sentence with a sign that stands alone by its name: a voice leaves it out."""
    return _SIGN_ALONE.sub(lambda found: words.SIGNS[found[1]], sentence)


def holds_any(text: str, own: Iterable[str]) -> bool:
    """Return whether some of a person's own words stand in a text, as whole words."""
    plain = text.casefold()
    return any(
        re.search(rf"(?<!\w){re.escape(one.casefold())}(?!\w)", plain) is not None for one in own
    )


def _head(prompt: Prompt) -> Iterator[str]:
    for one in (prompt.where, prompt.title, prompt.turn):
        if one:
            yield one if one.endswith((".", "?", "!")) else f"{one}."


def _picture(bar: Bar) -> Iterator[str]:
    """A voice says a picture in words, each row as a sentence of its own (T6)."""
    for one in (bar.heading, bar.words):
        if one:
            yield one if one.endswith((".", "?", "!")) else f"{one}."


def _contact(contact: Contact, hidden: tuple[str, ...]) -> Iterator[str]:
    """Who comes first by ear, then the number, then the few words about them (S16)."""
    said = words.CONTACT.format(who=contact.who, number=contact.number)
    who = said if contact.number else f"{contact.who}."
    yield from _kept((who, contact.words), hidden)


def _kept(texts: Iterable[str], hidden: tuple[str, ...]) -> Iterator[str]:
    # Somebody may have written several sentences: each of them is their own.
    own = tuple(part for one in hidden for part in (one, *split(one)))
    for text in texts:
        for sentence in split(text):
            yield words.HIDDEN if holds_any(sentence, own) else sentence


def _given(asked: Input) -> Iterator[str]:
    is_masked = isinstance(asked, WriteText) and asked.hidden
    if isinstance(asked, WriteText | GiveNumber) and asked.given and not is_masked:
        yield words.GIVEN.format(given=asked.given)


def _rows(asked: Input, hidden: tuple[str, ...], *, says_marks: bool) -> Iterator[str]:
    rows, marked, fixed = _choices(asked)
    marked = marked if says_marks else ()
    for at, row in enumerate(rows):
        if at and at % CHOICES_A_PAGE == 0:
            yield words.MORE
        number = at % CHOICES_A_PAGE + 1
        pattern = words.MARKED if row.id in marked else words.CHOICE
        label = row.label.rstrip(".")
        is_own = row.id not in fixed and holds_any(row.label, hidden)
        yield words.HIDDEN if is_own else pattern.format(number=number, label=label)
        yield from _kept((row.told,), hidden)


def _choices(asked: Input) -> tuple[tuple[Choice, ...], tuple[str, ...], frozenset[str]]:
    """Return the rows, the marked ids, and the ids whose words nobody here has written."""
    match asked:
        case Acknowledge(label=label):
            return (Choice("", label),), (), frozenset({""})
        case ChooseOne(marked=marked):
            rows = asked.shown[:-1] if asked.is_done_last else asked.choices
            return rows, (marked,) if marked else (), frozenset()
        case ChooseSeveral(choices=choices, marked=marked):
            return choices, marked, frozenset()
        case ChoosePeople(people=people, marked=marked):
            return people, marked, frozenset(one.id for one in people)
        case WriteText(ready=ready, own_words=own):
            rows = (*ready, Choice("@own", own)) if ready and not asked.is_open else ready
            return rows, (), frozenset(one.id for one in rows)
        case Confirm(yes=yes, no=no):
            return (Choice("yes", yes), Choice("no", no)), (), frozenset({"yes", "no"})
        case GiveNumber():
            return (), (), frozenset()
        case _:
            assert_never(asked)


def _how(asked: Input) -> str:
    match asked:
        case Acknowledge():
            return words.HOW_GO_ON
        case ChooseSeveral() | ChoosePeople(only_one=False):
            return words.HOW_SEVERAL
        case GiveNumber(low=low, high=high, low_words=low_words, high_words=high_words):
            how = words.HOW_NUMBER.format(low=low, high=high)
            if not (low_words and high_words):
                return how
            means = words.NUMBER_MEANS.format(
                low=low, low_words=low_words, high=high, high_words=high_words
            )
            return f"{means} {how}"
        case ChooseOne(is_done_last=True, choices=choices):
            return words.HOW_SETTING.format(label=choices[0].label)
        case WriteText(ready=()):
            return words.HOW_WRITE
        case WriteText(is_open=True):
            return words.HOW_WRITE_OR_ONE
        case _:
            return words.HOW_ONE

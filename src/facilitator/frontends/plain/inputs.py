"""Each input type as lines: its rows, what is asked, and what a line means."""

from dataclasses import dataclass
from typing import assert_never

from facilitator.domain.answers import GO_ON, Answer, Chosen, ChosenSeveral, Confirmed, Typed
from facilitator.domain.keys import CHOICES_A_PAGE
from facilitator.domain.prompt import (
    Acknowledge,
    Choice,
    ChooseOne,
    ChoosePeople,
    ChooseSeveral,
    Confirm,
    GiveNumber,
    Input,
    WriteText,
)
from facilitator.wording import plain as words

OWN_WORDS = "@own-words"
YES, NO = "@yes", "@no"


@dataclass(frozen=True, slots=True)
class OpenLine:
    """The line for own words is to be opened."""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The line means nothing here; `how` says what to type."""

    how: str


Meaning = Answer | OpenLine | NotUnderstood


def rows_of(asked: Input) -> tuple[Choice, ...]:
    """Return the rows of an input, own words among them."""
    match asked:
        case Acknowledge(label=label):
            return (Choice(GO_ON.id, label),)
        case ChooseOne(choices=choices) | ChooseSeveral(choices=choices):
            return choices
        case ChoosePeople(people=people):
            return people
        case WriteText(ready=ready, own_words=own_words):
            return (*ready, Choice(OWN_WORDS, own_words))
        case Confirm(yes=yes, no=no):
            return (Choice(YES, yes), Choice(NO, no))
        case GiveNumber():
            return ()
        case _:
            assert_never(asked)


def marked_of(asked: Input) -> tuple[str, ...]:
    """Return the ids that were chosen before."""
    match asked:
        case ChooseOne(marked=marked):
            return (marked,) if marked else ()
        case ChooseSeveral(marked=marked) | ChoosePeople(marked=marked):
            return marked
        case _:
            return ()


def asking(asked: Input) -> str:
    """Return what stands last on the line."""
    match asked:
        case Acknowledge():
            return words.ASK_GO_ON
        case ChooseSeveral() | ChoosePeople():
            return words.ASK_SEVERAL
        case GiveNumber(low=low, high=high):
            return words.ASK_NUMBER.format(low=low, high=high)
        case _:
            return words.ASK_CHOICE


def pages_of(rows: tuple[Choice, ...]) -> tuple[tuple[Choice, ...], ...]:
    """Return the rows in pages of at most seven (A21)."""
    if not rows:
        return ((),)
    return tuple(rows[at : at + CHOICES_A_PAGE] for at in range(0, len(rows), CHOICES_A_PAGE))


def meaning(asked: Input, line: str, page: tuple[Choice, ...], marked: tuple[str, ...]) -> Meaning:
    """Return what a line means for an input of which this page of rows was shown.

    `marked` are rows chosen on other pages; a line adds to them.
    """
    text = line.strip()
    match asked:
        case GiveNumber():
            return Typed(text)
        case Acknowledge():
            return GO_ON if not text or _row(text, page) else _not_there(page)
        case ChooseSeveral() | ChoosePeople():
            return _several(asked, text, page, marked)
        case Confirm():
            return _yes_or_no(text)
        case WriteText():
            row = _row(text, page)
            if row is None:
                # Whoever types words where numbers are listed means those words.
                return Typed(line) if text and not text.isdecimal() else _not_there(page)
            return OpenLine() if row.id == OWN_WORDS else Chosen(row.id)
        case ChooseOne():
            row = _row(text, page)
            return _not_there(page) if row is None else Chosen(row.id)
        case _:
            assert_never(asked)


def _row(text: str, page: tuple[Choice, ...]) -> Choice | None:
    """Return the row of a number, or of its own words as far as they are clear."""
    if text.isdecimal():
        number = int(text) if len(text) < CHOICES_A_PAGE else 0
        return page[number - 1] if 1 <= number <= len(page) else None
    if not text:
        return None
    plain = text.casefold()
    begun = [row for row in page if row.label.casefold().startswith(plain)]
    exact = [row for row in begun if row.label.casefold() == plain]
    if exact:
        return exact[0]
    return begun[0] if len(begun) == 1 else None


def _several(
    asked: ChooseSeveral | ChoosePeople,
    text: str,
    page: tuple[Choice, ...],
    marked: tuple[str, ...],
) -> Meaning:
    chosen = list(marked)
    for part in text.replace(",", " ").split() if text[:1].isdecimal() else [text] * bool(text):
        row = _row(part, page)
        if row is None:
            return _not_there(page)
        if isinstance(asked, ChoosePeople) and asked.only_one:
            chosen = [row.id]
        elif row.id in chosen:
            chosen.remove(row.id)
        else:
            chosen.append(row.id)
    return ChosenSeveral(tuple(chosen))


def _yes_or_no(text: str) -> Meaning:
    plain = text.casefold()
    if plain in ("1", *words.YES_WORDS):
        return Confirmed(yes=True)
    if plain in ("2", *words.NO_WORDS):
        return Confirmed(yes=False)
    return NotUnderstood(words.NOT_THERE_YES_NO)


def _not_there(page: tuple[Choice, ...]) -> NotUnderstood:
    return NotUnderstood(words.NOT_THERE.format(last=max(1, len(page))))

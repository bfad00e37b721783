"""Each input type as lines: its rows, what is asked, and what a line means."""

from dataclasses import dataclass
from typing import assert_never

from facilitator.domain.answers import GO_ON, Answer, Chosen, ChosenSeveral, Confirmed, Typed
from facilitator.domain.keys import CHOICES_A_PAGE, MORE, command_for, speech_key_for
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

QUOTES = "'\""
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
        case ChooseOne():
            return asked.shown[:-1] if asked.is_done_last else asked.choices
        case ChooseSeveral(choices=choices):
            return choices
        case ChoosePeople(people=people):
            return people
        case WriteText(ready=ready, own_words=own_words):
            # Where the line is open beside them, no row has to open it.
            return ready if asked.is_open else (*ready, Choice(OWN_WORDS, own_words))
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


def labels_of(asked: Input, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of these rows, in the order in which they stand."""
    return tuple(row.label for row in rows_of(asked) if row.id in ids)


def asking(asked: Input) -> str:
    """Return what stands last on the line."""
    match asked:
        case Acknowledge():
            return words.ASK_GO_ON
        case ChooseSeveral() | ChoosePeople():
            return words.ASK_SEVERAL
        case GiveNumber(low=low, high=high):
            return words.ASK_NUMBER.format(low=low, high=high)
        case ChooseOne(is_done_last=True):
            return words.ASK_SETTING
        case WriteText(is_open=True, own_words=own):
            return words.ASK_OPEN.format(own=own)
        case _:
            return words.ASK_CHOICE


def pages_of(rows: tuple[Choice, ...]) -> tuple[tuple[Choice, ...], ...]:
    """Return the rows in pages of at most seven (A21)."""
    if not rows:
        return ((),)
    return tuple(rows[at : at + CHOICES_A_PAGE] for at in range(0, len(rows), CHOICES_A_PAGE))


def is_several(asked: Input) -> bool:
    """Return whether more than one row can be chosen."""
    is_people = isinstance(asked, ChoosePeople) and not asked.only_one
    return is_people or isinstance(asked, ChooseSeveral)


def asks_for_more(asked: Input, line: str) -> bool:
    """Return whether a line asks for the next page: 0, where several are chosen also at its end."""
    if len(pages_of(rows_of(asked))) == 1:
        return False
    if is_several(asked):
        return line.replace(",", " ").split()[-1:] == [MORE]
    return line.strip() == MORE


def meaning(asked: Input, line: str, page: tuple[Choice, ...], marked: tuple[str, ...]) -> Meaning:
    """Return what a line means for an input of which this page of rows was shown.

    `marked` are rows chosen on other pages; a line adds to them.
    """
    text = line.strip()
    match asked:
        case GiveNumber():
            return Typed(text)
        case Acknowledge():
            is_yes = not text or _row(text, page)
            return GO_ON if is_yes else NotUnderstood(words.NOT_THERE_GO_ON)
        case ChooseSeveral() | ChoosePeople():
            return _several(asked, text, page, marked)
        case Confirm():
            return _yes_or_no(text)
        case WriteText(is_open=True, ready=ready) if not text and ready:
            return Chosen(ready[0].id)
        case WriteText():
            row = _row(text, page, is_begun_enough=False)
            if row is None:
                # Whoever types words where numbers are listed means those words.
                is_words = text and not text.isdecimal()
                return Typed(unquoted(line)) if is_words else _not_there(page)
            return OpenLine() if row.id == OWN_WORDS else Chosen(row.id)
        case ChooseOne(is_done_last=True, choices=(done, *_)) if (
            not text or text.casefold() == done.label.casefold()
        ):
            return Chosen(done.id)
        case ChooseOne():
            row = _row(text, page)
            return _not_there(page) if row is None else Chosen(row.id)
        case _:
            assert_never(asked)


def unquoted(line: str) -> str:
    """Return what is meant by a line of words: a word that is a command stands in quotes (A2)."""
    text = line.strip()
    if len(text) > len(QUOTES) and text[0] in QUOTES and text[-1] == text[0]:
        inside = text[1:-1]
        if command_for(inside) is not None or speech_key_for(inside) is not None:
            return inside
    return line


def _row(text: str, page: tuple[Choice, ...], *, is_begun_enough: bool = True) -> Choice | None:
    """Return the row of a number, or of its own words, perhaps as far as they are clear."""
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
    return begun[0] if len(begun) == 1 and is_begun_enough else None


def _several(
    asked: ChooseSeveral | ChoosePeople,
    text: str,
    page: tuple[Choice, ...],
    marked: tuple[str, ...],
) -> Meaning:
    is_one = isinstance(asked, ChoosePeople) and asked.only_one
    # Where only one is asked for, the line says which; two of them are refused in words (A15).
    chosen = [] if is_one and text else list(marked)
    for part in text.replace(",", " ").split() if text[:1].isdecimal() else [text] * bool(text):
        row = _row(part, page)
        if row is None:
            return _not_there(page)
        if row.id in chosen:
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
    if len(page) <= 1:
        return NotUnderstood(words.NOT_THERE_ONE)
    return NotUnderstood(words.NOT_THERE.format(last=len(page)))

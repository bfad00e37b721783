"""A prompt as lines (A1): what changed first, then where, what is asked, the rows."""

from facilitator.domain.keys import SHOWN_KEYS
from facilitator.domain.prompt import (
    ChooseOne,
    Code,
    Contact,
    GiveNumber,
    Input,
    Notice,
    Prompt,
    WriteText,
)
from facilitator.frontends.plain import inputs
from facilitator.frontends.plain.wrapping import thoughts
from facilitator.frontends.plain.writer import Writer
from facilitator.wording import plain as words

INDENT = 3


def write_prompt(writer: Writer, prompt: Prompt, *, with_cue: bool = True) -> None:
    """Write everything of a prompt but its rows; what changed is told before, by `write_notice`."""
    parts = dict.fromkeys(one for one in (prompt.where, prompt.title, prompt.turn) if one)
    head = [ended(one) for one in parts]
    writer.line(" ".join(head))
    # "Welcome." as the title and again as what is asked would be heard twice.
    asked = thoughts(prompt.question)
    writer.told(*(asked[1:] if asked[0] in head[-1:] else asked), *prompt.body)
    for bar in prompt.picture:
        if bar.heading:
            writer.told(bar.heading)
        writer.line(bar.words, indent=INDENT)
    for contact in prompt.contacts:
        _write_contact(writer, contact)
    if prompt.code is not None:
        _write_code(writer, prompt.code)
    if prompt.hint:
        writer.told(prompt.hint)
    if prompt.cue and with_cue:
        writer.told(words.CUE.format(cue=prompt.cue))
    _write_scale(writer, prompt)


def ended(text: str) -> str:
    """Return a text with a stop at its end, if it has none."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def write_notice(writer: Writer, notice: Notice | None) -> None:
    """Write the short word after an answer."""
    if notice is not None and notice.words:
        writer.told(notice.words)


def _write_contact(writer: Writer, contact: Contact) -> None:
    """A number stands first on its line, whole, and beside it who answers (S16)."""
    line = words.CONTACT if contact.number else words.CONTACT_PLAIN
    said = line.format(number=contact.number, who=contact.who, words=contact.words)
    writer.line(said.rstrip(), indent=INDENT)


def _write_code(writer: Writer, code: Code) -> None:
    """A resource is label, phone and whole address on lines of their own, never a code (A1)."""
    if code.phone:
        writer.whole(words.PHONE)
        writer.whole(code.phone)
    if code.address:
        writer.whole(words.ADDRESS)
        writer.whole(code.address)


def _write_scale(writer: Writer, prompt: Prompt) -> None:
    asked = prompt.input
    if isinstance(asked, GiveNumber) and asked.low_words:
        writer.line(
            words.NUMBER_RANGE.format(
                low=asked.low,
                low_words=asked.low_words,
                high=asked.high,
                high_words=asked.high_words,
            )
        )
    if isinstance(asked, GiveNumber | WriteText) and asked.given and not _is_hidden(asked):
        writer.line(words.GIVEN.format(given=asked.given))
        if isinstance(asked, GiveNumber):
            writer.line(words.GIVEN_HOW)


def _is_hidden(asked: Input) -> bool:
    return isinstance(asked, WriteText) and asked.hidden


def write_rows(writer: Writer, asked: Input, at: int, marked: tuple[str, ...]) -> None:
    """Write a page of rows, from 0, each with its number; 0 is for more."""
    pages = inputs.pages_of(inputs.rows_of(asked))
    for number, row in enumerate(pages[at], 1):
        line = words.MARKED if row.id in marked else words.CHOICE
        writer.line(line.format(number=number, label=row.label), indent=INDENT)
        if row.told:
            writer.line(row.told, indent=2 * INDENT)
    if isinstance(asked, ChooseOne) and asked.is_done_last:
        writer.line(words.ENTER_ALONE.format(label=asked.choices[0].label), indent=INDENT)
    if len(pages) > 1:
        writer.line(words.MORE)
        if inputs.is_several(asked):
            writer.line(words.MORE_SEVERAL)


def write_chosen(writer: Writer, asked: Input, ids: tuple[str, ...]) -> None:
    """Write what is chosen now: a line that toggles says nothing by itself."""
    labels = [one.rstrip(".") for one in inputs.labels_of(asked, ids)]
    chosen = words.CHOSEN.format(labels=", ".join(labels))
    writer.line(chosen if labels else words.CHOSEN_NONE)


def write_keys(writer: Writer, prompt: Prompt) -> None:
    """Write the keys that do something here."""
    keys = [
        words.KEY.format(key=row.keypad[0], word=row.word)
        for row in SHOWN_KEYS
        if row.command in prompt.commands
    ]
    writer.line(words.KEYS.format(keys=", ".join(keys)))


def write_clearing(writer: Writer) -> None:
    """Write the two answers to whether the window may be cleared (A1, S11)."""
    for number, label in enumerate((words.CLEAR_NO, words.CLEAR_YES), 1):
        writer.line(words.CHOICE.format(number=number, label=label), indent=INDENT)

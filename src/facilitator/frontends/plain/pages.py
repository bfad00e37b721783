"""A prompt as lines (A1): what changed first, then where, what is asked, the rows."""

from facilitator.domain.keys import SHOWN_KEYS
from facilitator.domain.prompt import Choice, Code, GiveNumber, Prompt, WriteText
from facilitator.frontends.plain import inputs
from facilitator.frontends.plain.writer import Writer
from facilitator.wording import keys as key_words
from facilitator.wording import plain as words

INDENT = 3


def write_prompt(writer: Writer, prompt: Prompt) -> None:
    """Write everything of a prompt but its rows."""
    writer.gap()
    write_notice(writer, prompt)
    parts = dict.fromkeys(one for one in (prompt.where, prompt.title) if one)
    where = " ".join(f"{one}." for one in parts)
    writer.line(f"{where} {prompt.turn}." if prompt.turn else where)
    writer.line(prompt.question)
    writer.lines(prompt.body)
    if prompt.code is not None:
        _write_code(writer, prompt.code)
    if prompt.hint:
        writer.line(prompt.hint)
    if prompt.cue:
        writer.line(words.CUE.format(cue=prompt.cue))
    _write_scale(writer, prompt)


def write_notice(writer: Writer, prompt: Prompt) -> None:
    """Write the short word after an answer."""
    if prompt.notice is not None and prompt.notice.words:
        writer.line(prompt.notice.words)


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
    if isinstance(asked, GiveNumber | WriteText) and asked.given:
        writer.line(words.GIVEN.format(given=asked.given))


def write_rows(
    writer: Writer, page: tuple[Choice, ...], marked: tuple[str, ...], *, has_more: bool
) -> None:
    """Write a page of rows, each with its number; 0 is for more."""
    for number, row in enumerate(page, 1):
        line = words.MARKED if row.id in marked else words.CHOICE
        writer.line(line.format(number=number, label=row.label), indent=INDENT)
    if has_more:
        writer.line(words.MORE)


def write_keys(writer: Writer, prompt: Prompt) -> None:
    """Write the keys that do something here."""
    keys = [
        words.KEY.format(key=row.keypad[0], label=key_words.LABELS[row.command].lower())
        for row in SHOWN_KEYS
        if row.command in prompt.commands
    ]
    writer.line(words.KEYS.format(keys=", ".join(keys)))


def ask(writer: Writer, prompt: Prompt) -> None:
    """Write what stands last on the line, and wait."""
    writer.ask(inputs.asking(prompt.input))

"""A story's receipt: what was agreed, until when, how to take it back; no word of it (C8)."""

from hashlib import sha256

from facilitator.domain.kept import Story
from facilitator.domain.prompt import Code
from facilitator.engine.days import in_words
from facilitator.wording import stories as words

LETTERS = 8


def number_of(story_id: str) -> str:
    """Return a story's number: it tells neither the teller nor the meeting."""
    return sha256(story_id.encode()).hexdigest()[:LETTERS]


def terms(story: Story) -> tuple[str, ...]:
    """Return what a story is kept for, one sentence each."""
    lines = [words.TERM_LEVEL[story.level]] if story.level in words.TERM_LEVEL else []
    lines += [_purposes(story), words.TERM_UNTIL.format(day=in_words(story.expires_on))]
    if story.signed:
        lines.append(words.TERM_SIGNED.format(name=story.signed))
    if story.lock and words.TERM_WORD not in lines[0]:
        lines.append(words.TERM_WORD)
    return (*lines, words.TERM_BACK)


def _purposes(story: Story) -> str:
    purposes = [said for one, said in words.TERM_PURPOSES.items() if one in story.purposes]
    if not purposes:
        return words.TERM_FOR_NOTHING
    return words.TERM_FOR.format(purposes=", ".join(purposes))


def lines(story: Story) -> tuple[str, ...]:
    """Return the receipt: the number, the terms, the days, the way back; then all in short."""
    head = words.RECEIPT_NUMBER.format(number=number_of(story.id), version=story.version)
    said_on = words.RECEIPT_ON.format(day=in_words(story.on))
    if story.withdrawn_on:
        gone = words.RECEIPT_WITHDRAWN.format(day=in_words(story.withdrawn_on))
        return (head, said_on, gone, short(story))
    shown = (one for one in terms(story) if one != words.TERM_BACK)
    return (head, said_on, *shown, words.RECEIPT_BACK, short(story))


def short(story: Story) -> str:
    """Return the receipt in one line of at most 106 bytes: its code fits 80 columns and 24 rows."""
    if story.withdrawn_on:
        return words.RECEIPT_SHORT_BACK.format(
            number=number_of(story.id), version=story.version, day=story.withdrawn_on
        )
    return words.RECEIPT_SHORT.format(
        number=number_of(story.id),
        version=story.version,
        level=story.level,
        purposes=" ".join(story.purposes) or words.RECEIPT_FOR_NOTHING,
        on=story.on,
        ends=story.expires_on,
    )


def code_of(story: Story) -> Code:
    """Return the code to take home; what it holds stands in full among the lines (T2)."""
    return Code(short(story), words.RECEIPT, words.RECEIPT_CODE_WORDS)

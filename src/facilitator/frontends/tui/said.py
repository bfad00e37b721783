"""What the voice says of a row, a key or a command that is focused or scanned (A9)."""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.domain.answers import Draft
from facilitator.domain.keys import KeyCommand
from facilitator.frontends.tui.ink import Target
from facilitator.frontends.tui.inputs.state import InputState, Row, RowKind
from facilitator.frontends.tui.rows import digits_of
from facilitator.meetings.guide import Guide
from facilitator.wording.keys import LABELS, MORE_LABEL


def label_of(rows: tuple[Row, ...], target: Target) -> str:
    """Return the words of one target, a choice with its number."""
    if isinstance(target, KeyCommand):
        return LABELS[target]
    if not 0 <= target < len(rows):
        return MORE_LABEL
    row = rows[target]
    digit = digits_of(rows).get(target, "")
    said = row.said or row.label
    return f"{digit}: {said}" if digit else said


def labels_of(rows: tuple[Row, ...], targets: Sequence[Target]) -> str:
    """Return the words of several keys, one after the other."""
    return ", ".join(label_of(rows, one) for one in targets)


@dataclass(frozen=True, slots=True)
class Seen:
    """What lay before the person at one moment, as far as the voice tells of changes."""

    prompt_id: str
    rows: tuple[Row, ...]
    typed: str | None
    focus: int

    @property
    def is_on_line(self) -> bool:
        """Whether the focus is where something is typed."""
        return 0 <= self.focus < len(self.rows) and self.rows[self.focus].kind is RowKind.LINE

    @property
    def is_masked(self) -> bool:
        """Whether what is typed is hidden behind signs: then it is kept nowhere."""
        return any(row.masked for row in self.rows)


def seen(prompt_id: str, state: InputState, focus: int) -> Seen:
    """Return what lies before the person now."""
    field = state.open_field
    return Seen(prompt_id, state.rows(), None if field is None else field.text, focus)


def tell(guide: Guide, before: Seen, now: Seen, notes: Sequence[str]) -> None:
    """Say what a key or click changed on a prompt: a new prompt is said as a whole elsewhere.

    That is a word that was ended, a row that is chosen or no longer is, a line that
    opened, with its `notes`, or the row that has the focus now (A9, 5.1.3.3).
    """
    if now.prompt_id != before.prompt_id:
        return
    if before.typed is None and now.typed is not None:
        guide.explained(" ".join(notes) or labels_of(now.rows, range(1, len(now.rows))))
    elif now.typed != before.typed:
        typed = now.typed or ""
        if typed and not typed[-1].isalnum() and not now.is_masked:
            guide.keep_draft(Draft(now.prompt_id, typed=typed, is_writing=True))
        if not typed or not typed[-1].isalnum() or not now.is_on_line:
            guide.wrote(typed.split()[-1] if typed.split() else "")
    elif changed := _newly_marked(before, now):
        at, is_marked = changed
        guide.marked(label_of(now.rows, at), is_marked=is_marked)
    elif now.focus != before.focus and not now.is_on_line:
        guide.looked_at(_with_told(now.rows, now.focus))


def _with_told(rows: tuple[Row, ...], target: int) -> str:
    """Return the words of a row, and what is told of it (A9)."""
    told = rows[target].told if 0 <= target < len(rows) else ""
    label = label_of(rows, target)
    return f"{label}. {told}" if told else label


def _newly_marked(before: Seen, now: Seen) -> tuple[int, bool] | None:
    pairs = enumerate(zip(before.rows, now.rows, strict=False))
    changed = (
        (at, bool(new.is_marked)) for at, (old, new) in pairs if new.is_marked != old.is_marked
    )
    return next(changed, None)

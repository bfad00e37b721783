"""What the voice says of a row, a key or a command that is focused or scanned (A9)."""

from collections.abc import Sequence

from facilitator.domain.keys import KeyCommand
from facilitator.frontends.tui.ink import Target
from facilitator.frontends.tui.inputs.state import Row
from facilitator.frontends.tui.rows import digits_of
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

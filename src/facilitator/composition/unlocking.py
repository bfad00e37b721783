"""Opening sealed groups for the commands that print and end; never by an argument (S9)."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from facilitator.composition.common import sorry
from facilitator.domain.exit_codes import WRONG_INPUT
from facilitator.domain.records import Group, Seal
from facilitator.ports.sealing import StaysSealed
from facilitator.wording import sealing as words
from facilitator.wording.refusals import OPEN_WRONG

if TYPE_CHECKING:
    from facilitator.ports.sealing import Seals


def unlocked(seals: Seals, groups: Sequence[Group]) -> bool:
    """Ask for the passphrase of each group that is shut; return whether all of them are open.

    Where nobody sits at a terminal, or a group's keys are damaged, a line says so.
    """
    return all(_is_open(seals, group) for group in groups)


def _is_open(seals: Seals, group: Group) -> bool:
    match seals.state(group.id):
        case Seal.NONE | Seal.OPEN:
            return True
        case Seal.BROKEN:
            sorry(words.SHUT.format(name=group.name), *words.BROKEN, code=WRONG_INPUT)
            return False
        case Seal.SHUT:
            return _asked(seals, group)


def _asked(seals: Seals, group: Group) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        sorry(words.NEEDED.format(name=group.name), code=WRONG_INPUT)
        return False
    from facilitator.frontends.plain.unseen_line import unseen_line  # noqa: PLC0415

    while True:
        typed = unseen_line(words.ASK_LINE.format(name=group.name), sys.stdin, sys.stderr)
        if typed is None:
            return False
        try:
            seals.open(group.id, typed)
        except StaysSealed:
            sorry(OPEN_WRONG, code=WRONG_INPUT)
        else:
            found = seals.not_as_left(group.id)
            if found:
                from facilitator.engine.house.as_left import told  # noqa: PLC0415  few need it

                sorry(*told(found), code=WRONG_INPUT)
            return True

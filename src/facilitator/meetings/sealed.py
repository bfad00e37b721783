"""Opening, sealing and shutting the group that is here (S9)."""

from dataclasses import replace
from typing import assert_never

from facilitator.domain.records import Seal
from facilitator.engine.house import effects
from facilitator.engine.house.recovery import key_of, words_of
from facilitator.meetings.surroundings import Surroundings
from facilitator.ports.sealing import StaysSealed


def do(around: Surroundings, effect: effects.SealEffect) -> None:
    """Do what a room asked of the group's seal. Raises StaysSealed, NotSaved."""
    seals, group = around.ports.seals, around.group
    match effect:
        case effects.OpenSeal(passphrase):
            seals.open(group.id, passphrase)
        case effects.OpenSealByWords(typed):
            recovery = key_of(typed)
            if recovery is None:
                raise StaysSealed("wrong-words")
            seals.open_by_recovery(group.id, recovery)
        case effects.PrepareSeal(passphrase):
            around.recovery = words_of(seals.prepare(group.id, passphrase))
        case effects.DropSeal():
            shut(around)
        case effects.PutOnSeal():
            if group not in around.groups:
                around.ports.book.add_group(group)
            seals.put_on(group.id)
            around.recovery = ()
        case effects.ChangeSeal(passphrase):
            seals.change(group.id, passphrase)
        case _:
            assert_never(effect)
    _look_again(around)


def shut(around: Surroundings) -> None:
    """Let go of the group's key, and of all that only it showed."""
    around.ports.seals.shut(around.group.id)
    around.recovery = ()
    if around.seal is Seal.SHUT:
        around.group = replace(around.group, turn_to="")


def _look_again(around: Surroundings) -> None:
    """Whom people turn to is known only while the group is open."""
    here = around.group.id
    around.group = next((one for one in around.groups if one.id == here), around.group)

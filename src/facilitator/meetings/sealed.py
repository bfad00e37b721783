"""Opening and sealing the group that is here (S9)."""

from typing import assert_never

from facilitator.engine.house.effects import AskSeal, SealWish
from facilitator.engine.house.recovery import key_of, words_of
from facilitator.meetings.surroundings import Surroundings
from facilitator.ports.sealing import StaysSealed


def do(around: Surroundings, asked: AskSeal) -> None:
    """Do what a room asked of the group's seal. Raises StaysSealed, NotSaved."""
    seals, group = around.ports.seals, around.group
    match asked.wish:
        case SealWish.OPEN:
            seals.open(group.id, asked.typed)
        case SealWish.OPEN_BY_WORDS:
            recovery = key_of(asked.typed)
            if recovery is None:
                raise StaysSealed("wrong-words")
            seals.open_by_recovery(group.id, recovery)
        case SealWish.PREPARE:
            around.recovery = words_of(seals.prepare(group.id, asked.typed))
        case SealWish.DROP | SealWish.LOCK:
            around.shut()
        case SealWish.PUT_ON:
            if not around.ports.book.has_group(group.id):
                around.ports.book.add_group(group)
            seals.put_on(group.id)
            around.recovery = ()
        case SealWish.TAKE_AS_IS:
            seals.take_as_is(group.id, asked.typed)
        case SealWish.CHANGE:
            seals.change(group.id, asked.typed)
        case _:
            assert_never(asked.wish)
    # Whom people turn to is known only while the group is open.
    here = around.group.id
    around.group = next((one for one in around.groups if one.id == here), around.group)

"""The rooms of the menu as the runner needs them; they are loaded when one is, a start needs none.

P1: their classes take a part of a start that can be felt.
"""

from facilitator.engine.house.around import Around
from facilitator.engine.house.room import Outcome, Room


def menu(rooms: tuple[Room, ...]) -> Room:
    """Return the menu over these rooms; over a cover it leads nowhere else (S12)."""
    from facilitator.engine.house.menu import Menu  # noqa: PLC0415  see above

    return Menu(is_covered=cover_at(rooms) >= 0)


def without_menu(rooms: tuple[Room, ...]) -> tuple[Room, ...]:
    """Return the rooms without a room of the menu on top: the menu key leads back to the menu."""
    from facilitator.engine.house.menu import is_of_menu  # noqa: PLC0415  see above

    return rooms[:-1] if is_of_menu(rooms[-1]) else rooms


def cover_at(rooms: tuple[Room, ...]) -> int:
    """Return where the cover lies in the stack, from 0; -1 where none does (S12)."""
    return max(
        (at for at, room in enumerate(rooms) if getattr(room, "is_cover", False)), default=-1
    )


def covering(around: Around) -> Outcome:
    """Return what covers the screen (S12)."""
    from facilitator.engine.house.cover_locked import covering as covered  # noqa: PLC0415  see above

    return covered(around)


def resting() -> Room:
    """Return the room of a pause (M18)."""
    from facilitator.engine.house.menu import Resting  # noqa: PLC0415  see above

    return Resting()


def is_resting(room: Room | None) -> bool:
    """Return whether this is the room of a pause."""
    from facilitator.engine.house.menu import Resting  # noqa: PLC0415  see above

    return isinstance(room, Resting)


def late_cards(rooms: tuple[Room, ...]) -> tuple[Room, ...]:
    """Return the cards of late-comers among these: their own choice still waits (M14)."""
    from facilitator.engine.house.late_card import LateCard  # noqa: PLC0415  see above

    return tuple(room for room in rooms if isinstance(room, LateCard))

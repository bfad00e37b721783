"""The rooms of the menu as the runner needs them; they are loaded when one is, a start needs none.

P1: their classes take a part of a start that can be felt.
"""

from facilitator.engine.house.around import Around
from facilitator.engine.house.room import PAST_THE_MENU, Outcome, Room


def menu(rooms: tuple[Room, ...]) -> Room:
    """Return the menu over these rooms; over a cover it leads nowhere else (S12)."""
    from facilitator.engine.house.menu import Menu  # noqa: PLC0415  see above

    return Menu(is_covered=cover_at(rooms) >= 0)


def without_question(rooms: tuple[Room, ...]) -> tuple[Room, ...]:
    """Return the rooms without the question on top that the menu key asked instead of it (A3)."""
    from facilitator.engine.house.menu import Menu  # noqa: PLC0415  see above

    is_inside = any(isinstance(room, Menu) for room in rooms)
    is_question = getattr(rooms[-1], "is_of_menu", False) and not is_inside
    return rooms[:-1] if is_question else rooms


def staying(rooms: tuple[Room, ...], leave: int) -> tuple[Room, ...]:
    """Return the rooms that an outcome leaves on the stack, the first always (room.Outcome)."""
    if leave != PAST_THE_MENU:
        return rooms[:1] if leave < 0 else rooms[: len(rooms) - leave]
    stay = rooms[:-1]
    while len(stay) > 1 and getattr(stay[-1], "is_of_menu", False):
        stay = stay[:-1]
    return stay


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
    from facilitator.engine.house.stopping import Resting  # noqa: PLC0415  see above

    return Resting()


def late_cards(rooms: tuple[Room, ...]) -> tuple[Room, ...]:
    """Return the cards of late-comers among these: their own choice still waits (M14)."""
    from facilitator.engine.house.late_card import LateCard  # noqa: PLC0415  see above

    return tuple(room for room in rooms if isinstance(room, LateCard))

"""Trying a draft at once: made-up people, nothing kept, and back to the same room (C12)."""

from typing import Protocol

from facilitator.domain import commands, events
from facilitator.domain.commands import Refusal
from facilitator.domain.events import Keep
from facilitator.domain.session import Session
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.house.effects import SettingOut
from facilitator.engine.house.room import Room
from facilitator.meetings.surroundings import Surroundings
from facilitator.sessions.parse import parse
from facilitator.wording import house

PEOPLE = 4


class Started(Protocol):
    """The desk, as practice needs it."""

    def start(self, plan: SettingOut, session: Session | None = None) -> None:
        """Begin a meeting."""

    def tell(self, command: commands.Command) -> tuple[events.Event, ...] | Refusal:
        """Ask something of it."""


class Practice:
    """Holds the rooms that were left for a practice, until it is over."""

    def __init__(self, around: Surroundings) -> None:
        """Begin with no practice."""
        self._around = around
        self._rooms: tuple[Room, ...] = ()
        self.is_on = False

    def begin(self, source: str, desk: Started) -> None:
        """Begin the first step of a session with four people named by signs."""
        session = parse(source, "", SPECS).session
        if session is None or self._around.meeting is not None:
            return
        self.is_on = self._around.is_rehearsal = True
        desk.start(SettingOut(session.id, people=PEOPLE, keep=Keep.NOTHING), session)
        for sign in house.SIGNS[:PEOPLE]:
            desk.tell(commands.Join(sign))
        desk.tell(commands.Begin())

    def left(self, rooms: tuple[Room, ...]) -> None:
        """Remember from which rooms something is done, in case it is a practice."""
        if not self.is_on:
            self._rooms = rooms

    def rooms_after(self, rooms: tuple[Room, ...]) -> tuple[Room, ...]:
        """Return the rooms to show: those that were left, as soon as the practice is over."""
        if not self.is_on or self._around.meeting is not None:
            return rooms
        self.is_on = self._around.is_rehearsal = False
        return self._rooms

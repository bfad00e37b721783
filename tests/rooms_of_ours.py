"""The rooms of what a group has made: on an empty book, and on one with things of every sort.

A new room of engine/house for such things is added to ROOMS; everything that looks at
every screen then looks at it too.
"""

from collections.abc import Iterator
from typing import Any

from facilitator.domain.kept import Exchange, NextTime, Offer, Strength
from facilitator.domain.prompt import Prompt
from facilitator.domain.records import FrontEnd, Member
from facilitator.domain.things import Things
from facilitator.engine.house import board, choosing, next_time, ours, swaps
from facilitator.engine.house.room import Room
from facilitator.engine.house.swaps import Swap
from facilitator.meetings.surroundings import OUR_GROUP, Surroundings
from tests.scenario import Scenario, shipped

NAME = "Wilhelmina-Rose Abercromb"[:24]
OWN: dict[str, Any] = {"owner": "m1", "name": NAME, "on": "2026-11-24"}
LINE = "a lift to the shops and back again on any dry Friday in the winter half of a year"[:80]
THINGS = Things(
    strengths=(Strength("s1", **OWN, words=LINE),),
    offers=(
        Offer("o1", **OWN, words=LINE),
        Offer("o2", "m2", "Bo", "2026-11-24", "a lift on Fridays", is_need=True),
    ),
    exchanges=(
        Exchange("e1", **OWN, other="m2", other_name="Bo", words=LINE, minutes=60),
        Exchange("e2", "m2", "Bo", "2026-11-23", "m1", NAME, "tea"),
    ),
    next_times=(NextTime("n1", on="2026-11-24", session="first-meeting", words="A" * 30),),
)
SWAP = Swap("m1", "m2", LINE, "o1")
ROOMS: tuple[Room, ...] = (
    ours.Ours(), ours.Wall(),
    board.Board(), board.Fits(), board.WhoseLine(), board.WhichSort("m1"),
    board.NewLine("m1", "offer"), board.NewLine("m1", "need"), board.TakeOff(),
    swaps.WhoYou(gave=True), swaps.WhoElse(Swap("m1")), swaps.WhoElse(Swap(getter="m1")),
    swaps.WhatWasIt(SWAP), swaps.SomethingElse(SWAP), swaps.HowLong(SWAP),
    next_time.ForNextTime(), choosing.ChooseSession(),
    swaps.StillThere("o1"), swaps.GivenAndGot(), swaps.NotRight(),
)  # fmt: skip


def rooms_of_ours() -> Iterator[Prompt]:
    """Yield the prompt of each room, with nothing kept and with much."""
    for front_end in FrontEnd:
        for things in (Things(), THINGS):
            ports = Scenario.machine(shipped("first-meeting")).ports
            for member_id, name in (("m1", NAME), ("m2", "Bo")):
                ports.book.save_member(OUR_GROUP.id, Member(member_id, name))
            ports.book.keep_things(OUR_GROUP.id, things)
            around = Surroundings(ports, OUR_GROUP, ports.settings.read(), front_end)
            yield from (room.prompt(around) for room in ROOMS)

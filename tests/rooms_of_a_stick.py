"""Every prompt of a session that goes out to a stick, comes in from one, or cannot (C13)."""

from collections.abc import Iterator
from dataclasses import replace

from facilitator.domain.own_sessions import Lies
from facilitator.domain.prompt import Prompt
from facilitator.domain.records import FrontEnd
from facilitator.domain.sticks import CarriedOut, Trouble
from facilitator.engine.house import coming_in, going_out, sticks
from facilitator.engine.house.choosing import ChooseSession, OneSession
from facilitator.engine.house.different import Different
from facilitator.engine.house.our_draft import OurDraft
from facilitator.engine.house.room import Outcome, Room
from facilitator.meetings.surroundings import OUR_GROUP, Surroundings
from tests.fakes import FakeSticks
from tests.scenario import Scenario, shipped


def rooms_of_a_stick() -> Iterator[Prompt]:
    """Yield the prompts of a session that goes out, comes in, or cannot; with and without sticks."""
    blue = "/media/ann/BLUE"
    weekly = shipped("weekly-meeting").source
    files = {
        "other.toml": weekly.replace("minutes = 60", "minutes = 75", 1).encode(),
        "same.toml": weekly.encode(),
        "newer.toml": weekly.replace("format = 1", "format = 2", 1).encode(),
        "broken.toml": weekly.replace("minutes", "minuts").encode(),
    }
    rooms: tuple[Room, ...] = (
        going_out.WhereOut("weekly-meeting"), going_out.NamesInside("weekly-meeting"),
        going_out.WasCarried("weekly-meeting", blue), coming_in.WhereIn(),
        sticks.TypeFolder(lambda _: Outcome()), coming_in.WhichFile(blue),
        coming_in.WhichFile("/none"), coming_in.WhichFile("/empty"),
        *(coming_in.Arrives(blue, name) for name in (*files, "none.toml")),
        Different("weekly-meeting"), ChooseSession(looking=True), ChooseSession(),
        OneSession("weekly-meeting"), OurDraft("ours"),
    )  # fmt: skip
    states = (None, CarriedOut(f"{blue}/weekly-meeting.toml", was_there=True), *map(_met, Trouble))
    for plugged in ({}, {blue: files, "/empty": {}}):
        made = Scenario.machine(shipped("weekly-meeting"), shipped("first-meeting"))
        ports = replace(made.ports, sticks=FakeSticks(plugged))
        ports.own.save(OUR_GROUP.id, Lies.DRAFTS, "ours", weekly)
        for carried in states:
            around = Surroundings(ports, OUR_GROUP, ports.settings.read(), FrontEnd.FULL)
            around.carried = carried
            yield from (room.prompt(around) for room in rooms)


def _met(trouble: Trouble) -> CarriedOut:
    return CarriedOut(trouble=trouble)

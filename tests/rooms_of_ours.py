"""The rooms of what a group has made: on an empty book, and on one with things of every sort.

A new room of engine/house for such things is added to ROOMS; everything that looks at
every screen then looks at it too.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from facilitator.domain.events import Carried
from facilitator.domain.kept import (
    Duty,
    Exchange,
    Growth,
    NextTime,
    Note,
    Offer,
    Story,
    Strength,
    Tip,
    Willing,
)
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import Prompt
from facilitator.domain.records import Agreement, FrontEnd, Member
from facilitator.domain.things import Things
from facilitator.engine.house import (
    board,
    choosing,
    duties,
    mine,
    moving_on,
    my_story,
    next_time,
    our_agreement,
    ours,
    stories,
    story_waits,
    story_words,
    swaps,
    taking_out,
)
from facilitator.engine.house.is_it_you import IsItYou
from facilitator.engine.house.room import Room
from facilitator.engine.house.swaps import Swap
from facilitator.engine.own_word import locked
from facilitator.meetings.surroundings import OUR_GROUP, Surroundings
from facilitator.wording import roles
from tests.fakes import MemoryExports
from tests.scenario import Scenario, shipped
from tests.tellers import at_the_turn, on_to_the_widest, part

NAME = "Wilhelmina-Rose Abercromb"[:24]
OWN: dict[str, Any] = {"owner": "m1", "name": NAME, "on": "2026-11-24"}
LINE = "a lift to the shops and back again on any dry Friday in the winter half of a year"[:80]
LONG = f"{LINE} {LINE} {LINE}"[:280]
LOCK = locked("blue kettle", "salt")
THINGS = Things(
    strengths=(Strength("s1", **OWN, words=LINE),),
    offers=(
        Offer("o1", **OWN, words=LINE),
        Offer("o2", "m2", "Bo", "2026-11-24", "a lift on Fridays", is_need=True),
    ),
    duties=tuple(
        Duty(f"d{at}", "m1", NAME, f"2026-11-{10 + at}", role, f"x{at // 6}")
        for at, role in enumerate((*roles.NAMES, *roles.NAMES))
    ),
    willing=tuple(Willing(f"w-{role}", **OWN, role=role) for role in roles.NAMES),
    growth=(Growth("g1", **OWN, words=LINE, lock=LOCK),),
    exchanges=(
        Exchange("e1", **OWN, other="m2", other_name="Bo", words=LINE, minutes=60),
        Exchange("e2", "m2", "Bo", "2026-11-23", "m1", NAME, "tea"),
    ),
    notes=(Note("n1", **OWN, words=LONG),),
    tips=(Tip("t1", **OWN, words=LONG), Tip("t2", "m1", NAME, "2025-11-01", "rest first")),
    stories=(
        Story(
            "y1",
            "m1",
            NAME,
            "2026-11-10",
            words=f"{LONG}\n{LONG}",
            level=4,
            lock="salt$hash",
            purposes=("peers", "staff", "funder", "newsletter"),
            open_from="2026-11-17",
            expires_on="2027-11-10",
            signed="A walker by the sea",
        ),
        Story(
            "y2",
            "m1",
            NAME,
            "2026-11-10",
            words=LINE,
            level=2,
            purposes=("peers",),
            expires_on="2026-12-01",
        ),
        Story("y3", "m1", NAME, "2025-11-10", words=LINE, level=2, expires_on="2026-11-10"),
        Story("y4", "m1", NAME, "2026-11-10", level=3, withdrawn_on="2026-11-20"),
        Story(
            "y5",
            "m1",
            NAME,
            "2026-11-10",
            words=LINE,
            level=3,
            purposes=("peers",),
            open_from="2026-11-17",
            confirmed_on="2026-11-18",
            expires_on="2027-11-10",
        ),
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
    our_agreement.OurAgreement(), our_agreement.OurAgreement(Agreement()),
    our_agreement.AddAgreed(is_ask=True), our_agreement.AddAgreed(is_ask=False),
    our_agreement.TakeAgreedOut(), next_time.ForNextTime(), choosing.ChooseSession(),
    swaps.StillThere("o1"), swaps.GivenAndGot(), swaps.NotRight(),
    stories.Stories(), stories.OurStories(), stories.OurStories(1), stories.TipCards(),
    mine.WhoseThings(), IsItYou(NAME, ()), mine.MyWord("m1"), mine.Mine("m1"), mine.Mine("m9"),
    mine.MyCard("n1"), mine.MyCard("t1"), mine.MyCard("t2"), mine.MyCard("gone"),
    *(my_story.MyStory(f"y{at}", frozenset({"salt$hash", ""})) for at in range(6)),
    my_story.MyStory("y1"), my_story.Further("y1"), my_story.KeepOn("y1"), my_story.Less("y1"),
    my_story.Receipt("y1"), my_story.Receipt("y4"), my_story.TakeItBack("y1"),
    story_words.WhichPart("y1"), story_words.NewWords("y1", 1),
    story_words.ReadBack("y1", (LONG, LONG)), story_waits.StoryWaits("y1"),
    taking_out.TakeOut(), *(taking_out.TakeOutFor(level) for level in (2, 3, 4)),
    taking_out.TakeOutCheck(3, "peers"), taking_out.TakeOutCheck(4, "staff"),
    duties.Duties(), duties.TakeBack(),
    moving_on.WhoMovesOn(), moving_on.Goodbye("m1"), moving_on.WhatITake("m1"),
    moving_on.WordOfTheirs("m1"), moving_on.TakeHome("m1"),
    moving_on.TakeHome("m1", LINE, (LOCK,)), moving_on.LineToLeave("m1"),
    moving_on.MayItStay("m1", LINE), moving_on.ForgetAll("m1"),
)  # fmt: skip


def rooms_of_ours() -> Iterator[Prompt]:
    """Yield the prompt of each room, with nothing kept and with much."""
    for front_end in FrontEnd:
        for things in (Things(), THINGS):
            ports = Scenario.machine(shipped("first-meeting")).ports
            ports = replace(ports, exports=MemoryExports())
            plan = Carried(LINE, LINE, 7, {"who": LINE}, LOCK, "2026-11-03") if things else None
            for member_id, name in (("m1", NAME), ("m2", "Bo")):
                ports.book.save_member(OUR_GROUP.id, Member(member_id, name, plan))
            ports.book.keep_things(OUR_GROUP.id, things)
            if things:
                agreement = Agreement((LINE, "Short"), (LINE,), 1, "2026-11-24")
                ports.book.save_agreement(OUR_GROUP.id, agreement)
            around = Surroundings(ports, OUR_GROUP, ports.settings.read(), front_end)
            yield from (room.prompt(around) for room in ROOMS)


def turns_of_tellers() -> Iterator[Prompt]:
    """Yield every part of a story, a tip and a note, told at length and agreed to."""
    for way in ("scribed", "typed", "cards", "told"):
        for easy in (False, True):
            group = at_the_turn("story")
            if easy:
                group.press(KeyCommand.EASY)
            for _ in range(40):
                yield group.prompt
                if part(group) in ("receipt", "thanks"):
                    break
                on_to_the_widest(group, way, f"{LONG[:262]} My friend Morag")
    for kind in ("tip", "note"):
        group = at_the_turn(kind)
        yield group.prompt
        group.write(LONG)
        yield group.prompt

"""Every prompt that the program can show: all rooms of the house, all shipped sessions.

The house is explored like a maze: each answer that a room takes is tried, until no new
prompt comes. The sessions are walked from beginning to end, help and menu on the way.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from facilitator.adapters.storage.kiosk import MemoryKiosk
from facilitator.domain.answers import GO_ON, Answer, Chosen, ChosenSeveral, Confirmed, Typed
from facilitator.domain.events import Carried, Keep, SeenBy
from facilitator.domain.kept import Change, Growth, Learnt, Tally
from facilitator.domain.keys import KeyCommand
from facilitator.domain.own_sessions import Lies
from facilitator.domain.prompt import (
    Acknowledge,
    ChooseOne,
    ChoosePeople,
    ChooseSeveral,
    Confirm,
    GiveNumber,
    Input,
    Prompt,
    WriteText,
)
from facilitator.domain.records import FrontEnd, Group, Member, NotAsLeft, Ways
from facilitator.domain.things import Things
from facilitator.engine.house import (
    as_left,
    cover_locked,
    cover_ways,
    honest,
    leaving,
    one_key,
    sealed,
    sealing,
)
from facilitator.engine.house.book_unread import BookUnread
from facilitator.engine.house.due import DueAgreements, DueOfTheGroup
from facilitator.engine.house.editor.bench import Bench, Stop
from facilitator.engine.house.editor.head import Head, HeadWords, HowLong, HowManyMade
from facilitator.engine.house.editor.library import AddAfter, Library, Preview, activities
from facilitator.engine.house.editor.lines import Lines, NewLine, WhichLines
from facilitator.engine.house.editor.lists import (
    CannotChange,
    DeleteOne,
    OneOwn,
    OwnSessions,
    StartFrom,
)
from facilitator.engine.house.editor.look import Look
from facilitator.engine.house.editor.phrases import Phrase, Phrases
from facilitator.engine.house.editor.saving import HowManyLive, Saved, WhoMade
from facilitator.engine.house.editor.steps import MoveTo, OneStep, Steps
from facilitator.engine.house.editor.timing import HowRound, Minutes, Seconds
from facilitator.engine.house.effects import SettingOut
from facilitator.engine.house.home import Home, OurGroup
from facilitator.engine.house.left_open import AllUnfinished, LeftOpen, UnreadMeeting
from facilitator.engine.house.past import PastMeeting
from facilitator.engine.house.people import Names
from facilitator.engine.house.people_rows import ChooseSigns, HowMany, MendName, OneName
from facilitator.engine.house.recovery import words_of
from facilitator.engine.house.room import Room
from facilitator.engine.house.setting_now import KeepNow, MayKeep
from facilitator.engine.house.setting_out import Keeping
from facilitator.engine.house.steps_now import AddOne
from facilitator.engine.house.taking_names import AreYou
from facilitator.engine.own_word import locked
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.surroundings import OUR_GROUP, Ports, Surroundings
from facilitator.wording import editor
from tests.engine.voting import prompts_of_choosing
from tests.fakes import FakeClock, FakeSeals, FakeTypeSize
from tests.rooms_of_a_stick import rooms_of_a_stick
from tests.rooms_of_ours import rooms_of_ours, turns_of_tellers
from tests.scenario import SHIPPED, Scenario, shipped

SESSIONS = SHIPPED
WORD = "four small birds sing"
LONG_NAME = "Wilhelmina-Rose Abercromb"[:24]
MOST, MOST_ROOMS = 400, 3000
Way = tuple[Answer | KeyCommand, ...]


def answers_to(asked: Input) -> tuple[Answer, ...]:
    """Return every answer that leads somewhere of its own."""
    match asked:
        case Acknowledge():
            return (GO_ON,)
        case ChooseOne(choices=choices):
            return tuple(Chosen(one.id) for one in choices)
        case ChoosePeople(people=people, only_one=True):
            return tuple(ChosenSeveral((one.id,)) for one in people[:2])  # nobody, and somebody
        case ChooseSeveral(choices=some) | ChoosePeople(people=some):
            return (ChosenSeveral(tuple(one.id for one in some[:1])),)
        case GiveNumber(high=high):
            return (Typed(str(high)), Typed("99"))
        case WriteText(ready=ready):
            own = (Typed(LONG_NAME), Typed("x" * 400))
            # Signs and phrases all lead to one place; a row that leads elsewhere is named.
            led = [one for one in ready if not one.id.startswith(("sign-", "phrase-"))]
            return (*own, *(Chosen(one.id) for one in (*ready[:1], *led)))
        case Confirm():
            return (Confirmed(yes=True), Confirmed(yes=False))


def taken(group: Scenario, way: Way) -> Scenario:
    """Return the machine after these answers and keys."""
    for one in way:
        if isinstance(one, KeyCommand):
            group.press(one)
        else:
            group.answer(one)
    return group


def explored(made: Callable[[], Scenario], *begun: Way) -> Iterator[Prompt]:
    """Yield every prompt of the house that can be reached on such a machine."""
    waiting: list[Way] = list(begun or ((),))
    seen: set[str] = set()
    while waiting:
        way = waiting.pop(0)
        group = taken(made(), way)
        if group.runner.is_over:
            continue
        prompt = group.prompt
        yield prompt
        top = group.runner._rooms[-1]
        looking = getattr(top, "looking", "")
        ids = [one.id for one in getattr(prompt.input, "choices", ())]
        here = re.sub(r"\d+", "#", f"{type(top).__name__} {looking} {prompt.id} {ids}")
        # A draft can be changed in more ways than can be tried: its rooms are listed below.
        if here in seen or "/" in prompt.id or is_of_the_editor(top):
            continue
        seen.add(here)
        assert len(seen) < MOST_ROOMS, "the house is larger than was explored"
        ways: list[Answer | KeyCommand] = [*answers_to(prompt.input)]
        keys = (KeyCommand.HELP, KeyCommand.ACCESS, KeyCommand.COVER)
        waiting += [(*way, one) for one in (*ways, *keys)]


def a_new_machine() -> Scenario:
    """Return a machine on which nobody has met, the full screen before it."""
    return _full(Scenario.machine(shipped("first-meeting")).ports)


def a_known_machine() -> Scenario:
    """Return a machine with two groups, a past meeting, members, the voice on, kitty."""
    return _full(replace(deepcopy(_known_ports()), type_size=FakeTypeSize()))


def a_machine_that_forgot_the_date() -> Scenario:
    """Return one whose clock is behind its last meeting."""
    ports = deepcopy(_known_ports())
    clock = ports.clock
    assert isinstance(clock, FakeClock)
    clock.time -= timedelta(days=40)
    return _full(ports)


def a_machine_with_old_things() -> Scenario:
    """Return one on which a meeting and a plan were kept as long as was agreed, and longer."""
    ports = deepcopy(_known_ports())
    clock = ports.clock
    assert isinstance(clock, FakeClock)
    ports.book.save_member(OUR_GROUP.id, Member("m2", LONG_NAME, kept_on="2026-11-24"))
    clock.time += timedelta(days=91)
    return _full(ports)


def a_covered_machine() -> Scenario:
    """Return one whose group has a word for the cover."""
    group = _full(Scenario.machine(shipped("first-meeting")).ports)
    group.around.group = replace(OUR_GROUP, cover_word=locked("blue kettle", "salt"))
    group.press(KeyCommand.COVER)
    return group


def rooms_of_a_kiosk() -> Iterator[Prompt]:
    """Yield the prompts that only a machine that is only for Facilitator shows."""
    rooms: tuple[Room, ...] = (
        leaving.OfferWord(), leaving.SetTheWord(), leaving.OnceMore("thistle"),
        leaving.TypeTheWord(), leaving.ChangeWord(), leaving.ShallWeClose(),
        leaving.StillHere(LONG_NAME), OurGroup(),
    )  # fmt: skip
    for front_end in FrontEnd:
        ports = replace(Scenario.machine(shipped("first-meeting")).ports, kiosk=MemoryKiosk())
        around = Surroundings(ports, OUR_GROUP, ports.settings.read(), front_end)
        yield from (room.prompt(around) for room in rooms)


def rooms_of_the_unfinished() -> Iterator[Prompt]:
    """Yield what is asked of meetings that were not finished."""
    group = Scenario.machine(shipped("offers-and-needs"))
    for _ in range(3):
        group.set_out(shipped("offers-and-needs"), people=2)
        meeting = group.meeting.id
        group.menu("stop")
        group.choose("later")
    for front_end in FrontEnd:
        group.around.front_end = front_end
        yield from (
            room.prompt(group.around)
            for room in (
                Home(),
                AllUnfinished(),
                LeftOpen(meeting),
                UnreadMeeting(meeting),
                BookUnread(meeting),
            )
        )


def rooms_of_names() -> Iterator[Prompt]:
    """Yield what is asked of names, and of the time, once a meeting is open."""
    rooms: tuple[Room, ...] = (
        AreYou("m1", LONG_NAME), Names(LONG_NAME), MendName(), OneName("p1"), HowMany(),
        ChooseSigns(), honest.HowLong(), honest.WhichOut(), AddOne(), KeepNow(), MayKeep("p1"),
    )  # fmt: skip
    for people in (1, 16):
        group = Scenario.hold(shipped("hard-week"), people=people)
        for front_end in FrontEnd:
            group.around.front_end = front_end
            yield from (room.prompt(group.around) for room in rooms)


def rooms_of_old_things() -> Iterator[Prompt]:
    """Yield what the start asks about the group's own things; after it comes the house."""
    for front_end in FrontEnd:
        ports = deepcopy(_known_ports())
        around = Surroundings(ports, OUR_GROUP, ports.settings.read(), front_end)
        yield DueOfTheGroup().prompt(around)
        yield DueAgreements().prompt(around)


STRANGE = (
    NotAsLeft(("m1",), ("m2",), ("m3",), is_book_changed=True),
    NotAsLeft(("m1", "m2"), ("m3", "m4"), ("m5", "m6"), is_unknown=True),
)


def rooms_of_a_passphrase() -> Iterator[Prompt]:
    """Yield the prompts of a group that sets a passphrase, has one, or lost its keys."""
    group_id = OUR_GROUP.id
    states = (
        FakeSeals(), FakeSeals({group_id: WORD}), FakeSeals({group_id: WORD}, {group_id}),
        FakeSeals(broken={group_id}),
        *(FakeSeals({group_id: WORD}, {group_id}, strange=one) for one in STRANGE),
    )  # fmt: skip
    rooms: tuple[Room, ...] = (
        Home(), OurGroup(), Keeping(SettingOut("first-meeting")), sealing.AboutSeal(),
        sealing.NewPassphrase(), sealing.OnceMore(WORD), sealing.RecoveryWords(),
        sealing.RecoveryWords(aloud=True), sealing.ConfirmWords(), sealing.ChangeAsked(),
        sealing.OldPassphrase(), sealed.OpenWithPassphrase(),
        sealed.OpenWithPassphrase(is_shown=True), sealed.WithRecoveryWords(),
        cover_locked.LockedCover(), cover_locked.LockedCover(is_shown=True),
        cover_locked.OtherWays(), cover_locked.WordsUnderCover(),
        cover_ways.CoverWays(), cover_ways.CoverAfter(), as_left.FilesChanged(),
        one_key.BeginOneKey(), one_key.StopOneKey(),
        PastMeeting("m1"),
    )  # fmt: skip
    for front_end in FrontEnd:
        for seals in states:
            ports = replace(Scenario.machine(shipped("first-meeting")).ports, seals=seals)
            around = Surroundings(ports, OUR_GROUP, ports.settings.read(), front_end)
            around.recovery = words_of(bytes(range(16)))
            yield from (room.prompt(around) for room in rooms)


def is_of_the_editor(room: Room) -> bool:
    """Whether it is one of the rooms in which a draft is changed."""
    return type(room).__module__.startswith("facilitator.engine.house.editor.")


def rooms_of_the_editor() -> Iterator[Prompt]:
    """Yield the prompts of every room of the editor: a draft that is fine, one that is not."""
    ports = Scenario.machine(shipped("first-meeting")).ports
    fine = shipped("first-meeting").source
    broken = (
        fine.replace('id = "tea"', 'id = "goal"')
        .replace("minutes = 9\n", "")
        .replace("What could help between now and next time?", "Help " * 30)
    )
    for name, source in (("fine", fine), ("broken", broken), ("newer", "format = 2\n")):
        for lies in Lies:
            ports.own.save(OUR_GROUP.id, lies, name, source)
    around = Surroundings(ports, OUR_GROUP, ports.settings.read(), FrontEnd.FULL)
    around.drafts_before[OUR_GROUP.id, "fine"] = [(fine, "A change.")]
    for room in editor_rooms():
        yield room.prompt(around)


def editor_rooms() -> Iterator[Room]:
    """Yield every room of the editor on these drafts, each with all that it can be about."""
    steps = ("check-in", "goal", "resources", "@6", "gone")
    yield from (OwnSessions(), StartFrom(), CannotChange(editor.CANNOT_NEWER))
    for name in ("fine", "broken"):
        yield OneOwn(name)
        yield from (DeleteOne(lies, name) for lies in Lies)
        yield from (Bench(name), Stop(name), Stop(name, is_sure=True), Head(name), HowLong(name))
        yield HowManyMade(name)
        yield from (HeadWords(name, key) for key in editor.HEAD_ROWS)
        yield from (Steps(name), Library(name), Lines(name, "", "needs"))
        yield from (NewLine(name, "", "needs"), WhoMade(name), HowManyLive(name, LONG_NAME))
        yield from (Look(name, None, number) for number in range(12))
        for step in steps:
            yield from (OneStep(name, step), MoveTo(name, step), Phrases(name, step))
            yield from (Phrase(name, step, key) for key in editor.PHRASE_ROWS)
            yield from (Minutes(name, step), Seconds(name, step), HowRound(name, step))
            yield from (WhichLines(name, step), Lines(name, step, "ready"))
            yield from (NewLine(name, step, key) for key in ("ready", "show", "points"))
        for kind in activities():
            yield from (Preview(name, kind), AddAfter(name, kind))
    yield Saved("fine")


def _full(ports: Ports) -> Scenario:
    around = Surroundings(ports, OUR_GROUP, ports.settings.read(), FrontEnd.FULL)
    return Scenario(ports, around, MeetingRunner.opened(around))


@lru_cache(maxsize=1)
def _known_ports() -> Ports:
    group = Scenario.machine(shipped("first-meeting"))
    group.set_out(shipped("first-meeting"), people=3, keep=Keep.GROUP)
    group.to_the_end()
    book = group.ports.book
    book.add_group(Group("others", "Tea and talk on Tuesdays"))
    book.save_member(OUR_GROUP.id, Member("m1", "Ann", Carried("a walk", "on Monday", 7, {})))
    book.keep_things(OUR_GROUP.id, _of_the_group())
    group.ports.settings.save(Ways(speech=True))
    return group.ports


def _of_the_group() -> Things:
    """Return things of the group's own, of more meetings and lines than are shown at once."""
    days = [f"2026-11-{day:02}" for day in range(10, 18)]
    line, rows = "we " + "listen and " * 12 + "laugh", {"Sunny": 7, "A word of our own": 2}
    about = ("check-in", "sure", "heard", "safe")
    return Things(
        changes=tuple(Change(f"c{day}", "", "", day, line, day, line[:40], day) for day in days),
        learnt=tuple(Learnt(f"l{day}", "", "", day, line, LONG_NAME) for day in days),
        tallies=tuple(
            Tally(f"t{day}{one}", "", "", day, one, f"m-{day}", rows)
            for day in days
            for one in about
        ),
    )


def _at_the_door() -> Way:
    """Return the way to "Who is here today?", with names in it."""
    before: Way = (
        Chosen("start"), Chosen("first-meeting"), Chosen(SeenBy.PERSON),
        Chosen(Keep.GROUP),
    )  # fmt: skip
    return (*before, Typed("Ann"), Typed("Ann"), Typed(LONG_NAME))


def _in_a_meeting() -> Way:
    """Return the way to the first step of a meeting, from which one person has left."""
    left = ChosenSeveral(("p2",))
    menu = (KeyCommand.MENU, Chosen("people"), Chosen("left"))
    return (*_at_the_door(), Chosen("all"), *menu, left)


def _until(begun: Way, is_there: Callable[[Scenario], bool]) -> Way:
    """Return the way on from here, the keyboard given whenever somebody may have it."""
    ways: list[Answer | KeyCommand] = [*begun]
    group = taken(a_new_machine(), begun)
    while not is_there(group):
        asked = group.prompt.input
        at_keyboard = isinstance(asked, ChooseOne) and group.prompt.id.endswith("@keyboard")
        chosen = asked.choices[1].id if isinstance(asked, ChooseOne) and at_keyboard else ""
        ways.append(Chosen(chosen) if chosen else group.first_answer())
        group.answer(ways[-1])  # type: ignore[arg-type]
    return tuple(ways)


def _in_a_turn() -> Way:
    """Return the way to somebody's own turn, something of theirs changed."""
    begun = (*_at_the_door(), Chosen("all"))
    way = _until(begun, lambda group: bool(group.around.turn))
    return (*way, KeyCommand.ACCESS, Chosen("easy"))


def _asked_about_the_voice() -> Way:
    """Return the way to "shall the voice read your own words?"."""
    begun = (KeyCommand.AGAIN, *_at_the_door(), Chosen("all"))
    return _until(begun, lambda group: group.prompt.id == "may-read")


def walked(name: str, *, easy: bool, seen_by: SeenBy) -> Iterator[Prompt]:
    """Yield every prompt of a session from its first step to its close, the keyboard given."""
    group = Scenario.machine(shipped(name))
    group.set_out(shipped(name), people=4, keep=Keep.GROUP, seen_by=seen_by)
    if easy:
        group.press(KeyCommand.EASY)
    turns = 0
    for _ in range(MOST):
        prompt = group.prompt
        if prompt.id == "home":
            return
        yield prompt
        asked = prompt.input
        if isinstance(asked, ChooseOne) and prompt.id.endswith("@keyboard"):
            turns += 1
            chosen = asked.choices[1 if turns % 2 and len(asked.choices) > 1 else 0]
            group.answer(Chosen(chosen.id))
        elif isinstance(asked, WriteText):
            group.answer(Typed("a walk by the water with somebody I like, slowly, if it is dry"))
            if group.prompt.id == prompt.id:
                group.onward()
        elif isinstance(asked, GiveNumber):
            group.answer(Typed("4"))
        elif isinstance(asked, ChooseOne) and any(one.id == "note" for one in asked.choices):
            turns += 1
            group.answer(Chosen("note" if turns % 3 == 0 else asked.choices[0].id))
        else:
            group.onward()
    raise AssertionError(f"{name} never ends")


def at_a_fourth_meeting() -> Iterator[Prompt]:
    """Yield what is asked at every fourth meeting: then and now, behind somebody's own word."""
    group, weekly = Scenario.machine(shipped("weekly-meeting")), shipped("weekly-meeting")
    for _ in range(3):
        group.set_out(weekly, people=2, keep=Keep.GROUP)
        group.menu("stop")
        group.choose("close")
        group.to_the_end()
    weeks = (("2026-11-10", "not"), ("2026-11-17", "smaller"))
    plan = Carried("a walk by the water", "on Monday", 7, {}, "", "2026-11-03", weeks)
    group.ports.book.save_member(OUR_GROUP.id, Member("m1", LONG_NAME, plan))
    line = "I can say no to people whom I like very much, and I can say it without a long story"
    held = Growth("g1", "m1", LONG_NAME, "2026-11-24", line, locked(WORD, "salt"))
    group.ports.book.keep_things(OUR_GROUP.id, Things(growth=(held,)))
    begun: Way = (
        Chosen("start"), Chosen("weekly-meeting"), Chosen(SeenBy.PERSON),
        Chosen(Keep.TODAY), ChosenSeveral(("m1",)), Typed("Bo"), Chosen("all"),
    )  # fmt: skip
    taken(group, begun)
    for step in ("look-back", "growth"):
        while not group.prompt.id.startswith(f"{step}//@keyboard"):
            group.onward()
        group.choose("p1")
        while not group.prompt.id.endswith("@keyboard"):
            yield group.prompt
            asked = group.prompt.input
            if isinstance(asked, WriteText) and asked.hidden:
                group.write(WORD)
            elif isinstance(asked, ChooseOne) and group.prompt.id.startswith("growth/p1"):
                group.choose(asked.choices[1].id)
            elif group.prompt.id == "growth/p1/line":
                group.write(line)
            else:
                group.onward()
    assert group.meeting.said("growth", "p1", "keep") == "yes"


@lru_cache(maxsize=1)
def every_prompt() -> tuple[Prompt, ...]:
    """Return every prompt once."""
    meeting = (*_in_a_meeting(), KeyCommand.MENU)
    found = [
        *explored(a_new_machine, (), _at_the_door(), meeting, _in_a_turn()),
        *explored(a_new_machine, _asked_about_the_voice()),
        *explored(a_known_machine),
        *rooms_of_ours(),
        *turns_of_tellers(),
        *prompts_of_choosing(),
        *explored(a_machine_that_forgot_the_date),
        *explored(a_covered_machine),
        *explored(a_machine_with_old_things, (Chosen(OUR_GROUP.id),)),
        *rooms_of_a_kiosk(),
        *rooms_of_old_things(),
        *rooms_of_names(),
        *rooms_of_the_unfinished(),
        *rooms_of_a_passphrase(),
        *rooms_of_a_stick(),
        *at_a_fourth_meeting(),
        *rooms_of_the_editor(),
    ]
    for name in SESSIONS:
        for easy in (False, True):
            for seen_by in SeenBy:
                found += walked(name, easy=easy, seen_by=seen_by)
    unique: dict[str, Prompt] = {}
    for prompt in found:
        unique.setdefault(repr(prompt), prompt)
    return tuple(unique.values())

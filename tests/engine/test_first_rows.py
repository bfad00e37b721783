"""The first row of every prompt leads onward, and writes nothing for anybody (A2)."""

from functools import lru_cache
from pathlib import Path

import pytest

from facilitator.domain import commands, events
from facilitator.domain.answers import Answer, Chosen, ChosenSeveral, Typed
from facilitator.domain.events import Carried, Keep
from facilitator.domain.kept import Change, Growth, NextTime, Note, Offer, Willing
from facilitator.domain.keys import KeyCommand
from facilitator.domain.own_sessions import Lies
from facilitator.domain.prompt import Choice, ChooseOne, ChooseSeveral, GiveNumber, WriteText
from facilitator.domain.records import Member
from facilitator.domain.session import Session
from facilitator.domain.things import Things
from facilitator.engine.activities.registry import KINDS, SPECS
from facilitator.engine.decide import decide
from facilitator.engine.flow import kind_of
from facilitator.engine.own_word import locked
from facilitator.meetings.surroundings import OUR_GROUP
from facilitator.sessions.parse import parse
from facilitator.wording.rounds import SAVED
from tests.scenario import SHIPPED, Scenario, shipped

GROUP = OUR_GROUP.id
SAMPLES = Path(__file__).parents[1] / "sessions" / "kinds"
NAMES = (*SHIPPED, *sorted(path.name for path in SAMPLES.glob("*.good.toml")))
DAY = "2026-11-17"
PLAN = Carried("walk to the sea", "on Friday", 7, {}, "", "2026-11-03")
KEPT = Things(
    changes=(Change("c1", "", "", DAY, words="a longer break", asked_on=DAY),),
    growth=(Growth("g1", "m1", "Ann", DAY, "say no", locked("blue kettle", "salt")),),
    notes=(Note("n1", "m2", "Bo", DAY, "come again", again_on=DAY),),
    offers=(Offer("o1", "m1", "Ann", DAY, "a lift"),),
    willing=(Willing("w1", "m2", "Bo", DAY, "reader"),),
    next_times=(NextTime("t1", on=DAY, words="a quiet hour"),),
)


@lru_cache(maxsize=40)
def session_of(name: str) -> Session:
    """Return a shipped session, or the good sample of a kind."""
    if name in SHIPPED:
        return shipped(name)
    session = parse((SAMPLES / name).read_text("utf-8"), name, SPECS).session
    assert session is not None, name
    return session


def entered(group: Scenario) -> Answer:
    """Return what one press of Enter hands in: an empty field is handed in as it is."""
    asked = group.prompt.input
    return Typed(asked.given) if isinstance(asked, GiveNumber) else group.first_answer()


def begun(name: str, people: int, keep: Keep, *, is_known: bool = False) -> Scenario:
    """Return a meeting at its first step, set out by Enter but for what is asked for it."""
    session = session_of(name)
    group = Scenario.machine(session)
    if is_known:
        group.ports.book.save_member(GROUP, Member("m1", "Ann", PLAN, kept_on=DAY))
        group.ports.book.save_member(GROUP, Member("m2", "Bo", kept_on=DAY))
        group.ports.book.keep_things(GROUP, KEPT)
        group = Scenario.on(group.ports)
    for _ in range(60):
        match group.prompt.id:
            case "how-many":
                group.write(str(people))
            case "keeping":
                group.choose(keep)
            case "who-again":
                group.several("m1", "m2")
            case _ if group.has_meeting() and group.meeting.place is not None:
                return group
            case _:
                assert group.answer(entered(group)), group.prompt.id
    raise AssertionError(group.prompt.id)


def by_enter(group: Scenario) -> list[str]:
    """Press Enter to the close and through it; return the notices on the way."""
    said: list[str] = []
    for _ in range(400):
        if not group.has_meeting():
            return said
        assert group.answer(entered(group)), (group.prompt.id, group.notice)
        said.append(group.notice)
    raise AssertionError(f"Enter never ends; at {group.prompt.id}")


@pytest.mark.parametrize("people", [2, 5])
@pytest.mark.parametrize("name", NAMES)
def test_all_enter_leads_to_the_close_and_then_nobody_has_said_anything(
    name: str, people: int
) -> None:
    """A2, S6: no answer in the closed file, nothing in the book, no draft; never "Saved."."""
    group = begun(name, people, Keep.GROUP)
    said = by_enter(group)
    row = group.ports.store.latest(GROUP)
    assert row is not None
    closed = group.ports.store.read(GROUP, row.id)
    assert closed is not None
    assert closed.answers == ()
    assert (closed.asks, closed.gives) == ((), ())
    assert not [one for one in said if SAVED in one or one.startswith("Noted")]
    book = group.ports.book
    assert book.things(GROUP) == Things()
    assert [one.plan for one in book.members(GROUP)] == []
    assert book.agreement(GROUP).version == 0
    assert not group.ports.own.texts(GROUP, Lies.DRAFTS)


@pytest.mark.parametrize("name", NAMES)
def test_enter_changes_nothing_that_the_book_holds(name: str) -> None:
    """A2, M9, C10: a plan, a line, an offer and a change that wait are as they were before."""
    group = begun(name, 2, Keep.GROUP, is_known=True)
    said = by_enter(group)
    assert not [one for one in said if SAVED in one or one.startswith("Noted")]
    assert group.ports.book.members(GROUP)[0].plan == PLAN
    kept = group.ports.book.things(GROUP)
    assert kept.and_(Things(willing=KEPT.willing)) == KEPT  # an offer that was asked is used up


def test_with_one_row_chosen_there_is_an_answer() -> None:
    """A2: the control: the second row of a list says something, and is saved."""
    group = begun("first-meeting", 2, Keep.GROUP)
    group.until(lambda prompt: prompt.id == "reflection//keep")
    group.choose(group.asked(WriteText).ready[1].id)
    assert group.notice == SAVED
    by_enter(group)
    row = group.ports.store.latest(GROUP)
    assert row is not None
    closed = group.ports.store.read(GROUP, row.id)
    assert closed is not None
    assert [(one.part, one.value) for one in closed.answers] == [("keep", "Talking in pairs")]


def answered(group: Scenario, seen: set[str]) -> Answer:
    """Return what somebody says who has something to say at every place, once."""
    prompt = group.prompt
    if prompt.id in seen and not prompt.id.endswith("@keyboard"):
        return entered(group)
    seen.add(prompt.id)
    match prompt.input:
        case WriteText(hidden=True):
            return Typed("blue kettle")
        case WriteText():
            return Typed(f"what we say at {len(seen)}"[:34])
        case GiveNumber(high=high):
            return Typed(str(min(4, high)))
        case ChooseSeveral(choices=choices):
            return ChosenSeveral(tuple(one.id for one in choices[:2]))
        case ChooseOne(choices=choices) if prompt.id.endswith("@keyboard"):
            new = [one for one in choices[1:] if "had a turn" not in one.label]
            return Chosen(new[0].id if new else choices[0].id)
        case ChooseOne(choices=choices):
            return Chosen(choices[min(1, len(choices) - 1)].id)
        case _:
            return group.first_answer()


@pytest.mark.parametrize("name", NAMES)
def test_the_first_row_of_each_place_gives_no_answer(name: str) -> None:
    """A2: also where people have said much: the row that only leads on takes back or leaves."""
    group, places = begun(name, 3, Keep.GROUP, is_known=True), 0
    seen: set[str] = set()
    for _ in range(400):
        if not group.has_meeting():
            break
        asked, place = group.prompt.input, group.meeting.place
        step = group.meeting.step(place.step) if place is not None else None
        rows: tuple[Choice, ...] = getattr(asked, "choices", getattr(asked, "ready", ()))
        is_list = isinstance(asked, ChooseOne | WriteText) and bool(rows)
        if is_list and step is not None and place is not None:
            places += 1
            told = decide(group.meeting, commands.GiveAnswer(Chosen(rows[0].id)), "now", 0)
            assert isinstance(told, tuple), group.prompt.id
            given = [one for one in told if isinstance(one, events.AnswerGiven)]
            assert not given or place.part in kind_of(step).first_counts, (group.prompt.id, given)
        before = group.prompt.id
        if not group.answer(answered(group, seen)):
            assert group.press(KeyCommand.PASS), before
    else:
        raise AssertionError(f"never ends; at {group.prompt.id}")
    assert places or name.startswith(("away", "break", "welcome."))


def test_few_kinds_store_a_first_row_and_each_says_which() -> None:
    """A2: it confirms what people did, or ends what a pass would go on with."""
    stores = {name for name, kind in KINDS.items() if kind.first_counts}
    assert stores == {"story", "dot-vote", "consent", "choose-next", "next-time"}

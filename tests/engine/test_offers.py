"""Offers and needs: everybody may give and ask; nothing is added up (C5)."""

import ast
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.events import Keep
from facilitator.domain.kept import Exchange, Offer
from facilitator.domain.prompt import ChooseOne, ChooseSeveral, WriteText
from facilitator.domain.records import Member
from facilitator.domain.things import Things
from facilitator.engine.matching import MOST, fits
from facilitator.wording import offers as offer_words
from tests.scenario import Scenario, shipped

SRC = Path(__file__).parents[2] / "src" / "facilitator"


def at_offers(*, keep: Keep = Keep.TODAY, people: int = 2) -> Scenario:
    """Return a meeting at the first offer."""
    group = Scenario.hold(shipped("offers-and-needs"), keep=keep, people=people)
    group.until(lambda prompt: prompt.id == "offers/p1/offer")
    return group


def said_all(group: Scenario) -> None:
    """Let both say something: a lift is offered, a lift would help."""
    group.write("a lift to the shops")
    group.choose("nothing")
    group.choose("nothing")
    group.write("a lift on Fridays")


def test_each_ready_wish_finds_a_ready_offer() -> None:
    """C5: who takes the ready lines is told of the fits that everybody in the room can see."""
    given = [Offer(f"o{at}", "oak", words=one) for at, one in enumerate(offer_words.OFFER_READY)]
    wished = [
        Offer(f"n{at}", "fern", words=one, is_need=True)
        for at, one in enumerate(offer_words.NEED_READY)
    ]
    met = [(one.offer.words, one.need.words) for one in fits((*given, *wished))]
    assert met == [
        ("An hour to listen", "Somebody to listen"),
        ("A lift in my car", "A lift now and then"),
        ("Help with a phone", "Help with my phone"),
        ("A walk together", "Company on a walk"),
    ]


def test_all_offers_come_before_the_first_need() -> None:
    """C5: two rounds, giving first; one may say nothing, or pass."""
    group = at_offers(people=3)
    seen = []
    while group.prompt.id.startswith("offers/p"):
        seen.append(group.prompt.id.removeprefix("offers/"))
        group.pass_()
    assert seen == ["p1/offer", "p2/offer", "p3/offer", "p1/need", "p2/need", "p3/need"]
    assert not group.prompt.id.startswith("offers/")


def test_a_match_is_suggested_and_none_is_fine() -> None:
    """C5: the group chooses some, one or none of what could fit."""
    group = at_offers()
    said_all(group)
    rows = group.asked(ChooseSeveral).choices
    names = [one.name for one in group.meeting.people]
    assert [row.label for row in rows] == [f"{names[0]} could help {names[1]}"]
    assert "No match is fine." in group.prompt.hint
    group.several()
    assert group.prompt.id == "offers/p1/keep"


def test_a_match_that_was_chosen_is_what_the_group_made() -> None:
    """C5, S8: it is shown at the close, and no name stands in an answer of the group's."""
    group = at_offers()
    said_all(group)
    group.several(group.asked(ChooseSeveral).choices[0].id)
    names = {one.name for one in group.meeting.people}
    group.until(lambda prompt: prompt.id.startswith("@close"))
    assert any("could help" in line for line in group.prompt.body)
    own = [given.value for place, given in group.meeting.answers.items() if not place.giver]
    assert not [value for value in own for name in names if name in str(value)]


def test_a_line_stays_only_with_its_owners_yes() -> None:
    """C5, S6: each is asked for themselves; a no, a pass and a meeting without memory keep none."""
    group = at_offers()
    said_all(group)
    group.several()
    group.choose("yes")
    group.choose("no")
    group.to_the_end()
    things = group.ports.book.things("our-group")
    assert [(one.words, one.is_need) for one in things.offers] == [("a lift to the shops", False)]
    assert [one.name for one in group.ports.book.members("our-group")] == [things.offers[0].name]
    nothing = at_offers(keep=Keep.NOTHING)
    said_all(nothing)
    nothing.several()
    assert not nothing.prompt.id.startswith("offers/")


def test_the_board_is_there_the_next_time() -> None:
    """C5: whoever comes back sees their own line, and it counts for what could fit."""
    group = at_offers()
    said_all(group)
    group.several()
    group.choose("yes")
    group.choose("no")
    group.to_the_end()
    group.next_week()
    group.choose("start")
    group.choose("offers-and-needs")
    for answer in ("person", "today"):
        group.choose(answer)
    owner = group.ports.book.members("our-group")[0].id
    group.several(owner)
    group.gather(2)
    group.until(lambda prompt: prompt.id == "offers/p1/offer")
    assert any("a lift to the shops" in line for line in group.prompt.body)
    for _ in range(3):
        group.choose("nothing")
    group.write("a lift home")
    assert isinstance(group.prompt.input, ChooseSeveral)


def board(*things: Offer | Exchange) -> Scenario:
    """Return the board of a group of two."""
    group = Scenario.machine()
    for number, name in enumerate(("Ann", "Bo"), 1):
        group.ports.book.save_member("our-group", Member(str(number), name))
    offers = tuple(one for one in things if isinstance(one, Offer))
    swaps = tuple(one for one in things if isinstance(one, Exchange))
    group.ports.book.keep_things("our-group", Things(offers=offers, exchanges=swaps))
    again = Scenario.on(group.ports)
    again.choose("ours")
    again.choose("board")
    return again


LIFT = Offer("o1", "1", "Ann", "2026-11-24", "a lift")
FORM = Offer("n1", "2", "Bo", "2026-11-24", "help with a form", is_need=True)


def test_an_exchange_is_written_down_from_either_side() -> None:
    """C5: whoever gave or whoever got says so; both ways make the same line."""
    made = []
    for side, first, second in (("gave", "1", "2"), ("got", "2", "1")):
        group = board(LIFT)
        group.choose(side)
        group.choose(first)
        group.choose(second)
        group.choose("o1")
        group.choose("hour")
        group.choose("yes")
        made.append(group.ports.book.things("our-group").exchanges[0])
        assert group.ports.book.things("our-group").offers == (LIFT,)
    assert made[0] == made[1]
    assert (made[0].name, made[0].other_name, made[0].words) == ("Ann", "Bo", "a lift")
    assert made[0].minutes == 60


def test_a_need_that_is_met_can_go_from_the_board() -> None:
    """C5, A16: asked after the exchange; it can be brought back."""
    group = board(FORM)
    group.choose("gave")
    group.choose("1")
    group.choose("2")
    group.choose("n1")
    group.choose("no")
    group.choose("no")
    assert not group.ports.book.things("our-group").offers
    group.choose("back")
    assert group.ports.book.things("our-group").offers == (FORM,)


def test_something_that_stood_on_no_board_can_be_written_down_too() -> None:
    """C5: in own words, and what is not right can go again."""
    group = board()
    group.choose("gave")
    group.choose("1")
    group.choose("2")
    group.write("an hour in the garden")
    group.choose("two")
    group.choose("past")
    assert "Ann gave Bo: an hour in the garden (two hours)" in group.prompt.body[0]
    group.choose("wrong")
    group.choose(group.asked(ChooseOne).choices[1].id)
    assert not group.ports.book.things("our-group").exchanges
    group.choose("back")
    assert group.ports.book.things("our-group").exchanges


def test_a_line_can_be_put_on_the_board_and_taken_off() -> None:
    """C5: between meetings, by those whom the book knows."""
    group = board()
    group.choose("add")
    group.choose("2")
    group.choose("need")
    assert group.asked(WriteText).ready
    group.write("company on a walk")
    assert group.prompt.body == ("Bo would like: company on a walk",)
    group.choose("off")
    group.choose(group.asked(ChooseOne).choices[1].id)
    assert not group.ports.book.things("our-group").offers


def test_nobody_can_swap_alone() -> None:
    """C5: with fewer than two known people the board says what helps."""
    group = Scenario.machine()
    group.ports.book.keep_things("our-group", Things(offers=(LIFT,)))
    again = Scenario.on(group.ports)
    again.choose("ours")
    again.choose("board")
    again.choose("gave")
    assert again.prompt.id == "board"
    assert "two people" in again.notice


def test_whoever_is_forgotten_has_neither_line_nor_exchange() -> None:
    """S8, C5: both sides of an exchange go with either."""
    swap = Exchange("e1", "1", "Ann", "2026-11-24", "2", "Bo", "a lift", 60)
    things = Things(offers=(LIFT, FORM), exchanges=(swap,))
    assert things.without(one.id for one in things.of({"2"})) == Things(offers=(LIFT,))


LINES = st.builds(
    Offer,
    id=st.uuids().map(str),
    owner=st.sampled_from(["1", "2", "3", "4"]),
    name=st.just("x"),
    on=st.just(""),
    words=st.lists(st.sampled_from(["walk", "walking", "lift", "form", "tea"]), max_size=3).map(
        " ".join
    ),
    is_need=st.booleans(),
)


@given(st.lists(LINES, max_size=12, unique_by=lambda one: one.id))
def test_a_fit_is_between_two_people_and_names_each_line_once(lines: list[Offer]) -> None:
    """C5: nobody fits themselves, nobody is suggested twice for one thing."""
    found = fits(lines)
    assert len(found) <= MOST
    assert all(one.offer.owner != one.need.owner for one in found)
    assert all(not one.offer.is_need and one.need.is_need for one in found)
    named = [line.id for one in found for line in (one.offer, one.need)]
    assert len(named) == len(set(named))


def test_nothing_sorts_or_sums_what_people_gave() -> None:
    """C5: no sum of minutes and no order by them exists anywhere in the program."""
    for path in sorted(SRC.rglob("*.py")):
        if "Exchange" not in path.read_text("utf-8"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("sum", "max", "min"):
                assert "minutes" not in ast.unparse(node), path
            if isinstance(node, ast.keyword) and node.arg == "key":
                assert "minutes" not in ast.unparse(node), path

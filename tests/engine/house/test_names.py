"""Names in one go, and mended: one screen, and nobody who never came (M22, M9, M14)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.answers import Chosen, Typed
from facilitator.domain.commands import GiveAnswer
from facilitator.domain.events import Keep
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import ChooseOne, ChoosePeople, WriteText
from facilitator.domain.records import Member
from facilitator.engine.name_list import names_in_line, said_together
from facilitator.meetings.surroundings import OUR_GROUP
from facilitator.wording import refusals
from tests.scenario import Scenario, shipped, words_of

SESSION = shipped("first-meeting")
DAVE = Member("m0-p1", "Dave")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann", ("Ann",)),
        ("Ann, Dave and Mo; Priya", ("Ann", "Dave", "Mo", "Priya")),
        ("Ann,Dave,,Mo,", ("Ann", "Dave", "Mo")),
        ("Ann and Dave", ("Ann", "Dave")),
        ("Ann & Dave AND Mo", ("Ann", "Dave", "Mo")),
        ("Andy Anderson and Sandy", ("Andy Anderson", "Sandy")),
        ("Mary  Ann", ("Mary Ann",)),
        ("Ann\nDave", ("Ann", "Dave")),
        ("and", ()),
        ("", ()),
        (" , ; ", ()),
        ("Anne-Marie, O'Neil", ("Anne-Marie", "O'Neil")),
    ],
)
def test_a_line_of_names(line: str, names: tuple[str, ...]) -> None:
    """M22: commas, semicolons and "and"; a name that holds these letters is one name."""
    assert names_in_line(line) == names


@given(st.lists(st.text("abcdmé -", min_size=1, max_size=9).map(str.strip), max_size=9))
def test_no_letter_of_a_name_is_lost(names: list[str]) -> None:
    """M22: whatever is typed between commas comes out, its spaces folded."""
    named = [one for one in names if "and" not in one.split()]
    names, wanted = named, [" ".join(one.split()) for one in named if one]
    assert list(names_in_line(", ".join(names))) == wanted


def test_names_are_said_as_they_are_read_aloud() -> None:
    """M22: the screen says who was understood."""
    assert [said_together(("Ann", "Dave", "Mo")[:n]) for n in range(4)] == [
        "", "Ann", "Ann and Dave", "Ann, Dave and Mo",
    ]  # fmt: skip


def at_names(*members: Member, keep: Keep = Keep.TODAY) -> Scenario:
    """Return a meeting that asks who is here."""
    ports = Scenario.machine(SESSION).ports
    for member in members:
        ports.book.save_member(OUR_GROUP.id, member)
    group = Scenario.on(ports)
    for answer in ("start", SESSION.id, "person", keep):
        group.choose(answer)
    return group


def here(group: Scenario) -> list[str]:
    """Return the names of those who are here."""
    return [one.name for one in group.meeting.people]


def test_a_whole_room_in_one_line_and_one_more_by_itself() -> None:
    """M22: the list grows; Enter on the empty field is everybody."""
    group = at_names()
    group.write("Ann, Dave and Mo; Priya")
    assert group.notice == "Ann, Dave, Mo and Priya are here."
    assert "Here so far: Ann, Dave, Mo and Priya." in group.prompt.body
    group.write("Heather")
    assert group.notice == "Heather is here."
    assert group.asked(WriteText).is_open
    group.onward()
    assert group.prompt.id == "welcome//welcome"
    assert group.notice == "With 5 of us this takes about 50 minutes. We have 60."


def test_what_cannot_be_taken_stays_in_the_line_and_the_rest_is_here() -> None:
    """M22, S14, A15: a name that is too long, and one that nobody could see."""
    group = at_names()
    long = "Wilhelmina Constance Featherstone"
    group.write(f"Ann, {long}, \u200b, Mo")
    assert here(group) == ["Ann", "Mo"]
    assert group.asked(WriteText).given.startswith(long)
    assert refusals.NAME_TOO_LONG in group.notice
    assert not group.answer(Typed(long))
    assert here(group) == ["Ann", "Mo"]


def test_signs_are_one_row_away_and_several_at_once() -> None:
    """M22: nobody has to give a name."""
    group = at_names()
    group.choose("sign")
    group.several("Oak", "Fern")
    assert here(group) == ["Oak", "Fern"]
    assert group.prompt.id == "names-2"


def test_the_first_row_leads_on_from_an_empty_list_too() -> None:
    """A2: whoever presses Enter alone is named by a sign, and comes to the first step."""
    group = at_names()
    group.onward()
    assert here(group) == ["Heron"]
    group.onward()
    assert group.prompt.id == "welcome//welcome"


def test_back_takes_the_name_away_and_puts_it_into_the_field() -> None:
    """M22: as if it had never come: no second Dave, nobody in the menu, none in the close."""
    group = at_names(keep=Keep.GROUP)
    group.write("Ann, Dave")
    group.back()
    assert group.asked(WriteText).given == "Dave"
    assert here(group) == ["Ann"]
    group.write("Dave")
    assert here(group) == ["Ann", "Dave"]
    assert "two of that name" not in "".join(group.shown)
    group.back()
    group.back()
    assert (here(group), group.asked(WriteText).given) == ([], "Ann")
    group.write("Anna")
    group.all_here()
    group.press(KeyCommand.MENU)
    assert "came back" not in words_of(group.prompt)
    group.press(KeyCommand.MENU)
    group.to_the_end()
    row = group.around.latest
    assert row is not None
    closed = group.around.closed(row.id)
    assert closed is not None
    assert closed.people == ("Anna",)


def test_back_from_the_first_name_leads_through_all_that_was_chosen() -> None:
    """M22: nothing is a one-way door, and a meeting begun by mistake leaves no journal."""
    group = at_names(keep=Keep.GROUP)
    group.back()
    assert not group.has_meeting()
    assert group.ports.store.unfinished(OUR_GROUP.id) == ()
    assert (group.prompt.id, group.asked(ChooseOne).marked) == ("keeping", "group")
    for room in ("who-sees", "sessions", "home"):
        group.back()
        assert group.prompt.id == room
    group.choose("start")


def test_who_is_here_again_can_be_reached_again() -> None:
    """M22, M9: one Enter too early is no one-way door in week two."""
    group = at_names(DAVE, Member("m0-p2", "Mo"))
    group.several()
    assert group.prompt.id == "names-0"
    group.back()
    assert group.prompt.id == "who-again"
    group.several("m0-p1")
    group.write("Priya")
    group.back()
    group.back()
    assert (group.prompt.id, group.asked(ChoosePeople).marked) == ("who-again", ("m0-p1",))
    group.several("m0-p2")
    assert here(group) == ["Mo"]
    group.back()
    group.back()
    assert group.prompt.id == "keeping"


def test_from_welcome_back_leads_to_the_names_again() -> None:
    """M5, M22: and on to the first step once more."""
    group = at_names()
    group.write("Ann")
    group.all_here()
    group.back()
    assert group.prompt.id == "names-1"
    group.write("Mo")
    group.all_here()
    assert (group.prompt.id, here(group)) == ("welcome//welcome", ["Ann", "Mo"])


def test_who_said_something_is_not_taken_out_by_back() -> None:
    """M22, M4: words that were saved are not lost; the name can be mended."""
    group = at_names()
    group.write("Ann")
    group.all_here()
    group.until_step("check-in")
    group.runner.ask(GiveAnswer(Chosen("note")))
    if group.prompt.id.endswith("@may-i"):
        group.choose("yes")
    group.write("a bright morning")
    while group.meeting.place is not None:
        assert group.back()
    assert not group.back()
    assert group.notice == refusals.NAME_SAID
    assert here(group) == ["Ann"]
    group.choose("mend")
    group.choose("p1")
    group.write("Anna")
    assert here(group) == ["Anna"]


def test_a_name_can_be_mended_or_taken_out() -> None:
    """M22: from the list; mended it is the same person."""
    group = at_names()
    group.write("Ann, Dvae, Mo")
    group.choose("mend")
    group.choose("p2")
    assert group.asked(WriteText).given == "Dvae"
    group.write("Dave")
    assert here(group) == ["Ann", "Dave", "Mo"]
    group.choose("mend")
    group.choose("p1")
    group.choose("out")
    assert here(group) == ["Dave", "Mo"]
    group.choose("mend")
    group.choose("p2")
    group.choose("leave")
    assert here(group) == ["Dave", "Mo"]


@pytest.mark.parametrize(("answer", "member"), [("yes", "m0-p1"), ("no", "")])
def test_whoever_types_the_name_of_a_member_is_asked_whether_it_is_them(
    answer: str, member: str
) -> None:
    """M9, M22: Dave who forgot to tick his name is not made a second Dave."""
    group = at_names(DAVE)
    group.several()
    group.write("Ann, dave")
    assert group.prompt.id == "are-you"
    group.choose(answer)
    assert [one.member for one in group.meeting.people] == ["", member]
    assert here(group)[1] == ("Dave" if member else "dave Heron")
    assert group.prompt.id == "names-2"


def test_late_comers_can_give_their_names_together_and_each_has_a_card() -> None:
    """M14, M22: nobody's choice is made by somebody else."""
    group = Scenario.hold(SESSION, people=2)
    group.menu("came")
    group.write("Ann and Mo")
    assert group.prompt.question == "Ann, is that fine for you?"
    group.choose("less")
    assert group.prompt.question == "Mo, is that fine for you?"
    group.choose("fine")
    assert [one.keeps_less for one in group.meeting.people] == [False, False, True, False]
    assert group.prompt.id == "welcome//welcome"


def test_people_without_a_name_are_counted_for_the_time() -> None:
    """M17: how many are in the room can be said, and changes the sum."""
    group = at_names()
    group.write("Ann")
    group.choose("count")
    group.write("12")
    group.choose("all")
    assert group.notice == "With 12 of us this takes about 53 minutes. We have 60."

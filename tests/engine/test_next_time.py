"""The group chooses what next time holds; the book remembers it with a yes (C11)."""

import pytest

from facilitator.domain.events import Keep
from facilitator.domain.kept import NextTime
from facilitator.domain.prompt import ChooseOne, ChooseSeveral
from tests.engine.voting import at, deciding, takes, the_lot_is
from tests.fakes import MemoryShelf
from tests.scenario import Scenario, shipped

WEEKLY, HARD = "weekly-meeting", "hard-week"


def choosing(keep: Keep = Keep.GROUP, people: int = 3) -> Scenario:
    """Return a group at the step, three sessions on its shelf."""
    group = Scenario.machine(deciding())
    group.ports.shelf.held = (  # type: ignore[attr-defined]
        deciding(), shipped(WEEKLY), shipped(HARD),
    )  # fmt: skip
    group.set_out(deciding(), people=people, keep=keep)
    while not group.prompt.id.startswith("after/"):
        group.menu("skip")
    return group


def kept(group: Scenario) -> tuple[NextTime, ...]:
    """Return what the book holds for next time."""
    return group.ports.book.things("our-group").next_times


def to_home(group: Scenario) -> None:
    """Go through the close, not answering the step again."""
    group.until(lambda prompt: prompt.id == "@close//made")
    group.to_the_end()


def test_a_session_chosen_by_talk_is_kept_for_next_time_and_shown_at_the_close() -> None:
    """C11: from the shelf, one alone needs no choosing; the close says it; the book has it."""
    group = choosing()
    group.choose("sessions")
    titles = [one.label for one in group.asked(ChooseSeveral).choices]
    assert titles == [one.title for one in (deciding(), shipped(HARD), shipped(WEEKLY))]
    group.several(HARD)
    assert group.prompt.id == "@close//made"
    assert group.prompt.body[-2:] == ("Next time:", "Hard week")
    assert group.reload().meeting == group.meeting
    group.to_the_end()
    (one,) = kept(group)
    assert (one.session, one.steps, one.words, one.owner) == (HARD, (), "Hard week", "")
    assert one.on == "2026-11-24"


def test_the_next_start_shows_it_first() -> None:
    """C11: setting out names what was chosen, and puts it first on the list."""
    group = choosing()
    group.choose("sessions")
    group.several(HARD)
    to_home(group)
    group.next_week()
    group.choose("start")
    assert group.prompt.body == ("For next time we chose: Hard week",)
    assert group.asked(ChooseOne).choices[0].id == HARD


@pytest.mark.parametrize("way", ["keys", "hands", "talk"])
def test_several_on_the_list_are_chosen_of_in_any_way(way: str) -> None:
    """C7, C11: by dots in secret, counted in the room, or by talk."""
    group = choosing()
    group.choose("sessions")
    group.several(WEEKLY, HARD)
    group.choose(way)
    if way == "keys":
        group.onward()
        for person, said in (("p1", HARD), ("p2", WEEKLY), ("p3", HARD)):
            takes(group, person, said)
        group.choose("look")
        group.choose("go")
    elif way == "hands":
        group.onward()
        group.write("2")
        group.write("1")
        group.choose("yes")
        group.choose("go")
    else:
        group.choose(HARD)
    to_home(group)
    assert [one.session for one in kept(group)] == [HARD]


def test_both_of_a_tie_are_kept_and_lots_leave_one() -> None:
    """C7, C11: a tie is given back to the group here too."""
    for answer, wanted in (("both", [HARD, WEEKLY]), ("lots", [WEEKLY]), ("later", [])):
        group = choosing(people=2)
        the_lot_is(group, 1)
        group.choose("sessions")
        group.several(WEEKLY, HARD)
        group.choose("keys")
        group.onward()
        takes(group, "p1", HARD)
        takes(group, "p2", WEEKLY)
        group.choose("look")
        group.choose(answer)
        to_home(group)
        assert [one.session for one in kept(group)] == wanted


def test_the_steps_of_next_time_can_be_chosen_too() -> None:
    """C11: of the session that was just chosen, else of today's; with their titles as words."""
    group = choosing()
    group.choose("steps")
    ids = [one.id for one in group.asked(ChooseSeveral).choices]
    assert ids == [step.id for step in deciding().steps]
    group.several("trip")
    to_home(group)
    (one,) = kept(group)
    assert (one.session, one.steps, one.words) == ("deciding", ("trip",), "Our trip")


def test_after_a_session_was_chosen_the_steps_are_those_of_it() -> None:
    """C11, M4: a second step of the kind, added in the meeting, asks for steps of the first's."""
    group = choosing()
    group.menu("add")
    group.choose("next-time")
    group.choose("sessions")
    group.several(WEEKLY)
    assert group.prompt.id.startswith("next-time-")
    group.choose("steps")
    ids = [one.id for one in group.asked(ChooseSeveral).choices]
    assert ids == [step.id for step in shipped(WEEKLY).steps]
    group.several(ids[2])
    to_home(group)
    assert [(one.session, one.steps) for one in kept(group)] == [
        (WEEKLY, ()), (WEEKLY, (ids[2],)),
    ]  # fmt: skip


@pytest.mark.parametrize(("answer", "number"), [("yes", 1), ("no", 0)])
def test_until_we_finish_today_it_is_kept_only_with_a_yes_of_its_own(
    answer: str, number: int
) -> None:
    """S6, C11: under "until we finish today" the group is asked; under "nothing" it is not."""
    group = choosing(Keep.TODAY)
    group.choose("sessions")
    group.several(HARD)
    assert group.prompt.id == "after//keep"
    group.choose(answer)
    to_home(group)
    assert len(kept(group)) == number


def test_where_nothing_is_kept_nothing_of_it_is() -> None:
    """S6, C11: it is said at the close, and that is all."""
    group = choosing(Keep.NOTHING)
    group.choose("sessions")
    group.several(HARD)
    assert group.prompt.id == "@close//made"
    group.to_the_end()
    assert kept(group) == ()


def test_what_is_chosen_anew_takes_the_place_of_what_was_chosen_before() -> None:
    """C11: the book holds the newest choice alone; no choice changes nothing."""
    group = choosing()
    group.choose("sessions")
    group.several(HARD)
    to_home(group)
    for said, wanted in ((None, HARD), (WEEKLY, WEEKLY)):
        group.next_week()
        group.set_out(deciding(), keep=Keep.GROUP)
        while not group.prompt.id.startswith("after/"):
            group.menu("skip")
        if said is None:
            group.pass_()
        else:
            group.choose("sessions")
            group.several(said)
        to_home(group)
        assert [one.session for one in kept(group)] == [wanted]


def test_what_was_done_can_be_taken_off_and_brought_back() -> None:
    """C11, A16: under "what we have made"."""
    group = choosing()
    group.choose("sessions")
    group.several(HARD)
    to_home(group)
    before = kept(group)
    group.choose("ours")
    group.choose("next-time")
    assert group.prompt.body == ("Hard week, on 24 November 2026",)
    group.choose("done")
    assert kept(group) == ()
    group.choose("back")
    assert kept(group) == before


def test_a_change_of_mind_on_the_list_drops_what_was_chosen() -> None:
    """M5, C11: back to the list, another one on it."""
    group = choosing()
    group.choose("sessions")
    group.several(HARD)
    assert group.back()
    assert group.asked(ChooseSeveral).marked == (HARD,)
    group.several()
    assert group.prompt.id == "@close//made"
    assert not [one for one in group.prompt.body if "next time" in one]
    group.to_the_end()
    assert kept(group) == ()


def test_a_list_has_room_for_six() -> None:
    """A21, C7: more are refused in words."""
    group = at("after")
    assert isinstance(group.ports.shelf, MemoryShelf)
    group.choose("steps")
    ids = [one.id for one in group.asked(ChooseSeveral).choices]
    assert len(ids) == 7
    from facilitator.domain.answers import ChosenSeveral

    assert not group.answer(ChosenSeveral(tuple(ids)))
    assert "There is room for 6." in group.notice

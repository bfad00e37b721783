"""Dots and consent: in the room or at the keyboard, hidden until all had a turn (C7)."""

import pytest

from facilitator.domain.answers import Chosen, ChosenSeveral, Typed
from facilitator.domain.events import AnswerGiven, Keep, MovedTo, SeenBy
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import ChooseOne, ChooseSeveral, GiveNumber, WriteText
from facilitator.engine.apply import replay
from facilitator.engine.prompting import prompt_for
from tests.engine.voting import at, by_keys, counted, deciding, takes, the_lot_is
from tests.scenario import Scenario, words_of

BEACH, MUSEUM, WOOD = "option-1", "option-2", "option-3"


def stored(group: Scenario) -> str:
    """Return everything of the meeting that is written."""
    return repr(group.journal)


def test_nothing_of_a_turn_is_written_until_all_had_theirs_and_then_the_tally_alone() -> None:
    """C7: no turn, no order, no time in the journal; one answer of the group at the end."""
    group = at("trip")
    by_keys(group)
    before = group.journal
    takes(group, "p1", BEACH, MUSEUM)
    takes(group, "p2", MUSEUM)
    takes(group, "p3", WOOD, MUSEUM)
    assert group.journal == before
    assert group.prompt.id == "trip//done"
    group.choose("look")
    written = group.journal[len(before) :]
    lines = ("The beach: 1", "The museum: 3", "A walk in the wood: 1",
             "The garden: 0", "The cinema: 0", "A boat: 0")  # fmt: skip
    assert written == (
        AnswerGiven("trip", "", "tally", lines),
        MovedTo("trip", "", "outcome"),
    )
    assert group.prompt.body == lines
    assert not any(place.giver for place in group.meeting.answers)


def test_nobody_sees_what_others_chose_before_all_had_a_turn() -> None:
    """C7: no count on any screen; each turn is private; it says who is still to come."""
    group = at("trip")
    by_keys(group)
    first = len(group.shown)
    takes(group, "p1", BEACH)
    assert "Still to come: River" in group.prompt.body
    assert group.prompt.id == "trip/p2/@hand-over"
    group.onward()
    assert group.prompt.is_private
    assert not group.asked(ChooseSeveral).marked
    group.several(MUSEUM)
    group.onward()
    assert not [one for one in group.shown[first:] if ": 1" in one]


def test_a_turn_may_be_changed_until_it_is_handed_on_and_not_after() -> None:
    """C7, M5: back shows one's own choice; once it is handed on nobody can look at it."""
    group = at("trip")
    by_keys(group)
    takes(group, "p1", BEACH, MUSEUM, is_handed_on=False)
    assert group.prompt.is_private
    assert words_of(group.prompt).count("You chose: The beach; The museum") == 1
    assert group.back()
    assert group.prompt.id == "trip/p1/ballot"
    assert list(group.asked(ChooseSeveral).marked) == [BEACH, MUSEUM]
    group.several(WOOD)
    group.onward()
    assert group.prompt.id == "trip/p2/@hand-over"
    for _ in range(2):
        assert not group.back()
        assert "Nobody can look at them" in group.notice
        assert group.prompt.id == "trip/p2/@hand-over"
    takes(group, "p2", WOOD, is_handed_on=False)
    for part in ("ballot", "@hand-over"):
        assert group.back()
        assert group.prompt.id == f"trip/p2/{part}"
    assert not group.back()
    takes(group, "p2", WOOD)
    takes(group, "p3", WOOD)
    assert not group.back()
    group.choose("look")
    assert group.prompt.body[:3] == ("The beach: 0", "The museum: 0", "A walk in the wood: 3")


def test_whoever_begins_may_go_back_out_of_the_choosing() -> None:
    """M5, C7: before a turn is handed on nobody else's is lost; nothing of it is written."""
    group = at("trip")
    before = group.journal
    by_keys(group)
    takes(group, "p1", BEACH, is_handed_on=False)
    for there in ("trip/p1/ballot", "trip/p1/@hand-over", "trip//secret", "trip//how"):
        assert group.back()
        assert group.prompt.id == there
    assert BEACH not in stored(group)
    assert not any(place.giver for place in group.meeting.answers)
    assert len(group.journal) > len(before)
    assert group.reload().prompt.id == "trip//how"


def test_a_turn_that_was_passed_too_soon_can_be_had_after_all() -> None:
    """M5, C7: back at the next hand-over leads to the one who passed."""
    group = at("trip")
    by_keys(group)
    group.pass_()
    assert group.back()
    takes(group, "p1", WOOD)
    takes(group, "p2", WOOD)
    takes(group, "p3", WOOD)
    group.choose("look")
    assert "A walk in the wood: 3" in group.prompt.body


def test_whoever_leaves_before_handing_it_on_is_not_counted() -> None:
    """C7, M14: their turn was not over; the counts make up those whose was."""
    group = at("earlier")
    by_keys(group)
    takes(group, "p1", "concern", is_handed_on=False)
    group.menu("left")
    group.choose("p1")
    takes(group, "p2", "support")
    group.onward()
    group.pass_()
    group.choose("look")
    assert group.prompt.body[1:] == (
        "I am for it: 1", "I can live with it: 0", "I have a concern: 0", "I pass: 1",
    )  # fmt: skip


def test_a_vote_with_one_person_left_out_is_not_closed() -> None:
    """C7: whoever comes while the last turn ends is still to come, and is named."""
    group = at("trip", people=2)
    by_keys(group)
    takes(group, "p1", BEACH)
    takes(group, "p2", BEACH)
    assert group.prompt.id == "trip//done"
    group.menu("came")
    group.write("Lena")
    group.onward()
    assert group.prompt.question == "Somebody has not had a turn yet."
    assert "Still to come: Lena" in group.prompt.body
    assert group.answer(Chosen("look"))
    assert "tally" not in stored(group)
    takes(group, "p3", MUSEUM)
    group.choose("look")
    assert group.prompt.body[:2] == ("The beach: 2", "The museum: 1")


def test_a_person_who_left_is_not_waited_for_and_whoever_comes_back_is() -> None:
    """C7, M14: absent people are not asked; those who come back have their turn."""
    group = at("trip")
    by_keys(group)
    takes(group, "p1", BEACH)
    group.menu("left")
    group.choose("p2")
    assert group.prompt.id == "trip/p3/@hand-over"
    group.menu("came-back")
    group.choose("p2")
    takes(group, "p3", BEACH)
    takes(group, "p2", WOOD)
    group.choose("look")
    assert group.prompt.body[0] == "The beach: 2"


def test_passing_is_a_turn_and_looks_like_any_other() -> None:
    """C7, M3: at the hand-over or after; the next one cannot see which it was."""
    group = at("trip")
    by_keys(group)
    takes(group, "p1", BEACH)
    voted = group.notice
    group.pass_()
    assert group.notice == voted == "Thank you. Your turn is done."
    group.onward()
    group.pass_()
    assert group.notice == voted
    assert group.prompt.id == "trip//done"
    group.choose("look")
    assert group.prompt.body[0] == "The beach: 1"
    assert not any(isinstance(one, AnswerGiven) and one.giver for one in group.journal)


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_after_a_power_cut_the_choosing_starts_again(turns: int) -> None:
    """C7, M7: the one exception; the screen before it says so."""
    group = at("trip", keep=Keep.GROUP)
    group.choose("keys")
    assert "If the power goes off before that, the vote starts again." in group.prompt.body
    group.onward()
    for person in ("p1", "p2", "p3")[:turns]:
        takes(group, person, BEACH)
    again = group.reload()
    assert again.prompt.id == "trip//secret"
    again.onward()
    assert again.prompt.id == "trip/p1/@hand-over"
    for person in ("p1", "p2", "p3"):
        takes(again, person, MUSEUM)
    again.choose("look")
    assert again.prompt.body[:2] == ("The beach: 0", "The museum: 3")
    assert again.reload().meeting == again.meeting


@pytest.mark.parametrize("way", ["skip", "repeat", "close", "later"])
def test_a_choosing_that_is_left_leaves_nothing(way: str) -> None:
    """C7: skipped, begun anew, closed or set aside: turns are gone from memory and disk."""
    group = at("trip", keep=Keep.GROUP)
    by_keys(group)
    takes(group, "p1", BEACH)
    if way in ("close", "later"):
        group.menu("stop")
    group.choose(way) if way in ("close", "later") else group.menu(way)
    if way == "later":
        assert not group.has_meeting()
        group.choose(next(one for one in _ids(group) if one.startswith("resume")))
        assert group.prompt.id == "trip//secret"
    assert not any(place.giver for place in group.meeting.answers)
    assert BEACH not in stored(group)
    assert group.reload().meeting == group.meeting


def _ids(group: Scenario) -> list[str]:
    return [one.id for one in group.asked(ChooseOne).choices]


def test_counts_can_stay_unseen() -> None:
    """C7, R50 of domain.md: few people see the counts only with a yes."""
    group = at("trip")
    by_keys(group)
    for person in ("p1", "p2", "p3"):
        takes(group, person, BEACH)
    assert "might guess" in group.prompt.hint
    group.choose("drop")
    assert group.prompt.id.startswith("ideas/")
    assert "tally" not in stored(group)
    assert BEACH not in stored(group)


@pytest.mark.parametrize("answer", ["right", "back"])
def test_forget_me_in_the_middle_lets_the_choosing_start_again(answer: str) -> None:
    """S8, C7: nothing of anybody's turn is written by the forgetting; its undo works."""
    group = at("trip", keep=Keep.GROUP)
    by_keys(group)
    takes(group, "p1", BEACH)
    takes(group, "p2", MUSEUM)
    group.menu("forget")
    group.choose("Oak")
    group.choose("yes")
    assert "option-" not in stored(group)
    group.choose(answer)
    assert group.prompt.id == "trip//secret"
    assert not any(place.giver for place in group.meeting.answers)
    assert group.reload().meeting == group.meeting
    group.onward()
    takes(group, "p1", WOOD)
    if answer == "back":
        takes(group, "p2", WOOD)
    takes(group, "p3", WOOD)
    group.choose("look")
    assert group.prompt.body[2] == f"A walk in the wood: {2 if answer == 'right' else 3}"


def test_give_me_my_words_gives_nobody_a_turn_of_a_vote() -> None:
    """C3, C7: whoever asks for somebody's words in the middle sees no turn."""
    group = at("trip", keep=Keep.GROUP)
    by_keys(group)
    takes(group, "p1", BEACH)
    group.menu("give")
    group.choose("Heron")
    assert "beach" not in words_of(group.prompt).casefold()
    assert "option" not in words_of(group.prompt)


def test_when_the_room_sees_the_screen_nothing_is_chosen_on_it() -> None:
    """S19, C7: the program offers the room's count, or to turn the big screen off first."""
    group = at("trip", seen_by=SeenBy.ROOM)
    by_keys(group)
    assert group.prompt.id == "trip//@room"
    group.choose("screen-off")
    assert group.prompt.id == "trip/p1/@hand-over"
    takes(group, "p1", BEACH)
    group.menu("screen")
    group.choose("room")
    assert group.prompt.id == "trip//@room"
    group.choose("paper")
    assert group.prompt.id == "trip//in-room"
    assert not any(place.giver for place in group.meeting.answers)
    assert group.reload().prompt.id == "trip//in-room"


@pytest.mark.parametrize("way", ["hands", "beans"])
def test_the_room_counts_and_only_totals_are_typed(way: str) -> None:
    """C7: beans in cups, hands with eyes shut; the same outcome follows."""
    group = at("trip")
    group.choose(way)
    assert ("cup" in words_of(group.prompt)) == (way == "beans")
    group.onward()
    counted(group, 1, 3, 0, 0, 1, 0)
    assert group.prompt.id == "trip//all-in"
    group.choose("yes")
    assert group.prompt.question == "This has the most: The museum"
    assert group.prompt.body[1] == "The museum: 3"
    group.choose("go")
    assert group.meeting.said("trip", "", "chosen") == ("The museum",)
    assert group.reload().meeting == group.meeting


def test_a_total_that_cannot_be_is_refused_in_kind_words() -> None:
    """C7, A15: more than the people here, or than their dots together."""
    group = at("trip")
    group.choose("hands")
    group.onward()
    assert not group.answer(Typed("4"))
    assert group.notice.startswith("With 3 of us here now, it can't be more than 3.")
    counted(group, 3, 2)
    assert not group.answer(Typed("2"))
    assert "That would make 7 in all. With 3 of us it can be 6." in group.notice
    counted(group, 1)
    assert group.prompt.id == "trip//all-in"
    group.choose("again")
    group.onward()
    counted(group, 1)
    assert group.prompt.id == "trip//count-2"


def test_a_consent_count_that_leaves_somebody_out_is_not_taken_as_it_is() -> None:
    """C7: two of three counted: the group says whether the third passed, or counts again.

    Whoever passes is left over: no screen asks for their hands.
    """
    group = at("earlier")
    group.choose("hands")
    group.onward()
    counted(group, 1, 1, 0)
    assert group.prompt.question.startswith("We counted 2, and 3 of us are here.")
    assert "I have a concern: 0" in words_of(group.prompt)
    assert "I pass" not in words_of(group.prompt)
    group.choose("again")
    group.onward()
    counted(group, 1, 1, 0)
    group.choose("yes")
    assert group.prompt.body[1:] == (
        "I am for it: 1", "I can live with it: 1", "I have a concern: 0", "I pass: 1",
    )  # fmt: skip


def tied() -> Scenario:
    """Return a group in which beach and museum have the same."""
    group = at("trip", people=2)
    by_keys(group)
    takes(group, "p1", BEACH, MUSEUM)
    takes(group, "p2", MUSEUM, BEACH)
    group.choose("look")
    return group


def test_a_tie_is_said_plainly_and_given_back_to_the_group() -> None:
    """C7: again, both, draw lots, later; the program makes up no winner."""
    group = tied()
    assert group.prompt.question == "Some have the same. What would we like to do?"
    assert group.prompt.body[0] == "The same: The beach; The museum"
    assert _ids(group) == ["later", "again", "both", "lots"]
    group.onward()
    assert group.meeting.said("trip", "", "chosen") is None
    assert group.prompt.id.startswith("ideas/")


def test_both_of_a_tie_can_be_chosen() -> None:
    """C7: two have the same, both are taken; the close says so."""
    group = tied()
    group.choose("both")
    assert group.meeting.said("trip", "", "chosen") == ("The beach", "The museum")
    group.menu("stop")
    group.choose("close")
    assert group.prompt.body[:3] == ("We chose:", "The beach", "The museum")


@pytest.mark.parametrize(
    ("lot", "label"), [(0, "The beach"), (1, "The museum"), (2**63, "The beach")]
)
def test_lots_fall_by_chance_from_outside(lot: int, label: str) -> None:
    """C7: the core makes no chance; the same event replays to the same lot."""
    group = tied()
    the_lot_is(group, lot)
    group.choose("lots")
    assert group.prompt.question == f"The lot fell on this: {label}"
    assert group.meeting.said("trip", "", "chosen") == (label,)
    assert group.reload().meeting == group.meeting


def test_after_a_tie_the_group_can_choose_again() -> None:
    """C7: the counts of before are gone."""
    group = tied()
    group.choose("again")
    assert group.prompt.id == "trip//how"
    assert group.meeting.said("trip", "", "tally") is None
    by_keys(group)
    takes(group, "p1", WOOD)
    takes(group, "p2", WOOD)
    group.choose("look")
    assert group.prompt.question == "This has the most: A walk in the wood"


def test_back_shows_no_outcome_whose_counts_are_gone() -> None:
    """M5, C7: after "choose again" the way back leads past what was counted before."""
    group = tied()
    group.choose("again")
    assert group.back()
    assert group.prompt.id == "trip//secret"
    group.onward()
    takes(group, "p1", WOOD)


def test_passing_the_last_look_at_the_rooms_counts_decides_nothing() -> None:
    """M3, C7: without a yes there is no tally."""
    group = at("earlier")
    group.choose("hands")
    group.onward()
    counted(group, 3)
    group.pass_()
    assert group.prompt.id.startswith("fork/")
    assert group.meeting.said("earlier", "", "tally") is None


def test_more_dots_than_each_of_us_has_are_refused_and_none_is_fine() -> None:
    """C7: about a third of the options."""
    group = at("trip")
    by_keys(group)
    group.onward()
    assert not group.answer(ChosenSeveral((BEACH, MUSEUM, WOOD)))
    assert "That is 3." in group.notice
    group.several()
    assert group.prompt.body == ("You chose none of them. That's fine.",)
    group.onward()
    assert group.prompt.id == "trip/p2/@hand-over"


def test_the_group_brings_its_own_options() -> None:
    """C7: two at least, each once; "that is all" ends the list."""
    group = at("ideas")
    group.write("Sleep")
    assert not group.answer(Typed("sleep"))
    group.write("Pain")
    assert group.prompt.body[1:] == ("Sleep", "Pain")
    group.write("Work")
    group.choose("nothing")
    assert group.prompt.id == "ideas//how"
    by_keys(group)
    group.onward()
    labels = [one.label for one in group.asked(ChooseOne).choices]
    assert labels == ["None of them", "Sleep", "Pain", "Work"]


def test_with_fewer_than_two_options_there_is_nothing_to_choose() -> None:
    """M3, C7: passing the list goes on with the next step."""
    group = at("ideas")
    group.write("Sleep")
    group.pass_()
    assert group.prompt.id.startswith("earlier/")


def test_without_a_concern_the_group_says_whether_it_goes_with_it() -> None:
    """C7: no number decides."""
    group = at("earlier")
    by_keys(group)
    for person, said in (("p1", "support"), ("p2", "live"), ("p3", "pass")):
        takes(group, person, said)
    group.choose("look")
    assert group.prompt.question == "Nobody has a concern. Do we go with it?"
    group.choose("go")
    group.menu("stop")
    group.choose("close")
    line = "We go with this: We begin half an hour earlier from next week."
    assert line in group.prompt.body


@pytest.mark.parametrize(
    ("then", "kept"),
    [("leave", ""), ("try", "We try this for a time"), ("change", "")],
)
def test_a_concern_is_heard_aloud_and_then_the_group_decides(then: str, kept: str) -> None:
    """C7: no name is stored, nothing is written of it; change, try for a time, or leave."""
    group = at("earlier")
    by_keys(group)
    for person, said in (("p1", "support"), ("p2", "concern"), ("p3", "support")):
        takes(group, person, said)
    group.choose("look")
    group.onward()
    assert group.prompt.id == "earlier//aloud"
    assert group.prompt.turn == ""
    before = len(group.journal)
    group.onward()
    assert not any(isinstance(one, AnswerGiven) for one in group.journal[before:])
    group.choose(then)
    chosen = group.meeting.said("earlier", "", "chosen")
    if then == "change":
        assert group.asked(WriteText).given.startswith("We begin half an hour")
        group.write("We begin ten minutes earlier.")
        assert "We begin ten minutes earlier." in group.prompt.body
        assert chosen is None
        return
    assert group.prompt.id.startswith("fork/")
    said = chosen[0] if isinstance(chosen, tuple) else ""
    assert said.startswith(kept)
    assert bool(said) == (then == "try"), "the first row writes nothing"


def test_words_that_were_changed_are_counted_from_the_beginning() -> None:
    """C7: no count of the words before stands in the line."""
    group = at("earlier")
    group.choose("hands")
    group.onward()
    counted(group, 1, 1, 1)
    group.choose("yes")
    group.onward()
    group.onward()
    group.choose("change")
    group.write("We begin ten minutes earlier.")
    group.choose("hands")
    group.onward()
    assert group.asked(GiveNumber).given == ""
    assert group.meeting.said("earlier", "", "tally") is None


def test_the_closed_file_and_every_export_hold_tallies_alone() -> None:
    """C7, S8: no turn, no order; how it was counted is not in it either."""
    group = at("trip", keep=Keep.GROUP)
    by_keys(group)
    for person in ("p1", "p2", "p3"):
        takes(group, person, BEACH)
    group.choose("look")
    group.choose("go")
    group.menu("stop")
    group.choose("close")
    group.to_the_end()
    row = group.ports.store.latest("our-group")
    assert row is not None
    closed = group.ports.store.read("our-group", row.id)
    assert closed is not None
    assert {(one.giver, one.part) for one in closed.answers} == {("", "tally"), ("", "chosen")}


def test_the_sample_session_is_read_without_a_word() -> None:
    """Rule 8 of design.md 3: a good sample for each kind of choosing."""
    assert [step.kind for step in deciding().steps[:4]] == [
        "dot-vote", "dot-vote", "consent", "choose-next",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "tally", [5, "x", ("The beach: " + "9" * 5000,), ("a", "b", "c"), ("The beach: -1",) * 9, ()]
)
def test_a_tally_from_a_strange_file_is_shown_as_it_can_be(tally: AnswerValue) -> None:
    """S3, S15: whatever a journal holds, the outcome is a prompt."""
    group = at("trip")
    meeting = replay(
        group.meeting,
        (AnswerGiven("trip", "", "tally", tally), MovedTo("trip", "", "outcome")),
    )
    assert prompt_for(meeting).question == "Nobody chose one of them. What would we like to do?"

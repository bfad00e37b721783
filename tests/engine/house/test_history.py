"""The group's own history: what it did, and pictures made of counts (T6, C9, C10, S7)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.domain.commands import KeepLess
from facilitator.domain.events import Carried, Keep
from facilitator.domain.kept import Duty, Growth, Learnt, Strength, Tally
from facilitator.domain.prompt import Bar
from facilitator.domain.records import Agreement, Member, Run
from facilitator.domain.things import Things
from facilitator.engine import telling
from facilitator.engine.counting import band, bars_of, put_together
from facilitator.engine.telling import in_numbers
from facilitator.meetings.closing import closed_meeting
from facilitator.meetings.spoken import sentences_of
from facilitator.meetings.surroundings import OUR_GROUP
from facilitator.wording import evaluation as words
from facilitator.wording.history import DUE_DUTIES, DUE_WALL
from tests.engine.evaluating import evaluated, sample
from tests.engine.test_slip import FolderOfExports
from tests.fakes import FakeClock
from tests.scenario import Scenario, shipped, words_of

FORBIDDEN = ("%", "streak", "score", "rank", "fail", "best", "worst")


def noted(*said: str, keep: Keep = Keep.GROUP, less: tuple[int, ...] = ()) -> Scenario:
    """Return the first screen after a meeting at which each of these was noted at the check-in."""
    group = Scenario.hold(sample(), keep=keep, people=len(said))
    for at in less:
        group.around.meeting = group.meeting
        group.runner._desk.tell(KeepLess(f"p{at + 1}"))
    for line in said:
        group.choose("note")
        group.write(line)
    group.to_the_end()
    return group


def history(group: Scenario, room: str) -> None:
    """Open one room of our history."""
    group.choose("ours")
    group.choose("history")
    group.choose(room)


def test_how_we_came_in_is_a_picture_made_of_counts() -> None:
    """T6: counts of the whole room, without a name; rare words are one row."""
    group = noted("Sunny", "Sunny", "Cloudy", "Cloudy", "a bit of fog", "Rainy")
    history(group, "check-in")
    assert group.prompt.picture == (
        Bar("Sunny: 2 of 6", 2, 6, "24 November 2026"),
        Bar("Cloudy: 2 of 6", 2, 6),
        Bar("Another answer: 2 of 6", 2, 6),
    )


def test_no_row_of_what_was_given_one_by_one_is_one_persons() -> None:
    """S18: a single answer is put together with others; when all are alike nothing is kept."""
    assert put_together({"Sunny": 5, "Rainy": 1}) == {}
    assert put_together({"Sunny": 3, "Cloudy": 2, "Rainy": 1}) == {"Sunny": 3, words.OTHER: 3}
    assert put_together({"Sunny": 6}) == {}
    assert put_together({"Sunny": 1, "Rainy": 1}) == {}
    assert put_together({"Sunny": 2, "Rainy": 2}) == {"Sunny": 2, "Rainy": 2}


@pytest.mark.parametrize(
    "counts", [(a, b, c) for a in range(5) for b in range(5) for c in range(5)]
)
def test_nobody_can_be_read_in_any_counts_that_are_kept(counts: tuple[int, int, int]) -> None:
    """S18: each row stands for two people or more, never for all, and nobody is lost."""
    kept = put_together(dict(zip(("a", "b", words.OTHER), counts, strict=True)))
    if kept:
        assert sum(kept.values()) == sum(counts)
        assert all(2 <= count < sum(counts) for count in kept.values())


def test_whoever_keeps_less_is_in_no_count() -> None:
    """S6: their answer is left out before anything is put together."""
    group = noted("Sunny", "Sunny", "Cloudy", "Cloudy", less=(3,))
    about = [one.about for one in group.ports.book.things("our-group").tallies]
    assert "check-in" not in about


@pytest.mark.parametrize("keep", [Keep.TODAY, Keep.NOTHING])
def test_counts_are_kept_only_where_the_group_keeps_its_words(keep: Keep) -> None:
    """S6: not until we finish, not on nothing."""
    group = noted("Sunny", "Sunny", "Cloudy", "Cloudy", keep=keep)
    assert not group.ports.book.things("our-group")


def test_how_sure_we_were_is_told_in_three_bands_of_words() -> None:
    """T6, M12: no number of one person is kept beside the plan, no line on a chart."""
    assert [band(sure) for sure in (0, 3, 4, 6, 7, 10)] == [
        "Not so sure", "Not so sure", "Fairly sure", "Fairly sure", "Very sure", "Very sure",
    ]  # fmt: skip
    group = Scenario.hold(shipped("first-meeting"), keep=Keep.GROUP, people=4)
    for at, sure in enumerate(("9", "8", "5", "4"), 1):
        group.until(lambda prompt: prompt.id == "goal//@keyboard")
        group.choose(f"p{at}")
        group.onward()
        group.write("a walk")
        group.write("today")
        group.write(sure)
        group.until(lambda prompt: prompt.id == "goal//@keyboard")
    group.to_the_end()
    history(group, "sure")
    assert [bar.words for bar in group.prompt.picture] == [
        "Very sure: 2 of 4", "Fairly sure: 2 of 4",
    ]  # fmt: skip


def test_the_hands_of_each_meeting_follow_each_other_the_newest_first() -> None:
    """T6, C9: over time; three meetings at once, earlier ones behind a row."""
    group = evaluated()
    book = group.ports.book
    for week in range(1, 5):
        tally = Tally(f"t{week}", "", "", f"2026-12-0{week}", "heard", f"m-{week}", {"Yes": 3})
        book.keep_things("our-group", Things(tallies=(tally,)))
    history(group, "rating")
    headings = [bar.heading for bar in group.prompt.picture]
    assert headings[0] == "4 December 2026. I was heard today."
    assert len(group.prompt.picture) == 3
    group.choose("earlier")
    assert group.prompt.picture[0].heading == "1 December 2026. I was heard today."
    assert "Yes: 3 of 4" in words_of(group.prompt)


def test_what_we_did_tells_each_meeting_and_how_it_went_beside_its_plan() -> None:
    """T6: day, session, how many people, and the steps kept, changed, added, left out."""
    group = Scenario.hold(sample(), keep=Keep.GROUP, people=3)
    group.menu("longer")
    group.menu("skip")
    group.menu("add")
    group.choose("break")
    group.to_the_end()
    history(group, "did")
    line = group.prompt.body[0]
    assert line.startswith("24 Nov 2026. A session that evaluates. 3 of us.")
    assert line.endswith("Kept 3, changed 1, added 1, left out 1.")


def test_of_an_older_meeting_nobody_counted_the_steps() -> None:
    """S5: a file of before says nothing about it."""
    assert in_numbers(Run()) == ""
    assert in_numbers(Run(3, 2, 1)) == "Kept 3, changed 2, added 1."


def test_lines_that_we_learned_and_what_we_said_stand_with_their_day() -> None:
    """C9, C10, T6: the newest first; what waits says when it is asked about."""
    group = evaluated()
    group.ports.book.keep_things(
        "our-group", Things(learnt=(Learnt("old", "", "", "2026-01-02", "rest is work"),))
    )
    history(group, "learnt")
    assert group.prompt.body == ("24 Nov 2026. we laugh a lot", "2 Jan 2026. rest is work")
    group.choose("back")
    group.choose("changes")
    assert group.prompt.body[0].startswith("24 Nov 2026. We said: more time to talk.")


def test_an_empty_history_says_so_kindly() -> None:
    """T6: every room of it, and each leads back."""
    group = Scenario.machine(sample())
    shared = Strength("s1", "", "", "2026-11-24", "baking")
    group.ports.book.keep_things("our-group", Things(strengths=(shared,)))
    group = Scenario.on(group.ports)
    group.choose("ours")
    group.choose("history")
    for room in ("did", "check-in", "sure", "rating", "learnt", "changes"):
        group.choose(room)
        assert "There is nothing here yet" in group.prompt.body[0]
        group.choose("back")
    assert group.prompt.id == "history"


def test_no_name_no_rank_and_no_part_of_a_hundred_in_any_of_it() -> None:
    """M12, C3: pictures tell counts; who said what is nobody's concern here."""
    group = evaluated()
    names = [one.name for one in group.ports.book.members("our-group")]
    closed = group.ports.store.read("our-group", "m1")
    assert closed is not None
    for room in ("did", "check-in", "sure", "rating", "learnt", "changes", "report"):
        history(group, room)
        shown = words_of(group.prompt).casefold()
        for word in (*FORBIDDEN, *names, *closed.people):
            assert word.casefold() not in shown, (room, word)
        while group.prompt.id != "home":
            group.choose("back")


def test_a_voice_says_every_row_of_a_picture_also_two_that_are_alike() -> None:
    """T6, A9: each count is a sentence of its own."""
    group = evaluated()
    history(group, "rating")
    said = sentences_of(group.prompt)
    assert said.count("Yes: 4 of 4.") == 2
    assert "24 November 2026." in " ".join(said)


def test_the_groups_own_things_are_due_like_all_else() -> None:
    """S7, A16: after 90 days the start asks; keep on, later, let go, and back again."""
    group = evaluated()
    before = group.ports.book.things("our-group")
    clock = group.ports.clock
    assert isinstance(clock, FakeClock)
    clock.time += timedelta(days=90)
    again = Scenario.on(group.ports)
    assert again.prompt.id == "due"
    again.choose("keep")
    assert again.prompt.id == "due-ours"
    assert "before 25 November 2026" in again.prompt.body[0]
    assert len(again.prompt.body) == 1
    again.choose("go")
    assert again.ports.book.things("our-group") == Things()
    again.choose("back")
    assert again.ports.book.things("our-group") == before
    assert again.prompt.id == "due-ours"
    again.choose("later")
    assert again.prompt.id == "home"
    third = Scenario.on(group.ports)
    third.choose("keep")
    assert {one.again_on for one in third.ports.book.things("our-group")} == {"2027-02-22"}
    assert Scenario.on(group.ports).prompt.id == "home"
    clock.time += timedelta(days=90)
    assert Scenario.on(group.ports).around.is_due_of_the_group


def test_what_is_kept_on_is_still_told_with_its_own_day() -> None:
    """T6, S7: a later yes moves nothing in the history of a group."""
    group = evaluated()
    told = telling.learnt(group.ports.book.things("our-group"))
    counted = telling.count_lines(group.ports.book.things("our-group").tallies, "rating")
    assert told
    assert "24 November 2026" in "\n".join(counted)
    kept = group.ports.book.things("our-group").kept_on("2027-02-22")
    group.ports.book.keep_things("our-group", kept)
    after = group.ports.book.things("our-group")
    assert telling.learnt(after) == told
    assert telling.count_lines(after.tallies, "rating") == counted


def test_what_people_shared_is_due_though_they_are_in_no_book_of_members() -> None:
    """S7: strengths and roles of somebody who came once are asked about like all else."""
    group = Scenario.machine(sample())
    things = Things(
        strengths=(Strength("s", "m1-p1", "Ann", "2026-08-26", "knits socks"),),
        duties=(Duty("d", "m1-p1", "Ann", "2026-08-26", "reader", "m1"),),
    )
    group.ports.book.keep_things(OUR_GROUP.id, things)
    assert not group.ports.book.members(OUR_GROUP.id)
    again = Scenario.on(group.ports)
    assert again.prompt.id == "due-ours"
    assert again.prompt.body[1:] == (DUE_WALL, DUE_DUTIES)
    again.choose("go")
    assert again.ports.book.things(OUR_GROUP.id) == Things()


def test_what_belongs_to_somebody_is_not_asked_about_as_the_groups() -> None:
    """S7: an owner has their own day."""
    group = Scenario.machine(sample())
    mine = Growth("mine", "a-member", "Ann", "2026-01-01", "mine")
    group.ports.book.keep_things(OUR_GROUP.id, Things(growth=(mine,)))
    group.ports.book.save_member(
        OUR_GROUP.id, Member("a-member", "Ann", Carried("a walk"), kept_on="2026-11-24")
    )
    assert Scenario.on(group.ports).prompt.id == "home"


def test_our_report_holds_all_of_it_in_each_shape_and_no_name() -> None:
    """T6, C3: what we did, our agreement, keep and change, what we are good at, counts."""
    group = evaluated()
    exports = FolderOfExports()
    group.ports.book.save_agreement("our-group", Agreement(("we listen",), ("we pass",), 1))
    shared = Strength("s", "a", "Zelda", "2026-11-24", "baking")
    group.ports.book.keep_things("our-group", Things(strengths=(shared,)))
    group = Scenario.on(replace(group.ports, exports=exports))
    closed = group.ports.store.read("our-group", "m1")
    assert closed is not None
    for shape in ("text", "csv", "paper"):
        history(group, "report")
        assert "This is what we made together." in words_of(group.prompt)
        group.choose(shape)
        group.choose("back")
        group.choose("back")
    ends = ("csv", "paper.txt", "txt")
    assert sorted(exports.files) == [f"report-2026-11-24.{end}" for end in ends]
    for body in exports.files.values():
        told = " ".join(body.split())
        for words_told in (
            "A session that evaluates", "we listen", "To keep: the tea", "baking",
            "Yes: 3 of 4", "we laugh a lot", "more time to talk",
        ):  # fmt: skip
            assert words_told in told
        assert not any(name in told for name in (*closed.people, "Zelda"))


def test_bars_are_of_the_sum_of_what_was_kept() -> None:
    """T6: a row never says how many stayed out of it; older counts are shown as they were made."""
    assert [bar.of for bar in bars_of({"Yes": 3, "Mostly": 2})] == [5, 5]


def test_those_who_raised_no_hand_have_no_bar_of_their_own() -> None:
    """T6, C9: they make the bar for yes as long as it is, and the heading stands before it."""
    (bar,) = bars_of({"Yes": 3, "No hand": 1}, "I was heard today.")
    assert (bar.words, bar.count, bar.of) == ("Yes: 3 of 4", 3, 4)
    assert bar.heading == "I was heard today."


def test_a_step_that_was_moved_is_still_kept() -> None:
    """T6: order is the room's; only minutes, round and size are a change."""
    group = Scenario.hold(sample(), keep=Keep.GROUP, people=3)
    assert closed_meeting(group.meeting).run.kept == 1

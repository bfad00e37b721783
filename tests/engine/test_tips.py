"""Tip cards, and notes for a first day (C8, C15)."""

import ast
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.events import Brought, Keep
from facilitator.domain.kept import Note, Tip
from facilitator.domain.prompt import ChooseOne
from facilitator.domain.records import Member
from facilitator.domain.session import Round
from facilitator.domain.things import Things
from facilitator.engine.activities.tips import WelcomeNote, newcomers
from facilitator.engine.keeping import brought_along
from facilitator.engine.scene import Scene
from facilitator.engine.tip_lines import card
from tests.scenario import Scenario
from tests.tellers import at_the_turn, one_step, part, to_mine

SRC = Path(__file__).parents[2] / "src" / "facilitator"
LINE = "This worked for me. It may not work for you."
NOTES = tuple(Note(f"n{at}", "m9", "Ann", "2026-11-01", f"note {at}") for at in range(5))


def kept(group: Scenario) -> Things:
    """Return what is in the book."""
    return group.ports.book.things("our-group")


def test_a_tip_is_kept_only_with_a_yes_and_read_back_with_its_line() -> None:
    """C8, claim 7: "What did you learn the hard way?"; no is the first row."""
    group = at_the_turn("tip")
    assert group.prompt.question == "What did you learn the hard way?"
    group.write("write it down")
    assert group.prompt.body == ("write it down", LINE)
    assert [one.id for one in group.asked(ChooseOne).choices] == ["no", "yes"]
    group.choose("yes")
    group.to_the_end()
    (tip,) = kept(group).tips
    assert (tip.words, tip.on) == ("write it down", "2026-11-24")
    assert [one.id for one in group.ports.book.members("our-group")] == [tip.owner]
    group.choose("ours")
    group.choose("tips")
    assert group.prompt.body == ("write it down", LINE)
    assert tip.name not in group.shown[-1]


def test_neither_a_no_nor_a_pass_keeps_a_tip_or_a_note() -> None:
    """C8, S6: no consent by silence; under any answer to what is kept."""
    for kind in ("tip", "note"):
        for answer in ("no", ""):
            group = at_the_turn(kind, keep=Keep.GROUP)
            group.write("canary-of-a-line")
            group.choose(answer) if answer else group.pass_()
            group.to_the_end()
            assert not kept(group)
            assert "canary-of-a-line" not in repr(group.ports.store)
        nothing = at_the_turn(kind, keep=Keep.NOTHING)
        nothing.write("x")
        assert "step/p1" not in nothing.prompt.id


def test_words_changed_after_the_yes_are_not_kept_under_it() -> None:
    """C8: a yes is for just these words."""
    group = at_the_turn("note")
    group.write("first words")
    group.choose("yes")
    assert group.back()
    assert part(group) == "@hand-over"
    group.onward()
    assert part(group) == "write"
    group.write("other words")
    group.pass_()
    group.to_the_end()
    assert kept(group).notes == ()


def test_a_note_is_kept_with_a_yes() -> None:
    """C15: for somebody who starts, without a name."""
    group = at_the_turn("note")
    group.write("Nobody has to talk")
    group.choose("yes")
    group.to_the_end()
    assert [one.words for one in kept(group).notes] == ["Nobody has to talk"]


def newcomers_meet(*, notes: tuple[Note, ...] = NOTES, member: bool = False) -> Scenario:
    """Return a meeting at its first step, whose only step is a note for a first day."""
    session = one_step("welcome-note")
    group = Scenario.machine(session)
    group.ports.book.keep_things("our-group", Things(notes=notes))
    if member:
        group.ports.book.save_member("our-group", Member("m9", "Ann"))
    group.choose("start")
    group.choose(session.id)
    group.choose("person")
    group.choose(Keep.TODAY)
    if member:
        group.choose("m9")
    else:
        group.write("Bo")
    group.all_here()
    return group


def test_a_newcomer_is_offered_one_note_and_may_leave_it() -> None:
    """C15, claim 14: drawn among those with a live yes; no name with it."""
    group = newcomers_meet()
    assert "note" in group.prompt.question
    group.choose("yes")
    assert group.prompt.body[0] in {one.words for one in NOTES}
    assert "Ann" not in group.shown[-1]
    other = newcomers_meet()
    other.choose("no")
    assert other.prompt.id.startswith("@close")


def test_no_note_without_a_live_yes_and_none_for_somebody_whom_the_book_knows() -> None:
    """C15: a note of more than a year ago is not drawn; a member is no newcomer."""
    old = (Note("n1", "m9", "Ann", "2025-11-24", "old"),)
    for group in (newcomers_meet(notes=old), newcomers_meet(notes=()), newcomers_meet(member=True)):
        assert group.prompt.id.startswith("@close")


def test_the_draw_comes_from_outside_and_is_the_same_after_a_power_cut() -> None:
    """C15, M7: the core makes no chance; the order in which notes came along is an event."""
    drawn = {
        brought_along(Things(notes=NOTES), frozenset({"notes"}), f"draw {at}").things.notes[0].id
        for at in range(60)
    }
    assert drawn == {one.id for one in NOTES}, "each note can come first"
    group = newcomers_meet()
    group.choose("yes")
    assert any(isinstance(event, Brought) for event in group.journal)
    assert group.reload().prompt.body == group.prompt.body


def test_two_newcomers_at_the_keyboard_draw_two_notes() -> None:
    """C15: each one another, while there are enough."""
    group = Scenario.hold(one_step("welcome-note"), people=2)
    meeting = replace(group.meeting, brought=Things(notes=NOTES))
    step = replace(meeting.steps[0], round=Round.EACH)
    kind = WelcomeNote()
    assert newcomers(meeting) == ("p1", "p2")
    shown = [kind.part(Scene(meeting, step, one), "note").body for one in ("p1", "p2")]
    assert shown == [("note 0",), ("note 1",)]


def test_somebody_who_is_forgotten_takes_their_note_out_of_an_open_meeting() -> None:
    """S8: a note that came along to this meeting goes too."""
    group = newcomers_meet(notes=NOTES, member=True)
    assert "note 0" in repr(group.journal)
    group.menu("forget")
    group.choose("Ann")
    group.choose("yes")
    assert "note 0" not in repr(group.journal)
    assert kept(group).notes == ()


@given(st.text(), st.lists(st.text(min_size=1), min_size=1, max_size=3))
def test_a_tip_is_never_rendered_without_its_line(words: str, tips: list[str]) -> None:
    """C8, claim 7: whatever the words, the line comes with them, on every screen that has one."""
    assert card(words) == (words, LINE)
    group = Scenario.machine()
    kept_tips = tuple(
        Tip(f"t{at}", "m1", "Ann", "2026-11-24", said) for at, said in enumerate(tips)
    )
    group.ports.book.keep_things("our-group", Things(tips=kept_tips))
    group = Scenario.on(group.ports)
    group.choose("ours")
    group.choose("tips")
    for _ in tips:
        assert group.prompt.body[1] == LINE
        group.onward()


def test_only_modules_that_know_the_line_read_tips() -> None:
    """C8, claim 7: whoever reads tips shows them by the card, or shows none of their words."""
    readers = {
        path.relative_to(SRC).as_posix()
        for path in SRC.rglob("*.py")
        if any(
            isinstance(node, ast.Attribute) and node.attr == "tips"
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
        )
    }
    shows = {one for one in readers if "tip_lines" in (SRC / one).read_text("utf-8")}
    counts = {"engine/close.py", "engine/consent.py"}
    assert readers - shows <= counts, "whether there are any and how old, never their words"
    assert {"engine/house/stories.py", "engine/house/mine.py"} <= shows


def test_a_note_that_is_taken_back_is_gone_from_a_meeting_that_is_set_aside_too() -> None:
    """C8, C15: nobody draws it there when the meeting goes on."""
    group = newcomers_meet(notes=NOTES[:1])
    assert "note 0" in repr(group.journal)
    group.menu("stop")
    group.choose("later")
    assert not group.has_meeting()
    to_mine(group, "Ann")
    group.choose("n0")
    group.choose("go")
    group.choose("right")
    assert "note 0" not in repr((group.ports.store, group.ports.book))
    again = Scenario.on(group.ports)
    again.onward()
    assert again.has_meeting()
    assert again.prompt.question == "There is no note to read now."
    again.onward()
    assert again.prompt.id.startswith("@close")

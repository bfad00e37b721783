"""Telling a story: the order of the parts, and what is kept of it (C8)."""

import pytest

from facilitator.adapters.qr.maker import QrCodeMaker
from facilitator.domain import commands
from facilitator.domain.events import Keep, MeetingClosed, SeenBy
from facilitator.domain.prompt import Acknowledge, ChooseSeveral, GiveNumber, WriteText
from facilitator.domain.session import Round
from facilitator.engine.activities.names_in import masked, names_in
from facilitator.engine.activities.story import StoryKind
from facilitator.engine.apply import apply
from facilitator.meetings.spoken import sentences_of
from tests.scenario import Scenario, shipped
from tests.tellers import (
    CANARY,
    WORD,
    agree,
    at_the_turn,
    on_to_the_widest,
    one_step,
    part,
    rows,
    stories,
    tell,
    told,
)

WAYS = ("typed", "scribed", "cards", "told")


@pytest.mark.parametrize("way", WAYS)
def test_a_story_is_told_in_four_ways_and_by_default_nothing_of_it_is_kept(way: str) -> None:
    """C8, claim 25: typed, scribed, on four cards, or told and not written; level 0."""
    group = at_the_turn("story", keep=Keep.GROUP)
    if way == "told":
        group.choose(way)
        assert part(group) == "thanks"
    else:
        tell(group, way)
        assert part(group) == "more"
    group.to_the_end()
    store, book = group.ports.store, group.ports.book
    assert CANARY not in repr((store, book))
    assert not book.things("our-group")
    assert book.members("our-group") == ()


def test_you_can_stop_here_is_the_first_row_of_every_part_and_keeps_nothing() -> None:
    """C8, claim 23: at each part in turn, the first row stops, and then nothing is kept."""
    seen: list[str] = []
    for stop_at in range(40):
        group = at_the_turn("story")
        walked = []
        for _ in range(stop_at):
            walked.append(part(group))
            on_to_the_widest(group)
            if part(group) == "receipt":
                break
        if part(group) == "receipt":
            break
        here = part(group)
        seen.append(here)
        if here not in ("word", "again", "mask"):
            assert rows(group)[0] == "stop", here
            group.choose("stop")
        else:
            group.pass_()
        group.to_the_end()
        assert stories(group) == (), here
        assert CANARY not in repr((group.ports.store, group.ports.book)), here
    assert seen == [
        "way", "tell-1", "tell-2", "teller", "more", "gain", "level", "purpose-peers",
        "purpose-staff", "purpose-funder", "purpose-newsletter", "names", "mask", "sign",
        "until", "lock", "word", "again", "agree",
    ]  # fmt: skip


@pytest.mark.parametrize("stop_at", range(1, 19))
def test_no_silence_is_a_yes(stop_at: int) -> None:
    """C8: whoever passes at any part after the telling keeps nothing."""
    group = at_the_turn("story")
    for _ in range(stop_at):
        on_to_the_widest(group)
    group.pass_()
    here = part(group)
    group.to_the_end()
    telling = ("tell-2", "tell-3", "teller", "more")
    assert stories(group) == () or here in telling
    assert stories(group) == ()


def test_ones_own_gain_is_asked_before_any_use() -> None:
    """C8, claim 23: "What do you get from sharing this?" comes before level and purposes."""
    group = at_the_turn("story")
    tell(group)
    assert part(group) == "more"
    group.choose("yes")
    assert group.prompt.question == "What do you get from sharing this?"
    group.write("it helps")
    assert part(group) == "level"
    group.choose("2")
    assert part(group) == "purpose-peers"


def test_no_purpose_is_ticked_and_each_is_asked_for_itself() -> None:
    """C8, claim 23: nothing is marked before; one screen a purpose."""
    group = at_the_turn("story")
    tell(group)
    group.choose("yes")
    group.choose("phrase-1")
    group.choose("3")
    for purpose in ("peers", "staff", "funder", "newsletter"):
        assert part(group) == f"purpose-{purpose}"
        assert getattr(group.prompt.input, "marked", "") == ""
        assert rows(group) == ["stop", "no", "yes"]
        group.choose("yes" if purpose == "staff" else "no")
    agree(group, 3, ("staff",))
    group.to_the_end()
    assert stories(group)[0].purposes == ("staff",)


def test_a_kept_story_holds_what_was_agreed_and_nothing_more() -> None:
    """C8, M9: level, purpose, dates and lock; the word itself is nowhere."""
    group = told(3, ("peers", "funder"), months=6)
    one = stories(group)[0]
    assert (one.words, one.level, one.how) == (CANARY, 3, "typed")
    assert one.purposes == ("peers", "funder")
    assert (one.on, one.open_from, one.expires_on) == ("2026-11-24", "2026-12-01", "2027-05-24")
    assert (one.confirmed_on, one.withdrawn_on, one.version) == ("", "", 1)
    assert one.lock
    assert WORD not in repr((group.ports.store, group.ports.book))
    assert [one.owner] == [member.id for member in group.ports.book.members("our-group")]


@pytest.mark.parametrize("keep", [Keep.TODAY, Keep.GROUP])
def test_the_closed_meeting_holds_no_word_of_a_story(keep: Keep) -> None:
    """C8, S6: it is in the book as was agreed, and not in the meeting's file."""
    group = at_the_turn("story", keep=keep)
    tell(group)
    agree(group)
    group.to_the_end()
    assert stories(group)[0].words == CANARY
    assert CANARY not in repr(group.ports.store)


def test_where_nothing_is_kept_nothing_is_asked() -> None:
    """S6: nothing on this machine, and whoever keeps less, can only tell it."""
    group = at_the_turn("story", keep=Keep.NOTHING)
    assert rows(group) == ["stop", "told"]
    less = at_the_turn("story")
    less.runner.ask(commands.KeepLess("p1"))
    assert rows(less) == ["stop", "told"]


def test_whoever_says_later_that_less_is_kept_keeps_no_story() -> None:
    """S6: a person's no covers their words."""
    group = at_the_turn("story")
    tell(group)
    agree(group)
    group.runner.ask(commands.KeepLess("p1"))
    group.to_the_end()
    assert stories(group) == ()


def test_a_scribe_gives_the_keyboard_back_before_any_yes() -> None:
    """C8: a scribe may not consent for another."""
    group = at_the_turn("story")
    group.choose("scribed")
    assert group.prompt.question == "What does the teller say?"
    group.write(CANARY)
    group.choose("done")
    assert part(group) == "teller"
    assert "keyboard" in group.prompt.question
    group.choose("yes")
    assert part(group) == "more"
    agree(group)
    group.to_the_end()
    assert stories(group)[0].how == "scribed"


def test_a_story_is_read_back_whole_before_it_is_kept_and_can_be_changed() -> None:
    """C8: "Is this right?", with every line and every term; or other words, or other terms."""
    group = at_the_turn("story")
    tell(group, "cards")
    _until(group, "agree", level=2)
    lines = group.prompt.body
    assert lines[:2] == (f"Before: {CANARY}", f"What helped: {CANARY}")
    assert any("This group may read it" in line for line in lines)
    assert any("24 November 2027" in line for line in lines)
    assert any("cannot be called back" in line for line in lines)
    group.choose("words")
    assert part(group) == "before"
    group.write("another canary")
    for _ in range(3):
        group.write("x")
    agree(group)
    group.to_the_end()
    assert stories(group)[0].words.startswith("Before: another canary\nWhat helped: x")


def _until(group: Scenario, wanted: str, level: int) -> None:
    for _ in range(20):
        here = part(group)
        if here == wanted:
            return
        answers = {"more": "yes", "gain": "phrase-1", "level": str(level), "until": "12"}
        answers |= {"sign": "none", "lock": "set"}
        if here in ("word", "again"):
            group.write(WORD)
        else:
            group.choose(answers.get(here, "yes"))
    raise AssertionError(part(group))


def test_words_that_are_changed_after_the_yes_are_not_kept_under_it() -> None:
    """C8: a yes is for just these words and these terms; changed, it has to be said again."""
    group = at_the_turn("story")
    tell(group)
    agree(group)
    for _ in range(20):
        if part(group) == "tell-1":
            break
        assert group.back()
    group.write("other words, not agreed to")
    group.runner.ask(commands.GoToClose())
    group.to_the_end()
    assert stories(group) == ()


@pytest.mark.parametrize("back_to", ["more", "level", "until", "lock"])
def test_a_term_that_is_passed_after_the_yes_takes_the_yes_away(back_to: str) -> None:
    """C8: going back and passing is no consent any more."""
    group = at_the_turn("story")
    tell(group)
    agree(group)
    while part(group) != back_to:
        assert group.back()
    group.pass_()
    group.runner.ask(commands.GoToClose())
    group.to_the_end()
    assert stories(group) == ()


@pytest.mark.parametrize("level", [1, 3, 4])
def test_what_only_its_teller_may_open_or_send_further_needs_a_word(level: int) -> None:
    """C3: nobody else can read level 1, or let a story go further in the teller's name."""
    group = at_the_turn("story")
    tell(group)
    _until(group, "lock", level)
    assert rows(group) == ["stop", "set"]
    free = at_the_turn("story")
    tell(free)
    _until(free, "lock", 2)
    assert rows(free) == ["stop", "no", "set"]


def test_a_word_that_was_set_today_is_not_asked_for_again() -> None:
    """A18: the word of the plan opens the story too."""
    group = Scenario.hold(shipped("first-meeting"), people=2)
    group.until(lambda prompt: prompt.id == "goal//@keyboard")
    group.choose("p1")
    group.onward()
    group.write("a walk")
    for _ in range(30):
        here = part(group)
        if here == "@keyboard":
            break
        if isinstance(group.prompt.input, GiveNumber):
            group.write("8")
        elif here in ("word", "again"):
            group.write(WORD)
        else:
            group.choose({"more": "lock"}.get(here, _first(group)))
    group.runner.ask(commands.AddStep("story"))
    added = next(one.id for one in group.meeting.steps if one.kind == "story")
    group.runner.ask(commands.ChangeRound(added, Round.EACH))
    group.until(lambda prompt: prompt.id == f"{added}/p1/way")
    tell(group)
    agree(group, word="")
    group.to_the_end()
    one = stories(group)[0]
    assert one.lock
    plan = group.ports.book.members("our-group")[0].plan
    assert plan is not None
    assert one.lock == plan.lock


def _first(group: Scenario) -> str:
    return rows(group)[0]


def test_names_of_other_people_are_asked_about_and_can_be_taken_out() -> None:
    """C8: third persons are masked, and only as the teller decides."""
    group = at_the_turn("story")
    tell(group, words="My sister Morag took me to Leith, and Morag waited.")
    _until(group, "names", 2)
    assert group.prompt.question == "Does it name somebody else?"
    assert group.prompt.body == ("Morag, Leith",)
    group.choose("hide")
    names = group.asked(ChooseSeveral).choices
    assert [one.label for one in names] == ["Morag", "Leith"]
    group.several("name-1")
    agree(group)
    group.to_the_end()
    assert stories(group)[0].words == "My sister somebody took me to Leith, and somebody waited."
    assert "Morag" not in repr((group.ports.store, group.ports.book))


def test_a_story_without_capitals_is_not_asked_about_names() -> None:
    """C8: a hint only where there may be a name; days, months and "I" are none."""
    assert names_in(("It was hard. On Monday I rang the nurse.", "In May I'm better.")) == ()
    assert names_in(("Morag helped.", "then Dr Singh came")) == ("Morag", "Dr", "Singh")
    assert masked(("Ann's annual plan, ann.",), ("Ann",), "x") == ("x's annual plan, x.",)
    assert masked(("Ann",), (), "x") == ("Ann",)


def test_a_name_below_it_is_only_for_level_4_and_only_as_typed() -> None:
    """C8: no name unless the teller typed one for it."""
    group = at_the_turn("story")
    tell(group)
    _until(group, "sign", 4)
    group.write("A walker")
    agree(group, 4)
    group.to_the_end()
    assert stories(group)[0].signed == "A walker"
    assert stories(told(4))[0].signed == ""


def test_the_receipt_holds_no_word_of_the_story_and_fits_a_code() -> None:
    """C8, T2, T3: number, level, purposes, dates, how to take it back; as text and as a code."""
    group = at_the_turn("story")
    tell(group)
    agree(group, 3, ("peers", "staff", "funder", "newsletter"))
    assert part(group) == "receipt"
    code = group.prompt.code
    assert code is not None
    assert code.target == group.prompt.body[-1]
    assert len(code.target.encode()) <= 106, "version 5, which fits 80 columns and 24 rows"
    assert "level 3: peers staff funder newsletter, 2026-11-24/2027-11-24" in code.target
    assert "Back: What we have made" in code.target
    assert "24 November 2027" in "".join(group.prompt.body)
    assert CANARY not in code.target
    assert "Heron" not in code.target
    modules = QrCodeMaker().modules(code.target)
    assert modules is not None
    assert (len(modules) + 1) // 2 <= 24


def test_no_voice_says_a_story_unasked_with_a_name_taken_out_or_not() -> None:
    """A12: also where the words stand in another shape than they were typed in."""
    group = at_the_turn("story")
    tell(group, words="My friend Morag sang. She sang well.")
    _until(group, "names", 2)
    group.choose("hide")
    group.several("name-1")
    _until(group, "agree", 2)
    said = " ".join(sentences_of(group.prompt))
    assert any("somebody sang" in line for line in group.prompt.body), "the control"
    assert "sang" not in said


def test_nothing_private_is_typed_where_the_room_sees_the_screen() -> None:
    """S19: the keyboard does not go round then."""
    group = Scenario.hold(one_step("story"), seen_by=SeenBy.ROOM)
    assert group.prompt.id.endswith("@room")
    assert not isinstance(group.prompt.input, WriteText)


def test_a_power_cut_at_every_part_goes_on_at_that_part() -> None:
    """M7: the telling and the terms are as they were."""
    group = at_the_turn("story")
    while part(group) != "receipt":
        on_to_the_widest(group)
        again = group.reload()
        assert again.prompt.id == group.prompt.id
        assert again.prompt.body == group.prompt.body


def test_a_close_that_is_done_again_keeps_one_story() -> None:
    """S1: the id is the same each time."""
    group = at_the_turn("story")
    tell(group)
    agree(group)
    step = group.meeting.steps[0]
    closed = apply(group.meeting, MeetingClosed("2026-11-24T20:00:00+00:00"))
    kind = StoryKind()
    assert kind.keeps(closed, step) == kind.keeps(closed, step)
    assert kind.keeps(closed, step).stories[0].id == f"{closed.id}-step-p1"


def test_telling_goes_on_over_several_lines() -> None:
    """C8: a story of six lines at most, each a paragraph; a pass ends it."""
    group = at_the_turn("story")
    group.choose("typed")
    for number in range(1, 7):
        group.write(f"line {number}")
    assert part(group) == "more"
    agree(group)
    group.to_the_end()
    assert stories(group)[0].words == "\n".join(f"line {number}" for number in range(1, 7))


def test_the_close_says_that_stories_were_heard_and_what_stays_without_a_name() -> None:
    """C8, S6: nobody's name, nobody's words."""
    group = at_the_turn("story")
    tell(group)
    agree(group)
    group.until(lambda prompt: prompt.id == "@close//made")
    assert any("We heard stories" in line for line in group.prompt.body)
    group.until(lambda prompt: prompt.id == "@close//finish")
    assert any("Stories, tips and notes stay only" in line for line in group.prompt.body)
    assert CANARY not in "".join(group.shown[-2:])


def test_the_story_circle_puts_strengths_first_and_tells_before_it_asks() -> None:
    """C8, M13, claim 24: strengths, then telling aloud, and only then what becomes of it."""
    kinds = [(step.kind, step.round.value) for step in shipped("story-circle").steps]
    assert kinds.index(("strengths", "pairs")) < kinds.index(("story", "aloud"))
    assert kinds.index(("story", "aloud")) < kinds.index(("story", "pairs"))


def test_a_whole_story_is_told_by_the_keypad_alone() -> None:
    """A2: every part has rows of its own, but the own word, which the letters on screen type."""
    group = at_the_turn("story")
    group.choose("cards")
    for _ in range(4):
        assert rows(group)[1].startswith("phrase-")
        group.choose(rows(group)[1])
    agree(group, word="")
    assert isinstance(group.prompt.input, Acknowledge)
    group.to_the_end()
    assert stories(group)[0].words.startswith("Before: I felt alone with it")


def test_what_was_told_is_among_ones_words_in_the_meeting_behind_the_word() -> None:
    """S8, C3: in the open meeting nothing private comes out without the word."""
    group = at_the_turn("story")
    tell(group)
    group.menu("give")
    group.choose("Heron")
    assert group.prompt.id == "give-words"
    assert CANARY not in "".join(group.prompt.body)

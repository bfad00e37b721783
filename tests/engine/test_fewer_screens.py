"""A turn takes few screens, and nothing in it is asked twice (A2, M10, M13, M15)."""

import pytest

from facilitator.domain import commands
from facilitator.domain.answers import Chosen, Typed
from facilitator.domain.events import AnswerGiven, AnswerTakenBack, Keep, MovedTo
from facilitator.domain.keys import CHOICES_A_PAGE
from facilitator.domain.meeting import Meeting, Place
from facilitator.domain.prompt import ChooseOne, ChooseSeveral, WriteText
from facilitator.engine.apply import replay
from facilitator.engine.decide import decide
from facilitator.engine.prompting import prompt_for
from facilitator.wording.rounds import NOTED_UNTIL, NOTHING_TICKED, WATCH
from tests.scenario import Scenario, shipped

FIRST = shipped("first-meeting")


def at_the_keyboard(step: str, *, people: int = 4, keep: Keep = Keep.TODAY) -> Scenario:
    """Return a meeting in which somebody may take the keyboard at a step."""
    group = Scenario.hold(FIRST, people=people, keep=keep)
    group.until(lambda prompt: prompt.id == f"{step}//@keyboard")
    return group


def parts_of_turn(group: Scenario, *said: str) -> list[str]:
    """Let the first person have the keyboard and say these; return the parts of the turn."""
    group.choose("p1")
    parts, to_say = [], list(said)
    while not group.prompt.id.endswith("@keyboard"):
        parts.append(group.prompt.id.rpartition("/")[2])
        if group.prompt.id.endswith("@hand-over"):
            group.onward()
        elif isinstance(group.prompt.input, ChooseOne):
            group.choose(to_say.pop(0))
        else:
            group.write(to_say.pop(0))
    return parts


def test_a_note_in_a_round_is_the_turn_and_the_field() -> None:
    """M15: two screens; the row is the asking, the line is open at once."""
    group = Scenario.hold(FIRST)
    group.until_step("check-in")
    assert group.prompt.id == "check-in/p1/@aloud"
    group.choose("note")
    assert group.prompt.id == "check-in/p1/@line"
    assert group.asked(WriteText).is_open
    assert WATCH not in group.prompt.hint, "the group sees it at the end"
    group.write("a bright morning")
    assert group.prompt.id == "check-in/p2/@aloud"
    assert group.notice == NOTED_UNTIL


def test_a_long_name_is_not_cut_in_the_row_that_asks_for_a_yes() -> None:
    """A5, M15: then the row says it without the name, that stands above it."""
    group = Scenario.machine(FIRST)
    group.until(lambda prompt: prompt.id == "names-0")
    group.write("Wilhelmina-Rose of Leith")
    group.all_here()
    group.until_step("check-in")
    assert group.asked(ChooseOne).choices[1].label == "Note one line, with their yes"


def test_ones_own_strengths_take_four_screens() -> None:
    """M13: the hand-over, what I know or can do, what I care about, and who may see them."""
    group = at_the_keyboard("strengths")
    parts = parts_of_turn(group, "I can fly", "my hens", "yes")
    assert parts == ["@hand-over", "know", "care", "share"]
    group.until(lambda prompt: prompt.id == "@close//made")
    assert group.prompt.body[:3] == ("We're good at:", "I can fly", "my hens")


def test_what_one_knows_and_what_one_can_do_stand_in_one_list() -> None:
    """M13, C12, A5: on one leaf, own words with it; no line of the session is left out."""
    labels: set[str] = set()
    for person in ("p1", "p2"):
        group = at_the_keyboard("strengths")
        group.choose(person)
        group.onward()
        rows = group.asked(WriteText).ready
        assert len(rows) + 1 <= CHOICES_A_PAGE
        labels |= {one.label for one in rows}
    settings = next(step.settings for step in FIRST.steps if step.id == "strengths")
    assert {*getattr(settings, "know", ()), *getattr(settings, "can", ())} < labels


@pytest.mark.parametrize(("chosen", "plan"), [("enough", None), ("yes", ("walk", "on Friday", 8))])
def test_a_plan_takes_five_screens(chosen: str, plan: tuple[str, str, int] | None) -> None:
    """M10, M9: whether it comes back is asked together with "that is enough"."""
    group = at_the_keyboard("goal")
    parts = parts_of_turn(group, "walk", "on Friday", "8", chosen)
    assert parts == ["@hand-over", "what", "when", "sure", "more"]
    group.to_the_end()
    kept = [one.plan for one in group.ports.book.members("our-group") if one.plan]
    assert [(one.what, one.when, one.sure) for one in kept] == ([plan] if plan else [])


def test_whether_a_longer_plan_comes_back_is_asked_once_at_its_end() -> None:
    """M10, M9: after "Add more" it is asked with the last of it."""
    group = at_the_keyboard("goal")
    parts = parts_of_turn(group, "walk", "Monday", "8", "add", *["more of it"] * 5, "yes")
    assert parts.count("more") == parts.count("keep") == 1
    assert parts[-1] == "keep"
    group.to_the_end()
    assert group.ports.book.members("our-group")[0].plan is not None


def test_enough_after_a_yes_is_a_no() -> None:
    """M9, A16: the row without a yes takes back the one that was said before."""
    group = at_the_keyboard("goal")
    parts_of_turn(group, "walk", "Monday", "8", "add", *["more of it"] * 5, "yes")
    group.choose("p1")
    group.until(lambda prompt: prompt.id == "goal/p1/more")
    group.choose("enough")
    group.to_the_end()
    assert [one.plan for one in group.ports.book.members("our-group") if one.plan] == []


def test_a_word_is_typed_twice_and_a_slip_is_said() -> None:
    """M9, A15, A18: a mistyped word locks nobody out in silence."""
    group = at_the_keyboard("goal")
    group.choose("p1")
    group.onward()
    for words in ("walk", "Monday", "8"):
        group.write(words)
    group.choose("lock")
    group.write("blue kettel")
    assert group.prompt.question == "Please type the same word once more."
    assert not group.answer(Typed("blue kettle"))
    assert "two words" in group.notice
    group.back()
    group.write("blue kettle")
    group.write("Blue Kettle")
    assert group.prompt.id == "goal//@keyboard"
    assert group.meeting.said("goal", "p1", "again") == "same"
    assert "kettle" not in repr(group.journal).casefold()


@pytest.mark.parametrize("typed", [(), ("blue kettle",)])
def test_a_plan_whose_word_was_not_typed_twice_is_not_kept_open_instead(
    typed: tuple[str, ...],
) -> None:
    """M9, S6: who passes either line keeps the plan for today alone, and was told so."""
    group = at_the_keyboard("goal")
    group.choose("p1")
    group.onward()
    for words in ("walk", "Monday", "8"):
        group.write(words)
    group.choose("lock")
    assert "only for today" in group.prompt.hint
    for word in typed:
        group.write(word)
    group.pass_()
    assert group.prompt.id == "goal//@keyboard"
    group.to_the_end()
    assert [one.plan for one in group.ports.book.members("our-group") if one.plan] == []


def test_another_word_has_to_be_typed_twice_as_well() -> None:
    """M9: the second typing of an earlier word says nothing of this one."""
    group = at_the_keyboard("goal")
    parts_of_turn(group, "walk", "Monday", "8", "lock", "kettle", "kettle")
    group.choose("p1")
    group.until(lambda prompt: prompt.id == "goal/p1/word")
    group.write("teapot")
    assert group.prompt.id == "goal/p1/again"
    assert group.meeting.said("goal", "p1", "again") is None


def test_an_empty_agreement_is_not_asked_about() -> None:
    """C1, A2: with nothing ticked it says so, nothing is "Saved", and no yes is asked for."""
    group = Scenario.hold(FIRST)
    group.until(lambda prompt: prompt.id == "agreement//asks")
    group.several()
    assert group.notice == NOTHING_TICKED
    assert not [one for one in group.journal if isinstance(one, AnswerGiven)]
    group.onward()
    group.several()
    group.onward()
    assert group.prompt.id.startswith("check-in/")
    full = Scenario.hold(FIRST)
    full.until(lambda prompt: prompt.id == "agreement//asks")
    full.several("phrase-1")
    assert full.notice == NOTED_UNTIL, "the control"
    full.until(lambda prompt: prompt.id == "agreement//save")


def test_ticks_that_are_taken_off_again_are_taken_back() -> None:
    """C1, A16: going back, nothing ticked is nothing said."""
    group = Scenario.hold(FIRST)
    group.until(lambda prompt: prompt.id == "agreement//asks")
    group.several("phrase-1")
    group.back()
    assert group.asked(ChooseSeveral).marked == ("phrase-1",)
    group.several()
    assert group.meeting.said("agreement", "", "asks") is None
    assert isinstance(group.journal[-2], AnswerTakenBack)


def test_the_list_of_names_says_who_has_had_the_keyboard() -> None:
    """M15: those still to come are first; words beside a name, no colour alone."""
    group = at_the_keyboard("strengths", people=3)
    names = [one.label for one in group.asked(ChooseOne).choices]
    assert names == ["Nobody now. Go on", "Heron", "Oak", "River"]
    parts_of_turn(group, "I can fly", "my hens", "no")
    names = [one.label for one in group.asked(ChooseOne).choices]
    assert names == ["Nobody now. Go on", "Oak", "River", "Heron, had a turn"]
    group.choose("p1")
    assert group.prompt.question == "Heron, it's your turn."
    group.until(lambda prompt: prompt.id == "goal//@keyboard")
    assert [one.label for one in group.asked(ChooseOne).choices] == [
        "Nobody now. Go on", "Heron", "Oak", "River",
    ], "at another step all of them are still to come"  # fmt: skip


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (4, "Find your partner and talk. Take turns to listen."),
        (5, "Find your partner, or your three, and talk. Take turns to listen."),
        (3, "Find your three and talk. Take turns to listen."),
    ],
)
def test_pairs_and_threes_are_told_as_they_are(people: int, said: str) -> None:
    """M15: where there are both, both are named."""
    group = Scenario.hold(FIRST, people=people)
    group.until(lambda prompt: prompt.id == "strengths//@pairs")
    assert said in group.prompt.body


def with_number(group: Scenario, typed: str) -> object:
    """Type a number at "how sure", and return what stands."""
    group.write("walk")
    group.write("Monday")
    assert group.answer(Typed(typed)), group.notice
    return group.meeting.said("goal", "p1", "sure")


def test_enter_on_an_empty_number_passes() -> None:
    """A2, M10: no number is said for anybody; a number that is given is kept."""
    for typed, stands in (("", None), ("8", 8)):
        group = at_the_keyboard("goal")
        group.choose("p1")
        group.onward()
        assert with_number(group, typed) == stands
        assert group.prompt.id == "goal/p1/more"


def gone_on(meeting: Meeting, place: Place, answer: str) -> Meeting:
    """Return the meeting after an answer at a place that an old journal may stand at."""
    at = replay(meeting, (MovedTo(place.step, place.giver, place.part),))
    assert prompt_for(at).question
    command = commands.GiveAnswer(Typed(answer) if " " in answer else Chosen(answer))
    told = decide(at, command)
    assert isinstance(told, tuple), told
    return replay(at, told)


def test_old_journals_go_on_from_parts_that_are_not_asked_any_more() -> None:
    """M7: where a meeting stood when the program was made anew."""
    group = at_the_keyboard("goal")
    meeting = replay(group.meeting, (AnswerGiven("goal", "p1", "what", "walk", True),))
    may_i = gone_on(meeting, Place("check-in", "p1", "@may-i"), "yes")
    assert may_i.place == Place("check-in", "p1", "@line")
    can = gone_on(meeting, Place("strengths", "p1", "can"), "I fly")
    assert can.place == Place("strengths", "p1", "care")
    kept = replay(meeting, (AnswerGiven("goal", "p1", "keep", "yes", True),))
    lock = gone_on(kept, Place("goal", "p1", "lock"), "yes")
    assert lock.place == Place("goal", "p1", "word")
    lock = gone_on(kept, Place("goal", "p1", "lock"), "no")
    assert lock.place == Place("goal", "", "@keyboard")
    you = gone_on(meeting, Place("strengths", "", "@keyboard"), "p1")
    assert you.place == Place("strengths", "p1", "@hand-over")


def test_a_word_of_an_old_journal_still_locks() -> None:
    """M7, M9: it was typed once, and holds."""
    group = at_the_keyboard("goal")
    said = {"what": "walk", "keep": "yes", "lock": "yes", "word": "salt$hash"}
    happened = [AnswerGiven("goal", "p1", part, value, True) for part, value in said.items()]
    group.around.meeting = replay(group.meeting, happened)
    from facilitator.engine.activities.goal import kept_plan

    plan = kept_plan(group.meeting, group.meeting.people[0])
    assert plan is not None
    assert plan.lock == "salt$hash"


def test_nobody_is_asked_who_they_are_after_saying_so() -> None:
    """M9: "I'm Heron" is "Is this you, Heron?"."""
    from tests.engine.test_kinds import week_two

    group = week_two()
    assert not [one for one in group.shown if "Is this you" in one]
    assert isinstance(group.meeting.trail[-2], Place)
    assert group.meeting.trail[-2].part == "@hand-over"
    assert group.prompt.id == "look-back/p1/how"

"""The activity kinds, one by one."""

import pytest

from facilitator.domain import commands, events
from facilitator.domain.events import Keep
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import ChooseOne, ChooseSeveral, WriteText
from facilitator.domain.session import Round
from facilitator.engine.activities.registry import KINDS
from facilitator.engine.own_word import locked, opens
from facilitator.engine.values import value_from
from tests.scenario import Scenario, shipped, words_of

FORBIDDEN = ("%", "streak", "score", "rank", "fail", "missed", "wrong")


def at_goal(*, keep: Keep = Keep.TODAY, people: int = 4) -> Scenario:
    """Return a meeting in which the first person has the keyboard for a plan."""
    group = Scenario.hold(shipped("first-meeting"), keep=keep, people=people)
    group.until(lambda prompt: prompt.id == "goal//@keyboard")
    group.choose("p1")
    group.onward()
    assert group.prompt.id == "goal/p1/what"
    return group


def test_whoever_has_the_keys_is_not_told_what_to_tell_a_partner() -> None:
    """M10, M15: the hint of a step in pairs is for the talk."""
    group = at_goal()
    assert "partner" not in group.prompt.hint
    assert "small enough for this week" in group.prompt.hint


def plan(group: Scenario, what: str, sure: str, *, keep: bool, word: str = "") -> None:
    """Make a plan with its three parts."""
    group.write(what)
    group.write("on Friday")
    group.write(sure)
    if group.prompt.id.endswith("/offer"):
        group.choose("keep")
    group.choose(("lock" if word else "yes") if keep else "enough")
    if keep and word:
        group.write(word)
        group.write(word)


@pytest.mark.parametrize("sure", range(11))
def test_help_is_offered_under_seven_and_never_from_seven_on(sure: int) -> None:
    """M11: 0-6 offer, 7-10 do not; keeping the plan is always the first choice."""
    group = at_goal()
    group.write("walk")
    group.write("Monday")
    group.write(str(sure))
    is_offered = group.prompt.id == "goal/p1/offer"
    assert is_offered == (sure < 7)
    if is_offered:
        assert group.asked(ChooseOne).choices[0].id == "keep"
        group.choose("keep")
    assert group.prompt.id == "goal/p1/more"


def test_a_plan_can_be_made_smaller_and_shows_what_was_there() -> None:
    """M11: making it smaller goes back to the plan, its words still there."""
    group = at_goal()
    group.write("run ten miles")
    group.write("daily")
    group.write("2")
    group.choose("smaller")
    assert group.prompt.id == "goal/p1/what"
    assert group.asked(WriteText).given == "run ten miles"
    group.write("walk one mile")
    assert group.meeting.said("goal", "p1", "what") == "walk one mile"


def test_all_parts_of_a_plan_come_back() -> None:
    """M10: three parts first, then how much, how often, obstacle, if-then, who."""
    group = at_goal()
    group.write("walk")
    group.write("Monday")
    group.write("seven")
    group.choose("add")
    for part in ("how-much", "how-often", "obstacle", "if-then", "who"):
        assert group.prompt.id == f"goal/p1/{part}"
        group.write(f"{part} words")
    assert group.prompt.id == "goal/p1/keep"
    group.onward()
    assert group.prompt.id == "goal//@keyboard"
    said = {place.part: given.value for place, given in group.meeting.answers.items()}
    assert said["what"] == "walk"
    assert said["sure"] == 7
    assert said["if-then"] == "if-then words"


def test_an_empty_plan_is_fine() -> None:
    """M10: whoever passes the first part has had a turn, and nothing is stored."""
    group = at_goal()
    group.pass_()
    assert group.prompt.id == "goal//@keyboard"
    assert not any(place.giver == "p1" for place in group.meeting.answers)


def test_every_later_part_may_be_passed() -> None:
    """M10: what alone is a plan."""
    group = at_goal()
    group.write("walk")
    group.pass_()
    group.pass_()
    assert group.prompt.id == "goal/p1/more"


def test_asking_the_group_for_ideas_brings_a_step_for_them() -> None:
    """M11, C6: with no ideas step to come one is added; the one who asked comes first."""
    group = at_goal()
    group.write("walk")
    group.write("Monday")
    group.write("3")
    group.choose("ideas")
    assert any(isinstance(one, events.StepAdded) for one in group.journal)
    group.until(lambda prompt: prompt.id.endswith("/whose"))
    assert group.asked(ChooseOne).choices[1].id == "p1"
    group.choose("p1")
    asked = []
    while group.prompt.id.endswith("/idea"):
        asked.append(group.prompt.turn_short)
        if len(asked) == 2:
            group.pass_()
        else:
            group.write(f"idea of {group.prompt.turn_short}")
    assert asked == ["Oak", "River", "Robin"]
    assert group.prompt.turn_short == "Heron"
    assert [one.label for one in group.asked(ChooseSeveral).choices] == [
        "idea of Oak",
        "idea of Robin",
    ]
    group.several()
    assert not group.prompt.id.endswith("/pick")


def test_nobody_need_want_ideas() -> None:
    """C6: the first row goes on without."""
    group = Scenario.hold(shipped("weekly-meeting"))
    group.until(lambda prompt: prompt.id == "ideas//whose")
    group.onward()
    assert group.prompt.id.startswith("reflection/")


def week_two(*, word: str = "", people: int = 2) -> Scenario:
    """Return the second week of a group in which one person kept a plan."""
    group = at_goal()
    plan(group, "walk to the sea", "8", keep=True, word=word)
    group.to_the_end()
    group.next_week()
    again = Scenario.on(group.ports)
    weekly = shipped("weekly-meeting")
    again.ports.shelf.held = (weekly,)  # type: ignore[attr-defined]
    for choice in ("start", weekly.id, "person"):
        again.choose(choice)
    again.choose(Keep.TODAY)
    assert again.prompt.id == "who-again"
    again.several(again.around.members[0].id)
    if people > 1:
        again.write("Ann")
    again.all_here()
    if people == 1:
        again.runner.ask(commands.ChangeRound("look-back", Round.EACH))
        again.until(lambda prompt: prompt.id.startswith("look-back/p1/"))
        return again
    again.until(lambda prompt: prompt.id == "look-back//@keyboard")
    again.choose("p1")
    again.onward()
    return again


def test_last_weeks_plan_comes_back_for_whoever_kept_theirs_and_nobody_else() -> None:
    """M9: asked separately; "until we finish today" keeps the plan, and only the plan."""
    again = week_two()
    assert [member.name for member in again.around.members] == ["Heron"]
    handed_over = next(at for at, one in enumerate(again.shown) if "I'm Heron" in one)
    assert "walk to the sea" not in "\n".join(again.shown[: handed_over + 1])
    assert again.prompt.id == "look-back/p1/how"
    assert "What: walk to the sea" in again.prompt.body


def test_a_no_to_is_this_you_shows_nothing() -> None:
    """M9: asked where nobody hands the keyboard over; the first row shows nothing."""
    again = week_two(people=1)
    assert again.prompt.id == "look-back/p1/you"
    assert again.asked(ChooseOne).choices[0].id == "no"
    again.onward()
    assert again.prompt.id.startswith("strengths/")
    assert "walk to the sea" not in "\n".join(again.shown)


def test_a_persons_own_word_opens_their_plan_and_no_other_does() -> None:
    """M9, A18: the word is asked for, a wrong one is refused in words, and neither is stored."""
    again = week_two(word="Blue Teapot")
    assert again.prompt.id == "look-back/p1/word"
    assert "walk to the sea" not in words_of(again.prompt)
    from facilitator.domain.answers import Typed

    assert not again.answer(Typed("red teapot"))
    assert "not the word" in again.notice
    again.write("  blue teapot ")
    assert "What: walk to the sea" in again.prompt.body
    stored = repr(again.journal).casefold()
    assert "blue teapot" not in stored
    assert "red teapot" not in stored


def test_looking_back_uses_five_kind_words_and_no_score() -> None:
    """M12: the five steps, and no word of failure on any prompt of the look-back."""
    again = week_two()
    assert [one.label for one in again.asked(ChooseOne).choices] == [
        "I'd rather not say", "More than I hoped", "As I hoped", "Some of it", "Not this week", "I changed my mind",
    ]  # fmt: skip
    again.choose("not")
    again.onward()
    again.choose("rest")
    shown = "\n".join(one for one in again.shown if "Last week" in one).casefold()
    assert not [word for word in FORBIDDEN if word in shown]


def test_a_rest_from_plans_leaves_no_plan_for_next_time() -> None:
    """M9: after the look-back the old plan goes, unless it is to come again."""
    again = week_two()
    again.choose("some")
    again.onward()
    again.choose("rest")
    again.to_the_end()
    assert again.ports.book.members("our-group")[0].plan is None


def test_nothing_goes_into_the_book_when_nothing_may_be_kept() -> None:
    """M9, S6: under "nothing on this machine" a plan is not even asked for."""
    group = at_goal(keep=Keep.NOTHING)
    group.write("walk")
    group.write("Monday")
    group.write("8")
    group.choose("enough")
    assert group.prompt.id == "goal//@keyboard"
    group.to_the_end()
    assert group.ports.book.members("our-group") == ()
    assert group.ports.book.groups() == ()


def test_the_agreement_is_written_by_the_group_and_comes_back() -> None:
    """C1: two halves, own lines, shown at the start next time, versions kept."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until(lambda prompt: prompt.id == "agreement//asks")
    group.several("phrase-1")
    assert "So far: What's said here stays here" in group.prompt.body
    group.write("We share the biscuits")
    assert "So far: What's said here stays here; We share the biscuits" in group.prompt.body
    group.choose("done")
    group.several()
    assert not words_of(group.prompt).count("So far"), "of this half nothing stands yet"
    group.choose("done")
    assert group.prompt.body == (
        "We ask: What's said here stays here", "We ask: We share the biscuits",
    )  # fmt: skip
    group.onward()
    group.choose("yes")
    group.to_the_end()
    assert group.ports.book.agreement("our-group").version == 1
    again = Scenario.on(group.ports)
    again.set_out(shipped("first-meeting"))
    again.until(lambda prompt: prompt.id == "agreement//stands")
    assert "We ask: We share the biscuits" in again.prompt.body
    again.choose("change")
    again.several()
    again.choose("done")
    again.several("phrase-1")
    again.choose("done")
    again.onward()
    again.choose("yes")
    again.to_the_end()
    stands = again.ports.book.agreement("our-group")
    assert (stands.version, stands.asks, stands.gives) == (2, (), ("I'll listen to the end",))


def test_what_was_not_to_be_kept_of_the_agreement_is_gone() -> None:
    """C1, S6: "only for today" keeps no agreement."""
    group = Scenario.hold(shipped("first-meeting"))
    group.to_the_end()
    assert group.ports.book.agreement("our-group").version == 0


def back_to(group: Scenario, prompt_id: str) -> None:
    """Go back until that prompt is there."""
    for _ in range(6):
        if group.prompt.id != prompt_id:
            group.back()
    assert group.prompt.id == prompt_id


def test_whoever_looks_back_finds_what_they_chose_marked() -> None:
    """M5, M9, C1, M13: Enter on the way forward again changes no yes into a no."""
    group = at_goal()
    plan(group, "walk", "9", keep=True)
    group.choose("p1")
    group.until(lambda prompt: prompt.id == "goal/p1/more")
    assert group.asked(ChooseOne).marked == "yes"
    group.choose("lock")
    back_to(group, "goal/p1/more")
    assert group.asked(ChooseOne).marked == "lock"
    group = Scenario.hold(shipped("first-meeting"))
    group.until(lambda prompt: prompt.id == "agreement//asks")
    group.several("phrase-1")
    for _ in range(4):
        group.onward()
    assert group.prompt.id == "agreement//save"
    group.choose("yes")
    group.back()
    assert group.asked(ChooseOne).marked == "yes"
    group.until(lambda prompt: prompt.id == "strengths//@keyboard")
    group.choose("p1")
    group.onward()
    group.write("I can fly")
    group.pass_()
    group.choose("yes")
    group.choose("p1")
    group.until(lambda prompt: prompt.id == "strengths/p1/share")
    assert group.asked(ChooseOne).marked == "yes"


def test_one_line_may_be_noted_with_a_yes() -> None:
    """M15: aloud, the row asks for the yes; the line is open at once; then the group sees it."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until_step("check-in")
    rows = [one.label for one in group.asked(ChooseOne).choices]
    assert rows[1] == "Note one line, if Heron says yes"
    group.choose("note")
    assert (group.prompt.question, group.asked(WriteText).is_open) == ("What shall we write?", True)
    assert "The group will see it at the end." in group.prompt.hint
    group.onward()
    assert not [place for place in group.meeting.answers if place.part == "@line"]
    assert group.prompt.turn_short == "Oak"
    group.choose("note")
    group.write("a bright morning")
    assert group.prompt.turn_short == "River"
    group.choose("all-spoken")
    assert group.prompt.id.startswith("strengths/")
    group.until(lambda prompt: prompt.id == "@close//made")
    assert group.prompt.body[-2:] == ("We said:", "Oak: a bright morning")


def test_strengths_are_shown_only_with_a_yes_and_without_a_name() -> None:
    """M13, C3: shared strengths stand at the close, others do not."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until(lambda prompt: prompt.id == "strengths//@keyboard")
    for person, choice in (("p1", "yes"), ("p2", "no")):
        group.choose(person)
        group.onward()
        group.write(f"I can fly {person}")
        group.pass_()
        group.choose(choice)
    group.until(lambda prompt: prompt.id == "@close//made")
    shown = "\n".join(group.prompt.body)
    assert "I can fly p1" in shown
    assert "I can fly p2" not in shown
    assert "Heron" not in shown


def test_resources_come_one_at_a_time_each_with_its_code() -> None:
    """T1: at the step and again at the close."""
    group = Scenario.hold(shipped("first-meeting"))
    group.until_step("resources")
    targets = []
    while group.prompt.id.startswith("resources/"):
        assert group.prompt.code is not None
        targets.append(group.prompt.code.target)
        group.onward()
    assert targets == [one.target for one in group.meeting.session.resources]
    group.until(lambda prompt: prompt.id == "@close//take")
    group.choose("aliss")
    assert group.prompt.code is not None
    assert group.prompt.code.target == "https://www.aliss.org"
    group.onward()
    assert group.prompt.id == "@close//take"


def test_whoever_keeps_less_has_no_word_in_the_closed_file() -> None:
    """S6: a person's no covers their words, whatever the group keeps."""
    group = Scenario.hold(shipped("first-meeting"), keep=Keep.GROUP)
    group.menu("came")
    group.write("Lena")
    group.choose("less")
    group.until(lambda prompt: prompt.id == "strengths//@keyboard")
    for person in ("p1", "p5"):
        group.choose(person)
        group.onward()
        group.write(f"canary of {person}")
        group.pass_()
        group.onward()
    group.to_the_end()
    row = group.ports.store.latest("our-group")
    assert row is not None
    stored = repr(group.ports.store.read("our-group", row.id))
    assert "canary of p1" in stored
    assert "canary of p5" not in stored


def test_every_kind_is_whole() -> None:
    """Rule 8 of design.md 3: each kind has settings, a first part and a prompt for it."""
    assert sorted(KINDS) == [
        "agreement", "away", "break", "check-in", "choose-next", "closing", "consent", "dot-vote",
        "evaluation", "goal", "growth", "ideas", "look-back", "moving-on", "next-roles",
        "next-time", "note", "offers", "plan-session", "reflection", "resources", "roles", "story",
        "strengths", "tip", "welcome", "welcome-note", "you-said",
    ]  # fmt: skip
    for name, kind in KINDS.items():
        assert kind.spec.name == name
        assert kind.spec.rounds


def test_a_word_opens_only_its_own_lock() -> None:
    """A18: capitals and spaces do not matter; the hash does not hold the word."""
    lock = locked("Blue  Teapot", "salt")
    assert opens("blue teapot", lock)
    assert not opens("blue teapots", lock)
    assert "teapot" not in lock.casefold()
    assert locked("blue teapot", "other") != lock


def test_a_value_is_refused_in_words() -> None:
    """A15: what is wrong and how to mend it."""
    from facilitator.domain.answers import Chosen, Typed
    from facilitator.domain.commands import Refusal
    from facilitator.domain.prompt import Choice, GiveNumber

    too_high = value_from(GiveNumber(0, 10), Typed("77"))
    assert too_high == Refusal("Please give a number from 0 to 10. You can say it as a word too.")
    unknown = value_from(ChooseOne((Choice("a", "A"),)), Chosen("b"))
    assert isinstance(unknown, Refusal)
    empty = value_from(WriteText((), "Own"), Typed(" \x1b "))
    assert isinstance(empty, Refusal)
    long = value_from(WriteText((), "Own", at_most=5), Typed("too many"))
    assert isinstance(long, Refusal)
    assert "room for 5" in long.words


def test_help_shows_the_numbers_first_and_leads_back() -> None:
    """A17, S16: one card from every prompt, whom to turn to first; not stored."""
    group = Scenario.hold(shipped("first-meeting"))
    while group.around.meeting is not None:
        before = len(group.journal)
        at = group.prompt.id
        assert group.press(KeyCommand.HELP)
        assert "116 123" in [one.number for one in group.prompt.contacts]
        assert group.prompt.question.startswith("Turn to somebody in the room")
        group.onward()
        assert group.prompt.id == at
        assert len(group.journal) == before
        group.onward()

"""Steps branch by what the group chooses (M16)."""

import pytest

from facilitator.domain.events import StepBroughtBack
from facilitator.engine.activities.registry import SPECS
from facilitator.sessions.parse import parse
from tests.engine.voting import GOOD, at, by_keys, counted, takes
from tests.scenario import Scenario

BRANCHES = ("walk", "quiet")


def chosen(way: str, step: str) -> Scenario:
    """Return a group that chose a step in one of the ways."""
    group = at("fork")
    group.choose(way)
    match way:
        case "talk":
            group.choose(step)
        case "keys":
            group.onward()
            for person in ("p1", "p2", "p3"):
                takes(group, person, step)
            group.choose("look")
            group.choose("go")
        case _:
            group.onward()
            counted(group, *((3,) if step == "walk" else (0, 3)))
            group.choose("yes")
            group.choose("go")
    return group


@pytest.mark.parametrize("way", ["talk", "hands", "beans", "keys"])
@pytest.mark.parametrize("step", BRANCHES)
def test_each_branch_is_reached_in_each_way(way: str, step: str) -> None:
    """M16: what was chosen comes, the other is left out today, the close says so."""
    group = chosen(way, step)
    assert group.prompt.id == f"{step}//away"
    assert group.meeting.left_out == frozenset({*BRANCHES} - {step})
    assert group.reload().meeting == group.meeting
    group.onward()
    assert group.prompt.id == "after//about"
    group.pass_()
    title = {"walk": "A walk and a talk", "quiet": "A quiet time"}[step]
    assert group.prompt.body[:2] == ("We chose:", title)


@pytest.mark.parametrize("how", ["later", "pass", "skip"])
def test_without_a_choice_all_of_them_come(how: str) -> None:
    """M3, M16: nothing is left out because nobody chose."""
    group = at("fork")
    if how == "later":
        group.choose("talk")
        group.choose("later")
    elif how == "pass":
        group.pass_()
    else:
        group.menu("skip")
    assert group.meeting.left_out == frozenset()
    assert group.prompt.id == "walk//away"
    group.onward()
    assert group.prompt.id == "quiet//away"


def test_after_going_back_the_group_can_choose_the_other_one() -> None:
    """M5, M16: the one that was left out is there again."""
    group = chosen("talk", "quiet")
    group.back()
    group.choose("walk")
    assert group.prompt.id == "walk//away"
    assert group.meeting.left_out == {"quiet"}


def test_both_of_a_tie_come() -> None:
    """C7, M16: two steps with the same number, both taken."""
    group = at("fork", people=2)
    by_keys(group)
    takes(group, "p1", "walk")
    takes(group, "p2", "quiet")
    group.choose("look")
    group.choose("both")
    assert group.meeting.left_out == frozenset()
    group.onward()
    assert group.prompt.id == "quiet//away"


def test_a_step_that_was_not_chosen_can_be_brought_back_by_the_menu() -> None:
    """M4, M16: under "what comes next", also one that comes before this place."""
    group = chosen("talk", "quiet")
    group.menu("order")
    group.choose("walk")
    assert any(isinstance(one, StepBroughtBack) for one in group.journal)
    assert group.reload().meeting == group.meeting
    group.onward()
    assert group.prompt.id == "walk//away"


def test_a_branch_that_was_moved_before_the_choice_still_comes_after_it() -> None:
    """M4, M16: whatever the order was made to be, what is chosen is reached."""
    group = at("earlier")
    group.menu("order")
    group.choose("quiet")
    group.menu("skip")
    assert group.prompt.id == "quiet//away"
    group.onward()
    group.choose("talk")
    group.choose("quiet")
    assert group.prompt.id == "quiet//away"
    group.onward()
    assert group.prompt.id == "after//about"


def told(old: str, new: str) -> list[tuple[int, str, str]]:
    """Return the problems of the sample with one thing changed: line, sentence, suggestion."""
    text = GOOD.read_text("utf-8")
    assert old in text
    problems = parse(text.replace(old, new), "bad.toml", SPECS).problems
    return [(one.line, one.sentence, one.suggestion) for one in problems]


LINE = next(
    at
    for at, line in enumerate(GOOD.read_text("utf-8").split("\n"), 1)
    if line.startswith("steps = ")
)
STEPS = 'steps = ["walk", "quiet"]'


@pytest.mark.parametrize(
    ("new", "says"),
    [
        ('steps = ["walk", "quite"]', ("no step with the id quite", "Did you mean quiet?")),
        ('steps = ["walk", "trip"]', ("The step trip has to come after this one.", "")),
        ('steps = ["walk"]', ("The group can choose of 2 to 4 steps. Here are 1.", "")),
        ('steps = ["walk", "walk"]', ("The id walk is used twice.", "")),
    ],
)
def test_bad_branches_are_said_with_their_line(new: str, says: tuple[str, str]) -> None:
    """M16, S15: unknown ids with the nearest one; too few; before this step; twice."""
    found = told(STEPS, new)
    assert [line for line, _, _ in found] == [LINE]
    assert says[0] in found[0][1]
    assert found[0][2] == says[1]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (', "The museum", "A walk in the wood", "The garden", "The cinema", "A boat"]', "]",
         "There is room for 2 to 6 options, or none. Here are 1."),
        ('"The museum"', '"The Beach"', "The Beach is among the options twice."),
        ('"The museum"', '""', "This must not be empty."),
        ('"A boat"]', '"A boat"]\ndots = 7', "Nobody can put 7 dots on 6 options."),
        ("dots = 1", 'dots = "one"', "This must be a whole number."),
        ('proposal = "We', 'proposal = ["We"]\nx = "', "This must be words in quotes."),
        ("from next week.", "from next week" + "x" * 40, "There is room for 72."),
    ],
)  # fmt: skip
def test_bad_options_and_proposals_are_said_in_words(old: str, new: str, says: str) -> None:
    """C7, S15: the bad samples of dots and consent."""
    assert says in "\n".join(sentence for _, sentence, _ in told(old, new))

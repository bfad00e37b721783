"""Changing a session file: what was asked for is changed, and every comment stays."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.engine.activities.registry import SPECS
from facilitator.sessions.blocks import Blocks
from facilitator.sessions.changes import (
    AddLine,
    AddResource,
    AddStep,
    CannotWrite,
    Change,
    DropLine,
    DropStep,
    MoveStep,
    SetAbout,
    SetStep,
    SetTop,
    applied,
    place_of,
)
from facilitator.sessions.parse import parse
from facilitator.sessions.writing import empty, written

ROOT = Path(__file__).parents[2]
FIRST = (ROOT / "sessions" / "first-meeting.toml").read_text("utf-8")
SMALL = '''# The top, ours
format = 1
id = "tea"      # short
title   = "Tea"
minutes = 30
language = "en-GB"
licence = "CC-BY-4.0"
needs = [
  "tea",   # or coffee
  # biscuits?
  "chairs",
]

[about]
text = "Half an hour."  # say it aloud

# --- the steps ---

# first comes arriving
[[steps]]
id = "arriving"
title = "Arriving"
kind = "check-in"
round = "aloud"
minutes = 1
seconds-each = 30  # it goes fast
text = "How are you?"
easy = "How are you?"
# ready words below
[steps.settings]
ready = ["Sunny", 'Rainy'] # weather

# then tea
[[steps]]
id = "tea"
title = "Tea"
kind = "break"
round = "away"
minutes = 10
text = """Have
some tea."""
easy = "Have tea."

# and home

[[steps]]
# the end
id = "end"
title = "Last words"
kind = "closing"
round = "aloud"
minutes = 1
text = "One word?"
easy = "One word?"
# nothing more
'''
STEPS = ("arriving", "tea", "end", "extra", "nowhere")
LINES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)

CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(SetTop, st.sampled_from(["title", "id", "derived-from", "licence"]), LINES),
    st.builds(SetTop, st.sampled_from(["minutes", "lived-experience"]), st.integers(0, 90)),
    st.builds(SetAbout, st.sampled_from(["text", "easy"]), LINES),
    st.builds(
        SetStep,
        st.sampled_from(STEPS),
        st.sampled_from(["title", "text", "easy", "hint", "easy-hint", "cue", "round"]),
        st.one_of(LINES, st.just("")),
    ),
    st.builds(
        SetStep,
        st.sampled_from(STEPS),
        st.sampled_from(["minutes", "seconds-each", "size"]),
        st.integers(0, 90),
    ),
    st.builds(AddLine, st.sampled_from(STEPS), st.sampled_from(["ready", "keep"]), LINES),
    st.builds(DropLine, st.sampled_from(STEPS), st.just("ready"), st.sampled_from(["Sunny", "x"])),
    st.builds(AddLine, st.just(""), st.sampled_from(["needs", "made-by"]), LINES),
    st.builds(DropLine, st.just(""), st.just("needs"), st.sampled_from(["tea", "chairs", "x"])),
    st.builds(
        AddStep,
        st.tuples(
            st.tuples(st.just("id"), st.just("extra")),
            st.tuples(st.just("title"), LINES),
            st.tuples(st.just("minutes"), st.integers(0, 9)),
        ),
        st.sampled_from(("", *STEPS)),
    ),
    st.builds(DropStep, st.sampled_from(STEPS)),
    st.builds(MoveStep, st.sampled_from(STEPS), st.sampled_from(("", *STEPS))),
)


def comments(text: str) -> list[str]:
    """Return what is after each # that begins a comment in these samples, in order of letters."""
    return sorted(line.partition("#")[2] for line in text.split("\n") if "#" in line)


def expected(source: str, change: Change) -> list[str]:
    """Return the comments that must stay: all but those of a step that goes."""
    if not isinstance(change, DropStep):
        return comments(source)
    found = Blocks.of(source).block(f"steps.{place_of(tomllib.loads(source), change.step)}")
    assert found is not None
    lines = Blocks.of(source).lines
    return comments("".join((*lines[: found[0]], *lines[found[1] :])))


@settings(max_examples=150, deadline=None)
@given(st.lists(CHANGES, max_size=8), st.booleans())
def test_any_changes_leave_a_file_that_says_just_them_and_every_comment(
    changes: list[Change], has_other_line_ends: bool
) -> None:
    """C12: tomllib reads what was asked for and nothing else; no comment elsewhere is lost."""
    source = SMALL.replace("\n", "\r\n") if has_other_line_ends else SMALL
    for change in changes:
        try:
            wanted = applied(tomllib.loads(source), change)
        except CannotWrite:
            with pytest.raises(CannotWrite):
                written(source, change)
            continue
        is_about_comments = "#" in repr(change)
        stays = expected(source, change)
        made = written(source, change)
        assert tomllib.loads(made) == wanted
        parse(made, "x.toml", SPECS)
        if is_about_comments:
            return
        lost = [one for one in stays if one not in comments(made)]
        gone = "or coffee" if change == DropLine("", "needs", "tea") else "\0"
        assert [one for one in lost if gone not in one] == [], (change, made)
        source = made


@pytest.mark.parametrize(
    "change",
    [
        SetTop("title", "Ours"),
        SetTop("derived-from", "first-meeting"),
        SetAbout("easy", "We meet."),
        SetStep("check-in", "cue", "What helps?"),
        SetStep("welcome", "hint", "Slowly."),
        SetStep("goal", "minutes", 12),
        AddLine("check-in", "ready", "Foggy"),
        DropLine("check-in", "ready", "Cloudy. So-so"),
        AddLine("tea", "ready", "New"),
        AddLine("", "needs", "a ball"),
        AddStep((("id", "more"), ("title", "More")), "tea"),
        DropStep("goal"),
        MoveStep("resources"),
        MoveStep("welcome", "resources"),
        AddResource((("id", "us"), ("label", "Us"), ("checked-on", date(2026, 11, 1)))),
    ],
)
def test_each_change_can_be_made_to_a_shipped_session_and_touches_few_lines(change: Change) -> None:
    """C12: order and all other lines are as they were."""
    made = written(FIRST, change)
    assert tomllib.loads(made) == applied(tomllib.loads(FIRST), change)
    before, after = FIRST.split("\n"), made.split("\n")
    kept = [line for line in before if line in after]
    assert len(before) - len(kept) <= (20 if isinstance(change, DropStep) else 1)


def test_a_step_that_moves_takes_its_own_comments_along_and_leaves_the_others() -> None:
    """C12: what is written straight above a step is about that step."""
    made = written(SMALL, MoveStep("tea"))
    assert made.index("# --- the steps ---") < made.index("# then tea\n[[steps]]")
    assert made.index("# then tea") < made.index("# first comes arriving")
    assert "# and home\n\n[[steps]]\n# the end" in made


def test_changes_that_take_each_other_back_give_the_same_text() -> None:
    """C12: nothing drifts."""
    there = written(SMALL, SetTop("title", "Ours"), SetTop("title", "Tea"))
    assert there == SMALL
    made = written(SMALL, MoveStep("end"), MoveStep("end", "tea"))
    assert tomllib.loads(made) == tomllib.loads(SMALL)
    assert comments(made) == comments(SMALL)


def test_a_session_can_be_made_from_nothing_by_changes_alone() -> None:
    """C12: an empty one, a step at a time, until nothing is wrong with it."""
    source = empty('Our "own" tea', "our-own-tea", 30)
    assert parse(source, "x.toml", SPECS).session is None
    keys: tuple[tuple[str, str | int | float], ...] = (
        ("id", "arriving"), ("title", "Arriving"), ("kind", "check-in"), ("round", "aloud"),
        ("minutes", 2), ("text", "How are you?"), ("easy", "How are you?"), ("cue", "Who begins?"),
    )  # fmt: skip
    made = written(
        source,
        SetAbout("text", "Half an hour with tea."),
        AddStep(keys),
        AddLine("arriving", "ready", "Sunny"),
    )
    session = parse(made, "x.toml", SPECS).session
    assert session is not None
    assert (session.title, session.steps[0].minutes) == ('Our "own" tea', 2)


@pytest.mark.parametrize(
    "source",
    [
        "steps = 3",
        "format = ",
        'steps = [{ id = "a", title = "A" }, { id = "b" }]',
        '[[steps]]\nid = "a"\n[about]\ntext = "x"\n[[steps]]\nid = "b"\n',
        '[[steps]]\nid = "a"\n[[steps]]\nid = "a"\n[[steps]]\ntitle = "no id"\n',
        "[steps]\na = 1\n",
        "[[steps]]\nid = 'a'\nsettings = 3\n",
        "about = 3\n[[steps]]\nid = 'a'\n[steps.settings]\nready = 3\n",
    ],
)
def test_a_file_that_cannot_be_changed_here_is_refused_and_never_half_changed(source: str) -> None:
    """C12, S15: either just the change, or a word that it cannot be done."""
    for change in (
        SetTop("title", "T"), SetAbout("text", "A"), SetStep("a", "title", "T"),
        SetStep("@2", "title", "T"), SetStep("@3", "title", "T"), AddLine("a", "ready", "x"),
        DropLine("a", "ready", "x"), AddStep((("id", "c"),), "a"), DropStep("a"), DropStep("@1"),
        MoveStep("b"), MoveStep("a", "b"), AddResource((("id", "r"),)),
    ):  # fmt: skip
        try:
            made = written(source, change)
        except CannotWrite:
            continue
        assert tomllib.loads(made) == applied(tomllib.loads(source), change)


def test_steps_whose_ids_are_in_doubt_are_known_by_their_place() -> None:
    """S15: a file with two steps of one id can be mended in the editor."""
    twice = SMALL.replace('id = "end"', 'id = "tea"')
    made = written(twice, SetStep("@3", "id", "end"))
    assert tomllib.loads(made) == tomllib.loads(SMALL)

"""Session files: every problem at once, in words, and never a traceback (S15)."""

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.problems import Severity
from facilitator.domain.session import Resource, Round, Session, Step
from facilitator.engine.activities.registry import SPECS
from facilitator.sessions.banned import NAMES, banned_in
from facilitator.sessions.lines import key_lines
from facilitator.sessions.parse import LARGEST, parse, parse_bytes
from facilitator.sessions.report import lines_of
from tests.sessions.make_bad import BAD

GOOD = (Path(__file__).parent / "good" / "small.toml").read_text("utf-8")
ROOT = Path(__file__).parents[2]
WITHOUT_PLANS = {"hard-week", "moving-on", "offers-and-needs", "plan-our-own", "story-circle"}
"""Shipped sessions in which nobody is asked for a plan of their own."""


def test_a_good_file_reads_without_a_word() -> None:
    """M1: every field is there."""
    parsed = parse(GOOD, "small.toml", SPECS)
    assert parsed.problems == ()
    session = parsed.session
    assert session is not None
    assert (session.id, session.minutes, session.lived_experience) == ("small", 20, 3)
    assert [step.round for step in session.steps] == [Round.ALOUD, Round.PAIRS, Round.TOGETHER]
    assert session.steps[0].seconds_each == 30
    assert session.resources[0].target == "https://www.aliss.org"
    assert session.source == GOOD


@pytest.mark.parametrize("name", sorted(BAD))
def test_each_fault_is_said_in_words_with_its_line(name: str) -> None:
    """S15, S17, T2, M13, C4: what is wrong, where, and the nearest right word."""
    bad = BAD[name]
    text = GOOD.replace(bad.old, bad.new)
    assert text != GOOD
    parsed = parse(text, "bad.toml", SPECS)
    told = "\n".join(lines_of(parsed.problems))
    for words in bad.says:
        assert words in told, told
    assert (parsed.session is not None) == bad.is_advice
    if name not in ("deep", "newer"):
        assert all(problem.line > 0 for problem in parsed.problems), told
    for problem in parsed.problems:
        assert "int" not in problem.sentence.split()
        assert "Traceback" not in problem.sentence


def test_all_faults_come_at_once() -> None:
    """S15: four faults in one file are four problems."""
    text = GOOD
    for name in ("wrong-type", "bad-id", "http", "unknown-setting"):
        text = text.replace(BAD[name].old, BAD[name].new)
    assert len(parse(text, "bad.toml", SPECS).problems) >= 4


@pytest.mark.parametrize("sign", ["\\U00018d09", "\\u0007", "\\u202e"])
def test_what_no_terminal_can_show_is_a_question_mark_in_the_sentence(sign: str) -> None:
    """S15: a letter without a shape, a bell, a mark that turns the line round."""
    parsed = parse(GOOD.replace('kind = "check-in"', f'kind = "tea{sign}"'), "odd.toml", SPECS)
    said = [one.sentence for one in parsed.problems if "no kind called" in one.sentence]
    assert len(said) == 1
    assert said[0].isprintable()


def test_a_session_without_steps_is_no_session() -> None:
    """S15: said in words."""
    problems = parse(GOOD.split("[[steps]]")[0], "x", SPECS).problems
    assert [one.sentence for one in problems] == ["A session needs at least one step."]


def test_a_file_that_is_too_large_or_no_text_is_refused() -> None:
    """S15: over 256 KB, or not UTF-8."""
    assert (
        parse_bytes(b"#" * (LARGEST + 1), "x", SPECS).problems[0].sentence.startswith("This file")
    )
    broken = parse_bytes(b"format = 1\n\xff\xfe", "x", SPECS).problems[0]
    assert (broken.line, "plain text" in broken.sentence) == (2, True)


@given(st.text())
def test_no_text_whatever_raises(text: str) -> None:
    """S15: anything at all is a session or problems."""
    parsed = parse(text, "x", SPECS)
    assert parsed.session is not None or parsed.problems


@settings(max_examples=200)
@given(st.data())
def test_no_change_to_a_good_file_raises(data: st.DataObject) -> None:
    """S15: bytes changed, cut and put in at random."""
    raw = bytearray(GOOD.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=6))
    parsed = parse_bytes(bytes(raw), "x", SPECS)
    assert parsed.session is None or all(one.severity is Severity.ADVICE for one in parsed.problems)


def test_a_session_has_no_field_for_a_person() -> None:
    """M1: the schema cannot hold one."""
    names = {one.name for kind in (Session, Step, Resource) for one in fields(kind)}
    assert not names & {"participants", "people", "person", "names", "members", "answers"}


def test_control_signs_in_a_file_are_cleaned() -> None:
    """S14: what TOML lets through by escape does not reach the screen."""
    text = GOOD.replace('"A small session"', '"A \\u001b[31m \\u202e small"')
    session = parse(text, "x", SPECS).session
    assert session is not None
    assert session.title == "A [31m  small"


def test_banned_names_are_found_as_whole_words_only() -> None:
    """S17: "via" and "wrap" pass; every name on the list is found."""
    assert banned_in("Go via the shop and wrap up. Flowers pam. The story of course.") == ()
    for name in NAMES:
        assert banned_in(f"Use {name} today.") == (name,)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", ["text = ", "easy = ", "cue = ", "label = ", "title = "])
def test_a_licensed_instrument_is_refused_wherever_it_stands(name: str, place: str) -> None:
    """S17: in what is asked, in easy words, cues, labels and titles; no session comes of it."""
    assert place in GOOD
    at = GOOD.index(place) + len(place) + 1
    bad = f"{GOOD[:at]}{name} {GOOD[at:]}"
    parsed = parse(bad, "bad.toml", SPECS)
    assert parsed.session is None
    assert name in "\n".join(lines_of(parsed.problems))


def test_a_licensed_instrument_in_escapes_is_refused_too() -> None:
    """S17: what is shown counts, not how it is spelt in the file."""
    bad = GOOD.replace("Twenty minutes for a few words.", "Fill in the PHQ\\u002d9 first.")
    assert "PHQ-9" not in bad
    parsed = parse(bad, "bad.toml", SPECS)
    assert parsed.session is None
    assert "PHQ-9" in "\n".join(lines_of(parsed.problems))


@given(st.text())
def test_the_line_scan_never_raises(text: str) -> None:
    """S15: for any text."""
    key_lines(text)


def test_the_line_scan_finds_every_key_of_the_shipped_files() -> None:
    """S15: each key that TOML finds has a line that holds its name."""
    import tomllib

    for path in sorted((ROOT / "sessions").glob("*.toml")):
        text = path.read_text("utf-8")
        lines, rows = key_lines(text), text.split("\n")
        for dotted in _paths(tomllib.loads(text), ""):
            assert dotted in lines, (path.name, dotted)
            last = dotted.rpartition(".")[2]
            assert last.isdecimal() or last in rows[lines[dotted] - 1]


def _paths(value: object, path: str) -> list[str]:
    found: list[str] = []
    if isinstance(value, dict):
        for key, one in value.items():
            inner = f"{path}.{key}" if path else key
            found += [] if isinstance(one, list) and one and isinstance(one[0], dict) else [inner]
            found += _paths(one, inner)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            if isinstance(one, dict):
                found += [f"{path}.{number}", *_paths(one, f"{path}.{number}")]
    return found


@pytest.mark.parametrize(
    "path", sorted((ROOT / "sessions").glob("*.toml")), ids=lambda one: one.stem
)
def test_a_shipped_session_has_only_one_piece_of_advice(path: Path) -> None:
    """M13, M15, A20, C4, T2: strengths first, aloud, easy to read; not yet made with a group."""
    parsed = parse_bytes(path.read_bytes(), path.name, SPECS)
    session = parsed.session
    assert session is not None
    assert [one.key for one in parsed.problems] == ["lived-experience"]
    assert session.id == path.stem
    assert session.licence == "CC-BY-4.0"
    assert all(step.words.easy and step.cue for step in session.steps)
    rounds = {step.round for step in session.steps if step.kind in ("check-in", "closing")}
    assert rounds == {Round.ALOUD}
    talked = {step.round for step in session.steps if step.kind in ("strengths", "goal")}
    assert talked == {Round.PAIRS}
    assert ("goal" in {step.kind for step in session.steps}) == (session.id not in WITHOUT_PLANS)

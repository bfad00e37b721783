"""A file that holds more than any session needs is one problem, found before the costly work."""

import pytest

from facilitator.engine.activities.registry import SPECS
from facilitator.sessions import fields
from facilitator.sessions.bounds import LONGEST_TEXT, MOST_KEYS, MOST_ROWS
from facilitator.sessions.help_card import help_card
from facilitator.sessions.parse import LARGEST, parse, parse_bytes
from tests.scenario import SESSIONS

GOOD = (SESSIONS / "first-meeting.toml").read_text("utf-8")

HARM = {
    "steps": "[[steps]]\n" * 24_000,
    "steps with wrong keys": 300 * ("[[steps]]\n" + "keey = 1\nkeeys = 2\n" * 20),
    "keys": "".join(f"key{number} = 1\n" for number in range(15_000)),
    "a list": f"needs = [{'1,' * 100_000}]\n",
    "a text": f'title = "{"x" * 200_000}"\n',
    "a key": f"{'x' * 200_000} = 1\n",
    "a deep list": f"needs = {'[' * 200}{']' * 200}\n",
    "a number": "minutes = 1000000000\n",
    "a long number": f"minutes = {'9' * 200_000}\n",
    "a day": "checked-on = 9999-99-99\n",
    "ids": "".join('[[steps]]\nid = "a"\n' for _ in range(12_000)),
    "resources": "[[resources]]\n" * 15_000,
}
"""Files under the size that is refused, each much of one thing."""


@pytest.mark.parametrize("harm", HARM)
def test_too_much_of_anything_is_one_problem_with_its_line(harm: str) -> None:
    """S15, S20: nothing is read field by field, and no nearest word is looked for."""
    assert len(HARM[harm]) <= LARGEST
    parsed = parse(HARM[harm], "harm.toml", SPECS)
    assert parsed.session is None
    assert len(parsed.problems) == 1
    assert parsed.problems[0].sentence


@pytest.mark.parametrize("harm", HARM)
def test_the_help_card_has_the_same_bounds(harm: str) -> None:
    """S15: it is read at each start."""
    assert not help_card(HARM[harm].encode(), "harm.toml")


def test_the_first_row_too_many_has_its_line() -> None:
    """S15: with the number that there are, and the most."""
    text = "format = 1\n" + "[[steps]]\nid = 'a'\n" * (MOST_ROWS + 1)
    problem = parse(text, "harm.toml", SPECS).problems[0]
    assert problem.line == 2 + 2 * MOST_ROWS
    assert str(MOST_ROWS + 1) in problem.sentence
    assert str(MOST_ROWS) in problem.sentence


def test_what_is_just_within_the_bounds_is_read_field_by_field() -> None:
    """S15: a control; its problems are of another kind, and many."""
    text = "format = 1\n" + "[[steps]]\nid = 'a'\n" * MOST_ROWS
    assert len(parse(text, "full.toml", SPECS).problems) > MOST_ROWS
    longest = GOOD.replace("format = 1", f'format = 1\nderived-from = "{"x" * LONGEST_TEXT}"', 1)
    assert parse(longest, "full.toml", SPECS).session is not None


def test_only_so_many_nearest_keys_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """S20: the work of a file of wrong keys has a bound."""
    asked: list[str] = []

    def counted(word: str, known: object) -> str:
        asked.append(word)
        return ""

    monkeypatch.setattr(fields, "nearest", counted)
    step = "[[steps]]\n" + "".join(f"keey{one} = 1\n" for one in range(MOST_KEYS - 1))
    parsed = parse(step * MOST_ROWS, "wrong.toml", SPECS)
    assert len(parsed.problems) > 1000
    assert len(asked) <= fields.MOST_SUGGESTED


def test_the_sessions_that_come_with_it_are_far_below() -> None:
    """S15: no bound is met by anything that people wrote."""
    for path in SESSIONS.glob("*.toml"):
        assert parse_bytes(path.read_bytes(), path.name, SPECS).session is not None

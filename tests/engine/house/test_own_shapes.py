"""One person's words as text, CSV and JSON (S8, S14)."""

import csv
import io
import json

import pytest

from facilitator.engine.own_lines import Line, OwnWords
from facilitator.engine.own_shapes import SHAPES, body_as, written_as

LINES = (
    Line("Plan", "what", 'swim, "slowly"', private=True),
    Line("Plan", "when", "on Monday\nor not", private=False),
)


def test_each_shape_holds_every_word_and_can_be_read_back() -> None:
    """S8: commas, quotes, more than one line."""
    assert json.loads(body_as("json", "Åse", LINES)) == {
        "who": "Åse",
        "said": [
            {"step": "Plan", "part": "what", "words": 'swim, "slowly"'},
            {"step": "Plan", "part": "when", "words": "on Monday\nor not"},
        ],
    }
    rows = list(csv.reader(io.StringIO(body_as("csv", "Åse", LINES))))
    assert rows[1:] == [[one.step, "Åse", one.words] for one in LINES]
    text = body_as("text", "Åse", LINES)
    assert all(one.words in text for one in LINES)


@pytest.mark.parametrize("begin", ["=", "+", "-", "@"])
def test_a_cell_that_looks_like_a_sum_is_words(begin: str) -> None:
    """S14: a spreadsheet that opens the file runs nothing."""
    line = Line("Plan", "what", f"{begin}cmd|' /C calc'!A0", private=False)
    (_, row) = csv.reader(io.StringIO(body_as("csv", f"{begin}Ann", (line,))))
    assert [cell[0] for cell in row[1:]] == ["'", "'"]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_name_of_a_file_holds_ids_alone(shape: str) -> None:
    """S10: no name, no word."""
    name, _ = written_as(shape, "m1", OwnWords("Åse", "p2", "", LINES), LINES)
    assert name.startswith("m1-p2.")
    assert "se" not in name.partition(".")[0]

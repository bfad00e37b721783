"""Wrapping by words, in columns."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitator.frontends.tui.wrap import field_lines, graphemes, wrapped

TEXTS = st.text(alphabet="abcé漢👨 -/.\u0301", max_size=120)


@given(TEXTS, st.integers(10, 60))
def test_no_line_is_wider_and_no_letter_is_lost(text: str, columns: int) -> None:
    """A5: whatever the words, whatever the width."""
    lines = wrapped(text, columns)
    assert all(cell_len(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXTS, st.integers(10, 60))
def test_what_is_typed_is_on_one_line_each_with_room_for_the_next_letter(
    text: str, columns: int
) -> None:
    """A5, A8: every letter of a field is on exactly one line, the caret never outside."""
    letters = graphemes(text)
    lines = field_lines(letters, columns)
    assert [end for _, end in lines[:-1]] == [start for start, _ in lines[1:]]
    assert (lines[0][0], lines[-1][1]) == (0, len(letters))
    widths = [cell_len("".join(letters[start:end])) for start, end in lines]
    assert all(width <= columns for width in widths)
    assert widths[-1] < columns


def test_an_address_breaks_after_a_slash() -> None:
    """T1: a whole address, broken where it can be read."""
    lines = wrapped("https://www.nhsinform.scot/healthy-living/wellbeing", 38)
    assert lines == ("https://www.nhsinform.scot/healthy-", "living/wellbeing")

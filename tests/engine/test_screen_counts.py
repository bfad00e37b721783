"""The table of screens stays within what was promised (M22, M10, M13, M15, C9)."""

from tests.screen_counts import NAMES, counts, table


def test_few_screens_and_a_line_a_person_or_fewer() -> None:
    """M22, M10, M13, M15: every row of the table is within its bound."""
    found = {one.what: one for one in counts()}
    welcome = [one for what, one in found.items() if what.startswith("home to Welcome, 8")]
    assert len(welcome) == 3
    assert max(one.screens for one in welcome) <= 8
    one_a_line = found["home to Welcome, 8, a name a line"]
    in_one = found["home to Welcome, 8, all names in one line"]
    assert one_a_line.answers - in_one.answers == len(NAMES) - 1
    assert found["a note in a round"].screens <= 2
    assert found["one's own strengths"].screens <= 4
    assert found["a plan, with its last question"].screens <= 5
    assert found["an evaluation of four lines"].screens <= 5
    assert "before" in table()

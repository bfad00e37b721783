"""Honest time, and the reading checker."""

import pytest

from facilitator.domain.session import Round, Step, Words
from facilitator.sessions.honest_time import away_share, rounded, session_minutes, step_minutes
from facilitator.sessions.reading import faults, grade, grade_faults, syllables
from scripts.check_wording import found_faults, sentences_of


def step(round_: Round, *, minutes: float = 2, seconds: int = 30, size: int = 2) -> Step:
    """Return a step of so many fixed minutes, and seconds for each person."""
    return Step("s", "S", "check-in", round_, minutes, seconds, Words("x"), None, size=size)


@pytest.mark.parametrize(
    ("round_", "size", "people", "minutes"),
    [
        (Round.ALOUD, 2, 12, 8.0),
        (Round.EACH, 2, 12, 12.0),
        (Round.TOGETHER, 2, 4, 4.0),
        (Round.AWAY, 2, 2, 3.0),
        (Round.PAIRS, 2, 12, 3.0),
        (Round.PAIRS, 2, 5, 3.5),
        (Round.PAIRS, 3, 12, 3.5),
        (Round.PAIRS, 2, 1, 2.5),
    ],
)
def test_the_sum_counts_people_by_round(
    round_: Round, size: int, people: int, minutes: float
) -> None:
    """M17: one after another, with 20 seconds for each hand-over; pairs talk at the same time."""
    assert step_minutes(step(round_, size=size), people) == minutes


def test_minutes_are_rounded_up() -> None:
    """M17: never promise less than it takes."""
    assert rounded(51.01) == 52
    assert rounded(52.0) == 52
    assert session_minutes([step(Round.ALOUD), step(Round.EACH)], 6) == 5.0 + 7.0


def test_the_share_away_from_the_screen() -> None:
    """Issue 2: aloud, pairs and away are away; together and each are not."""
    assert away_share([step(Round.PAIRS, seconds=0), step(Round.EACH, seconds=0)], 0) == 0.5
    assert away_share([], 4) == 0.0


@pytest.mark.parametrize(
    ("word", "count"),
    [("tea", 1), ("water", 2), ("made", 1), ("table", 2), ("strength", 1), ("a", 1)],
)
def test_syllables_are_counted_about_right(word: str, count: int) -> None:
    """A20: what the grade stands on."""
    assert syllables(word) == count


HARD = (
    "The facilitation methodology necessitates comprehensive organisational consideration of "
    "multidimensional participatory evaluation frameworks. "
)


def test_hard_words_long_sentences_and_double_noes_are_found() -> None:
    """A20: the checker can fail."""
    assert grade(HARD * 5) > 12
    assert grade("We sit. We talk. We have tea.") < 3
    assert grade_faults([("step", [HARD] * 12)], easy=False)[0][0] == "step"
    assert grade_faults([("step", ["We sit and we talk of the day."] * 20)], easy=True) == ()
    assert "21 words" in faults(["one " * 20 + "word."], easy=False)[0]
    assert "16 words" in faults(["one " * 15 + "word."], easy=True)[0]
    assert "say no" in faults(["You cannot do nothing about it here."], easy=False)[0]
    assert "Navigate" in faults(["Navigate on"], easy=False)[0]


def test_small_pools_are_put_together() -> None:
    """A20: pooled to a hundred words or more, none left out."""
    small = [(f"step {number}", [HARD]) for number in range(12)]
    assert grade_faults(small, easy=False)[0][0] == "step 0"


def test_every_sentence_of_the_interface_is_easy_to_read() -> None:
    """A20: all wording modules; and they do hold sentences."""
    assert found_faults() == ()
    assert len(list(sentences_of("facilitator.wording.house"))) > 50

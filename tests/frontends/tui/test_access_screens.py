"""What holds on every screen of the program: places, names, words instead of pictures."""

import re
from collections.abc import Iterator
from functools import cache

from facilitator.domain.keys import SHOWN_KEYS, KeyCommand
from facilitator.domain.prompt import Prompt
from facilitator.domain.records import Theme
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.ink import Ink
from facilitator.frontends.tui.sheet import Sheet
from facilitator.frontends.tui.themes import Depth, styles_for
from facilitator.wording.keys import LABELS
from tests.everywhere import every_prompt
from tests.frontends.tui.hands import LARGE
from tests.frontends.tui.test_every_screen import sheets
from tests.scenario import words_of

PICTURE = re.compile("[\u2500-\u259f\u2800-\u28ff\U0001f000-\U0001faff]")
CODE = (Ink.CODE_LIGHT, Ink.CODE_DARK)
BY_PLACE = re.compile(
    r"\b(on the (left|right)|to the (left|right)|(left|right)-hand|below|beneath|above|"
    r"(red|green|blue|yellow|white|grey|round|square|bold) (button|box|row|line|one|key|sign))\b",
    re.IGNORECASE,
)


@cache
def large() -> tuple[tuple[Prompt, Sheet], ...]:
    """Return every screen at 80x24."""
    return tuple((prompt, sheet) for prompt, _, sheet in sheets(LARGE))


def commands_on(sheet: Sheet) -> Iterator[tuple[str, int]]:
    """Yield each command of the last row by its words, with the column where it begins."""
    for row in SHOWN_KEYS:
        words = f"{row.keypad[0]} {LABELS[row.command]}"
        column = sheet.bottom[-1].text.find(words)
        if column >= 0:
            yield words, column


def test_the_same_commands_stand_in_the_same_place_on_every_screen() -> None:
    """3.2.3, 3.2.4, 3.2.6, A17: always the last row, the same name, the same column."""
    places: dict[str, set[int]] = {}
    for prompt, sheet in large():
        found = dict(commands_on(sheet))
        assert f"* {LABELS[KeyCommand.HELP]}" in found, prompt.id
        for words, column in found.items():
            places.setdefault(words, set()).add(column)
    assert len(places) == len(SHOWN_KEYS)
    assert {words: len(columns) for words, columns in places.items()} == dict.fromkeys(places, 1)


def test_every_screen_has_a_title_and_says_what_it_asks() -> None:
    """2.4.2, 2.4.6, 2.4.10, 3.3.2: no screen without either."""
    prompts = every_prompt()
    assert len(prompts) > 500
    assert [one.id for one in prompts if not one.title.strip() or not one.question.strip()] == []


def test_the_first_row_of_every_screen_says_where_we_are() -> None:
    """2.4.8, A21: the step of so many, or the room."""
    for prompt, sheet in large():
        first = sheet.lines(0, 0)[0].text
        assert (prompt.where or prompt.title)[:20] in first, prompt.id


def test_the_only_picture_is_a_code_and_its_words_are_there_too() -> None:
    """1.1.1, 1.4.5, 1.4.9: no word is drawn; what a code holds stands in words."""
    codes = 0
    for prompt, sheet in large():
        for line in (line for view in range(len(sheet.views)) for line in sheet.lines(view)):
            for span in line.spans:
                assert span.ink in CODE or not PICTURE.search(span.text), (prompt.id, span.text)
        if prompt.code is not None:
            codes += 1
            words = words_of(prompt)
            assert prompt.code.label in words
            assert prompt.code.words in words
            # A recovery key is no address: its code holds the words that stand beside it.
            held, shown = prompt.code.target.casefold().split(), words.casefold()
            is_in_words = len(held) > 1 and all(word in shown for word in held)
            assert prompt.code.address or prompt.code.phone or is_in_words
    assert codes > 3


def test_no_sentence_needs_an_eye_for_place_shape_or_colour() -> None:
    """1.3.3: nothing is called the box on the right, or the green row."""
    assert BY_PLACE.search("Choose the green row on the right.")
    assert [one.id for one in every_prompt() if BY_PLACE.search(words_of(one))] == []


def test_no_style_blinks() -> None:
    """2.3.1, 2.3.2, A22: in no theme, at no depth of colour."""
    for theme in Theme:
        for depth in Depth:
            styles = styles_for(theme, depth)
            assert set(styles) == set(Ink)
            assert not [ink for ink, style in styles.items() if style.blink or style.blink2]


def test_a_window_may_be_high_or_wide() -> None:
    """1.3.4: the same words and choices in a window that stands as in one that lies."""
    shapes = [Size(40, 60), Size(120, 14)]
    seen = [{prompt.id for prompt, _, _ in sheets(size)} for size in shapes]
    assert seen[0] == seen[1]
    for size in shapes:
        for prompt, state, sheet in sheets(size):
            reached = {target for view in sheet.views for target in view.targets}
            assert set(range(len(state.rows()))) <= reached, (prompt.id, size)

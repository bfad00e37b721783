"""One key for everything: groups, rows, three rounds, and a whole meeting."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.answers import Chosen, ChosenSeveral, Typed
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import Prompt
from facilitator.domain.records import Ways
from facilitator.frontends.tui.frame import Size
from facilitator.frontends.tui.ink import Spot, Target
from facilitator.frontends.tui.scan import ROUNDS, Scan, groups_of
from tests.frontends.tui.canned import (
    ALL,
    BEGIN,
    LINE,
    RESOURCE,
    STRENGTHS,
    SURE,
    WEATHER,
    WELCOME,
)
from tests.frontends.tui.hands import LARGE, SMALL, at, click_on, marked, press, scan_to, text

SCANNING = Ways(scanning=True)
FIVE = (KeyCommand.HELP, KeyCommand.PASS, KeyCommand.BACK, KeyCommand.AGAIN, KeyCommand.MENU)


def rows(*targets: Sequence[Target]) -> list[list[Spot]]:
    """Return spots in rows."""
    return [[Spot(0, 6, one, 0) for one in row] for row in targets]


def test_rows_are_one_group_each_line_of_keys_is_one_and_commands_are_the_last() -> None:
    """A3: groups first; back, which undoes, stands in the first of them."""
    groups = groups_of(rows((0,), (1, 2), (3, 4), (5,), (-1,)), 0, FIVE)
    assert groups == (
        (1, 2, KeyCommand.BACK),
        (3, 4),
        (5, -1),
        (KeyCommand.HELP, KeyCommand.PASS, KeyCommand.AGAIN, KeyCommand.MENU),
    )


def ticks_to_rest(scan: Scan) -> int:
    """Let the mark go on until it rests; return how often it moved."""
    ticks = 0
    while scan.is_moving:
        scan.tick()
        ticks += 1
    return ticks


def now_marked(scan: Scan) -> tuple[Target, ...]:
    """Return what is marked."""
    return scan.marked


def test_the_mark_rests_after_three_rounds_without_a_press() -> None:
    """A3: among the groups, and among the rows of one."""
    scan = Scan()
    scan.begin(((0, 1), (2, 3), (KeyCommand.HELP,)))
    assert ticks_to_rest(scan) == ROUNDS * 3
    assert scan.marked == ()
    scan.begin(((0, 1), (2,)))
    assert scan.press() is None
    assert ticks_to_rest(scan) == ROUNDS * 3


def test_a_group_that_was_chosen_by_mistake_can_be_left() -> None:
    """A3: once all of its rows were marked, all of it is: a press goes back to the groups."""
    scan = Scan()
    scan.begin(((0, 1), (2, 3)))
    assert scan.press() is None
    assert now_marked(scan) == (0,)
    scan.tick()
    scan.tick()
    assert now_marked(scan) == (0, 1)
    assert scan.press() is None
    scan.tick()
    assert now_marked(scan) == (2, 3)
    assert scan.press() is None
    assert scan.press() == 2


@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=5),
    st.lists(st.booleans(), max_size=120),
)
def test_whatever_is_pressed_the_mark_is_somewhere_or_rests(
    sizes: list[int], presses: list[bool]
) -> None:
    """A3: never outside the groups, whatever comes."""
    groups = tuple(tuple(range(10 * at, 10 * at + size)) for at, size in enumerate(sizes))
    scan = Scan()
    for is_press in presses:
        if not scan.is_moving:
            scan.begin(groups)
        elif is_press:
            target = scan.press()
            assert target is None or target in scan.marked
        else:
            scan.tick()
        assert not scan.is_moving or set(scan.marked) <= set(scan.groups[scan.group])


def test_nothing_moves_before_the_first_press_and_after_an_answer() -> None:
    """A3, A22: a person reads as long as they like; the first press starts the mark."""
    desk, guide = at(WEATHER, BEGIN, ways=SCANNING)
    assert marked(desk) == []
    assert not desk.is_scanning
    desk.tick()
    assert not desk.is_scanning
    press(desk, " ")
    assert len(marked(desk)) == 6
    press(desk, " ")
    assert marked(desk) == ["Sunny. I feel fine"]
    desk.tick()
    press(desk, " ")
    assert guide.given == [Chosen("c2")]
    assert not desk.is_scanning


@pytest.mark.parametrize("key", [" ", "\r"])
def test_a_switch_may_send_a_space_or_enter(key: str) -> None:
    """A3: three presses lead onward from every prompt."""
    desk, guide = at(WEATHER, ways=SCANNING)
    press(desk, key * 3)
    assert guide.given == [Chosen("c1")]


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_every_input_type_is_answered_with_one_key(size: object) -> None:
    """A3: several marks and done, a number, own words letter by letter, a code, the commands."""
    assert size in (LARGE, SMALL)
    desk, guide = at(
        WELCOME, STRENGTHS, SURE, LINE, RESOURCE, size=LARGE if size == LARGE else SMALL,
        ways=SCANNING,
    )  # fmt: skip
    scan_to(desk, "Go on")
    scan_to(desk, "I listen well")
    assert desk.is_scanning, "the prompt is the same: the mark goes on"
    scan_to(desk, "I know the buses")
    scan_to(desk, "Done, or press Enter")
    scan_to(desk, "7")
    scan_to(desk, "In my own words")
    for letter in ("s", "w", "i", "m", "m", "Erase", "Space", "x", "Done"):
        scan_to(desk, letter)
    assert guide.given[1:] == [ChosenSeveral(("c1", "c3")), Typed("7"), Typed("Swim x")]
    scan_to(desk, ".Menu" if size == SMALL else "Menu")
    assert guide.pressed[-1] is KeyCommand.MENU


def test_back_undoes_from_the_first_group() -> None:
    """A3, A16: undo is where the answers are; from an open line it leads to the list."""
    desk, guide = at(WEATHER, LINE, ways=SCANNING)
    scan_to(desk, "Cloudy. So-so")
    scan_to(desk, "In my own words")
    scan_to(desk, "t")
    scan_to(desk, "Back")
    assert "You wrote: T" in text(desk)
    scan_to(desk, "Back")
    assert guide.pressed == [KeyCommand.BACK]
    assert "How are you arriving" in text(desk)


def test_the_cursor_stands_on_the_first_thing_that_is_marked() -> None:
    """A8: a magnifier follows the mark."""
    desk, _ = at(WEATHER, ways=SCANNING)
    press(desk, "  ")
    for label in ("1", "2", "3"):
        column, row = desk.cursor
        assert desk.lines[row].text[column] == ">"
        assert desk.lines[row].text[column + 2] == label
        desk.tick()


def test_the_mark_is_spoken() -> None:
    """A3, A9: what is marked, as a group and one by one."""
    desk, guide = at(WEATHER, ways=SCANNING)
    press(desk, " ")
    desk.tick()
    desk.tick()
    press(desk, " ")
    desk.tick()
    said = [one for one in guide.heard if one]
    assert said == [
        "Answers", "Help, pass, and the menu", "Answers",
        "1: Sunny. I feel fine", "2: Cloudy. So-so",
    ]  # fmt: skip


def test_somebody_beside_may_use_the_other_keys() -> None:
    """A3: a digit and Enter answer as always; a typed word has its spaces."""
    desk, guide = at(WEATHER, LINE, ways=SCANNING)
    press(desk, "3\r")
    press(desk, "4\ra b")
    press(desk, "\r")
    assert guide.given == [Chosen("c3"), Typed("a b")]


def test_the_space_bar_three_times_asks_for_one_key_where_it_means_nothing_else() -> None:
    """A3, 5.2: once or twice is nothing, another key between begins anew."""
    desk, guide = at(WEATHER)
    press(desk, "  1  ")
    assert guide.asked_one_key == 0
    press(desk, " ")
    assert guide.asked_one_key == 1
    desk, guide = at(STRENGTHS)
    press(desk, "    ")
    assert guide.asked_one_key == 0


def test_a_space_bar_that_is_held_asks_for_one_key_once() -> None:
    """A3, A19: the terminal sends a space again and again, sooner than any finger."""
    desk, guide = at(WEATHER)
    for tick in range(4):
        desk.key("space", " ", 1 + tick * 0.033)
    assert guide.asked_one_key == 1
    assert guide.given == []


ASKED = replace(WEATHER, id="one-key", takes_one_key=True)


def test_where_one_key_is_asked_about_space_alone_answers_and_enter_gives_the_first_row() -> None:
    """A3, A2: whoever has only that key says yes with it; whoever came by accident says no."""
    desk, guide = at(ASKED)
    press(desk, "\r")
    desk, other = at(ASKED)
    assert marked(desk) == ["Sunny. I feel fine"]
    scan_to(desk, "Cloudy. So-so")
    assert (guide.given, other.given) == ([Chosen("c1")], [Chosen("c2")])


def test_a_space_bar_that_stays_held_answers_nothing_there() -> None:
    """A3: repeats are one press, also where they are as slow as ten a second."""
    desk, guide = at(ASKED)
    for tick in range(30):
        desk.key("space", " ", 1 + tick * 0.1)
    assert guide.given == []


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize("prompt", ALL, ids=lambda prompt: str(prompt.id))
def test_how_one_key_stops_stands_on_every_leaf(prompt: Prompt, size: Size) -> None:
    """A3: in every state of every prompt; without one key it is nowhere."""
    desk, _ = at(prompt, size=size, ways=SCANNING)
    for _ in range(desk._place.views):
        is_code = desk._place.is_code_alone
        assert is_code or "To stop: the dot key" in text(desk)
        press(desk, " ")
        assert is_code or "To stop: the dot key" in text(desk)
        desk._switch.rest()
        desk._place.more()
    desk, _ = at(prompt, size=size)
    assert "To stop" not in text(desk)


def test_the_dot_key_asks_whether_one_key_shall_stop_and_the_mark_leads_to_the_menu() -> None:
    """A3: by hand it is the way out; whoever has one key is not led there by the menu."""
    desk, guide = at(WEATHER, ways=SCANNING)
    press(desk, ".")
    assert (guide.asked_one_key, guide.pressed) == (1, [KeyCommand.MENU])
    desk, guide = at(WEATHER, ways=SCANNING)
    scan_to(desk, "Menu")
    assert (guide.asked_one_key, guide.pressed) == (0, [KeyCommand.MENU])
    desk, guide = at(WEATHER)
    press(desk, ".")
    assert (guide.asked_one_key, guide.pressed) == (0, [KeyCommand.MENU])


def test_while_words_are_typed_another_key_stops_it() -> None:
    """A3, A2: there a dot is a dot."""
    desk, guide = at(LINE, ways=SCANNING)
    scan_to(desk, "In my own words")
    assert "To stop: the dot key" in text(desk)
    scan_to(desk, "t")
    assert "To stop: F5" in text(desk)
    desk.key("f5", None)
    assert guide.asked_one_key == 1


def test_a_click_ends_the_mark() -> None:
    """A3, A4: another hand took over."""
    desk, _ = at(STRENGTHS, ways=SCANNING)
    press(desk, " ")
    click_on(desk, "I can cook")
    assert not desk.is_scanning


def test_a_switch_that_bounces_counts_once() -> None:
    """A19: within the set time one press is one."""
    desk, guide = at(WEATHER, ways=Ways(scanning=True, strike=5))
    for now in (1.0, 1.2, 1.4, 2.0, 2.1):
        desk.key("space", " ", now)
    assert marked(desk) == ["Sunny. I feel fine"]
    assert guide.given == []


def test_a_letter_that_is_typed_twice_is_two_letters() -> None:
    """A19: never in a typed field; Enter there counts once."""
    desk, guide = at(LINE, WEATHER, ways=Ways(strike=10))
    for now, key in enumerate("4\r"):
        desk.key({"\r": "enter"}.get(key, key), key, float(now) * 2)
    for now, letter in enumerate("book"):
        desk.key(letter, letter, 10 + now * 0.1)
    desk.key("enter", "\r", 11.0)
    desk.key("enter", "\r", 11.1)
    assert guide.given == [Typed("book")]

"""The cover in both front ends: any key or line takes it away, the draft stays (S12, M6, A1)."""

import io

import pytest

from facilitator.adapters.qr.maker import QrCodeMaker
from facilitator.domain.records import Ways
from facilitator.frontends.plain import loop
from facilitator.frontends.tui import app as full
from facilitator.frontends.tui.app import FacilitatorApp
from facilitator.frontends.tui.desk import Desk
from tests.engine.house.test_cover import OWN, at_own_words, with_word
from tests.frontends.plain.heard import heard
from tests.frontends.tui.canned import LibraryCodes
from tests.frontends.tui.hands import LARGE, SMALL, click_on, text
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")
HALF = "half a thou"


def is_covered(group: Scenario) -> bool:
    """Return whether the cover is on."""
    return group.prompt.is_cover


def at_the_line() -> tuple[Desk, Scenario]:
    """Return a desk whose line is open and holds a half thought, by the row's own digit."""
    group = at_own_words()
    desk = Desk(group.runner, LibraryCodes(), LARGE)
    click_on(desk, "In my own words")
    for _ in range(len(OWN)):
        desk.key("backspace", "\x7f")
    for letter in HALF:
        desk.key("space" if letter == " " else letter, letter)
    assert HALF in text(desk), "the control"
    return desk, group


@pytest.mark.parametrize("key", ["q", "1", "enter", "escape", "space", "-", "f2", "up", "c"])
def test_insert_covers_a_half_typed_line_and_any_key_shows_it_again(key: str) -> None:
    """S12, M6: also where letters are letters; the half thought is there as it was."""
    desk, group = at_the_line()
    desk.key("c", "c")
    assert not is_covered(group), "the control: in a line a letter is a letter"
    desk.key("backspace", "\x7f")
    desk.key("insert", None)
    assert is_covered(group)
    assert HALF not in text(desk)
    assert "Heron" not in text(desk)
    desk.key(key, key if len(key) == 1 else None)
    assert not is_covered(group)
    assert HALF in text(desk)


def test_help_works_on_the_cover_and_a_click_anywhere_takes_it_away() -> None:
    """S12, S16, A4: the help key is the one that does not uncover."""
    desk, group = at_the_line()
    desk.key("insert", None)
    desk.key("*", "*")
    assert group.prompt.id == "help"
    desk.key("/", "/")
    assert is_covered(group)
    desk.click(1, 3)
    assert HALF in text(desk)


def test_on_the_smallest_window_and_with_one_key_the_cover_comes_away_by_one_press() -> None:
    """S12, A3, A5: at 40 columns, and for whoever has one key only."""
    group = at_own_words()
    group.around.use(Ways(scanning=True))
    desk = Desk(group.runner, LibraryCodes(), SMALL)
    desk.idle()
    assert is_covered(group)
    assert "This screen is covered." in text(desk)
    desk.key("space", " ")
    assert not is_covered(group)


async def test_it_covers_by_itself_after_the_time_that_the_group_chose(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """S12, M6: the timer is the front end's, and starts anew with each key."""
    monkeypatch.setattr(full, "MINUTE", 0.02)
    group = with_word(Scenario.machine(SESSION))
    for choice in ("group", "cover", "idle", "1", "done", "back"):
        group.choose(choice)
    app = FacilitatorApp(group.runner, QrCodeMaker())
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(500):
            if is_covered(group):
                break
            await pilot.pause(0.01)
        assert is_covered(group)
        monkeypatch.setattr(full, "MINUTE", 600.0)
        await pilot.press("2", "enter", *"blue", "space", *"kettle", "enter")
        assert not is_covered(group)
        assert app._idle is not None


async def test_without_a_yes_no_time_runs_at_all() -> None:
    """M6: off by default: there is no timer that could cover."""
    app = FacilitatorApp(Scenario.machine(SESSION).runner, QrCodeMaker())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        assert app._idle is None


def test_in_plain_lines_any_line_takes_the_cover_away() -> None:
    """S12, A1: the word covers; a pipe is not asked about its window."""
    group = at_own_words()
    out = io.StringIO()
    loop.run(group.runner, io.StringIO("cover\nanything at all\n"), out, why="Plain lines.")
    written = out.getvalue()
    after = written[written.index("This screen is covered.") :]
    assert "Clear it?" not in written
    assert OWN in after, "it is shown again"
    assert not is_covered(group)


def test_at_a_terminal_the_cover_asks_whether_what_was_written_may_go() -> None:
    """S12, A1: lines that were written can only be cleared, with a yes."""
    group = at_own_words()
    assert OWN in group.prompt.input.given  # type: ignore[union-attr]
    written = heard(group, "cover", "2", "", typing=True).getvalue()
    cleared = written.index("<cleared>")
    assert OWN in written[:cleared], "the control"
    covered = written[cleared : written.index("Take the cover away")]
    assert OWN not in covered
    assert "This screen is covered." in covered
    assert OWN in written[cleared:], "nothing is lost"


def test_in_plain_lines_the_word_of_the_group_takes_it_away_and_help_works() -> None:
    """S12, S16: typed where it cannot be read again."""
    group = with_word(Scenario.machine(SESSION))
    lines = "cover\nhelp\n1\n2\nred kettle\nblue kettle\n"
    out = io.StringIO()
    loop.run(group.runner, io.StringIO(lines), out, why="Plain lines.")
    assert "You matter." in out.getvalue()
    assert "That is not the word." in out.getvalue()
    assert group.prompt.id == "home"

"""The app in Textual's own test pilot: few, for what only a running app shows."""

import asyncio
import inspect

from textual.app import App

from facilitator.domain.answers import Chosen, Typed
from facilitator.domain.records import FrontEnd, Theme
from facilitator.frontends.tui.app import FacilitatorApp
from facilitator.frontends.tui.screens.meeting import SheetView
from tests.frontends.tui.canned import LINE, WEATHER, FakeGuide, LibraryCodes


def test_keys_reach_the_guide_and_the_app_ends_with_it() -> None:
    """A2, A24: one answer, the other front end asked for, the draft kept."""

    async def meeting() -> tuple[FakeGuide, int | None]:
        guide = FakeGuide((WEATHER, LINE, WEATHER))
        app = FacilitatorApp(guide, LibraryCodes())
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("2", "enter", "4", "enter", "t", "e", "a")
            guide.switch_to = FrontEnd.PLAIN
            await pilot.press("space")
        return guide, app.return_code

    guide, code = asyncio.run(meeting())
    assert guide.given == [Chosen("c2")]
    assert guide.kept is not None
    assert (guide.kept.typed, guide.kept.is_writing) == ("tea ", True)
    assert code == 0


def test_the_theme_follows_the_ways_after_an_answer() -> None:
    """A7, A13: other colours at once, on the same screen."""

    async def meeting() -> tuple[str, str]:
        guide = FakeGuide((WEATHER, WEATHER))
        app = FacilitatorApp(guide, LibraryCodes())
        async with app.run_test(size=(80, 24)) as pilot:
            view = app.screen.query_one(SheetView)
            before = str(view.render_lines(view.region))
            guide.theme = Theme.TERMINAL
            await pilot.press("enter")
            return before, str(view.render_lines(view.region))

    before, after = asyncio.run(meeting())
    assert before != after


def test_nothing_moves_by_itself() -> None:
    """A22, M6: no timer is set, no animation runs, nothing blinks."""

    async def meeting() -> tuple[int, str, str]:
        guide = FakeGuide((LINE, WEATHER))
        app = FacilitatorApp(guide, LibraryCodes())
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("4", "enter", "t")
            view = app.screen.query_one(SheetView)
            before = str(view.render_lines(view.region))
            await pilot.pause()
            timers = [*app._timers, *app.screen._timers, *view._timers]
            own = [timer for timer in timers if timer.name != "screen_update"]
            return len(own), before, str(view.render_lines(view.region))

    timers, before, after = asyncio.run(meeting())
    assert timers == 0
    assert before == after


def test_pasted_words_go_into_the_line() -> None:
    """S14: a paste is text, markup and all."""

    async def meeting() -> FakeGuide:
        guide = FakeGuide((LINE, WEATHER))
        app = FacilitatorApp(guide, LibraryCodes())
        async with app.run_test(size=(40, 12)) as pilot:
            await pilot.press("4", "enter")
            app.screen.query_one(SheetView).take_words("[/b]\x1b[31m\udc80x")
            await pilot.press("enter")
        return guide

    assert asyncio.run(meeting()).given == [Typed("[/b][31mx")]


def test_textual_still_has_what_the_lock_takes_hold_of() -> None:
    """S13: the private names that the lock overrides exist in this version."""
    for name in ("_handle_exception", "panic", "action_quit", "action_help_quit"):
        assert inspect.isfunction(getattr(App, name))

"""Which view of a sheet is shown, and which of its rows has the focus. Pure."""

from collections.abc import Callable
from itertools import groupby

from facilitator.frontends.tui.ink import MORE_ROW, Line, Spot, Target
from facilitator.frontends.tui.sheet import Sheet, cursor_of
from facilitator.frontends.tui.view import View


class Place:
    """Where the person is on a sheet. The sheet may be changed under it."""

    def __init__(self, sheet: Sheet) -> None:
        """Begin at the first view."""
        self._sheet = sheet
        self._view = 0
        self.focus: int = 0

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self._sheet.views[self._view]

    @property
    def views(self) -> int:
        """How many views there are."""
        return len(self._sheet.views)

    @property
    def is_code_alone(self) -> bool:
        """Whether a code fills the window."""
        return self._view == self._sheet.code_view

    @property
    def plain_lines(self) -> tuple[Line, ...]:
        """Every row of the window, nothing marked."""
        return self._sheet.plain_lines(self._view)

    def lines(self, *marked: Target) -> tuple[Line, ...]:
        """Return every row of the window, these targets marked."""
        return self._sheet.lines(self._view, *marked)

    def cursor(self, target: Target) -> tuple[int, int]:
        """Return column and row of the terminal's cursor for a target (A8)."""
        return cursor_of(self.plain_lines, target)

    def change(self, sheet: Sheet) -> None:
        """Go on with another sheet of the same prompt, on the same view if it has one."""
        self._sheet = sheet
        self._view = min(self._view, len(sheet.views) - 1)

    def begin(self, start: int) -> None:
        """Show the first view; when it has choices, the view and row of `start`."""
        self._view = 0
        if self.view.choices:
            self.look_at(start)
        else:
            self.focus = MORE_ROW

    def look_at(self, focus: int) -> None:
        """Show the view that has this row, the one that is shown if it can; focus the row."""
        found = self._found(lambda view: [one for one in view.targets if one == focus])
        if found is None:
            self._view, focus = 0, next(iter(self._sheet.views[0].targets), MORE_ROW)
        else:
            self._view = found[0]
        self.focus = focus

    def find_digit(self, digit: str, digits: dict[int, str]) -> int | None:
        """Return the choice with this digit on this view, or None (A2)."""
        return next((one for one in self.view.choices if digits.get(one) == digit), None)

    def rows_of_targets(self) -> list[list[Spot]]:
        """Return the spots of this view from top to bottom, those beside each other together."""
        wanted = set(self.view.targets)
        spots = [
            (y, spot)
            for y, line in enumerate(self.plain_lines)
            for spot in line.spots
            if spot.mark_at >= 0 and spot.target in wanted
        ]
        return [[spot for _, spot in row] for _, row in groupby(spots, key=lambda one: one[0])]

    def step(self, by: int) -> None:
        """Move the focus to the next target, or the one before, in a circle."""
        targets = self.view.targets
        if not targets:
            return
        at = targets.index(self.focus) if self.focus in targets else 0
        self.focus = targets[(at + by) % len(targets)]

    def climb(self, by: int) -> None:
        """Move the focus a row down, or up, in a circle, to the key that is nearest."""
        rows = self.rows_of_targets()
        here = [(at, one) for at, row in enumerate(rows) for one in row if one.target == self.focus]
        if not here:
            self.step(by)
            return
        at, spot = here[0]
        row = rows[(at + by) % len(rows)]
        nearest = min(row, key=lambda one: abs(one.start - spot.start))
        if isinstance(nearest.target, int):
            self.focus = nearest.target

    def more(self) -> None:
        """Show the next view, in a circle, the focus where it begins."""
        self._view = (self._view + 1) % self.views
        self.focus = self.view.begins

    def _found(self, wanted: Callable[[View], list[int]]) -> tuple[int, int] | None:
        """Return the first view from here on, in a circle, that has a wanted row, and the row."""
        for away in range(self.views):
            at = (self._view + away) % self.views
            rows = wanted(self._sheet.views[at])
            if rows:
                return at, rows[0]
        return None

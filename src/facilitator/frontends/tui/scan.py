"""One key for everything: a mark goes from group to group, then from row to row (A3).

Pure: time comes in as `tick`. The mark rests until the key is pressed, and again after
three rounds without a press. When a group has been gone through, all of it is marked
once more: a press then goes back to the groups.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.domain.keys import KeyCommand
from facilitator.frontends.tui.ink import Spot, Target

ROUNDS = 3
"""After so many without a press the mark rests."""

Group = tuple[Target, ...]


def groups_of(
    rows: Sequence[Sequence[Spot]], without: Target | None, commands: Sequence[KeyCommand]
) -> tuple[Group, ...]:
    """Return the groups of a view: its answers, each line of keys, and the commands.

    `rows` are the spots from top to bottom; `without` is the line that is typed into.
    Back, which undoes, stands in the first group; the other commands are the last one.
    """
    groups: list[list[Target]] = []
    was_alone = False
    for row in rows:
        targets = [spot.target for spot in row if spot.target != without]
        is_alone = len(targets) == 1
        if is_alone and was_alone:
            groups[-1] += targets
        elif targets:
            groups.append(targets)
            was_alone = is_alone
    if KeyCommand.BACK in commands:
        groups[:1] = [[*(groups[0] if groups else ()), KeyCommand.BACK]]
    groups.append([one for one in commands if one is not KeyCommand.BACK])
    return tuple(tuple(one) for one in groups if one)


@dataclass(slots=True)
class Scan:
    """Where the mark is. `row` is -1 among the groups; as many as the rows is all of them."""

    groups: tuple[Group, ...] = ()
    group: int = -1
    row: int = -1
    ticks: int = 0

    @property
    def is_moving(self) -> bool:
        """Whether the mark goes on by itself."""
        return self.group >= 0

    @property
    def is_among_groups(self) -> bool:
        """Whether the mark goes from group to group."""
        return self.row < 0

    @property
    def marked(self) -> Group:
        """What is marked now; nothing while the mark rests."""
        if not self.is_moving:
            return ()
        here = self.groups[self.group]
        return here[self.row : self.row + 1] if 0 <= self.row < len(here) else here

    def rest(self) -> None:
        """Stop, until the key is pressed."""
        self.group = self.row = -1

    def begin(self, groups: tuple[Group, ...]) -> None:
        """Mark the first group."""
        self.groups, self.group, self.row, self.ticks = groups, 0, -1, 0

    def press(self) -> Target | None:
        """Choose what is marked: return it when it is one target, else go into or out of it."""
        here = self.groups[self.group]
        self.ticks = 0
        if self.row < 0 and len(here) > 1:
            self.row = 0
            return None
        if self.row == len(here):
            self.row = -1
            return None
        return here[max(0, self.row)]

    def tick(self) -> None:
        """Mark the next one; rest after three rounds."""
        self.ticks += 1
        around = len(self.groups) if self.row < 0 else len(self.groups[self.group]) + 1
        if self.ticks >= ROUNDS * around:
            self.rest()
        elif self.row < 0:
            self.group = (self.group + 1) % around
        else:
            self.row = (self.row + 1) % around

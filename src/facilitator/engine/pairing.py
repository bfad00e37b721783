"""Who talks with whom: two or three people, nobody alone, other pairs where possible (M15)."""

from collections.abc import Iterable

Group = tuple[str, ...]


def pairs_of(people: tuple[str, ...], size: int, before: Iterable[Group]) -> tuple[Group, ...]:
    """Return groups of `size` (2 or 3) that repeat as few of the groups `before` as possible.

    `people` and `before` hold the same sort of names or ids. Nobody is alone: one
    left over makes a pair of two into three, two left over sit together. One
    person by themselves is the only group of one.
    """
    met = {frozenset((one, other)) for group in before for one in group for other in group}
    return min(
        (_split(turned, size) for turned in _orders(people)),
        key=lambda groups: sum(_again(group, met) for group in groups),
    )


def _orders(people: Group) -> list[Group]:
    """The round-robin turnings: the first stays, the others walk round one seat at a time."""
    if len(people) < 3:  # noqa: PLR2004  two people have one order
        return [people]
    first, others = people[0], people[1:]
    turned = [(first, *others[seat:], *others[:seat]) for seat in range(len(others))]
    return [_folded(order) for order in turned] + turned


def _folded(order: Group) -> Group:
    """Seat the first beside the last, the second beside the last but one, and so on."""
    folded: list[str] = []
    left, right = 0, len(order) - 1
    while left < right:
        folded += [order[left], order[right]]
        left, right = left + 1, right - 1
    if left == right:
        folded.append(order[left])
    return tuple(folded)


def _split(people: Group, size: int) -> tuple[Group, ...]:
    groups = [people[at : at + size] for at in range(0, len(people), size)]
    if len(groups) > 1 and len(groups[-1]) == 1:
        alone = groups.pop()
        if size > 2:  # noqa: PLR2004  three and one become two and two
            last = groups.pop()
            return (*groups, last[:2], (*last[2:], *alone))
        groups[-1] = (*groups[-1], *alone)
    return tuple(groups)


def _again(group: Group, met: set[frozenset[str]]) -> int:
    return sum(
        frozenset((one, other)) in met for at, one in enumerate(group) for other in group[at + 1 :]
    )

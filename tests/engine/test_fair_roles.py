"""Roles go round: whoever has not had one is asked first, and a no costs nothing (C2)."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.kept import Duty, Willing
from facilitator.engine.fair_roles import Somebody, in_fair_order
from facilitator.wording.roles import NAMES

ROLES = st.sampled_from(sorted(NAMES))
WEEKS = st.lists(st.lists(ROLES, max_size=6, unique=True), max_size=30)


def somebody(number: int) -> Somebody:
    """Return one who is here, known by name alone."""
    return Somebody(f"p{number}", f"m{number}", f"Name {number}")


def duty(one: Somebody, role: str, week: int, at: int = 0) -> Duty:
    """Return what somebody did in a week; another meeting knew them by another id."""
    day = f"2026-{1 + week // 28:02d}-{1 + week % 28:02d}"
    return Duty(f"{week}-{role}-{at}", f"{week}-{one.id}", one.name, day, role, str(week))


@given(WEEKS, st.integers(1, 9))
def test_over_any_weeks_everybody_has_each_role_equally_often(
    weeks: list[list[str]], people: int
) -> None:
    """C2: where nobody declines and the same people come, counts differ by one at most."""
    here = [somebody(number) for number in range(people)]
    done: list[Duty] = []
    for week, roles in enumerate(weeks):
        for role in roles:
            first = in_fair_order(role, here, done, ())[0]
            done.append(duty(here[int(first[1:])], role, week))
    for role in NAMES:
        counts = [sum(d.role == role and d.name == one.name for d in done) for one in here]
        assert max(counts) - min(counts) <= 1


@given(WEEKS, st.integers(2, 9), st.data())
def test_whoever_declines_is_not_put_behind_anybody_who_had_the_role_more(
    weeks: list[list[str]], people: int, data: st.DataObject
) -> None:
    """C2: after any weeks with any noes the order is still by who had this role least."""
    here = [somebody(number) for number in range(people)]
    done: list[Duty] = []
    for week, roles in enumerate(weeks):
        for role in roles:
            order = in_fair_order(role, here, done, ())
            had = [
                sum(d.role == role and d.name == f"Name {one[1:]}" for d in done) for one in order
            ]
            assert had == sorted(had)
            declined = data.draw(st.integers(0, people))
            if declined < people:
                done.append(duty(here[int(order[declined][1:])], role, week))
            assert {*in_fair_order(role, here, done, ())} == {*order}


def test_who_offered_comes_first_then_who_had_it_least_then_who_did_least() -> None:
    """C2, C14: and then whose last one is longest ago, and who came first."""
    ann, bo, cy, di = (somebody(number) for number in range(4))
    done = [duty(ann, "reader", 1), duty(bo, "lead", 2), duty(cy, "lead", 1)]
    assert in_fair_order("reader", (ann, bo, cy, di), done, ()) == ("p3", "p2", "p1", "p0")
    offer = Willing("w", "somewhere", ann.name.upper(), "2026-01-01", "reader")
    assert in_fair_order("reader", (ann, bo, cy, di), done, (offer,))[0] == "p0"
    assert in_fair_order("lead", (ann, bo, cy, di), done, (offer,))[0] == "p3"
    assert in_fair_order("lead", (di, somebody(5)), (), ()) == ("p3", "p5")

"""What a group makes, from a step through its book to the first screen, and out again."""

from facilitator.domain.events import Keep
from facilitator.domain.things import Things
from tests.scenario import Scenario, shipped


def with_a_strength(*, keep: Keep, share: str = "yes") -> Scenario:
    """Return the first screen after a meeting in which one person could bake."""
    group = Scenario.hold(shipped("first-meeting"), keep=keep, people=2)
    group.until(lambda prompt: prompt.id.endswith("/@keyboard") and "strengths" in prompt.id)
    group.choose("p1")
    group.onward()
    group.write("baking")
    group.pass_()
    group.choose(share)
    group.until(lambda prompt: prompt.id == "home")
    return group


def test_what_somebody_shared_stands_on_the_wall_without_a_name() -> None:
    """C3: strengths that were shared grow across the weeks; who said which is not told."""
    group = with_a_strength(keep=Keep.GROUP)
    group.choose("ours")
    group.choose("wall")
    assert group.prompt.body == ("baking",)
    name = group.ports.book.things("our-group").strengths[0].name
    assert name
    assert name not in group.shown[-1]


def test_nothing_stands_on_the_wall_without_a_yes() -> None:
    """S6, C3: not where it was not shared, not where nothing is kept after today."""
    for group in (
        with_a_strength(keep=Keep.GROUP, share="no"),
        with_a_strength(keep=Keep.TODAY),
        with_a_strength(keep=Keep.NOTHING),
    ):
        assert not group.ports.book.things("our-group")


def test_whoever_is_forgotten_is_off_the_wall_and_can_be_brought_back() -> None:
    """S8, A16: forget me takes all that tells of me; its undo brings it back."""
    group = with_a_strength(keep=Keep.GROUP)
    before = group.ports.book.things("our-group")
    name = before.strengths[0].name
    group.choose("past")
    group.onward()
    group.choose("forget-me")
    group.choose(name)
    group.choose("yes")
    assert group.ports.book.things("our-group") == Things()
    group.choose("back")
    assert group.ports.book.things("our-group") == before

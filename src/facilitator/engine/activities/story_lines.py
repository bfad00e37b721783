"""The parts in which a story is told, and whether any of it could be kept (C8)."""

from facilitator.domain.events import Keep
from facilitator.engine.scene import Scene

CARDS = ("before", "helped", "now", "starting")
LINES = tuple(f"tell-{number}" for number in range(1, 7))
PURPOSE = "purpose-"


def can_be_kept(scene: Scene) -> bool:
    """Return whether this giver can be asked about keeping at all (S6)."""
    person = scene.person
    return scene.meeting.keep is not Keep.NOTHING and person is not None and not person.keeps_less

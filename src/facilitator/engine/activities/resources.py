"""What helps next: one resource at a time, its code beside its words (T1)."""

from facilitator.domain.prompt import Choice, ChooseOne, Code
from facilitator.domain.session import Resource, Round
from facilitator.engine.activities.settings import ResourcesSettings
from facilitator.engine.kind import Kind
from facilitator.engine.scene import Part, Scene
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import activities as words

_CHOICES = (Choice("next", words.RESOURCES_NEXT), Choice("enough", words.RESOURCES_ENOUGH))


class Resources(Kind):
    """One part for each resource of the session, named by its id."""

    spec = KindSpec("resources", ResourcesSettings, frozenset({Round.TOGETHER}))

    holds_answers = False

    def first(self, scene: Scene) -> str | None:
        """Begin with the first; None when the session has none."""
        shown = _shown(scene)
        return shown[0].id if shown else None

    def following(self, scene: Scene, part: str) -> str | None:
        """Go on until there are no more, or until it is enough."""
        if scene.said(part) == "enough":
            return None
        ids = [one.id for one in _shown(scene)]
        at = ids.index(part) + 1 if part in ids else len(ids)
        return ids[at] if at < len(ids) else None

    def part(self, scene: Scene, part: str) -> Part:
        """Return the resource: its words, and the code that holds its target."""
        shown = scene.meeting.session.resource(part)
        code = code_of(shown, easy=scene.easy)
        said = shown.words.said(easy=scene.easy)
        return Part(shown.label, ChooseOne(_CHOICES), (said,), code=code)


def _shown(scene: Scene) -> tuple[Resource, ...]:
    session = scene.meeting.session
    named = scene.settings(ResourcesSettings).show
    if not named:
        return session.resources
    return tuple(one for one in session.resources if one.id in named)


def code_of(resource: Resource, *, easy: bool) -> Code:
    """Return what a front end needs to show a resource with its code (T1, T2)."""
    target = resource.target
    happens = words.CALLS if target.startswith("tel:") else words.OPENS
    return Code(target, resource.label, happens, resource.phone, resource.url)

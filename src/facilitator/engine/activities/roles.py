"""Who does what today: asked in fair order, a no needs no reason, a role can be handed on (C2)."""

from facilitator.domain.commands import Refusal
from facilitator.domain.events import GROUP, Event, RoleGiven
from facilitator.domain.meeting import AnswerValue, Meeting, Place
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, ChoosePeople
from facilitator.domain.session import Round, Step
from facilitator.engine.activities.settings import RolesSettings
from facilitator.engine.kind import Kind
from facilitator.engine.role_holding import is_of, proposals, today_line
from facilitator.engine.scene import Part, Scene
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import roles as words

PROPOSED = 2
"""How many roles are shared out before the group is asked whether it wants more (C2)."""

MORE, ENOUGH = "more", "enough"
YES, NO, ELSE, NONE = "yes", "no", "else", "@none"
_OPEN, _NOBODY = "", "-"


class Roles(Kind):
    """Places of the group: "reader:p2" asks somebody, "reader:" anybody, "reader:-" is nobody."""

    spec = KindSpec("roles", RolesSettings, frozenset({Round.TOGETHER}))
    brings = frozenset({"duties", "willing"})
    holds_answers = False
    has_route = True

    def first(self, scene: Scene) -> str | None:
        """Begin with whoever has not had the first role for longest."""
        return _ask(scene, _roles(scene)[0]).part

    def route(self, scene: Scene, place: Place | None, value: object) -> Place | None:
        """From one proposal to the next; after two roles ask whether there should be more."""
        if place is None:
            return _ask(scene, _roles(scene)[0])
        if place.part == MORE:
            chosen = value if isinstance(value, str) and value in words.NAMES else ""
            return _ask(scene, chosen) if chosen else None
        role, _, who = place.part.partition(":")
        if value == YES or who == _NOBODY or _chosen(scene.meeting, value):
            return _after(scene, role)
        if value == ELSE:
            return _at(scene, role, _OPEN)
        if who == _OPEN:
            return _at(scene, role, _NOBODY)
        return _next(scene, role, who)

    def part(self, scene: Scene, part: str) -> Part:
        """Return one proposal, everybody's names, that nobody did, or whether there is more."""
        if part == MORE:
            rest = tuple(Choice(role, words.NAMES[role]) for role in _rest(scene))
            choices = (Choice(ENOUGH, words.ENOUGH), *rest)
            return Part(words.MORE, ChooseOne(choices), _so_far(scene), words.MORE_HINT)
        role, _, who = part.partition(":")
        person = scene.meeting.person(who)
        if who == _NOBODY:
            is_held = role in scene.meeting.roles
            asked = words.STAYS if is_held else words.NOBODY
            return Part(asked, Acknowledge(words.GO_ON), _so_far(scene))
        hint = f"{words.MEANS[role]} {words.NO_REASON}"
        if person is None or not person.here:
            return Part(words.WHO_ELSE[role], _anybody(scene, role), _so_far(scene), hint)
        choices = (
            Choice(NO, words.NOT_TODAY),
            Choice(YES, words.YES),
            Choice(ELSE, words.SOMEBODY_ELSE),
        )
        given = YES if scene.said(part) == who else ""
        asked = words.ASKED[role].format(name=person.name)
        return Part(asked, ChooseOne(choices, given), _so_far(scene), hint)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Only a yes is stored, by whose it is; a no leaves nothing behind (C2, M3)."""
        if value == YES:
            return part.partition(":")[2]
        return _chosen(scene.meeting, value) or None

    def also(self, scene: Scene, part: str) -> tuple[Event, ...]:
        """A yes gives the role; a yes that was taken back never was."""
        role, _, who = part.partition(":")
        said, holder = scene.words(part), scene.meeting.roles.get(role, "")
        if said:
            return (RoleGiven(role, said),) if said != holder else ()
        is_taken_back = bool(who) and who == holder
        return (RoleGiven(role, anew=True),) if is_taken_back else ()

    def lets_go(self, meeting: Meeting, step: Step) -> frozenset[str]:
        """An offer is used up once whoever made it was asked, or has the role (C14)."""
        asked = {place.part for place in meeting.trail if place.step == step.id}
        return frozenset(
            offer.id
            for offer in meeting.brought.willing
            for person in meeting.people
            if is_of(meeting, offer, person.id)
            and (
                f"{offer.role}:{person.id}" in asked
                or (offer.role, person.id) in meeting.duties
            )
        )  # fmt: skip


def _roles(scene: Scene) -> tuple[str, ...]:
    named = scene.settings(RolesSettings).roles
    return tuple(role for role in named if role in words.NAMES) or tuple(words.NAMES)


def _at(scene: Scene, role: str, who: str) -> Place:
    return Place(scene.step.id, GROUP, f"{role}:{who}")


def _ask(scene: Scene, role: str) -> Place:
    order = proposals(scene.meeting, role)
    return _at(scene, role, order[0] if order else _NOBODY)


def _next(scene: Scene, role: str, who: str) -> Place:
    order = proposals(scene.meeting, role)
    if who not in order:
        return _at(scene, role, _OPEN)
    later = order[order.index(who) + 1 :]
    return _at(scene, role, later[0] if later else _NOBODY)


def _after(scene: Scene, role: str) -> Place | None:
    first = _roles(scene)[:PROPOSED]
    if role in first[:-1]:
        return _ask(scene, first[first.index(role) + 1])
    return Place(scene.step.id, GROUP, MORE) if _rest(scene) else None


def _rest(scene: Scene) -> tuple[str, ...]:
    return tuple(role for role in _roles(scene)[PROPOSED:] if role not in scene.meeting.roles)


def _anybody(scene: Scene, role: str) -> ChoosePeople:
    order = proposals(scene.meeting, role)
    people = (scene.meeting.person(one) for one in order)
    rows = tuple(Choice(one.id, one.name) for one in people if one is not None)
    return ChoosePeople((Choice(NONE, words.NOBODY_TODAY), *rows), only_one=True)


def _chosen(meeting: Meeting, value: object) -> str:
    one = value[0] if isinstance(value, tuple) and value else ""
    person = meeting.person(one) if isinstance(one, str) else None
    return person.id if person is not None and person.here else ""


def _so_far(scene: Scene) -> tuple[str, ...]:
    line = today_line(scene.meeting)
    return (line,) if line else ()

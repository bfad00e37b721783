"""Offers and needs: everybody may give, everybody may ask, in two rounds (C5)."""

from facilitator.domain.commands import Refusal
from facilitator.domain.events import GROUP, Keep
from facilitator.domain.kept import Offer
from facilitator.domain.meeting import AnswerValue, Meeting, Participant, Place
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, ChooseSeveral, WriteText
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine import rounds
from facilitator.engine.activities.settings import OffersSettings
from facilitator.engine.kind import Kind
from facilitator.engine.made import Made, under
from facilitator.engine.matching import Fit, fits
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import close
from facilitator.wording import offers as words

ROUNDS = ("offer", "need")
MATCHES, KEEP = "matches", "keep"


class Offers(Kind):
    """Places: offer (each), need (each), matches (the group), keep (whoever said something)."""

    spec = KindSpec("offers", OffersSettings, frozenset({Round.EACH, Round.ALOUD}))
    transient = frozenset({MATCHES, KEEP})
    has_route = True
    brings = frozenset({"offers"})

    def first(self, scene: Scene) -> str | None:
        """Giving comes first, so that asking is easier."""
        return ROUNDS[0]

    def route(self, scene: Scene, place: Place | None, value: object) -> Place | None:
        """One round of offers, one of needs, then what could fit, then what may stay."""
        step, meeting = scene.step, scene.meeting
        if place is None:
            return _next(meeting, step, GROUP, ROUNDS[0])
        if place.part in ROUNDS:
            return _next(meeting, step, place.giver, place.part) or _after_round(
                meeting, step, place.part
            )
        return _to_keep(meeting, step, GROUP if place.part == MATCHES else place.giver)

    def part(self, scene: Scene, part: str) -> Part:
        """Return one of the four."""
        name = scene.person.name if scene.person else ""
        if part in ROUNDS:
            return self._line(scene, part, name)
        if part == KEEP:
            choices = (Choice("no", words.KEEP_NO), Choice("yes", words.KEEP_YES))
            said = tuple(_said(scene.meeting, scene.step, scene.giver))
            asked = words.KEEP.format(name=name)
            return Part(asked, ChooseOne(choices), _lines(said), words.KEEP_HINT)
        return _matches(scene)

    def _line(self, scene: Scene, part: str, name: str) -> Part:
        settings = scene.settings(OffersSettings)
        is_need = part == "need"
        asked = (words.NEED if is_need else words.OFFER).format(name=name)
        ready = settings.needs if is_need else settings.offers
        usual = words.NEED_READY if is_need else words.OFFER_READY
        given, rows = scene.words(part), ready_lines(ready or usual, words.NOTHING_TODAY)
        typed = WriteText(rows, words.OWN, given, at_most=80)
        hint = words.NEED_HINT if is_need else words.OFFER_HINT
        return Part(asked, typed, _standing(scene, is_need=is_need), hint)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Nothing today is nothing; fits are stored by the ids of their lines."""
        if value == words.NOTHING_TODAY:
            return None
        return super().stored(scene, part, value)

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """Whoever said yes has their lines on the board from then on."""
        kept = [
            line
            for person in meeting.people
            if meeting.said(step.id, person.id, KEEP) == "yes"
            for line in _said(meeting, step, person.id)
        ]
        return Things(offers=tuple(kept))

    def made(self, meeting: Meeting, step: Step) -> tuple[Made, ...]:
        """What is on offer and what is asked for today, without names."""
        said = [one for person in meeting.people for one in _said(meeting, step, person.id)]
        chosen = meeting.said(step.id, GROUP, MATCHES)
        ids = chosen if isinstance(chosen, tuple) else ()
        fitting = (_fit_line(one) for one in _fits(meeting, step) if _id(one) in ids)
        return (
            *under(close.OFFERS, (one.words for one in said if not one.is_need)),
            *under(close.NEEDS, (one.words for one in said if one.is_need)),
            *under(close.CHOSE, fitting),
        )


def _next(meeting: Meeting, step: Step, giver: str, part: str) -> Place | None:
    others = rounds.after(meeting, giver)
    return Place(step.id, others[0], part) if others else None


def _after_round(meeting: Meeting, step: Step, part: str) -> Place | None:
    if part == ROUNDS[0]:
        return _next(meeting, step, GROUP, ROUNDS[1])
    said = any(_said(meeting, step, person.id) for person in meeting.people)
    return Place(step.id, GROUP, MATCHES) if said or meeting.brought.offers else None


def _to_keep(meeting: Meeting, step: Step, giver: str) -> Place | None:
    """Whoever said something is asked themselves; nobody says yes for another."""
    if meeting.keep is Keep.NOTHING:
        return None
    for other in rounds.after(meeting, giver):
        person = meeting.person(other)
        if person and not person.keeps_less and _said(meeting, step, other):
            return Place(step.id, other, KEEP)
    return None


def _said(meeting: Meeting, step: Step, person_id: str) -> tuple[Offer, ...]:
    person = meeting.person(person_id)
    if person is None:
        return ()
    found = ((part, meeting.said(step.id, person_id, part)) for part in ROUNDS)
    return tuple(
        _offer(meeting, step, person, part, said) for part, said in found if isinstance(said, str)
    )


def _offer(meeting: Meeting, step: Step, person: Participant, part: str, said: str) -> Offer:
    return Offer(
        f"{meeting.id}-{step.id}-{person.id}-{part}",
        meeting.known_by(person),
        person.name,
        (meeting.closed_at or meeting.started_at)[:10],
        said,
        is_need=part == "need",
    )


def _standing(scene: Scene, *, is_need: bool) -> tuple[str, ...]:
    known_by = scene.meeting.known_by(scene.person) if scene.person else ""
    shown = words.STANDS_NEED if is_need else words.STANDS_OFFER
    own = (one for one in scene.meeting.brought.offers if one.owner == known_by)
    return tuple(shown.format(line=one.words) for one in own if one.is_need is is_need)


def _all(meeting: Meeting, step: Step) -> tuple[Offer, ...]:
    today = (one for person in meeting.present for one in _said(meeting, step, person.id))
    return (*today, *meeting.brought.offers)


def _fits(meeting: Meeting, step: Step) -> tuple[Fit, ...]:
    return fits(_all(meeting, step))


def _id(fit: Fit) -> str:
    """Ids and no names: whoever is forgotten stands in no answer of the group's (S8)."""
    return f"{fit.offer.id} {fit.need.id}"


def _fit_line(fit: Fit) -> str:
    giver, asker = fit.offer.name, fit.need.name
    return words.MATCH_SAID.format(giver=giver, asker=asker, line=fit.offer.words)


def _lines(said: tuple[Offer, ...]) -> tuple[str, ...]:
    shown = ((words.NEEDS_NOW if one.is_need else words.OFFERS_NOW, one) for one in said)
    return tuple(line.format(name=one.name, line=one.words) for line, one in shown)


def _matches(scene: Scene) -> Part:
    found = _fits(scene.meeting, scene.step)
    body = _lines(_all(scene.meeting, scene.step))
    if not found:
        hint = f"{words.MATCH_NONE} {words.MATCH_TALK}"
        return Part(words.MATCH, Acknowledge(words.MATCH_GO_ON), body, hint)
    rows = tuple(
        Choice(_id(one), words.MATCH_ROW.format(giver=one.offer.name, asker=one.need.name))
        for one in found
    )
    said = scene.said(MATCHES)
    marked = said if isinstance(said, tuple) else ()
    return Part(words.MATCH, ChooseSeveral(rows, marked), body, words.MATCH_HINT)

"""The close: what the group made, what to take home, and the end (M2, S6)."""

from collections.abc import Iterator

from facilitator.domain.events import Carried, Keep
from facilitator.domain.meeting import Meeting, Participant, Place
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne
from facilitator.domain.things import Things
from facilitator.engine import flow, rounds, slip
from facilitator.engine.activities.goal import kept_plan
from facilitator.engine.activities.moving_on import leaving_for_good
from facilitator.engine.activities.resources import code_of
from facilitator.engine.keeping import kept_by
from facilitator.engine.made import Made, paragraphs_of, under
from facilitator.engine.role_holding import kept_duties
from facilitator.engine.scene import Part
from facilitator.wording import close, moving_on, roles


def close_part(meeting: Meeting, part: str, *, easy: bool) -> Part:
    """Return one part of the close."""
    if part == flow.MADE:
        made = made_lines(meeting) or (close.MADE_NOTHING,)
        return Part(close.MADE, Acknowledge(close.MADE_GO_ON), made)
    if part == flow.TAKE:
        choices = [Choice(flow.FINISH, close.TAKE_FINISH)]
        choices += [Choice(one.id, one.label) for one in meeting.session.resources]
        return Part(close.TAKE, ChooseOne(tuple(choices)), hint=close.TAKE_HINT)
    if part == flow.SLIP:
        return slip.asked(slip.slip_of_open(meeting), is_open=True)
    if part.startswith("code-"):
        return _code(meeting, part.removeprefix("code-"), easy=easy)
    return _finish(meeting)


def _finish(meeting: Meeting) -> Part:
    """Ask whether to finish; the slip has its row here: it is nothing that people take home."""
    body = _what_is_kept(meeting)
    if meeting.keep is Keep.NOTHING:
        return Part(close.FINISH, Acknowledge(close.FINISH_YES), body)
    choices = (Choice(flow.FINISH, close.FINISH_YES), Choice(flow.SLIP, close.FINISH_SLIP))
    return Part(close.FINISH, ChooseOne(choices), body)


def _code(meeting: Meeting, resource_id: str, *, easy: bool) -> Part:
    shown = meeting.session.resource(resource_id)
    code = code_of(shown, easy=easy)
    said = shown.words.said(easy=easy)
    return Part(shown.label, Acknowledge(close.CODE_BACK), (said,), code=code)


def _what_is_kept(meeting: Meeting) -> tuple[str, ...]:
    lines = [
        {
            Keep.TODAY: close.FINISH_TODAY,
            Keep.GROUP: close.FINISH_GROUP,
            Keep.NOTHING: close.FINISH_NOTHING,
        }[meeting.keep]
    ]
    if meeting.keep is Keep.GROUP and any(one.keeps_less for one in meeting.people):
        lines.append(close.FINISH_LESS)
    keeping = [one.name for one in meeting.people if plan_to_keep(meeting, one) is not None]
    if keeping and meeting.keep is not Keep.NOTHING:
        lines.append(close.FINISH_PLANS.format(names=", ".join(keeping)))
    if is_agreement_kept(meeting):
        lines.append(close.FINISH_AGREEMENT)
    if _is_told_kept(meeting):
        lines.append(close.FINISH_TOLD)
    if kept_duties(meeting):
        lines.append(roles.FINISH_DUTIES)
    if slip.shape_of(meeting):
        lines.append(close.FINISH_SLIP_AGREED)
    lines += [moving_on.FINISH_LEAVING.format(name=one.name) for one in leaving_for_good(meeting)]
    return tuple(lines)


def _is_told_kept(meeting: Meeting) -> bool:
    """Whether a story, a tip or a note stays; nobody's name is told with it (C8)."""
    kept = kept_by(meeting) if meeting.keep is not Keep.NOTHING else Things()
    return bool(kept.stories or kept.tips or kept.notes)


def is_agreement_kept(meeting: Meeting) -> bool:
    """Return whether the agreement made today goes into the group's book (C1, S6)."""
    if not (meeting.asks or meeting.gives) or meeting.keep is Keep.NOTHING:
        return False
    if meeting.keep is Keep.GROUP:
        return True
    return any(
        place.part == "save" and given.value == "yes"
        for place, given in meeting.answers.items()
        if _kind(meeting, place) == "agreement"
    )


def plan_to_keep(meeting: Meeting, person: Participant) -> Carried | None:
    """Return the plan of somebody that stays, if they asked for it and keep anything (M9, S6)."""
    is_going = person.keeps_less or person in leaving_for_good(meeting)
    return None if is_going else kept_plan(meeting, person)


def made_lines(meeting: Meeting) -> tuple[str, ...]:
    """Return what the group made and may see, under headings: no private word (M2, C3, S19)."""
    own = (one for step in meeting.steps for one in flow.kind_of(step).made(meeting, step))
    return paragraphs_of(
        (
            *under(close.AGREED, (*meeting.asks, *meeting.gives)),
            *under(close.SAID, _noted(meeting)),
            *under(close.PLANS, _plans(meeting)),
            *_together(meeting),
            *own,
        )
    )


def _noted(meeting: Meeting) -> Iterator[str]:
    for place, given in meeting.answers.items():
        person = meeting.person(place.giver)
        if place.part == rounds.LINE and person is not None:
            yield close.NOTED.format(name=person.name, line=given.value)


def _plans(meeting: Meeting) -> tuple[str, ...]:
    plans = len({place.giver for place in meeting.answers if place.part == "what"})
    if not plans:
        return ()
    return (close.PLANS_ONE if plans == 1 else close.PLANS_MANY.format(number=plans),)


def _together(meeting: Meeting) -> Iterator[Made]:
    headings = {
        ("reflection", "keep"): close.STAY,
        ("reflection", "change"): close.NEXT,
        ("ideas", "idea"): close.IDEAS,
    }
    for place, given in meeting.answers.items():
        heading = headings.get((_kind(meeting, place), place.part))
        if heading is not None:
            yield Made(heading, str(given.value))


def _kind(meeting: Meeting, place: Place) -> str:
    step = meeting.step(place.step)
    return step.kind if step else ""

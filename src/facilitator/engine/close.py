"""The close: what the group made, what to take home, and the end (M2, S6)."""

from facilitator.domain.events import Keep
from facilitator.domain.meeting import Meeting, Place
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne
from facilitator.domain.things import Things
from facilitator.engine import flow, rounds, slip
from facilitator.engine.activities import strengths
from facilitator.engine.activities.goal import kept_plan
from facilitator.engine.activities.moving_on import leaving_for_good
from facilitator.engine.activities.resources import code_of
from facilitator.engine.keeping import kept_by
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
        if meeting.keep is not Keep.NOTHING:
            choices.append(Choice(flow.SLIP, close.TAKE_SLIP))
        return Part(close.TAKE, ChooseOne(tuple(choices)), hint=close.TAKE_HINT)
    if part == flow.SLIP:
        return slip.asked(slip.slip_of_open(meeting), is_open=True)
    if part.startswith("code-"):
        return _code(meeting, part.removeprefix("code-"), easy=easy)
    return Part(close.FINISH, Acknowledge(close.FINISH_YES), _what_is_kept(meeting))


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
    keeping = [one.name for one in meeting.people if kept_plan(meeting, one) is not None]
    if keeping and meeting.keep is not Keep.NOTHING:
        lines.append(close.FINISH_PLANS.format(names=", ".join(keeping)))
    if is_agreement_kept(meeting):
        lines.append(close.FINISH_AGREEMENT)
    if _is_told_kept(meeting):
        lines.append(close.FINISH_TOLD)
    if kept_duties(meeting):
        lines.append(roles.FINISH_DUTIES)
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


def made_lines(meeting: Meeting) -> tuple[str, ...]:
    """Return what the group made and may see: no private word is among it (C3, S19)."""
    lines: list[str] = []
    agreed = (*meeting.asks, *meeting.gives)
    if agreed:
        lines.append(close.AGREED.format(lines="; ".join(agreed)))
    lines += _noted(meeting)
    shared = _strengths(meeting)
    if shared:
        lines.append(close.CAN.format(lines="; ".join(shared)))
    plans = {place.giver for place in meeting.answers if place.part == "what"}
    if plans:
        one = len(plans) == 1
        lines.append(close.PLANS_ONE if one else close.PLANS.format(number=len(plans)))
    own = (line for step in meeting.steps for line in flow.kind_of(step).made(meeting, step))
    return (*lines, *_together(meeting), *own)


def _noted(meeting: Meeting) -> list[str]:
    lines = []
    for place, given in meeting.answers.items():
        person = meeting.person(place.giver)
        if place.part == rounds.LINE and person is not None:
            lines.append(close.NOTED.format(name=person.name, line=given.value))
    return lines


def _together(meeting: Meeting) -> tuple[str, ...]:
    labels = {"keep": close.KEEP, "change": close.CHANGE}
    lines = []
    for place, given in meeting.answers.items():
        kind = _kind(meeting, place)
        if kind == "reflection" and place.part in labels:
            lines.append(labels[place.part].format(line=given.value))
        if kind == "ideas" and place.part == "idea":
            lines.append(close.IDEA.format(line=given.value))
    return tuple(lines)


def _strengths(meeting: Meeting) -> tuple[str, ...]:
    shared = []
    for place, given in meeting.answers.items():
        if _kind(meeting, place) != "strengths" or place.part not in strengths.PARTS:
            continue
        if meeting.said(place.step, place.giver, strengths.SHARE) == "yes":
            shared.append(str(given.value))
    return tuple(sorted(set(shared)))


def _kind(meeting: Meeting, place: Place) -> str:
    step = meeting.step(place.step)
    return step.kind if step else ""

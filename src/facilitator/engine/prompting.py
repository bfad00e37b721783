"""prompt_for(meeting) -> prompt: what is shown at the place where the meeting is."""

from facilitator.domain.keys import KeyCommand
from facilitator.domain.meeting import CLOSE, Meeting, Place
from facilitator.domain.prompt import ALL_COMMANDS, GiveNumber, Progress, Prompt, WriteText
from facilitator.domain.session import Round
from facilitator.engine import flow, rounds
from facilitator.engine.plan_life import life_lines
from facilitator.engine.role_holding import today_line
from facilitator.engine.round_parts import round_part
from facilitator.engine.scene import Part, Scene
from facilitator.wording import close
from facilitator.wording import rounds as words


def part_at(meeting: Meeting, place: Place, *, easy: bool = False) -> Part:
    """Return what a place asks. Raises LookupError when its step is gone."""
    if place.step == CLOSE:
        from facilitator.engine.close import close_part  # noqa: PLC0415  a start needs none of it (P1)

        return close_part(meeting, place.part, easy=easy)
    step = meeting.step(place.step)
    if step is None:
        raise LookupError(place.step)
    kind, scene = flow.kind_of(step), Scene(meeting, step, place.giver, easy)
    if place.part.startswith("@"):
        return round_part(kind, scene, place.part)
    return kind.part(scene, place.part)


def prompt_for(meeting: Meeting, *, easy: bool = False) -> Prompt:
    """Return the prompt of the place where the meeting is. Raises LookupError while gathering."""
    place = flow.shown_place(meeting)
    if place is None:
        raise LookupError(meeting.id)
    part = part_at(meeting, place, easy=easy)
    person = meeting.person(place.giver)
    is_handing_over = place.part == rounds.HAND_OVER
    return Prompt(
        id=f"{place.step}/{place.giver}/{place.part}",
        title=_title(meeting, place),
        question=part.question,
        input=part.input,
        where=_where(meeting, place),
        session=meeting.session.title,
        turn=words.TURN.format(name=person.name) if person else "",
        turn_short=person.name if person else "",
        body=part.body,
        picture=part.picture,
        hint=_hint(meeting, place, part),
        cue=_cue(meeting, place),
        commands=_commands(place),
        progress=_progress(meeting, place),
        code=part.code,
        is_private=flow.is_private(meeting, place) and not is_handing_over,
        giver=flow.keyboard_of(meeting),
        own_words=(*_unsaid(meeting, place), *part.own),
        language=meeting.session.language,
    )


def _hint(meeting: Meeting, place: Place, part: Part) -> str:
    """Where the group types together somebody does watch, and it is not said (S16)."""
    if isinstance(part.input, WriteText) and flow.is_private(meeting, place):
        return f"{part.hint} {words.WATCH}".strip()
    return part.hint


def _title(meeting: Meeting, place: Place) -> str:
    step = meeting.step(place.step)
    return step.title if step else close.TITLE


def _where(meeting: Meeting, place: Place) -> str:
    progress = _progress(meeting, place)
    if place.step == CLOSE:
        return words.CLOSE_WHERE
    return words.WHERE.format(step=progress.done, of=progress.of)


def _progress(meeting: Meeting, place: Place) -> Progress:
    ids = [
        step.id
        for step in meeting.steps
        if step.id not in meeting.left_out or step.id == place.step
    ]
    if place.step == CLOSE:
        return Progress(len(ids), len(ids))
    return Progress(ids.index(place.step) + 1, len(ids))


def _cue(meeting: Meeting, place: Place) -> str:
    """The cue is folded away while the terminal goes round (design.md 6)."""
    step = meeting.step(place.step)
    if step is not None and place.giver and step.round is not Round.ALOUD:
        return ""
    if step is not None and step.kind == "roles":
        return step.cue  # who does what stands above it there
    # Who does what today is for all, in a place that the screen has already (C2).
    return " ".join(one for one in (step.cue if step else "", today_line(meeting)) if one)


def _commands(place: Place) -> frozenset[KeyCommand]:
    if place.step == CLOSE and place.part == flow.FINISH:
        return ALL_COMMANDS - {KeyCommand.PASS}
    return ALL_COMMANDS


def _unsaid(meeting: Meeting, place: Place) -> tuple[str, ...]:
    """Return what no voice says here: at the end all that is shown is the group's own (C3)."""
    is_ours = (place.step, place.part) == (CLOSE, flow.MADE)
    return () if is_ours else own_words(meeting)


def own_words(meeting: Meeting) -> tuple[str, ...]:
    """Return everything that one person alone has written: no voice says it unasked (A12).

    Which row of a list somebody chose is not among it: the list itself can be said.
    """
    found: list[str] = []
    for place, given in meeting.answers.items():
        if given.private and _is_written(meeting, place):
            found += given.value if isinstance(given.value, tuple) else [str(given.value)]
    for person in meeting.people:
        if person.carried is not None:
            plan = person.carried
            found += [plan.what, plan.when, *plan.extras.values()]
            found += [str(plan.sure)] if plan.sure >= 0 else []
            found += life_lines(plan, meeting.started_at) if plan.weeks else ()
    holder = meeting.person(flow.keyboard_of(meeting))
    known_by = meeting.known_by(holder) if holder else ""
    found += [one.words for one in meeting.brought.growth if one.owner == known_by]
    return tuple(dict.fromkeys(one for one in found if one))


def _is_written(meeting: Meeting, place: Place) -> bool:
    try:
        return isinstance(part_at(meeting, place).input, WriteText | GiveNumber)
    except LookupError:
        return True

"""The command `forget`: a meeting, somebody in a meeting, or somebody altogether (S8, A16)."""

from collections.abc import Callable, Sequence

import msgspec

from facilitator.domain.person_names import can_be_seen, shown
from facilitator.domain.records import ClosedMeeting, Group
from facilitator.engine.house import days
from facilitator.engine.own_lines import staying_in_book
from facilitator.meetings import forgetting, person_traces
from facilitator.meetings.command_line import (
    NOTHING_DELETED,
    Told,
    closed_meeting,
    one_of,
    unknown_meeting,
)
from facilitator.meetings.forgetting import RecordPorts
from facilitator.wording import command_line as words


class Forgetting(msgspec.Struct, frozen=True):
    """What `forget` is asked for, and the ways to ask back.

    `meeting_id` is "" for every meeting. `whose` asks for a name, which is no argument (S10);
    it is None where a whole meeting is meant. `sure` says what would be deleted, and returns
    whether it shall be (WCAG 3.3.4); `plans_too` the same of what the book keeps.
    """

    meeting_id: str
    whose: Callable[[], str] | None
    sure: Callable[[str], bool]
    plans_too: Callable[[str], bool]


def forget(ports: RecordPorts, groups: Sequence[Group], asked: Forgetting) -> Told:
    """Say what goes and what stays, and delete it after a yes. Raises NotSaved."""
    if not asked.meeting_id:
        if asked.whose is None:
            return Told((words.FORGET_WHAT,), is_fine=False)
        return _everywhere(ports, groups, asked.whose, asked.sure)
    closed = closed_meeting(ports.store, groups, asked.meeting_id)
    if closed is None:
        return _open(ports, groups, asked)
    if asked.whose is None:
        return _closed(ports, closed, asked)
    return _person(ports, closed, asked.whose, asked.sure)


def _closed(ports: RecordPorts, closed: ClosedMeeting, asked: Forgetting) -> Told:
    group_id = closed.group_id
    staying = staying_in_book(closed, ports.book.held_members(group_id))
    names = ", ".join(staying.values())
    means = _meeting_means(closed.session_title, closed.closed_at)
    if staying:
        means = f"{means} {words.FORGET_STAYS.format(names=names)}"
    if not asked.sure(means):
        return NOTHING_DELETED
    too = bool(staying) and asked.plans_too(words.PLANS_MEAN.format(names=names))
    # The book first: these people are found by the meeting when a deletion is asked for again.
    for known_by in staying if too else ():
        forgetting.forget_member(ports, group_id, known_by)
    forgetting.forget_meeting(ports, group_id, closed.id)
    said = words.FORGOT_PLANS if too else words.PLANS_STAY
    return Told((words.FORGOT_MEETING, *((said.format(names=names),) if staying else ())))


def _person(
    ports: RecordPorts,
    closed: ClosedMeeting,
    whose: Callable[[], str],
    sure: Callable[[str], bool],
) -> Told:
    name = one_of(closed.people, whose())
    if isinstance(name, Told):
        return name
    if not sure(_person_means(closed.session_title, closed.closed_at, name)):
        return NOTHING_DELETED
    forgetting.forget_in_closed(ports, closed, name)
    return Told((words.FORGOT_PERSON.format(name=name),))


def _open(ports: RecordPorts, groups: Sequence[Group], asked: Forgetting) -> Told:
    """Forget a meeting that is set aside, somebody in it, or one whose file is damaged."""
    for group in groups:
        for one in ports.store.unfinished(group.id):
            if one.id == asked.meeting_id and asked.whose is not None:
                name = one_of(forgetting.people_in_open(ports, group.id, one.id), asked.whose())
                if isinstance(name, Told):
                    return name
                if not asked.sure(_person_means(one.session_title, one.started_at, name)):
                    return NOTHING_DELETED
                forgetting.forget_in_open(ports, group.id, one.id, name)
                return Told((words.FORGOT_PERSON.format(name=name),))
            if one.id == asked.meeting_id:
                means = _meeting_means(one.session_title, one.started_at)
                return _whole(ports, group, asked, means)
        if asked.whose is None and ports.store.has(group.id, asked.meeting_id):
            # Its file is damaged, and perhaps no list shows it: its words must not stay for that.
            return _whole(ports, group, asked, words.FORGET_UNREAD_MEANS)
    return unknown_meeting(asked.meeting_id, is_person=asked.whose is not None)


def _whole(ports: RecordPorts, group: Group, asked: Forgetting, means: str) -> Told:
    if not asked.sure(means):
        return NOTHING_DELETED
    forgetting.forget_meeting(ports, group.id, asked.meeting_id)
    return Told((words.FORGOT_MEETING,))


def _everywhere(
    ports: RecordPorts,
    groups: Sequence[Group],
    whose: Callable[[], str],
    sure: Callable[[str], bool],
) -> Told:
    """Forget everything of one name in one group, though no meeting holds it any more."""
    typed = whose()
    if not can_be_seen(typed):
        return Told((words.NO_PERSON,), is_fine=False)
    traces = ((group, person_traces.traces_of(ports, group.id, typed)) for group in groups)
    found = [(group, one) for group, one in traces if one.names]
    if not found:
        return Told((words.UNKNOWN_ANYWHERE.format(name=shown(typed)),), is_fine=False)
    if len(found) > 1:
        ids = ", ".join(group.id for group, _ in found)
        return Told((words.WHICH_GROUP.format(ids=ids),), is_fine=False)
    group, theirs = found[0]
    name = ", ".join(theirs.names)
    means = words.FORGET_ALL_MEANS.format(name=name, group=group.name, number=theirs.meetings)
    if not sure(means):
        return NOTHING_DELETED
    person_traces.forget_traces(ports, group.id, theirs)
    return Told((words.FORGOT_ALL.format(name=name, group=group.name),))


def _meeting_means(title: str, at: str) -> str:
    return words.FORGET_MEETING_MEANS.format(meeting=_titled(title, at))


def _person_means(title: str, at: str, name: str) -> str:
    return words.FORGET_PERSON_MEANS.format(meeting=_titled(title, at), name=name)


def _titled(title: str, at: str) -> str:
    return ", ".join(one for one in (title, days.in_words(at)) if one)

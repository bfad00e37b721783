"""Which rooms come up by themselves: at the opening, what is due, help after hard words."""

from facilitator.domain.answers import Answer, Typed
from facilitator.domain.meeting import Meeting
from facilitator.domain.prompt import Prompt
from facilitator.domain.records import Seal
from facilitator.engine import flow
from facilitator.engine.house.effects import SettingOut
from facilitator.engine.house.help_now import HelpNow
from facilitator.engine.house.home import Home, IsItToday, WhichGroup, passphrase_room
from facilitator.engine.house.room import Room
from facilitator.engine.house.setting_out import WhoSees
from facilitator.engine.retention import OLDER_AGREEMENTS, agreements_due, is_left_open, is_overdue
from facilitator.meetings.surroundings import Surroundings


def opening_rooms(around: Surroundings, session_id: str, *, asks_group: bool) -> tuple[Room, ...]:
    """Return the rooms in which the program opens, the last on top.

    It asks for the group when there are two, and for the date when the clock is behind
    (M19, M20); then home, or straight into setting out with a session.
    """
    rooms: tuple[Room, ...] = (Home(),)
    if session_id:
        rooms = (*rooms, WhoSees(SettingOut(session_id)))
    if not around.is_date_sure:
        rooms = (*rooms, IsItToday())
    if asks_group and len(around.groups) > 1:
        rooms = (*rooms, WhichGroup())
    else:
        rooms = (*rooms, *passphrase_room(around.seal))
    if around.ports.kiosk is not None and around.ports.kiosk.leaving_word() is None:
        from facilitator.engine.house.leaving import OfferWord  # noqa: PLC0415  a start needs none of it (P1)

        rooms = (*rooms, OfferWord())
    return rooms


def is_elsewhere(before: Meeting | None, now: Meeting | None, *, is_asking: bool) -> bool:
    """Whether the meeting was begun, or led on from the menu: no card or room then lies over it.

    `is_asking` is whether a room asks more about it first.
    """
    if now is None or before is None:
        return before is None and now is not None
    was = flow.shown_place(before), before.is_paused
    return was != (flow.shown_place(now), now.is_paused) and not is_asking


def asked_first(around: Surroundings) -> tuple[Room, ...]:
    """Return what comes before the first screen: the date where in doubt, then what is due.

    S7, M20 and M21: nothing is due while nobody knows which day it is.
    """
    if around.meeting is not None or around.is_rehearsal:
        return ()
    if not around.is_date_sure:
        return (IsItToday(),)
    if around.seal in (Seal.SHUT, Seal.BROKEN):
        return ()  # it is asked about once the group is open: nobody else deletes its words
    if around.not_as_left and not around.may_wait("not-as-left"):
        from facilitator.engine.house.as_left import FilesChanged  # noqa: PLC0415  few starts need it (P1)

        return (FilesChanged(),)  # before anything that the files hold is believed (S9)
    if around.group.id not in around.days_given:
        from facilitator.meetings.undated import give_days  # noqa: PLC0415  once a start

        give_days(around)
    if left_open := _left_open(around):
        return left_open
    meeting = around.due_meeting
    member = "" if meeting else around.due_member
    is_ours = not (meeting or member) and around.is_due_of_the_group
    if not (meeting or member or is_ours or _are_agreements_due(around)):
        return _story_waits(around)
    from facilitator.engine.house import due  # noqa: PLC0415  a start needs none of it (P1)

    if meeting or member:
        return (due.Due(meeting, member),)
    return (due.DueOfTheGroup() if is_ours else due.DueAgreements(),)


def _are_agreements_due(around: Surroundings) -> bool:
    """Whether older versions of the agreement are kept longer than was agreed (S7)."""
    if around.may_wait(OLDER_AGREEMENTS):
        return False
    return bool(agreements_due(around.older_agreements, around.group.keep_days, around.today))


def _left_open(around: Surroundings) -> tuple[Room, ...]:
    """Return the room about a meeting of another day that was never finished (M21).

    Where its words were to be kept until then, or for the group's days and these are over;
    what cannot be read is not asked about.
    """
    days, today = around.group.keep_days, around.today
    for one in around.unfinished:
        is_due = is_left_open(one, around.now()) or is_overdue(one, days, today)
        if is_due and not around.may_wait(one.id):
            from facilitator.engine.house.left_open import LeftOpen  # noqa: PLC0415  few starts (P1)

            return (LeftOpen(one.id),)
    return ()


def _story_waits(around: Surroundings) -> tuple[Room, ...]:
    """Return the room that says whose story needs a word: one at a time, once a start (C8)."""
    stories = around.things.stories
    if not stories:
        return ()
    from facilitator.engine.consent import waits_for_teller  # noqa: PLC0415  as above
    from facilitator.engine.house.story_waits import StoryWaits  # noqa: PLC0415

    today = around.today
    waiting = (
        one.id for one in stories if waits_for_teller(one, today) and not around.may_wait(one.id)
    )
    return tuple(StoryWaits(one) for one in waiting)[:1]


def help_after(
    prompt: Prompt, where: str, answer: Answer, around: Surroundings
) -> tuple[Room, ...]:
    """Return the help card where the group wants it after very hard words (S16).

    Only for words that one person types in their own turn: it is for them alone.
    """
    is_own = prompt.is_private and bool(prompt.giver) and isinstance(answer, Typed)
    if not (around.group.soft_words and is_own and isinstance(answer, Typed)):
        return ()
    from facilitator.engine.hard_words import holds_hard_words  # noqa: PLC0415  as above

    return (HelpNow(where, prompt.giver, prompt.title),) if holds_hard_words(answer.text) else ()

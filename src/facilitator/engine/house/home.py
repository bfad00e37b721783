"""The first screen, the groups, and the doubtful date."""

from dataclasses import dataclass, replace

from facilitator.domain.ids import id_of
from facilitator.domain.meeting import AnswerValue
from facilitator.domain.own_sessions import Lies
from facilitator.domain.person_names import can_be_seen
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone, WriteText
from facilitator.domain.records import FrontEnd, Group, Seal
from facilitator.engine.house import days
from facilitator.engine.house.around import Around
from facilitator.engine.house.choosing import ChooseSession
from facilitator.engine.house.effects import (
    SaveGroup,
    SetToday,
    UseGroup,
)
from facilitator.engine.house.past import PastMeetings
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.engine.retention import newest_day
from facilitator.engine.scene import ready_lines
from facilitator.wording import cover, keeping, leaving
from facilitator.wording import house as words

HELP_AGES_AFTER = 365


@dataclass(frozen=True, slots=True)
class Home:
    """The first screen: start, go on, look back, change how it is used, close."""

    def prompt(self, around: Around) -> Prompt:
        """Return the few things that can be done; the first is the likeliest."""
        if around.seal in (Seal.SHUT, Seal.BROKEN):
            from facilitator.engine.house.sealed import shut_home  # noqa: PLC0415  few starts (P1)

            return shut_home(around, _hint(around))
        choices = [Choice("start", words.HOME_START)]
        if around.unfinished:
            from facilitator.engine.house.left_open import rows_of  # noqa: PLC0415  few starts (P1)

            # What cannot be read is last of them: where there is nothing else, a start is likelier.
            at = 0 if around.unfinished[0].keep is not None else 1
            choices[at:at] = rows_of(around.unfinished)
        is_known = around.latest or around.members or around.things or around.agreement.version
        has_made = bool(is_known) or _has_written(around)
        if around.latest is not None and not around.unfinished:
            choices.append(Choice("past", words.HOME_PAST))
        if has_made:
            choices.append(Choice("ours", words.HOME_OURS))
        choices += [
            Choice("sessions", words.HOME_SESSIONS),
            Choice("access", words.HOME_ACCESS),
            Choice("group", words.HOME_GROUP),
            Choice("end", words.HOME_END),
        ]
        if around.not_as_left:
            choices.insert(-1, Choice("as-left", words.HOME_AS_LEFT_ROW))
        body = _told(around)
        asked = words.HOME_ASKED
        return house_prompt(
            "home", words.HOME, asked, ChooseOne(tuple(choices)), body=body, hint=_hint(around)
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Open the room that was chosen."""
        chosen = str(value)
        if chosen.startswith("resume-"):
            from facilitator.engine.house.left_open import taken  # noqa: PLC0415  few starts (P1)

            return taken(around, chosen)
        match chosen:
            case "start":
                return Outcome(enter=(ChooseSession(),))
            case "past":
                return Outcome(enter=(PastMeetings(),))
            case "ours":
                from facilitator.engine.house.ours import Ours  # noqa: PLC0415  a start needs none of it (P1)

                return Outcome(enter=(Ours(),))
            case "sessions":
                return Outcome(enter=(ChooseSession(looking=True),))
            case "access":
                from facilitator.engine.house.access import Access  # noqa: PLC0415  a start needs none of it (P1)

                return Outcome(enter=(Access(),))
            case "group":
                return Outcome(enter=(OurGroup(),))
            case "open" | "shown" | "words":
                from facilitator.engine.house.sealed import way_in  # noqa: PLC0415  as above

                return Outcome(enter=(way_in(chosen),))
            case "as-left":
                from facilitator.engine.house.as_left import FilesChanged  # noqa: PLC0415  as above

                return Outcome(enter=(FilesChanged(),))
            case "another":
                return Outcome(enter=(_another(around),))
            case _:
                from facilitator.engine.house.leaving import closing  # noqa: PLC0415  a start needs none of it (P1)

                return closing(around)


def _told(around: Around) -> tuple[str, ...]:
    """Return what people should know of what is kept, of the settings and of the help numbers."""
    is_as_left = not around.not_as_left
    told = {
        words.HOME_AS_LEFT: not is_as_left,
        words.HOME_DAMAGED: is_as_left and not around.is_book_whole,
        words.HOME_SETTINGS_DAMAGED: not around.are_settings_whole,
        words.HOME_HELP_OLD: _help_is_old(around),
    }
    return tuple(sentence for sentence, is_so in told.items() if is_so)


def _has_written(around: Around) -> bool:
    return any(around.own_texts(lies) for lies in (Lies.SESSIONS, Lies.DRAFTS))


def _hint(around: Around) -> str:
    ways = around.ways
    told = [words.HOME_WATCH]
    if not (ways.speech or ways.screen_reader):
        told.append(words.HOME_HEAR)
    if around.front_end is FrontEnd.FULL and not ways.scanning:
        told.append(words.HOME_ONE_KEY)
    return " ".join((*told, words.HOME_EASIER))


def _help_is_old(around: Around) -> bool:
    oldest = min((one.checked_on for one in around.help_now), default=around.today)
    return (around.today - oldest).days > HELP_AGES_AFTER


@dataclass(frozen=True, slots=True)
class WhichGroup:
    """Asked only when there are two groups or more (M19)."""

    def prompt(self, around: Around) -> Prompt:
        """Return the groups by name."""
        choices = tuple(Choice(group.id, group.name) for group in around.groups)
        return house_prompt("which-group", words.GROUPS, words.WHICH_GROUP, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let that group be here; if it is locked, its passphrase is asked for."""
        group_id = str(value)
        rooms = passphrase_room(around.seal_of(group_id))
        return Outcome(leave=1, effects=(UseGroup(group_id),), enter=rooms)


@dataclass(frozen=True, slots=True)
class OurGroup:
    """The group that is here: its person to turn to, or another group."""

    def prompt(self, around: Around) -> Prompt:
        """Return what can be said of the group."""
        body = [words.GROUP_NAMED.format(name=around.group.name)]
        if around.group.turn_to:
            body.append(words.TURN_TO_NOW.format(name=around.group.turn_to))
        choices = [
            Choice("back", words.GROUP_BACK),
            Choice("turn-to", words.GROUP_TURN_TO),
            Choice("how-long", keeping.HOW_LONG),
            Choice("cover", cover.WAYS),
            Choice("soft", cover.SOFT),
            Choice("another", words.GROUP_ANOTHER),
        ]
        if around.can_seal:
            choices.append(Choice("seal", words.GROUP_SEAL))
        if around.is_kiosk:
            choices.append(Choice("leaving", leaving.GROUP_ROW))
        asked, shown = words.GROUP_ASKED, ChooseOne(tuple(choices))
        return house_prompt("our-group", words.GROUPS, asked, shown, body=tuple(body))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go back, or ask for a name."""
        match value:
            case "turn-to":
                return Outcome(enter=(TurnTo(),))
            case "how-long":
                return Outcome(enter=(HowLongKept(),))
            case "cover":
                from facilitator.engine.house.cover_ways import CoverWays  # noqa: PLC0415  a start needs none of it (P1)

                return Outcome(enter=(CoverWays(),))
            case "soft":
                from facilitator.engine.house.soft import SoftWords  # noqa: PLC0415  as above

                return Outcome(enter=(SoftWords(),))
            case "leaving":
                from facilitator.engine.house.leaving import about_the_word  # noqa: PLC0415  a start needs none of it (P1)

                return about_the_word(around)
            case "seal":
                from facilitator.engine.house.sealing import (  # noqa: PLC0415  few starts (P1)
                    about_the_passphrase,
                )

                return about_the_passphrase(around)
            case "another":
                return Outcome(enter=(_another(around),))
            case _:
                return Outcome(leave=1)


def passphrase_room(seal: Seal) -> tuple[Room, ...]:
    """Return the room in which a group's passphrase is asked for, if it waits for one (S9)."""
    if seal is not Seal.SHUT:
        return ()
    from facilitator.engine.house.sealed import OpenWithPassphrase  # noqa: PLC0415  as above

    return (OpenWithPassphrase(),)


def _another(around: Around) -> Room:
    return OtherGroup() if len(around.groups) > 1 else NameGroup()


@dataclass(frozen=True, slots=True)
class OtherGroup:
    """The other groups, or a new one."""

    def prompt(self, around: Around) -> Prompt:
        """Return the groups by name, then a new one."""
        others = [Choice(one.id, one.name) for one in around.groups if one != around.group]
        choices = (*others, Choice("@new", words.GROUP_ANOTHER))
        return house_prompt("other-group", words.GROUPS, words.WHICH_GROUP, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let that group be here, or name a new one."""
        if value == "@new":
            return Outcome(leave=1, enter=(NameGroup(),))
        group_id = str(value)
        rooms = passphrase_room(around.seal_of(group_id))
        return Outcome(leave=-1, effects=(UseGroup(group_id),), enter=rooms)


@dataclass(frozen=True, slots=True)
class NameGroup:
    """A new group gets a name."""

    def prompt(self, around: Around) -> Prompt:
        """Return a few names, or one's own."""
        ready = ready_lines(words.GROUP_NAME_READY, words.GROUP_NAME_NONE)
        asked = WriteText(ready, words.GROUP_NAME_OWN, at_most=30)
        return house_prompt("name-group", words.GROUPS, words.GROUP_NAME, asked)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Write the group and use it."""
        name = str(value)
        if name == words.GROUP_NAME_NONE:
            return Outcome(leave=1)
        if not can_be_seen(name):
            return Outcome(notice=Notice(words.GROUP_UNSEEN, Tone.CARE), refused=True)
        taken = {group.id for group in around.groups}
        group_id = id_of(name, taken, otherwise="group")
        notice = Notice(words.GROUP_NAMED.format(name=name), Tone.SAVED)
        return Outcome(leave=-1, effects=(SaveGroup(Group(group_id, name)),), notice=notice)


@dataclass(frozen=True, slots=True)
class TurnTo:
    """The group's own person to turn to (M18)."""

    def prompt(self, around: Around) -> Prompt:
        """Return whoever leads, or a name."""
        given = around.group.turn_to
        ready = ready_lines(words.TURN_TO_READY, words.TURN_TO_LEAVE)
        asked = WriteText(ready, words.TURN_TO_OWN, given, at_most=40)
        return house_prompt("turn-to", words.GROUPS, words.TURN_TO_ASKED, asked)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Write it beside the group's name."""
        if value == words.TURN_TO_LEAVE:
            return Outcome(leave=1)
        saved = SaveGroup(replace(around.group, turn_to=str(value)))
        notice = Notice(words.TURN_TO_NOW.format(name=value), Tone.SAVED)
        return Outcome(leave=1, effects=(saved,), notice=notice)


@dataclass(frozen=True, slots=True)
class HowLongKept:
    """How long this group's words are kept before the start asks about them (S7)."""

    def prompt(self, around: Around) -> Prompt:
        """Return a few times, the one that stands marked."""
        labels = keeping.HOW_LONG_LABELS.items()
        choices = tuple(Choice(str(number), label) for number, label in labels)
        shown, hint = ChooseOne(choices, str(around.group.keep_days)), keeping.HOW_LONG_HINT
        asked = keeping.HOW_LONG_ASKED
        return house_prompt("how-long-kept", words.GROUPS, asked, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Let it hold from now on, for what is kept already too."""
        number = int(str(value))
        saved = SaveGroup(replace(around.group, keep_days=number))
        notice = Notice(keeping.HOW_LONG_DONE.format(days=number), Tone.SAVED)
        return Outcome(leave=1, effects=(saved,), notice=notice)


@dataclass(frozen=True, slots=True)
class IsItToday:
    """Asked when the clock is behind the newest meeting (M20)."""

    def prompt(self, around: Around) -> Prompt:
        """Return the date that the machine believes in."""
        choices = (Choice("yes", words.DATE_YES), Choice("no", words.DATE_NO))
        latest = newest_day(around.latest, around.unfinished)
        last = days.in_words(latest.isoformat()) if latest else ""
        asked = words.DATE_ASKED.format(day=days.in_words(around.today.isoformat()))
        hint = words.DATE_HINT.format(day=last) if last else ""
        return house_prompt("is-it-today", words.DATE, asked, ChooseOne(choices), hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Believe it, or ask for the day."""
        if value == "no":
            return Outcome(leave=1, enter=(WhichDay(),))
        return Outcome(leave=1, effects=(SetToday(around.today),))


@dataclass(frozen=True, slots=True)
class WhichDay:
    """The group says which day it is."""

    def prompt(self, around: Around) -> Prompt:
        """Return a line for the day."""
        asked = WriteText((), words.DATE_OWN, at_most=20)
        return house_prompt("which-day", words.DATE, words.DATE_WHICH, asked)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Read the day, in several ways of writing it."""
        day = days.day_from(str(value))
        if day is None:
            return Outcome(notice=Notice(words.DATE_AGAIN, Tone.CARE), refused=True)
        return Outcome(leave=1, effects=(SetToday(day),))

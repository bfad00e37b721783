"""The menu for whoever leads: the plan changes as the room changes (M4, M14, M18)."""

from dataclasses import dataclass

from facilitator.domain import commands
from facilitator.domain.events import Keep, SeenBy
from facilitator.domain.meeting import CLOSE, AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt
from facilitator.engine import flow
from facilitator.engine.changes import ADDED_MINUTES, minutes_after
from facilitator.engine.house.access import Access
from facilitator.engine.house.around import Around
from facilitator.engine.house.coming_going import SomebodyCame, SomebodyCameBack, SomebodyLeft
from facilitator.engine.house.effects import SetAside, Tell
from facilitator.engine.house.leaving import closing
from facilitator.engine.house.role_rooms import WhoDoesWhat
from facilitator.engine.house.room import Outcome, Room, house_prompt
from facilitator.wording import activities, cover, keeping, roles
from facilitator.wording import house as words


@dataclass(frozen=True, slots=True)
class Menu:
    """What the group needs now. Pause is two presses away (M18).

    The access menu is second wherever the menu is opened, so that it is always the
    menu key, then 2 (A14). Over a cover it leads nowhere but back to it (S12).
    """

    is_covered: bool = False

    def prompt(self, around: Around) -> Prompt:
        """Return what can be done at this place of the meeting."""
        meeting = around.meeting
        if meeting is None or self.is_covered:
            return _house_menu(is_covered=self.is_covered)
        is_in_step = meeting.place is not None and meeting.place.step != CLOSE
        choices = [Choice("pause", words.MENU_PAUSE), Choice("access", words.MENU_ACCESS)]
        if is_in_step:
            choices += [
                Choice("skip", words.MENU_SKIP),
                Choice("repeat", words.MENU_REPEAT),
                Choice("order", words.MENU_ORDER),
                Choice("add", words.MENU_ADD),
            ]
        choices.append(Choice("came", words.MENU_CAME))
        if meeting.present:
            choices.append(Choice("left", words.MENU_LEFT))
        if is_in_step:
            choices += [
                Choice("longer", words.MENU_LONGER),
                Choice("shorter", words.MENU_SHORTER),
            ]
        if any(not person.here for person in meeting.people):
            choices.append(Choice("came-back", words.MENU_CAME_BACK))
        if meeting.place is not None and meeting.present:
            choices.append(Choice("roles", roles.MENU))
        choices += [
            Choice("screen", words.MENU_SCREEN),
            Choice("give", keeping.GIVE_ME),
            Choice("forget", keeping.FORGET_ME),
            Choice("cover", cover.MENU),
            Choice("stop", words.MENU_STOP),
        ]
        return house_prompt("menu", words.MENU, words.MENU_ASKED, ChooseOne(tuple(choices)))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Do it at once, or open the room that asks more."""
        rooms: dict[str, Room] = {
            "order": ComesNext(),
            "add": AddOne(),
            "came": SomebodyCame(),
            "left": SomebodyLeft(),
            "came-back": SomebodyCameBack(),
            "roles": WhoDoesWhat(),
            "screen": ScreenNow(),
            "access": Access(),
            "stop": Stop(),
        }
        tell: dict[str, commands.Command] = {
            "pause": commands.Pause(),
            "skip": commands.SkipStep(),
            "repeat": commands.RepeatStep(),
            "longer": commands.TimeStep(ADDED_MINUTES),
            "shorter": commands.TimeStep(-ADDED_MINUTES),
        }
        chosen = str(value)
        if chosen == "home":
            return Outcome(leave=-1)
        if chosen == "end":
            return closing(around, leave=1)
        if chosen == "cover":
            from facilitator.engine.house.cover_locked import covering  # noqa: PLC0415  a start needs none of it (P1)

            return covering(around, leave=1)
        if chosen in ("give", "forget"):
            return Outcome(leave=1, enter=(_own_words(chosen),))
        if chosen in rooms:
            return Outcome(leave=1, enter=(rooms[chosen],))
        if chosen in tell:
            command = tell[chosen]
            return Outcome(leave=1, effects=(Tell(command),), notice=_timed(around, command))
        return Outcome(leave=1)


def _timed(around: Around, command: commands.Command) -> Notice | None:
    """Return how long the step is now; one that is as short as can be is refused kindly (M4)."""
    place = around.meeting.place if around.meeting else None
    step = around.meeting.step(place.step) if around.meeting and place else None
    if step is None or not isinstance(command, commands.TimeStep):
        return None
    minutes = minutes_after(step, command.by)
    return Notice(words.TIMED_ONE if minutes == 1 else words.TIMED.format(minutes=f"{minutes:g}"))


def _own_words(chosen: str) -> Room:
    """Return the room of one's own words."""
    from facilitator.engine.house.own_words import Who  # noqa: PLC0415  a start needs none of it (P1)

    return Who(is_forgetting=chosen == "forget")


def is_of_menu(room: Room | None) -> bool:
    """Return whether the menu opened this room and nothing in it waits for an answer.

    The menu key leads from there back to the menu. Were the room kept underneath, whoever
    skips a step would be asked once more whether to stop.
    """
    if getattr(room, "meeting_id", None) == "":
        return True  # somebody's own words, in the open meeting and in no past one
    if getattr(room, "is_of_menu", False):
        return True
    return isinstance(room, ComesNext | AddOne | SomebodyLeft | SomebodyCameBack | ScreenNow | Stop)


def _house_menu(*, is_covered: bool) -> Prompt:
    always = (Choice("stay", words.MENU_STAY), Choice("access", words.MENU_ACCESS))
    more = (
        Choice("cover", cover.MENU),
        Choice("home", words.MENU_HOME),
        Choice("end", words.HOME_END),
    )
    choices = always if is_covered else (*always, *more)
    return house_prompt("menu", words.MENU, words.HOME_ASKED, ChooseOne(choices))


@dataclass(frozen=True, slots=True)
class ComesNext:
    """Which step comes next."""

    def prompt(self, around: Around) -> Prompt:
        """Return the steps that can come; the first leaves the order as it is."""
        coming = flow.could_come(around.meeting) if around.meeting else ()
        choices = (
            Choice("@none", words.OUT_NONE),
            *(Choice(step.id, step.title) for step in coming),
        )
        return house_prompt("order", words.MENU, words.ORDER_ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Put it straight after this one."""
        step = around.meeting.step(str(value)) if around.meeting else None
        if step is None:
            return Outcome(leave=1)
        notice = Notice(words.ORDER_DONE.format(title=step.title))
        return Outcome(leave=1, effects=(Tell(commands.HoldNext(step.id)),), notice=notice)


@dataclass(frozen=True, slots=True)
class AddOne:
    """Which step to add."""

    def prompt(self, around: Around) -> Prompt:
        """Return the steps that can come in at any time."""
        choices = (
            Choice("@none", words.OUT_NONE),
            *(Choice(kind, told[0]) for kind, told in activities.ADDED.items()),
        )
        return house_prompt("add", words.MENU, words.ADD_ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Put it straight after this one."""
        kind = str(value)
        if kind not in activities.ADDED:
            return Outcome(leave=1)
        notice = Notice(words.ORDER_DONE.format(title=activities.ADDED[kind][0]))
        return Outcome(leave=1, effects=(Tell(commands.AddStep(kind)),), notice=notice)


@dataclass(frozen=True, slots=True)
class ScreenNow:
    """Who sees this screen, changed in the middle (S19)."""

    def prompt(self, around: Around) -> Prompt:
        """Return the two answers, the one that stands marked."""
        choices = (
            Choice(SeenBy.PERSON, words.SEES_PERSON),
            Choice(SeenBy.ROOM, words.SEES_ROOM),
        )
        stands = around.meeting.seen_by if around.meeting else SeenBy.PERSON
        hint = words.WHO_SEES_HINT
        shown = ChooseOne(choices, stands)
        return house_prompt("screen", words.MENU, words.WHO_SEES, shown, hint=hint)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Say so from now on."""
        seen_by = SeenBy(str(value))
        now = words.SCREEN_IS[seen_by]
        said = words.BY_THE_MENU.format(now=now, row=words.MENU_SCREEN)
        tell = Tell(commands.SayWhoSees(seen_by))
        return Outcome(leave=1, effects=(tell,), notice=Notice(said))


@dataclass(frozen=True, slots=True)
class Resting:
    """A pause: no words of anybody, no clock (M18)."""

    def prompt(self, around: Around) -> Prompt:
        """Return three ways on; the cue asks what would help, and whom to turn to."""
        choices = (
            Choice("go-on", words.PAUSE_GO_ON),
            Choice("shorter", words.PAUSE_SHORTER),
            Choice("close", words.PAUSE_CLOSE),
        )
        turn_to = around.group.turn_to
        body = (words.TURN_TO_NOW.format(name=turn_to),) if turn_to else ()
        shown = ChooseOne(choices)
        return house_prompt(
            "pause", words.PAUSE, words.PAUSE_ASKED, shown, body=body, cue=words.PAUSE_CUE
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Go on, leave steps out, or come to the end."""
        on = Tell(commands.GoOn())
        match value:
            case "shorter":
                return Outcome(leave=1, enter=(LeaveSomeOut(),), effects=(on,))
            case "close":
                return Outcome(leave=1, effects=(on, Tell(commands.GoToClose())))
            case _:
                return Outcome(leave=1, effects=(on,))


@dataclass(frozen=True, slots=True)
class LeaveSomeOut:
    """Make it shorter: leave steps out that are still to come."""

    def prompt(self, around: Around) -> Prompt:
        """Return the steps still to come; the first goes on with all of them."""
        coming = flow.following_steps(around.meeting) if around.meeting else ()
        choices = (
            Choice("@none", words.PAUSE_GO_ON),
            *(Choice(step.id, step.title) for step in coming),
        )
        return house_prompt("shorter", words.PAUSE, words.WHICH_OUT, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Leave it out, and ask again."""
        if value == "@none":
            return Outcome(leave=1)
        step = around.meeting.step(str(value)) if around.meeting else None
        now = words.LEFT_OUT_NOW.format(title=step.title if step else "")
        said = words.BY_THE_MENU.format(now=now, row=words.MENU_ORDER)
        tell = Tell(commands.LeaveOut(str(value)))
        return Outcome(effects=(tell,), notice=Notice(said))


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop: go on, come to the end, or go on another time."""

    def prompt(self, around: Around) -> Prompt:
        """Return the ways; the first goes on."""
        keep = around.meeting.keep if around.meeting else Keep.NOTHING
        is_kept = keep is not Keep.NOTHING and not around.is_rehearsal
        later = words.STOP_LATER if is_kept else words.STOP_DROP
        choices = (
            Choice("no", words.STOP_NO),
            Choice("close", words.STOP_CLOSE),
            Choice("later", later),
        )
        return house_prompt("stop", words.STOP, words.STOP_ASKED, ChooseOne(choices))

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Do as was chosen; nothing that was saved is lost."""
        match value:
            case "close":
                return Outcome(leave=1, effects=(Tell(commands.GoToClose()),))
            case "later":
                keep = around.meeting.keep if around.meeting else Keep.NOTHING
                told = Notice(words.STOP_LATER_DONE) if keep is not Keep.NOTHING else None
                return Outcome(leave=-1, effects=(SetAside(),), notice=told)
            case _:
                return Outcome(leave=1)

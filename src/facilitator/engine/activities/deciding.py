"""Deciding together: counted in the room, or each at the keyboard in secret (C7).

At the keyboard the parts in `secret` stay in memory (engine.ballots) until all have had a turn.
Then the tally is one answer of the group, and the same words follow as after a count by hand.
"""

from collections.abc import Mapping
from typing import ClassVar

from facilitator.domain import events
from facilitator.domain.commands import Refusal
from facilitator.domain.events import GROUP, Event, SeenBy
from facilitator.domain.meeting import AnswerValue, Place
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, ChooseSeveral
from facilitator.engine import rounds
from facilitator.engine.activities import in_room, turns
from facilitator.engine.activities.counts import TALLY, counts_of, leaders, tally_lines
from facilitator.engine.activities.turns import OVER, PASSED, TURN, pending, still_to_come
from facilitator.engine.kind import Kind
from facilitator.engine.scene import Part, Scene
from facilitator.wording import activities
from facilitator.wording import votes as words

HOW, TALK, IN_ROOM, ALL_IN = "how", "talk", "in-room", "all-in"
SECRET, BALLOT, MINE, DONE = "secret", "ballot", "mine", "done"
OUTCOME, DRAWN, CHOSEN = "outcome", "drawn", "chosen"
NONE = "@none"
LEAST_OPTIONS, MOST_OPTIONS = 2, 6
_COUNTS = frozenset(f"count-{number}" for number in range(1, MOST_OPTIONS + 1))
_LEAD_TO_A_TURN = (SECRET, BALLOT, MINE, DONE, rounds.ROOM, rounds.TURN_PASSED)
_WAYS = {"talk": TALK, "hands": IN_ROOM, "beans": IN_ROOM, "keys": SECRET}


class Deciding(Kind):
    """How; then the room's count or everybody's turn; then what came of it, for the group."""

    has_route = True
    secret = frozenset({rounds.HAND_OVER, BALLOT, MINE, DONE, TURN})
    first_counts = frozenset({ALL_IN, BALLOT, DONE})
    transient = secret | _COUNTS | {HOW, TALK, IN_ROOM, ALL_IN, SECRET, OUTCOME, DRAWN}
    can_talk = False

    needs: ClassVar[Mapping[str, str]] = {OUTCOME: TALLY, DRAWN: CHOSEN}
    """Parts that are not shown again without another answer of the group, and which."""

    gathers: frozenset[str] = frozenset()
    """Parts that come before there are options."""

    def options(self, scene: Scene) -> tuple[Choice, ...]:
        """Return what can be chosen, 2 to 6."""
        raise LookupError(self.spec.name)

    def each_has(self, scene: Scene) -> int:
        """Return how many each of us may choose."""
        return 1

    def says_pass(self, scene: Scene) -> bool:
        """Return whether the last option is a pass, so that the counts make up the people."""
        return False

    def first(self, scene: Scene) -> str | None:
        """Begin with how to choose."""
        return HOW

    def following(self, scene: Scene, part: str) -> str | None:
        """Return what comes after a part of the kind's own; None ends the step."""
        return None

    def choosing(self, scene: Scene, ids: tuple[str, ...]) -> tuple[Event, ...]:
        """Return what else happens once the group chose these options, or none."""
        return ()

    def route(self, scene: Scene, place: Place | None, value: object) -> Place | None:
        """Lead through the choosing."""
        if place is None:
            part = self.first(scene)
        elif place.part == rounds.HAND_OVER:
            return Place(scene.step.id, place.giver, BALLOT)
        elif place.part == BALLOT and scene.said(BALLOT) is not None:
            return Place(scene.step.id, place.giver, MINE)
        elif place.part in _LEAD_TO_A_TURN:
            return self._next_turn(scene, place, value)
        else:
            part = self._after(scene, place.part, value)
        return None if part is None else Place(scene.step.id, GROUP, part)

    def _after(self, scene: Scene, part: str, value: object) -> str | None:
        if part == HOW:
            return _WAYS.get(str(value))
        if part == IN_ROOM or part in _COUNTS:
            # Whoever passes raises no hand for it: they are those who are left over.
            options = len(self.options(scene)) - (1 if self.says_pass(scene) else 0)
            return in_room.next_count(scene, self._most(scene), options, part) or ALL_IN
        if part == ALL_IN:
            return {"again": IN_ROOM, "yes": OUTCOME}.get(str(value))
        if part == OUTCOME and value in ("again", "lots"):
            return HOW if value == "again" else DRAWN
        return self.following(scene, part)

    def _next_turn(self, scene: Scene, place: Place, value: object) -> Place | None:
        step, meeting = scene.step, scene.meeting
        if place.part == rounds.ROOM and meeting.seen_by is SeenBy.ROOM:
            return Place(step.id, GROUP, IN_ROOM)
        waiting = pending(meeting, step.id)
        if waiting:
            return Place(step.id, waiting[0], rounds.HAND_OVER)
        if place.part != DONE:
            return Place(step.id, GROUP, DONE)
        return None if value == "drop" else Place(step.id, GROUP, OUTCOME)

    def _most(self, scene: Scene) -> int:
        return in_room.people_here(scene.meeting) * self.each_has(scene)

    def part(self, scene: Scene, part: str) -> Part:
        """Return one of the parts of choosing."""
        match part:
            case "how":
                return self._how(scene)
            case "in-room":
                labels = tuple(one.label for one in self.options(scene))
                is_beans, dots = scene.said(HOW) == "beans", self.each_has(scene)
                lines = (*self.heading(scene), *labels)
                return in_room.room_part(scene, lines, dots, is_beans=is_beans)
            case "all-in":
                most, says_pass = self._most(scene), self.says_pass(scene)
                return in_room.all_in_part(scene, self.options(scene), most, says_pass=says_pass)
            case "secret":
                body = (words.UNSEEN_POWER, words.UNSEEN_COUNTS, still_to_come(scene))
                return Part(words.UNSEEN, Acknowledge(words.UNSEEN_GO), body)
            case "ballot":
                return self.ballot(scene)
            case "mine":
                return self._mine(scene)
            case "done":
                return turns.done_part(scene)
            case "talk":
                choices = (Choice("later", self.none_label()), *self.options(scene))
                return Part(scene.asked, ChooseOne(choices), hint=scene.hint)
            case "drawn":
                label = "; ".join(chosen_lines(scene))
                return Part(words.DRAWN.format(label=label), Acknowledge(activities.GO_ON))
            case "outcome":
                return self.outcome(scene)
            case _ if part in _COUNTS:
                return in_room.count_part(scene, self.options(scene), part)
            case _:
                raise LookupError(part)

    def none_label(self) -> str:
        """Return what it is called to choose nothing now."""
        return words.LATER

    def _how(self, scene: Scene) -> Part:
        choices = [
            Choice("later", self.none_label()),
            Choice("hands", words.HOW_HANDS),
            Choice("beans", words.HOW_BEANS),
        ]
        if scene.meeting.present:
            choices.append(Choice("keys", words.HOW_KEYS))
        if self.can_talk:
            choices.insert(1, Choice("talk", words.HOW_TALK))
        told = self.heading(scene) or tuple(one.label for one in self.options(scene))
        shown = ChooseOne(tuple(choices), scene.words(HOW))
        return Part(words.HOW, shown, (scene.asked, *told), words.HOW_HINT)

    def heading(self, scene: Scene) -> tuple[str, ...]:
        """Return what it is all about, where the options alone do not say it."""
        return ()

    def ballot(self, scene: Scene) -> Part:
        """Return one person's own turn: as many as each of us has."""
        options, dots, said = self.options(scene), self.each_has(scene), scene.said(BALLOT)
        marked = said if isinstance(said, tuple) else ()
        if dots == 1:
            rows = (Choice(NONE, words.NONE_OF_THEM), *options)
            shown = ChooseOne(rows, marked[0] if marked else "")
            return Part(scene.asked, shown)
        body = (words.DOTS.format(dots=dots),)
        return Part(scene.asked, ChooseSeveral(options, marked), body)

    def _mine(self, scene: Scene) -> Part:
        """Return one's own choice once more, so that it is handed on as it was meant."""
        said = scene.said(BALLOT)
        ids = said if isinstance(said, tuple) else ()
        labels = "; ".join(one.label for one in self.options(scene) if one.id in ids)
        told = words.MINE_CHOSE.format(labels=labels) if labels else words.MINE_NONE
        return Part(words.MINE, Acknowledge(words.MINE_GO), (told,), words.MAY_CHANGE)

    def outcome(self, scene: Scene) -> Part:
        """Say plainly what came of it; what to do with it is the group's (C7)."""
        options = self.options(scene)
        found = leaders(options, self.tally(scene))
        again, later = Choice("again", words.AGAIN), Choice("later", self.none_label())
        lines = tally_lines(options, self.tally(scene))
        choices: tuple[Choice, ...] = (later, again)
        match len(found):
            case 0:
                asked = words.NONE
            case 1:
                asked = words.CLEAR.format(label=found[0].label)
                choices = (later, Choice("go", words.GO), again)
            case several:
                both = words.BOTH if several == 2 else words.ALL  # noqa: PLR2004  a pair
                asked = words.TIE
                labels = "; ".join(one.label for one in found)
                lines = (words.TIED.format(labels=labels), *lines)
                choices = (later, again, Choice("both", both), Choice("lots", words.LOTS))
        return Part(asked, ChooseOne(choices), lines)

    def tally(self, scene: Scene) -> tuple[int, ...]:
        """Return the counts as they were kept."""
        said = scene.meeting.said(scene.step.id, GROUP, TALLY)
        return counts_of(said, self.options(scene))

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Refuse a total that cannot be, and more than each of us has, in kind words."""
        if part in _COUNTS and isinstance(value, int):
            return in_room.total(scene, self._most(scene), part, value)
        if part == BALLOT:
            chosen = value if isinstance(value, tuple) else (str(value),)
            chosen = tuple(one for one in chosen if one != NONE)
            dots = self.each_has(scene)
            if len(chosen) > dots:
                return Refusal(words.TOO_MANY.format(now=len(chosen), dots=dots))
            return chosen
        return super().stored(scene, part, value)

    def also(self, scene: Scene, part: str) -> tuple[Event, ...]:
        """A turn is done; the tally is made; the group chose."""
        match part:
            case "mine":
                return (_given(scene, TURN, OVER, scene.giver),)
            case "done":
                return self._opened(scene) if scene.said(DONE) == "look" else ()
            case "all-in":
                return self._counted_in_room(scene) if scene.said(ALL_IN) == "yes" else ()
            case "outcome" | "talk":
                return self._chose(scene, str(scene.said(part)))
            case "how" if scene.said(HOW) is None and chosen_lines(scene):
                return self._chose(scene, "")
            case _:
                return ()

    def turned(self, scene: Scene, part: str, *, passed: bool) -> tuple[Event, ...]:
        """Hold in memory who passed; passing one's own choice once more hands it on."""
        if not passed:
            return ()
        if part in (rounds.HAND_OVER, BALLOT, MINE):
            ended = OVER if part == MINE else PASSED
            return (_given(scene, TURN, ended, scene.giver),)
        return self._opened(scene) if part == DONE else ()

    def _opened(self, scene: Scene) -> tuple[Event, ...]:
        if pending(scene.meeting, scene.step.id):
            return ()
        counts = turns.counted(scene, self.options(scene), BALLOT, says_pass=self.says_pass(scene))
        return self._made_tally(scene, counts)

    def _counted_in_room(self, scene: Scene) -> tuple[Event, ...]:
        options, says_pass = len(self.options(scene)), self.says_pass(scene)
        counts = in_room.room_counts(scene, options, self._most(scene), says_pass=says_pass)
        return self._made_tally(scene, counts)

    def _made_tally(self, scene: Scene, counts: tuple[int, ...]) -> tuple[Event, ...]:
        lines = tally_lines(self.options(scene), counts)
        return (_given(scene, TALLY, lines), *taken_back(scene, CHOSEN))

    def _chose(self, scene: Scene, value: str) -> tuple[Event, ...]:
        options = self.options(scene)
        found = leaders(options, self.tally(scene))
        if value == "again":
            return begun_anew(scene)
        if value == "lots" and found:
            found = (found[scene.chance % len(found)],)
        elif value not in ("go", "both"):
            found = tuple(one for one in options if one.id == value)
        ids = tuple(one.id for one in found)
        lines = tuple(one.label for one in found)
        chosen = (_given(scene, CHOSEN, lines),) if lines else taken_back(scene, CHOSEN)
        return (*chosen, *self.choosing(scene, ids))

    def _can_choose(self, scene: Scene) -> bool:
        return len(self.options(scene)) >= LEAST_OPTIONS

    def beside(self, scene: Scene) -> tuple[str, ...]:
        """Say at the hand-over who is still to come."""
        return (still_to_come(scene, after=scene.giver),)

    def can_show_again(self, scene: Scene, part: str) -> bool:
        """A turn that was handed on is shown to nobody any more.

        What is made of a list or of counts is not shown again once these are gone.
        """
        needed = self.needs.get(part)
        if needed and scene.meeting.said(scene.step.id, GROUP, needed) is None:
            return False
        if scene.giver != GROUP and scene.said(TURN) == OVER:
            return False
        return part not in self.transient or part in self.gathers or self._can_choose(scene)


def chosen_lines(scene: Scene) -> tuple[str, ...]:
    """Return what the group chose at this step, or nothing."""
    said = scene.meeting.said(scene.step.id, GROUP, CHOSEN)
    return said if isinstance(said, tuple) else ()


def _given(scene: Scene, part: str, value: AnswerValue, giver: str = GROUP) -> events.AnswerGiven:
    return events.AnswerGiven(scene.step.id, giver, part, value)


def begun_anew(scene: Scene) -> tuple[Event, ...]:
    """Return the events after which nothing stands of what was counted and chosen."""
    return taken_back(scene, TALLY, CHOSEN, *sorted(_COUNTS))


def taken_back(scene: Scene, *parts: str) -> tuple[Event, ...]:
    """Return the events that take these answers of the group back, of those that stand."""
    step = scene.step.id
    return tuple(
        events.AnswerTakenBack(step, GROUP, part)
        for part in parts
        if scene.meeting.said(step, GROUP, part) is not None
    )

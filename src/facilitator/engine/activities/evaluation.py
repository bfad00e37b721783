"""The group evaluates: keep, change, hands counted; seen by all first, then a change (C9)."""

from facilitator.domain import events
from facilitator.domain.commands import Refusal
from facilitator.domain.events import Keep
from facilitator.domain.kept import Change, Learnt
from facilitator.domain.meeting import CLOSE, AnswerValue, Meeting
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, WriteText
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine.activities.deciding import taken_back
from facilitator.engine.activities.evaluated import (
    CHANGES,
    HANDS,
    KEEPS,
    RESTS,
    counted_yes,
    counts_of,
    in_words,
    learnt_line,
    lines_of,
    may_hold_a_name,
    next_hands,
    next_line,
    room_left,
    said_lines,
    tallies,
    to_keep,
)
from facilitator.engine.activities.in_room import hands_asked, here_line, people_here
from facilitator.engine.activities.settings import EvaluationSettings
from facilitator.engine.counting import bars_of
from facilitator.engine.fitting import fits, fitted
from facilitator.engine.kind import Kind
from facilitator.engine.made import Made, under
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec
from facilitator.wording import close
from facilitator.wording import evaluation as words
from facilitator.wording.activities import GO_ON, GROUP_WORDS, SAID_ALOUD

SHOWN, CHOSEN, LEARNT, MAY_BE_NAME, SAVE = "shown", "chosen", "learnt", "learnt-name", "save"
NOTHING = "nothing"
_EVALUATED = frozenset((*KEEPS, *CHANGES, *HANDS))


class Evaluation(Kind):
    """Parts: keep.., change.., rate, [hands], shown, [chosen], learnt, [learnt-name], [save].

    Hands are counted in the room and only totals are typed, so nobody's own answer is
    ever in the program. The closed file holds the lines, the book the counts.
    """

    spec = KindSpec("evaluation", EvaluationSettings, frozenset({Round.TOGETHER}))
    transient = frozenset({"rate", *HANDS, *RESTS, SHOWN, CHOSEN, MAY_BE_NAME, SAVE})

    def first(self, scene: Scene) -> str | None:
        """Begin with what was good."""
        return KEEPS[0]

    def following(self, scene: Scene, part: str) -> str | None:
        """Lines first, then hands; all of it is shown before anything is chosen."""
        if part in KEEPS:
            return next_line(scene, KEEPS, part) or CHANGES[0]
        if part in CHANGES:
            return next_line(scene, CHANGES, part) or "rate"
        if part == "rate":
            return HANDS[0] if scene.said(part) == "hands" else _shown_or_on(scene)
        if part in HANDS:
            return next_hands(scene, part) or _shown_or_on(scene)
        if part == SHOWN:
            return CHOSEN if lines_of(scene, CHANGES) else LEARNT
        if part == CHOSEN:
            return LEARNT
        if part == LEARNT and may_hold_a_name(scene):
            return MAY_BE_NAME
        if part == MAY_BE_NAME and scene.said(part) == "again":
            return LEARNT
        return SAVE if part != SAVE and _is_asked_to_save(scene) else None

    def part(self, scene: Scene, part: str) -> Part:
        """Return one part."""
        if part in (*KEEPS, *CHANGES):
            return _line(scene, part)
        if part in HANDS:
            return _hands(scene, part)
        match part:
            case "rate":
                no, hands = Choice("not", words.RATE_NOT), Choice("hands", words.RATE_HANDS)
                shown = ChooseOne((no, hands), scene.words(part))
                return Part(words.RATE, shown, hint=words.RATE_HINT)
            case "shown":
                return _shown(scene)
            case "chosen":
                return _chosen(scene)
            case "learnt":
                choices = ready_lines(scene.settings(EvaluationSettings).learnt, words.LEARNT_NONE)
                typed = WriteText(choices, GROUP_WORDS, scene.words(part), at_most=160)
                return Part(words.LEARNT, typed, hint=words.LEARNT_HINT)
            case "learnt-name":
                return _may_be_name(scene)
            case _:
                no, yes = Choice("no", words.SAVE_NO), Choice("yes", words.SAVE_YES)
                body = to_keep(scene)
                return Part(words.SAVE, ChooseOne((no, yes)), body, words.SAVE_HINT)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """Nothing is stored of "nothing"; a chosen change is stored in its words."""
        if value in (words.NOTHING, words.THAT_IS_ALL, words.LEARNT_NONE):
            return None
        if part == CHOSEN:
            return scene.words(str(value)) or None
        return super().stored(scene, part, value)

    def also(self, scene: Scene, part: str) -> tuple[events.Event, ...]:
        """Hands for yes tell of the others too; without counting no hands stand."""
        if part in HANDS:
            return counted_yes(scene, part)
        if part == "rate" and scene.said(part) != "hands":
            return taken_back(scene, *HANDS, *RESTS)
        return ()

    def was_shown(self, meeting: Meeting, step: Step) -> bool:
        """Whether all of it was on the screen since it was last changed: here, or at the close."""
        written = seen = -1
        for at, place in enumerate(meeting.trail):
            is_here = place.step == step.id
            if is_here and place.part in _EVALUATED:
                written = at
            if (is_here and place.part == SHOWN) or (place.step, place.part) == (CLOSE, "made"):
                seen = at
        return seen > written

    def made(self, meeting: Meeting, step: Step) -> tuple[Made, ...]:
        """Return everything of it; it is the group's."""
        scene = Scene(meeting, step)
        chosen, learnt = scene.words(CHOSEN), learnt_line(scene)
        others = tuple(line for line in lines_of(scene, CHANGES) if line != chosen)
        hands = (in_words(about, counts) for about, counts in counts_of(scene).items())
        will = (words.ON_ITS_WAY.format(line=chosen),) if chosen else ()
        return (
            *under(close.STAY, lines_of(scene, KEEPS)),
            *under(close.HANDS, hands),
            *under(close.LEARNED, (learnt,) if learnt else ()),
            *under(close.NEXT, (*will, *others)),
        )

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """The change and the line where the group said yes; counts where it keeps its words."""
        scene, day = Scene(meeting, step), meeting.closed_at[:10]
        is_ours = meeting.keep is Keep.GROUP
        is_kept = is_ours or (meeting.keep is Keep.TODAY and scene.said(SAVE) == "yes")
        if not is_kept or not self.was_shown(meeting, step):
            return Things()
        made_in = f"{meeting.id}-{step.id}"
        chosen, learnt = scene.words(CHOSEN), learnt_line(scene)
        change = Change(f"{made_in}-change", "", "", day, words=chosen, asked_on=day)
        line = Learnt(f"{made_in}-learnt", "", "", day, learnt, meeting.session.title)
        return Things(
            changes=(change,) if chosen else (),
            learnt=(line,) if learnt else (),
            tallies=tallies(meeting, step) if is_ours else (),
        )


def _shown_or_on(scene: Scene) -> str:
    return SHOWN if said_lines(scene) or counts_of(scene) else LEARNT


def _is_asked_to_save(scene: Scene) -> bool:
    """Where the group keeps nothing after today, these lines have a yes of their own (S6)."""
    return scene.meeting.keep is Keep.TODAY and bool(to_keep(scene))


def _line(scene: Scene, part: str) -> Part:
    settings, is_keep = scene.settings(EvaluationSettings), part in KEEPS
    given = scene.words(part)
    if part in (KEEPS[0], CHANGES[0]):
        ready = settings.change or words.CHANGE_READY
        asked, nothing = words.CHANGE, words.NOTHING
        if is_keep:
            ready = settings.keep or words.KEEP_READY
            asked, nothing = words.KEEP, SAID_ALOUD
        typed = WriteText(ready_lines(ready, nothing), GROUP_WORDS, given)
        return Part(asked, typed, hint=scene.hint)
    asked = words.KEEP_MORE if is_keep else words.CHANGE_MORE
    typed = WriteText(ready_lines((), words.THAT_IS_ALL), GROUP_WORDS, given)
    return Part(asked, typed, said_lines(scene))


def _hands(scene: Scene, part: str) -> Part:
    about, _, at = part.rpartition("-")
    statement, answer = words.STATEMENTS[about], words.ANSWERS[int(at)]
    asked = words.HANDS.format(statement=statement, answer=answer.lower())
    number = hands_asked(room_left(scene, part), scene.said(part))
    # How to count is said once: again with each line it would be noise.
    hint = words.HANDS_HINT if part == HANDS[0] else ""
    return Part(asked, number, here_line(people_here(scene.meeting)), hint)


def _shown(scene: Scene) -> Part:
    bars = tuple(
        bar
        for about, counts in counts_of(scene).items()
        for bar in bars_of(counts, words.STATEMENTS[about])
    )
    go_on, said = Acknowledge(GO_ON), said_lines(scene)
    return Part(words.SHOWN, go_on, said, words.SHOWN_HINT, picture=bars)


def _chosen(scene: Scene) -> Part:
    said, written = scene.said(CHOSEN), [part for part in CHANGES if scene.words(part)]
    marked = next((part for part in written if scene.words(part) == said), "")
    changes = (Choice(part, fitted(scene.words(part))) for part in written)
    choices = (Choice(NOTHING, words.CHOOSE_NONE), *changes)
    # A row that is cut short stands above in all its words.
    whole = tuple(scene.words(part) for part in written if not fits(scene.words(part)))
    return Part(words.CHOOSE, ChooseOne(choices, marked), whole, words.CHOOSE_HINT)


def _may_be_name(scene: Scene) -> Part:
    choices = (
        Choice("fine", words.MAY_BE_FINE),
        Choice("again", words.MAY_BE_AGAIN),
        Choice("out", words.MAY_BE_OUT),
    )
    body = (scene.words(LEARNT),)
    return Part(words.MAY_BE_NAME, ChooseOne(choices), body, words.MAY_BE_NAME_HINT)

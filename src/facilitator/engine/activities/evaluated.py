"""What stands of an evaluation: its lines, the hands that were counted, what may be kept (C9)."""

from collections.abc import Mapping

from facilitator.domain import events
from facilitator.domain.events import GROUP
from facilitator.domain.kept import Tally
from facilitator.domain.meeting import Meeting
from facilitator.domain.session import Step
from facilitator.engine.activities.deciding import taken_back
from facilitator.engine.activities.in_room import people_here
from facilitator.engine.counting import LEAST_PEOPLE, bars_of, tally
from facilitator.engine.names import may_hold_name
from facilitator.engine.scene import Scene
from facilitator.wording import evaluation as words

KEEPS = ("keep", "keep-2", "keep-3")
CHANGES = ("change", "change-2", "change-3")
HANDS = tuple(f"{about}-{at}" for about in words.STATEMENTS for at in range(len(words.ANSWERS)))
"""Where hands are counted: the first of each statement for yes; the others in older meetings."""

RESTS = tuple(f"{about}-rest" for about in words.STATEMENTS)
"""How many raised no hand for yes: it is nowhere asked, and follows from who is here."""


def lines_of(scene: Scene, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return what was written at these parts."""
    return tuple(scene.words(part) for part in parts if scene.words(part))


def said_lines(scene: Scene) -> tuple[str, ...]:
    """Return keep and change as the group sees them."""
    stay = (words.STAY.format(line=line) for line in lines_of(scene, KEEPS))
    change = (words.NEXT_TIME.format(line=line) for line in lines_of(scene, CHANGES))
    return (*stay, *change)


def next_line(scene: Scene, parts: tuple[str, ...], part: str) -> str | None:
    """Return the part for one more line; None after an empty one, and after the last.

    A later line that stands is never jumped over: it could not be changed any more.
    """
    later = parts[parts.index(part) + 1 :]
    return later[0] if later and lines_of(scene, (part, *later)) else None


def next_hands(scene: Scene, part: str) -> str | None:
    """Return what is counted next: after a count for yes, the next statement.

    A meeting of an older program may stand at another answer: then the rest of its
    statement comes first, until everybody is counted.
    """
    about, _, at = part.rpartition("-")
    following = HANDS[HANDS.index(part) + 1 :]
    if at == "0" or room_left(scene, part, with_it=True) == 0:
        following = tuple(one for one in following if one.rpartition("-")[0] != about)
    return following[0] if following else None


def counted_yes(scene: Scene, part: str) -> tuple[events.Event, ...]:
    """Return what a count for yes makes of the others: those who raised no hand, or nothing.

    What an older program counted for the other answers does not stand beside it.
    """
    about, _, at = part.rpartition("-")
    if at != "0":
        return ()
    step, rest, yes = scene.step.id, f"{about}-rest", scene.said(part)
    others = tuple(one for one in HANDS if one != part and one.rpartition("-")[0] == about)
    if not isinstance(yes, int):
        return taken_back(scene, *others, rest)
    left = max(0, people_here(scene.meeting) - yes)
    return (*taken_back(scene, *others), events.AnswerGiven(step, GROUP, rest, left))


def room_left(scene: Scene, part: str, *, with_it: bool = False) -> int:
    """Return how many people were not counted yet at a statement when this part is asked.

    `with_it` takes off those who are counted at the part itself.
    """
    about, _, at = part.rpartition("-")
    before = range(int(at) + (1 if with_it else 0))
    counted = sum(_hands_at(scene, f"{about}-{one}") for one in before)
    return max(0, people_here(scene.meeting) - counted)


def _hands_at(scene: Scene, part: str) -> int:
    said = scene.said(part)
    return said if isinstance(said, int) else 0


def counts_of(scene: Scene) -> dict[str, dict[str, int]]:
    """Return the hands of each statement at which any were counted, by answer.

    Where all hands were counted for yes, the others are one row: nobody asks what they mean.
    """
    found: dict[str, dict[str, int]] = {}
    for about in words.STATEMENTS:
        counts = {
            answer: _hands_at(scene, f"{about}-{at}")
            for at, answer in enumerate(words.ANSWERS)
            if _hands_at(scene, f"{about}-{at}")
        }
        if scene.said(f"{about}-rest") is not None:
            yes = _hands_at(scene, f"{about}-0")
            counts = {words.ANSWERS[0]: yes, words.NO_HAND: _hands_at(scene, f"{about}-rest")}
        if counts:
            found[about] = counts
    return found


def in_words(about: str, counts: Mapping[str, int]) -> str:
    """Return the hands of one statement as one line."""
    said = " ".join(f"{bar.words}." for bar in bars_of(counts))
    return words.ABOUT.format(statement=words.STATEMENTS[about], counts=said)


def tallies(meeting: Meeting, step: Step) -> tuple[Tally, ...]:
    """Return the counts to keep. The room saw these hands, so each is kept as it was counted."""
    counts = counts_of(Scene(meeting, step))
    return tuple(
        tally(meeting, step, about, rows)
        for about, rows in counts.items()
        if sum(rows.values()) >= LEAST_PEOPLE
    )


def learnt_line(scene: Scene) -> str:
    """Return what the group learned, or "": a line that it left out is not there."""
    is_out = scene.said("learnt-name") == "out" and may_hold_a_name(scene)
    return "" if is_out else scene.words("learnt")


def may_hold_a_name(scene: Scene) -> bool:
    """Return whether the line of learning may hold a name."""
    return may_hold_name(scene.words("learnt"), (one.name for one in scene.meeting.people))


def to_keep(scene: Scene) -> tuple[str, ...]:
    """Return the lines that the group may want back next time."""
    chosen, learnt = scene.words("chosen"), learnt_line(scene)
    return (
        *((words.ON_ITS_WAY.format(line=chosen),) if chosen else ()),
        *((words.WE_LEARNED.format(line=learnt),) if learnt else ()),
    )

"""Counting in the room: beans in cups, hands with eyes shut; only totals are typed (C7)."""

from collections.abc import Sequence

from facilitator.domain.commands import Refusal
from facilitator.domain.events import GROUP
from facilitator.domain.meeting import AnswerValue, Meeting
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, GiveNumber
from facilitator.engine.activities.counts import tally_lines
from facilitator.engine.scene import Part, Scene
from facilitator.wording import votes as words


def people_here(meeting: Meeting) -> int:
    """Return how many people are here at most.

    Whoever did not give a name at the start is in the room too, as far as the start was told.
    """
    unnamed = meeting.expected - sum(not one.late for one in meeting.people)
    return len(meeting.present) + max(0, unnamed)


def number_of(part: str) -> int:
    """Return which option a part counts, from 1 on; 0 for a part that counts none."""
    name, _, number = part.rpartition("-")
    return int(number) if name == "count" and number.isdecimal() else 0


def counted(scene: Scene, most: int, upto: int) -> tuple[int, ...]:
    """Return the totals that were typed for the first `upto` options, `most` in all.

    One that was passed is nothing, and so is all that comes after the last hand or bean.
    """
    counts: list[int] = []
    for number in range(1, upto + 1):
        said = scene.meeting.said(scene.step.id, GROUP, f"count-{number}")
        left = most - sum(counts)
        counts.append(max(0, min(left, said)) if isinstance(said, int) else 0)
    return tuple(counts)


def next_count(scene: Scene, most: int, options: int, part: str) -> str | None:
    """Return the part that counts the next option; None when nothing more can be counted."""
    done = number_of(part)
    is_more = done < options and sum(counted(scene, most, done)) < most
    return f"count-{done + 1}" if is_more else None


def room_part(scene: Scene, lines: Sequence[str], dots: int, *, is_beans: bool) -> Part:
    """Return how it is done, with what can be chosen."""
    told = (words.BEANS, words.BEANS_IN) if is_beans else (words.HANDS, words.HANDS_UP)
    body = (told[0], told[1].format(dots=dots), *lines)
    return Part(scene.asked, Acknowledge(words.IN_ROOM_GO), body, words.IN_ROOM_HINT)


def count_part(scene: Scene, options: Sequence[Choice], part: str) -> Part:
    """Return the total of one option."""
    number, people, said = number_of(part), people_here(scene.meeting), scene.said(part)
    label = options[number - 1].label if number <= len(options) else ""
    return Part(words.COUNT.format(label=label), hands_asked(people, said), here_line(people))


def here_line(people: int) -> tuple[str, ...]:
    """Return how many people are here, as it stands above a count."""
    return (words.COUNT_HERE.format(people=people),)


def hands_asked(people: int, said: AnswerValue | None) -> GiveNumber:
    """Return the field for a count, from nobody to everybody who is here now."""
    above = f"{words.COUNT_ABOVE.format(people=people)} {words.COUNT_WHO}"
    return GiveNumber(0, people, given=str(said) if isinstance(said, int) else "", above=above)


def total(scene: Scene, most: int, part: str, value: int) -> int | Refusal:
    """Return a total, or why it cannot be."""
    now = sum(counted(scene, most, number_of(part) - 1)) + value
    if now <= most:
        return value
    cannot = words.COUNT_MOST.format(now=now, people=people_here(scene.meeting), most=most)
    return Refusal(f"{cannot} {words.COUNT_MEND} {words.COUNT_WHO}")


def all_in_part(scene: Scene, options: Sequence[Choice], most: int, *, says_pass: bool) -> Part:
    """Ask whether everybody had a turn; where the totals leave somebody out, say so first."""
    here, counts = len(scene.meeting.present), counted(scene, most, len(options))
    is_short = says_pass and sum(counts) < here
    yes = words.ALL_IN_REST if is_short else words.ALL_IN_YES
    choices = (Choice("yes", yes), Choice("again", words.ALL_IN_AGAIN))
    if says_pass and not counts[-1]:
        options, counts = options[:-1], counts[:-1]
    told = words.ALL_IN_SHORT.format(now=sum(counts), people=here) if is_short else ""
    return Part(told or words.ALL_IN, ChooseOne(choices), tally_lines(options, counts))


def room_counts(scene: Scene, options: int, most: int, *, says_pass: bool) -> tuple[int, ...]:
    """Return the counts of the room; whoever raised no hand for any of them passed."""
    counts = counted(scene, most, options)
    if not says_pass:
        return counts
    rest = max(0, len(scene.meeting.present) - sum(counts))
    return (*counts[:-1], counts[-1] + rest)

"""Meetings in which somebody tells a story, writes a tip or leaves a note."""

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from facilitator.domain.events import Keep, SeenBy
from facilitator.domain.kept import Story
from facilitator.domain.prompt import ChooseOne, WriteText
from facilitator.domain.session import Session
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.activities.story_lines import CARDS
from facilitator.sessions.parse import parse
from tests.fakes import FakeClock
from tests.scenario import Scenario

KINDS = Path(__file__).parent / "sessions" / "kinds"
CANARY = "canary-of-a-story"
WORD = "blue kettle"
TODAY = date(2026, 11, 24)


@lru_cache(maxsize=4)
def one_step(kind: str) -> Session:
    """Return the good sample of a kind: a session of this one step."""
    path = KINDS / f"{kind}.good.toml"
    session = parse(path.read_text("utf-8"), path.name, SPECS).session
    assert session is not None
    return session


def at_the_turn(
    kind: str, *, keep: Keep = Keep.TODAY, people: int = 2, seen_by: SeenBy = SeenBy.PERSON
) -> Scenario:
    """Return a meeting at the first part of the first person's own turn."""
    group = Scenario.hold(one_step(kind), keep=keep, people=people, seen_by=seen_by)
    group.until(lambda prompt: prompt.id.startswith("step/p1/") and "@" not in prompt.id)
    return group


def part(group: Scenario) -> str:
    """Return the part of the turn that is shown."""
    return group.prompt.id.rpartition("/")[2]


def tell(group: Scenario, way: str = "typed", words: str = CANARY) -> None:
    """Tell it, up to the row that says that one can stop here."""
    group.choose(way)
    if way == "cards":
        for _ in range(4):
            group.write(words)
        return
    group.write(words)
    group.choose("done")
    if way == "scribed":
        group.choose("yes")


def on_to_the_widest(
    group: Scenario, way: str = "scribed", words: str = f"{CANARY} and my friend Morag"
) -> None:
    """Answer one part so that every part comes: the widest level, a name taken out, a word."""
    answers = {
        "way": way, "tell-2": "done", "more": "yes", "gain": "phrase-1", "level": "4",
        "names": "hide", "sign": "none", "until": "12", "lock": "set", "agree": "yes",
    }  # fmt: skip
    here = part(group)
    if here in ("tell-1", *CARDS):
        group.write(words)
    elif here == "mask":
        group.several("name-1")
    elif here in ("word", "again"):
        group.write(WORD)
    else:
        group.choose(answers.get(here, "yes"))


def agree(
    group: Scenario,
    level: int = 2,
    purposes: tuple[str, ...] = ("peers",),
    months: int = 12,
    word: str = WORD,
) -> None:
    """Go through every term to the receipt, with the own word wherever it can be set."""
    for _ in range(20):
        at = part(group)
        if at == "receipt":
            return
        answers = {
            "more": "yes", "gain": "phrase-1", "level": str(level), "names": "fine",
            "sign": "none", "until": str(months), "lock": "set" if word else "no", "agree": "yes",
        }  # fmt: skip
        if at.startswith("purpose-"):
            group.choose("yes" if at.removeprefix("purpose-") in purposes else "no")
        elif at in ("word", "again"):
            group.write(word)
        else:
            group.choose(answers[at])
    raise AssertionError(part(group))


def told(level: int = 2, purposes: tuple[str, ...] = ("peers",), **how: str | int) -> Scenario:
    """Return the first screen after a meeting in which one story was kept."""
    group = at_the_turn("story")
    tell(group, words=str(how.get("words", CANARY)))
    agree(group, level, purposes, int(how.get("months", 12)), str(how.get("word", WORD)))
    group.to_the_end()
    return group


def stories(group: Scenario) -> tuple[Story, ...]:
    """Return the stories in the book."""
    return group.ports.book.things("our-group").stories


def days_go_by(group: Scenario, days: int) -> Scenario:
    """Return a new start of the program so many days later."""
    clock = group.ports.clock
    assert isinstance(clock, FakeClock)
    clock.time += timedelta(days=days)
    return Scenario.on(group.ports)


def later(group: Scenario) -> None:
    """Answer what the start asks about with another day, up to the first screen."""
    while group.prompt.id in ("due", "story-waits"):
        group.choose("later")
    assert group.prompt.id == "home"


def rows(group: Scenario) -> list[str]:
    """Return the ids of the rows that are shown."""
    asked = group.prompt.input
    if isinstance(asked, WriteText):
        return [one.id for one in asked.ready]
    assert isinstance(asked, ChooseOne)
    return [one.id for one in asked.choices]


def to_mine(group: Scenario, name: str = "Heron", word: str = WORD) -> None:
    """Go from the first screen to the list of what is this person's own."""
    group.choose("ours")
    group.choose("stories")
    group.choose("mine")
    owner = next(one.owner for one in group.ports.book.things("our-group") if one.name == name)
    group.choose(owner)
    group.choose("yes")
    if group.prompt.id == "my-word":
        group.write(word) if word else group.choose("unknown")


def to_my_story(group: Scenario, word: str = WORD) -> None:
    """Go on to one's own story."""
    to_mine(group, word=word)
    group.choose(stories(group)[0].id)
    assert group.prompt.id == "my-story"

"""What one group does in three weeks, held in the scenario (C1-C16).

The first evening is a first meeting, and afterwards they make a session of their own. On
the second they choose it for next time, by dots. On the third somebody else leads it; they
look back, somebody tells a story and takes it back, somebody is forgotten, and the session
goes on a stick.
"""

from __future__ import annotations

from facilitator.domain.events import Keep, SeenBy
from tests.weeks.machine import STICK, Machine
from tests.weeks.recorded import Deed, Recorded

PLAN = "canary-plan"
STORY = "canary-story"
OWN = "our-own-tea"


def evenings(machine: Machine) -> list[list[Deed]]:
    """Hold the three evenings; return all that was done in each."""
    held = []
    for evening in (first_evening, second_evening, third_evening):
        with machine.evening() as (ports, around, runner):
            group = Recorded(ports, around, runner, machine_of=machine)
            evening(group)
            held.append(group.deeds)
    return held


def set_out(group: Recorded, session: str) -> None:
    """Set out with a session for three people, the meeting kept for the group."""
    group.choose_all("start", session, SeenBy.PERSON)
    group.choose(Keep.GROUP)


def first_evening(group: Recorded) -> None:
    """A first meeting of three; one keeps a plan. Then the session of their own."""
    set_out(group, "first-meeting")
    group.gather(3)
    group.turn_of("strengths", "p2")
    group.choose_all("phrase-1", "phrase-1", "yes")
    group.turn_of("goal", "p1")
    group.write(PLAN)
    group.choose("phrase-1")
    group.write("8")
    group.choose("yes")
    group.until(lambda prompt: prompt.id == "home")
    make_a_session(group)


def make_a_session(group: Recorded) -> None:
    """Begin from the weekly meeting; drop, add, move and change, all by digits."""
    group.choose_all("ours", "own-sessions", "new", "weekly-meeting")
    group.choose_all("head", "title", "phrase-1", "back", "steps")
    group.choose_all("@add", "offers", "add", "tea")
    group.choose_all("@add", "story", "add", "strengths")
    group.choose_all("ideas", "drop")
    group.choose_all("growth", "drop")
    group.choose_all("reflection", "minutes")
    group.write("6")
    group.choose_all("move", "tea")
    group.choose_all("@back", "undo", "practise")
    group.menu("stop")
    group.choose("later")
    group.choose("save")
    group.choose("phrase-1")
    group.write("3")
    group.choose("home")


def second_evening(group: Recorded) -> None:
    """A weekly meeting; by dots the group chooses its own session for next time."""
    set_out(group, "weekly-meeting")
    group.several("m1-p1")
    group.gather(3)
    group.until(lambda prompt: prompt.id.startswith("roles"))
    group.choose_all("yes", "yes", "enough")
    group.turn_of("look-back", "p1")
    group.choose_all("hoped", "phrase-1", "same")
    group.until(lambda prompt: prompt.id == "reflection//keep")
    group.choose("phrase-1")
    group.choose_all("nothing", "phrase-1", "nothing", "not")
    group.onward()
    group.choose_all("change", "nothing")
    group.until_step("closing")
    group.menu("add")
    group.choose("next-time")
    group.until(lambda prompt: prompt.id.startswith("next-time"))
    group.choose("sessions")
    group.several("our-own-tea", "weekly-meeting")
    group.choose("keys")
    group.onward()
    for row in ("our-own-tea", "weekly-meeting", "our-own-tea"):
        group.onward()
        group.choose(row)
        group.onward()
    group.choose_all("look", "go")
    group.until(lambda prompt: prompt.id == "home")


def third_evening(group: Recorded) -> None:
    """Their own session, led by somebody else; a story, a goodbye, and a stick."""
    group.choose("start")
    group.choose_all("our-own-tea", SeenBy.PERSON)
    group.choose(Keep.GROUP)
    group.several("m1-p1")
    group.gather(3)
    group.until(lambda prompt: prompt.id.startswith("you-said"))
    group.choose("did")
    group.choose("as-said")
    group.until(lambda prompt: prompt.id.startswith("roles"))
    group.choose_all("no", "yes", "yes", "enough")
    group.turn_of("look-back", "p1")
    group.choose_all("more", "phrase-1", "rest")
    group.turn_of("story", "p2")
    group.choose("typed")
    group.write(STORY)
    group.choose_all("done", "yes", "phrase-1", "2", "yes", "12", "no", "yes")
    group.until(lambda prompt: prompt.id == "home")
    story = group.ports.book.things("our-group").stories[0]
    group.choose_all("ours", "stories", "mine", story.owner, "yes", story.id, "take-back", "yes")
    group.choose("right")
    back_to(group, "ours")
    group.choose_all("moving-on", "m1-p1", "forget", "yes", "right")
    back_to(group, "home")
    group.choose_all("sessions", "our-own-tea", "take", f"at:{STICK}")
    group.onward()
    back_to(group, "home")


def back_to(group: Recorded, room: str) -> None:
    """Go back until a room is there."""
    while group.prompt.id != room:
        assert group.back()

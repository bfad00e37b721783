"""Two groups on one machine: nothing of one shows in another (M19)."""

import re
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from pathlib import Path

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.answers import Answer, Chosen
from facilitator.domain.events import Carried, Keep, SeenBy
from facilitator.domain.keys import KeyCommand
from facilitator.domain.own_sessions import Lies
from facilitator.domain.prompt import Choice, Prompt
from facilitator.domain.records import Agreement, FrontEnd, Group, Member
from facilitator.meetings import command_line
from facilitator.meetings.forget_command import Forgetting, forget
from facilitator.meetings.forgetting import Records
from facilitator.meetings.runner import MeetingRunner
from facilitator.meetings.surroundings import Ports, Surroundings
from facilitator.ports.exports import NoExports
from tests.engine.house.test_forgetting import answer_as_each
from tests.everywhere import answers_to, taken
from tests.fakes import FakeClock
from tests.scenario import Scenario, shipped, words_of

SESSION = shipped("first-meeting")
HERON, OAK = Group("herons", "The herons"), Group("oaks", "The oaks")
CANARY = "canary"
Way = tuple[Answer | KeyCommand, ...]


@lru_cache(maxsize=1)
def _two() -> Ports:
    """Return a machine on which the herons met, kept everything, and left a meeting open."""
    ports = Scenario.machine(SESSION).ports
    ports.book.add_group(replace(HERON, turn_to=f"{CANARY} Ann"))
    ports.book.add_group(OAK)
    group = here(ports, HERON)
    for is_last in (False, True):
        group.set_out(SESSION, people=3, keep=Keep.GROUP)
        while group.prompt.id != "home":
            answer_as_each(group)
            if is_last and group.prompt.id == "@close//made":
                break
    plan = Carried(f"{CANARY} plan", made_on="2026-11-24", lock="x$y")
    ports.book.save_member(HERON.id, Member("m1", f"{CANARY} Member", plan))
    own = SESSION.source.replace("A first meeting", f"{CANARY} tea").replace('"first-', '"their-')
    for lies in Lies:
        ports.own.save(HERON.id, lies, "their-meeting", own)
    ports.book.save_agreement(HERON.id, Agreement((f"{CANARY} asks",), (f"{CANARY} gives",), 1))
    return ports


def here(ports: Ports, group: Group) -> Scenario:
    """Return the program with this group here."""
    known = [one for one in ports.book.groups() if one.id == group.id]
    around = Surroundings(ports, (known or [group])[0], ports.settings.read(), FrontEnd.FULL)
    return Scenario(ports, around, MeetingRunner(around))


def walked(group: Group, days: int) -> list[Prompt]:
    """Return every prompt of the house that can be reached while this group is here."""
    waiting: list[Way] = [(), (Chosen("start"), Chosen(SESSION.id), Chosen(SeenBy.PERSON))]
    seen: set[str] = set()
    found: list[Prompt] = []
    while waiting:
        way = waiting.pop(0)
        ports = deepcopy(_two())
        clock = ports.clock
        assert isinstance(clock, FakeClock)
        clock.time += timedelta(days=days)
        machine = taken(here(ports, group), way)
        if machine.runner.is_over or machine.around.group.id != group.id:
            continue
        prompt = machine.prompt
        found.append(prompt)
        rows = [one.id for one in getattr(prompt.input, "choices", ())]
        place = re.sub(r"\d+", "#", f"{prompt.id} {rows}")
        if place in seen:
            continue
        seen.add(place)
        # A draft can be changed in more ways than can be tried; its first screen is looked at.
        if "/" not in prompt.id and not prompt.id.startswith("editor"):
            waiting += [(*way, one) for one in (*answers_to(prompt.input), KeyCommand.MENU)]
    return found


@pytest.mark.parametrize("days", [0, 200])
def test_no_prompt_shows_anything_of_the_other_group(days: int) -> None:
    """M19: meetings, open ones, members, plans, the agreement, the named person, what is due."""
    prompts = walked(OAK, days)
    assert len(prompts) > 40
    assert [one.id for one in prompts if CANARY in words_of(one)] == []
    store = _two().store
    theirs = [one.id for one in store.unfinished(HERON.id)]
    theirs += [one.id for one in store.rows(HERON.id)]
    assert len(theirs) == 2
    for prompt in prompts:
        choices: tuple[Choice, ...] = getattr(prompt.input, "choices", ())
        rows = [one.id.removeprefix("resume-") for one in choices]
        assert not set(theirs) & set(rows), prompt.id
    assert not [one.id for one in prompts if one.id in ("who-again", "due")]


def test_the_group_itself_sees_its_own() -> None:
    """M19: the control of the walk above."""
    prompts = walked(HERON, 0)
    shown = {one.id for one in prompts if CANARY in words_of(one)}
    assert {"who-again", "our-group", "sessions", "own-sessions", "one-own"} <= shown
    assert "past-one" in {one.id for one in prompts}
    assert [one.id for one in walked(HERON, 200) if one.id == "due"]


def test_each_group_has_its_own_folder_and_the_command_line_its_own_lists(tmp_path: Path) -> None:
    """M19: --group OAKS lists, exports and forgets nothing of the herons."""
    disk = DiskStore.open(tmp_path / "data")
    for one in _two().book.groups():
        disk.book.add_group(one)
    row = next(_two().store.rows(HERON.id))
    closed = _two().store.read(HERON.id, row.id)
    assert closed is not None
    disk.meetings.close(closed)
    folder = tmp_path / "data/groups"
    holding = {
        path.relative_to(folder).parts[0]
        for path in folder.rglob("*")
        if path.is_file() and CANARY.encode() in path.read_bytes()
    }
    assert holding == {HERON.id}
    records = Records(disk.meetings, disk.book, NoExports())

    def told(group: Group, command: str) -> command_line.Told:
        """Return what one command says while this group was named."""
        if command == "forget":
            return forget(records, (group,), Forgetting(row.id, None, bool, bool))
        return command_line.records(
            records, (group,), command, meeting_id=row.id, shape="text", whose=None, word=str
        )

    assert told(OAK, "meetings").lines == ("No meetings are kept here.",)
    assert not told(OAK, "export").is_fine
    assert not told(OAK, "forget").is_fine
    assert told(HERON, "export").is_fine, "the control"
    assert disk.meetings.read(HERON.id, row.id) == closed
    disk.close()

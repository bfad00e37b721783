"""Forget me, forget this meeting, give me my words; three steps, and undo (S8, C3, A16, S19)."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.answers import Chosen, Typed
from facilitator.domain.events import Brought, Carried, Keep, SeenBy
from facilitator.domain.kept import Willing
from facilitator.domain.keys import KeyCommand
from facilitator.domain.prompt import ChooseOne, GiveNumber, WriteText
from facilitator.domain.records import Member, Ways
from facilitator.domain.things import Things
from facilitator.engine.own_word import locked
from facilitator.meetings import forgetting
from facilitator.meetings.forgetting import meeting_of
from facilitator.meetings.surroundings import OUR_GROUP
from tests.scenario import SESSIONS, Scenario, shipped, words_of

SESSION = shipped("first-meeting")
ALL = sorted(path.stem for path in SESSIONS.glob("*.toml") if path.stem != "help-now")
WORD = "blue kettle"


def own(name: str) -> str:
    """Return words that only this person types."""
    return f"canary of {name} by the sea"


def answer_as_each(group: Scenario) -> None:
    """Answer one prompt; whoever types writes words that are theirs alone."""
    prompt = group.prompt
    asked = prompt.input
    turn = prompt.turn_short
    if isinstance(asked, ChooseOne) and prompt.id.endswith("@keyboard"):
        step = prompt.id.partition("/")[0]
        had = {at.giver for at in group.meeting.trail if at.step == step}
        waiting = [one.id for one in asked.choices[1:] if one.id not in had]
        group.answer(Chosen(waiting[0] if waiting else asked.choices[0].id))
    elif isinstance(asked, ChooseOne) and any(one.id == "note" for one in asked.choices):
        group.answer(Chosen("note"))
    elif prompt.id.endswith("@line"):
        group.onward()  # the group sees it: nothing of one's own
    elif isinstance(asked, WriteText) and turn and not prompt.id.startswith("names-"):
        assert group.answer(Typed(own(turn)))
    elif isinstance(asked, GiveNumber):
        assert group.answer(Typed("4"))
    else:
        group.onward()


def held(
    until: Callable[[Scenario], bool], name: str = "first-meeting", **how: Keep | SeenBy
) -> Scenario:
    """Return a meeting, held until then; everybody typed."""
    session = shipped(name)
    group = Scenario.machine(session)
    group.set_out(session, people=4, **how)  # type: ignore[arg-type]
    for _ in range(400):
        if until(group):
            return group
        answer_as_each(group)
    raise AssertionError(group.prompt.id)


def at_the_end(group: Scenario) -> bool:
    """Return whether only the last yes is missing."""
    return group.prompt.id == "@close//finish"


def kept_plan(name: str = "Heron", *, word: bool = True) -> Scenario:
    """Return a closed meeting whose words were kept, and one plan with its person's own word."""
    group = Scenario.machine(SESSION)
    group.set_out(SESSION, people=3, keep=Keep.GROUP)
    for _ in range(400):
        if group.prompt.id == "home":
            return group
        prompt = group.prompt
        part = prompt.id.rpartition("/")[2]
        if prompt.turn_short == name and part == "more":
            group.choose("lock" if word else "yes")
        elif prompt.turn_short == name and part in ("word", "again"):
            group.write(WORD)
        else:
            answer_as_each(group)
    raise AssertionError(group.prompt.id)


def stored(group: Scenario) -> str:
    """Return everything that storage holds, as text."""
    store, book = group.ports.store, group.ports.book
    return repr((store, book))


def forget_in_meeting(group: Scenario, name: str) -> None:
    """Go the three steps: the menu's row, the name, yes."""
    group.menu("forget")
    group.choose(name)
    group.choose("yes")


def test_forget_me_is_three_steps_from_the_menu_and_rewrites_the_open_journal() -> None:
    """S8: no event holds the words, the name or the id; what others typed stays."""
    group = held(at_the_end)
    before = group.journal
    assert own("Heron") in repr(before), "the control"
    forget_in_meeting(group, "Heron")
    group.choose("right")
    after = repr(group.journal)
    assert group.prompt.id == "@close//finish"
    assert group.notice == "That person is forgotten here."
    assert not [one for one in (own("Heron"), "Heron", "'p1'") if one in after]
    assert own("Oak") in after
    assert own("Heron") not in stored(group)
    assert [one.name for one in group.meeting.people] == ["Oak", "River", "Robin"]
    again = group.reload()
    assert again.prompt.id == "@close//finish"
    assert "Heron" not in "".join(again.shown[1:])


def test_what_was_forgotten_can_be_brought_back_on_that_screen_and_not_later() -> None:
    """S8, A16: event for event; once the screen is left it is for good."""
    group = held(at_the_end)
    before = group.journal
    forget_in_meeting(group, "Heron")
    group.press(KeyCommand.HELP)
    group.back()
    assert group.prompt.id == "gone"
    group.choose("back")
    assert group.journal == before
    assert group.prompt.id == "@close//finish"
    forget_in_meeting(group, "Heron")
    group.back()
    kept = group.runner._desk._kept
    assert kept is not None
    assert kept._undo is None
    assert own("Heron") not in stored(group)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("person", ["Heron", "Robin"])
def test_at_every_prompt_somebody_can_be_forgotten_and_the_meeting_goes_on(
    name: str, person: str
) -> None:
    """S8, M4: wherever the meeting is, the first person and the last; nothing of others is lost."""
    seen: set[str] = set()
    for _ in range(200):
        waits: list[Scenario] = []

        def is_new(group: Scenario) -> bool:
            new = "/" in group.prompt.id and group.prompt.id not in seen
            return new or at_the_end(group)

        group = held(is_new, name)
        waits.append(group)
        seen.add(group.prompt.id)
        one = next(one for one in group.meeting.people if one.name == person)
        others = {at: given for at, given in group.meeting.answers.items() if at.giver != one.id}
        forget_in_meeting(group, person)
        group.choose("right")
        left = {at: given for at, given in group.meeting.answers.items() if given.value != one.id}
        assert left == {at: given for at, given in others.items() if given.value != one.id}
        assert meeting_of(group.journal) == group.meeting
        assert not [
            word for word in (own(person), person, f"'{one.id}'") if word in repr(group.journal)
        ]
        where = group.prompt.id
        if where == "@close//finish":
            return
        group.to_the_end()
    raise AssertionError("never at the end")


def test_the_last_one_who_is_here_can_be_forgotten_too() -> None:
    """S8: nobody is left, and there is still a way on."""
    group = Scenario.hold(SESSION, people=1)
    forget_in_meeting(group, "Heron")
    group.choose("right")
    assert group.meeting.people == ()
    group.menu("came")
    group.write("Zed")
    group.choose("fine")
    (zed,) = group.reload().meeting.people
    assert (zed.id, zed.name) == ("p1", "Zed")
    group.to_the_end()


def test_after_a_forgetting_nobody_gets_the_id_of_somebody_who_is_here() -> None:
    """S8, M14: ids are not counted but looked for."""
    group = Scenario.hold(SESSION, people=3)
    forget_in_meeting(group, "Heron")
    group.choose("right")
    group.menu("came")
    group.write("Zed")
    group.choose("less")
    ids = [one.id for one in group.meeting.people]
    assert len(set(ids)) == 3
    assert [one.name for one in group.meeting.people if one.keeps_less] == ["Zed"]


def test_forget_me_takes_the_plan_and_the_ways_out_of_the_book_and_back_with_the_undo() -> None:
    """S8, M9, A13: whoever was known to the book."""
    ports = Scenario.machine(SESSION).ports
    plan = Carried("walk to the loch", made_on="2026-11-17")
    ports.book.save_member(OUR_GROUP.id, Member("a", "Ann", plan, Ways(easy=True)))
    group = Scenario.on(ports)
    for answer in ("start", SESSION.id, SeenBy.PERSON):
        group.choose(answer)
    group.choose(Keep.TODAY)
    group.choose("a")
    assert group.prompt.id == "names-1"
    forget_in_meeting(group, "Ann")
    assert ports.book.members(OUR_GROUP.id) == ()
    assert "loch" not in stored(group)
    group.choose("back")
    assert [one.plan for one in ports.book.members(OUR_GROUP.id)] == [plan]
    assert "loch" in repr(group.journal)


def test_in_a_past_meeting_one_person_is_forgotten_or_all_of_it_and_each_comes_back() -> None:
    """S8, A16: closed file, lock, book; brought back as it was."""
    group = kept_plan()
    before = group.ports.store.read(OUR_GROUP.id, "m1")
    members = group.ports.book.members(OUR_GROUP.id)
    assert before is not None
    assert (list(before.locks), len(members)) == (["Heron"], 1)
    group.choose("past")
    for last in ("back", "right"):
        group.choose("m1")
        group.choose("forget-me")
        group.choose("Heron")
        group.choose("yes")
        assert own("Heron") not in stored(group)
        assert "Heron" not in repr(group.ports.book)
        group.choose(last)
        if last == "back":
            assert group.ports.store.read(OUR_GROUP.id, "m1") == before
            assert group.ports.book.members(OUR_GROUP.id) == members
            group.choose("back")
    after = group.ports.store.read(OUR_GROUP.id, "m1")
    assert after is not None
    assert (after.people, after.locks) == (("Oak", "River"), {})
    group.choose("forget")
    group.choose("yes")
    assert group.ports.store.read(OUR_GROUP.id, "m1") is None
    group.choose("back")
    assert group.ports.store.read(OUR_GROUP.id, "m1") == after


@pytest.mark.parametrize("is_old", [False, True])
def test_another_of_the_same_name_stays_in_the_book(*, is_old: bool) -> None:
    """S8, M9: a meeting that was closed before it held ids knows its people by name alone."""
    group = kept_plan()
    book, store = group.ports.book, group.ports.store
    closed = store.read(OUR_GROUP.id, "m1")
    assert closed is not None
    assert closed.known_by["Heron"] == "m1-p1"
    if is_old:
        store.rewrite(replace(closed, known_by={}))
    other = Member("m0-p3", "Heron", Carried("another walk"))
    book.save_member(OUR_GROUP.id, other)
    group.choose("past")
    group.choose("m1")
    group.choose("forget-me")
    group.choose("Heron")
    group.choose("yes")
    assert book.members(OUR_GROUP.id) == (() if is_old else (other,))
    group.choose("back")
    assert len(book.members(OUR_GROUP.id)) == 2


def give(group: Scenario, name: str) -> None:
    """Go the steps to somebody's words in the past meeting."""
    group.choose("past")
    group.choose("m1")
    group.choose("give")
    group.choose(name)


def test_private_words_come_out_only_with_the_word_that_was_set() -> None:
    """C3, S8: the wrong word is refused kindly, and whoever does not know it sees no private one."""
    group = kept_plan()
    give(group, "Heron")
    assert group.prompt.id == "give-word"
    asked = group.asked(WriteText)
    assert asked.hidden
    assert not group.answer(Typed("red kettle"))
    assert "press / to go back" in group.notice
    assert KeyCommand.PASS not in group.prompt.commands, "so nothing tells of passing"
    assert own("Heron") not in "".join(group.shown[-3:])
    group.write(WORD.upper())
    assert own("Heron") in " ".join(group.prompt.body)
    group.choose("done")
    group.choose("give")
    group.choose("Heron")
    group.choose("unknown")
    assert own("Heron") not in words_of(group.prompt)
    assert "Private words come out only with a word" in " ".join(group.prompt.body)


def test_without_a_word_private_words_can_be_forgotten_and_not_had() -> None:
    """C3: somebody who set none, and somebody who kept no plan."""
    group = kept_plan(word=False)
    for name in ("Heron", "Oak"):
        give(group, name)
        assert group.prompt.id == "give-words"
        assert own(name) not in words_of(group.prompt)
        assert "They can be forgotten." in " ".join(group.prompt.body)
        group.choose("done")
        group.choose("back")
        group.back()


def test_in_the_meeting_ones_own_words_are_two_steps_and_a_word_away() -> None:
    """S8: the menu's row, the name; no file, for the group may keep nothing after today."""
    group = held(at_the_end, keep=Keep.TODAY)
    group.menu("give")
    group.choose("Heron")
    ids = [one.id for one in group.asked(ChooseOne).choices]
    assert ids == ["done"]
    assert own("Heron") not in words_of(group.prompt), "no word was set, so nothing private"


def test_on_a_screen_that_the_room_sees_no_private_word_is_shown() -> None:
    """S19, C3: not even with the right word; it is not asked for."""
    group = held(at_the_end)
    private = own("Heron")
    locked_plan = replace(group.meeting.people[0], carried=Carried("walk", lock=locked(WORD, "s")))
    group.around.meeting = replace(group.meeting, people=(locked_plan, *group.meeting.people[1:]))
    group.menu("give")
    group.choose("Heron")
    group.write(WORD)
    assert private in words_of(group.prompt), "the control: this person sees it alone"
    group.choose("done")
    group.menu("screen")
    group.choose(SeenBy.ROOM)
    group.menu("give")
    group.choose("Heron")
    assert group.prompt.id == "give-words"
    assert private not in words_of(group.prompt)
    assert "The room sees this screen" in " ".join(group.prompt.body)


def test_the_voice_reads_ones_words_only_when_asked_to() -> None:
    """A12: they stand in the prompt as somebody's own; a row asks for them."""
    group = kept_plan()
    group.ports.settings.save(Ways(speech=True))
    group = Scenario.on(group.ports)
    give(group, "Heron")
    group.write(WORD)
    prompt = group.prompt
    assert set(prompt.own_words) <= set(prompt.body)
    assert prompt.own_words
    heard = [group.runner._voice._is_aloud]
    for choice in ("aloud", "done"):
        group.choose(choice)
        heard.append(group.runner._voice._is_aloud)
    assert heard == [False, True, False]


def test_words_go_into_a_file_of_each_sort_and_forgetting_takes_it_away(tmp_path: Path) -> None:
    """S8, S10: text, CSV, JSON in the exports folder, 0600, ids alone in the name; undo brings it."""
    disk = DiskStore.open(tmp_path / "data")
    before = kept_plan()
    ports = replace(
        before.ports, store=disk.meetings, book=disk.book, exports=disk.exports
    )  # fmt: skip
    closed = before.ports.store.read(OUR_GROUP.id, "m1")
    assert closed is not None
    ports.store.close(closed)
    group = Scenario.on(ports)
    give(group, "Heron")
    group.write(WORD)
    for shape in ("text", "csv", "json"):
        group.choose(shape)
    folder = tmp_path / "data/groups/our-group/exports"
    files = {path.name: path.read_text("utf-8") for path in folder.iterdir()}
    assert set(files) == {"m1-p1.txt", "m1-p1.csv", "m1-p1.json"}
    assert all(own("Heron") in body and own("Oak") not in body for body in files.values())
    assert json.loads(files["m1-p1.json"])["who"] == "Heron"
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    group.choose("done")
    group.choose("forget-me")
    group.choose("Heron")
    group.choose("yes")
    everything = b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert own("Heron").encode() not in everything
    assert own("Oak").encode() in everything, "the control"
    group.choose("back")
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == files
    disk.close()


def test_an_open_journal_on_the_disk_is_written_anew_and_what_was_put_aside_goes(
    tmp_path: Path,
) -> None:
    """S8: canary in no file, also in the copy of a damaged journal; it goes on after that."""
    disk = DiskStore.open(tmp_path / "data")
    ports = replace(Scenario.machine(SESSION).ports, store=disk.meetings, book=disk.book)
    group = Scenario.on(ports)
    group.set_out(SESSION, people=4)
    for _ in range(400):
        if at_the_end(group):
            break
        answer_as_each(group)
    folder = tmp_path / "data/groups/our-group/open"
    (folder / "m1.damaged-1").write_text(own("Heron"))
    forget_in_meeting(group, "Heron")
    group.choose("right")
    everything = b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert own("Heron").encode() not in everything
    assert b"Heron" not in everything
    assert own("Oak").encode() in everything, "the control"
    group.menu("pause")
    again = group.reload()
    assert again.prompt.id == "pause"
    disk.close()


def test_nobody_chosen_changes_nothing() -> None:
    """A15: an empty choice says so."""
    group = held(at_the_end)
    before = group.journal
    group.menu("forget")
    group.several()
    assert group.notice == "Nobody was chosen. Nothing is changed."
    group.menu("forget")
    group.choose("Heron")
    group.choose("no")
    assert group.journal == before


def test_what_is_brought_back_is_back_in_a_meeting_that_was_set_aside_too() -> None:
    """A16, C14: as it was before, also where it had come along."""
    session = shipped("weekly-meeting")
    group = Scenario.machine(session)
    offer = Willing("w1", "x1", "Zed", "2026-11-20", "lead")
    group.ports.book.keep_things(OUR_GROUP.id, Things(willing=(offer,)))
    group.set_out(session, keep=Keep.GROUP, people=3)
    group.menu("stop")
    group.choose("later")

    def came_along() -> list[Willing]:
        (one,) = group.ports.store.unfinished(OUR_GROUP.id)
        journal, happened, _ = group.ports.store.resume(OUR_GROUP.id, one.id)
        journal.close()
        brought = (event for event in happened if isinstance(event, Brought))
        return [thing for event in brought for thing in event.things.willing]

    assert came_along() == [offer]
    undo = forgetting.let_go(group.ports, OUR_GROUP.id, frozenset({"w1"}))
    assert came_along() == []
    forgetting.bring_back(group.ports, undo)
    assert came_along() == [offer]
    assert group.ports.book.things(OUR_GROUP.id).willing == (offer,)

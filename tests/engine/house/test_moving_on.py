"""Somebody is moving on, between meetings: from "What we have made" (C15, C3)."""

from dataclasses import replace
from pathlib import Path

from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.answers import Typed
from facilitator.domain.events import Carried, Keep
from facilitator.domain.kept import Duty, Growth, Note, Offer, Strength, Tip
from facilitator.domain.records import Member
from facilitator.domain.things import Things
from facilitator.engine.own_word import locked
from facilitator.wording import moving_on as words
from tests.scenario import Scenario, shipped, words_of

GROUP = "our-group"
LOCK = locked("blue kettle", "salt")
PLAN = Carried("walk to the sea", "on Friday", 8, {}, LOCK, "2026-11-03")
THINGS = Things(
    strengths=(Strength("s1", "m1", "Ann", "2026-11-17", "baking"),),
    duties=(Duty("d1", "m1", "Ann", "2026-11-17", "reader", "x"),),
    offers=(Offer("o1", "m1", "Ann", "2026-11-17", "a lift"),),
    notes=(Note("n1", "m2", "Bo", "2026-11-17", "note of Bo"),),
    growth=(
        Growth("g1", "m1", "Ann", "2026-11-17", "say no kindly", LOCK),
        Growth("g2", "m1", "Ann", "2026-11-17", "line without a word"),
        Growth("g3", "m2", "Bo", "2026-11-17", "canary of Bo"),
    ),
)


def goodbye(group: Scenario | None = None, plan: Carried = PLAN) -> Scenario:
    """Return the room of Ann's goodbye."""
    group = group or Scenario.machine(shipped("first-meeting"))
    group.ports.book.save_member(GROUP, Member("m1", "Ann", plan))
    group.ports.book.save_member(GROUP, Member("m2", "Bo"))
    group.ports.book.keep_things(GROUP, THINGS)
    again = Scenario.on(group.ports)
    again.choose("ours")
    again.choose("moving-on")
    again.choose("m1")
    return again


def test_the_door_stays_open_and_nothing_has_to_be_done() -> None:
    """C15: the first row keeps everything, and says goodbye."""
    group = goodbye()
    before = group.ports.book.things(GROUP)
    assert group.prompt.body == (words.DOOR_LINE,)
    group.choose("done")
    assert group.notice == "Go well, Ann. The door stays open."
    assert group.ports.book.things(GROUP) == before
    assert len(group.ports.book.members(GROUP)) == 2


def test_nothing_is_shown_beside_a_name_before_somebody_says_that_it_is_theirs() -> None:
    """C3: a tip, a note or an offer stands nowhere with a name but behind this yes."""
    group = goodbye()
    tip = Tip("t1", "m1", "Ann", "2026-11-17", "canary tip")
    group.ports.book.keep_things(GROUP, Things(tips=(tip,)))
    group.choose("home")
    assert group.prompt.question == "Are you Ann?"
    assert not group.prompt.body
    group.choose("no")
    assert group.prompt.id == "goodbye"
    assert "canary tip" not in "\n".join(group.shown)
    group.choose("home")
    group.choose("yes")
    group.choose("unknown")
    assert "canary tip" in words_of(group.prompt)


def test_my_words_are_shown_what_is_mine_alone_only_with_my_word() -> None:
    """C3, C15: a wrong word is refused; without one what the group has seen is shown."""
    group = goodbye()
    group.choose("take")
    group.write("courage")
    group.choose("home")
    group.choose("yes")
    assert group.prompt.id == "moving-word"
    assert not group.answer(Typed("red kettle"))
    group.write("blue kettle")
    shown = words_of(group.prompt)
    for line in ("courage", "baking", "a lift", "17 November 2026: Ann reads", "walk to the sea"):
        assert line in shown
    assert "say no kindly" in shown
    assert "canary of Bo" not in shown
    assert "note of Bo" not in shown
    group.choose("done")
    group.choose("home")
    group.choose("yes")
    group.choose("unknown")
    assert "walk to the sea" not in words_of(group.prompt)
    assert "baking" in words_of(group.prompt)
    assert words.HOME_CLOSED in group.prompt.body


def test_without_a_word_what_is_mine_alone_can_be_forgotten_and_not_shown() -> None:
    """C3: nobody else can look at it in my name."""
    group = goodbye(plan=replace(PLAN, lock=""))
    group.ports.book.let_go(GROUP, frozenset({"g1"}))
    group.choose("home")
    group.choose("yes")
    assert group.prompt.id == "take-home"
    assert "walk to the sea" not in words_of(group.prompt)
    assert "line without a word" not in words_of(group.prompt)


def test_a_line_is_left_with_a_yes_and_let_go_with_a_no() -> None:
    """C15: read back first."""
    group = goodbye()
    for answer, number in (("no", 1), ("yes", 2)):
        group.choose("note")
        group.write("It gets easier")
        assert group.prompt.body == ("It gets easier",)
        group.choose(answer)
        assert group.prompt.id == "goodbye"
        assert len(group.ports.book.things(GROUP).notes) == number
    new = next(one for one in group.ports.book.things(GROUP).notes if one.id != "n1")
    assert (new.owner, new.name, new.words) == ("m1", "Ann", "It gets easier")
    group.choose("note")
    group.choose("nothing")
    assert group.prompt.id == "goodbye"


def kept_meeting() -> Scenario:
    """Return a machine with a kept meeting and one that is set aside; Ann is in both."""
    group = Scenario.machine(shipped("first-meeting"))
    group.ports.book.save_member(GROUP, Member("m1", "Ann"))
    for is_last in (False, True):
        group.choose("start")
        group.choose("first-meeting")
        for answer in ("person", Keep.GROUP):
            group.choose(answer)
        group.several("m1")
        group.write("Bo")
        group.all_here()
        group.until(lambda prompt: prompt.id == "strengths//@keyboard")
        group.choose("p1")
        group.onward()
        group.write("canary of Ann")
        if is_last:
            group.menu("stop")
            group.choose("later")
        else:
            group.to_the_end()
    return group


def all_kept(group: Scenario) -> str:
    """Return everything that is stored of the group's meetings and book."""
    ports = group.ports
    closed = [ports.store.read(GROUP, row.id) for row in ports.store.rows(GROUP)]
    opened = [ports.store.resume(GROUP, row.id)[1] for row in ports.store.unfinished(GROUP)]
    return repr((closed, opened, ports.book.members(GROUP), ports.book.things(GROUP)))


def test_forget_everything_of_me_means_every_meeting_and_it_can_be_undone() -> None:
    """C15, S8, A16: said first, then gone from book, past and unfinished meetings; undo brings back."""
    group = goodbye(kept_meeting())
    before = all_kept(group)
    assert "canary of Ann" in before
    group.choose("forget")
    assert words.FORGET_MEANS in group.prompt.body
    group.choose("no")
    assert all_kept(group) == before
    group.choose("forget")
    group.choose("yes")
    after = all_kept(group)
    assert "Ann" not in after
    assert "m1" not in {one.id for one in group.ports.book.members(GROUP)}
    assert "Bo" in after
    group.choose("back")
    assert sorted(all_kept(group)) == sorted(before)
    assert "canary of Ann" in all_kept(group)


def test_after_it_the_word_is_that_the_door_stays_open() -> None:
    """C15: nobody is asked why."""
    group = goodbye(kept_meeting())
    group.choose("forget")
    group.choose("yes")
    group.choose("right")
    assert group.notice == words.FORGOTTEN
    assert "The door stays open" in group.notice
    group.choose("moving-on")
    assert "Ann" not in words_of(group.prompt)


def test_nobody_is_in_the_book_is_no_dead_end() -> None:
    """C15: then nothing is kept of anybody, and that is said."""
    group = Scenario.machine(shipped("first-meeting"))
    group.ports.book.keep_things(GROUP, Things(strengths=THINGS.strengths))
    again = Scenario.on(group.ports)
    again.choose("ours")
    again.choose("moving-on")
    assert again.prompt.question == words.BOOK_EMPTY
    again.onward()
    assert again.prompt.id == "ours"


def test_my_words_go_into_a_file_only_when_i_ask(tmp_path: Path) -> None:
    """C15, C3: it holds my words, and nobody else's."""
    store = DiskStore.open(tmp_path)
    group = Scenario.machine(shipped("first-meeting"))
    ports = replace(group.ports, store=store.meetings, book=store.book, exports=store.exports)
    again = goodbye(Scenario.on(ports))
    again.choose("take")
    again.write("courage")
    assert not list(tmp_path.rglob("moving-on*"))
    again.choose("home")
    again.choose("yes")
    again.write("blue kettle")
    again.choose("file")
    (written,) = tmp_path.rglob("moving-on-m1*")
    text = written.read_text("utf-8")
    assert "I take with me: courage" in text
    assert "walk to the sea" in text
    assert "Bo" not in text
    again.choose("done")
    again.choose("forget")
    again.choose("yes")
    assert not list(tmp_path.rglob("moving-on*"))
    again.choose("back")
    assert [one.read_text("utf-8") for one in tmp_path.rglob("moving-on*")] == [text]
    store.close()

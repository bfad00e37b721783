"""Reading stories, what is mine, going further, taking back, and taking out (C8, C3, A16)."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from facilitator.domain.answers import Typed
from facilitator.domain.events import Keep
from facilitator.domain.kept import Growth, Note, Story, Strength, Tip
from facilitator.domain.prompt import ChoosePeople, WriteText
from facilitator.domain.records import Member
from facilitator.domain.things import Things
from facilitator.engine.consent import opens_on
from facilitator.engine.own_word import locked
from facilitator.engine.receipts import number_of
from facilitator.meetings.forgetting import bring_back, forget_member
from facilitator.meetings.spoken import sentences_of
from tests.fakes import MemoryExports
from tests.scenario import Scenario, shipped
from tests.tellers import (
    CANARY,
    TODAY,
    WORD,
    days_go_by,
    later,
    rows,
    stories,
    to_mine,
    to_my_story,
    told,
)


def with_things(things: Things) -> Scenario:
    """Return the first screen of a machine whose group keeps these."""
    group = Scenario.machine(shipped("first-meeting"))
    ports = replace(group.ports, exports=MemoryExports())
    ports.book.keep_things("our-group", things)
    group = Scenario.on(ports)
    later(group)
    return group


def a_story(name: str, level: int, **how: object) -> Story:
    """Return a story of somebody, agreed to today for a year."""
    on = TODAY.isoformat()
    made = Story(
        f"id-of-{name}", f"m-{name}", name, on, words=f"{CANARY} of {name}", level=level,
        purposes=("peers",), open_from=opens_on(on) if level > 2 else "",
        expires_on="2027-11-24", lock=locked(WORD, name),
    )  # fmt: skip
    return msgspec.structs.replace(made, **how)


def to_stories(group: Scenario, row: str) -> None:
    """Open one of the rows of the stories."""
    group.choose("ours")
    group.choose("stories")
    group.choose(row)


def test_the_group_reads_live_stories_of_level_2_and_up_one_at_a_time_without_names() -> None:
    """C8: not level 1, not what is over, not what was taken back; no name anywhere."""
    shown = (a_story("Ann", 2), a_story("Bo", 4))
    hidden = (
        a_story("Cy", 1), a_story("Di", 2, expires_on="2026-11-24"),
        a_story("Ed", 2, withdrawn_on="2026-11-24", words=""),
    )  # fmt: skip
    group = with_things(Things(stories=(*shown, *hidden)))
    to_stories(group, "read")
    first = group.prompt.body
    assert rows(group) == ["next", "back"]
    group.choose("next")
    assert {first, group.prompt.body} == {(one.words,) for one in shown}
    assert rows(group) == ["back"]
    seen = "".join(group.shown[-2:])
    assert not [name for name in ("Cy", "Di", "Ed") if f"of {name}" in seen]
    group.choose("back")
    assert group.prompt.id == "stories"


def test_the_name_of_a_teller_is_on_no_screen_of_the_stories() -> None:
    """C8: a story told in a meeting is read without its teller's name."""
    group = told()
    to_stories(group, "read")
    assert group.prompt.body == (CANARY,)
    assert "Heron" not in group.shown[-1]
    assert "id" not in group.prompt.id.removeprefix("our-stories")


def test_where_there_is_none_it_says_so() -> None:
    """C8: no dead end on an empty book."""
    group = with_things(Things(tips=(Tip("t", "m", "Ann", "2020-01-01", "x"),)))
    to_stories(group, "read")
    assert "no story" in group.prompt.question
    group.onward()
    group.choose("out")
    group.choose("2")
    group.choose("peers")
    assert group.prompt.id == "out-none"
    group.back()
    group.back()
    group.back()
    group.back()
    group.choose("tips")
    assert "no tip" in group.prompt.question


@pytest.mark.parametrize("level", [1, 2])
def test_nobody_else_opens_what_somebody_kept(level: int) -> None:
    """C3: a wrong word shows nothing; without the word it can only be taken back."""
    group = told(level)
    to_mine(group, word="")
    group.choose(stories(group)[0].id)
    assert rows(group) == ["back", "take-back"]
    assert CANARY not in "".join(group.shown[-4:])
    group.back()
    group.back()
    group.choose("mine")
    group.choose(stories(group)[0].owner)
    group.choose("yes")
    assert not group.answer(Typed("red kettle"))
    assert group.prompt.id == "my-word"
    group.write("Blue  KETTLE")
    group.choose(stories(group)[0].id)
    assert CANARY in group.prompt.body
    assert CANARY not in " ".join(sentences_of(group.prompt)), "A12: no voice says it unasked"


def test_nothing_is_shown_before_is_it_you() -> None:
    """M9, C3: no list, no day, no row before the yes."""
    group = told(word="")
    to_stories(group, "mine")
    assert [one.label for one in group.asked(ChoosePeople).people] == ["Heron"]
    group.choose(stories(group)[0].owner)
    assert group.prompt.question == "Are you Heron?"
    assert rows(group)[0] == "no"
    group.choose("no")
    assert group.prompt.id == "stories"
    group.choose("mine")
    group.several()
    assert group.prompt.id == "stories"


def test_after_seven_days_the_start_asks_the_teller_again() -> None:
    """C8: named, with nothing of the story; later is a full answer, and is asked once a start."""
    group = told(3)
    group = days_go_by(group, 6)
    assert group.prompt.id == "home"
    group = days_go_by(group, 1)
    assert group.prompt.id == "story-waits"
    assert "Heron" in group.prompt.question
    assert CANARY not in group.shown[-1]
    group.choose("later")
    assert group.prompt.id == "home"
    group = Scenario.on(group.ports)
    group.choose("me")
    assert group.prompt.id == "my-word"
    group.write(WORD)
    assert rows(group)[0] == "further"
    group.choose("further")
    assert group.prompt.question == "You said your story may go further. Is that still right?"
    assert rows(group)[0] == "later"
    group.choose("yes")
    one = stories(group)[0]
    assert (one.level, one.confirmed_on, one.version) == (3, "2026-12-01", 2)
    assert "further" not in rows(group)


def test_a_no_after_seven_days_keeps_it_in_the_group_and_is_not_asked_again() -> None:
    """C8: no silent upgrade, and no asking until somebody gives in."""
    group = days_go_by(told(4, ("peers", "newsletter")), 30)
    group.choose("me")
    group.write(WORD)
    group.choose("further")
    group.choose("no")
    one = stories(group)[0]
    assert (one.level, one.purposes, one.open_from, one.signed) == (2, ("peers",), "", "")
    assert Scenario.on(group.ports).prompt.id == "home"


def test_a_story_cannot_go_further_without_the_word() -> None:
    """C8: only with "Is this you?" and the own word."""
    group = days_go_by(told(3), 8)
    group.choose("me")
    group.choose("unknown")
    assert rows(group) == ["back", "take-back"]


def test_before_the_end_the_teller_is_asked_and_can_keep_it_on() -> None:
    """C8: 30 days before; then it is kept from today, and the old end holds no more."""
    group = days_go_by(told(), 340)
    assert group.prompt.id == "story-waits"
    group.choose("me")
    group.write(WORD)
    assert any("ends soon" in line for line in group.prompt.body)
    group.choose("on")
    assert rows(group)[0] == "no"
    group.choose("24")
    one = stories(group)[0]
    assert (one.on, one.expires_on) == ("2027-10-30", "2029-10-28")
    assert Scenario.on(group.ports).prompt.id == "home"


def test_when_it_is_over_nobody_reads_it_and_the_teller_is_asked() -> None:
    """C8: on expiry nothing leaves; keep on, or let it go."""
    group = days_go_by(told(), 400)
    later(group)
    to_stories(group, "read")
    assert "no story" in group.prompt.question
    group.onward()
    group.choose("mine")
    group.choose(stories(group)[0].owner)
    group.choose("yes")
    group.write(WORD)
    group.choose(stories(group)[0].id)
    assert any("shown to nobody" in line for line in group.prompt.body)
    assert {"on", "take-back"} <= set(rows(group))


def test_taking_back_says_first_what_it_cannot_do_and_then_the_bytes_are_gone() -> None:
    """C8, A16: paper cannot be called back; a line without words stays; undo until it is left."""
    group = told(3, ("peers",))
    to_my_story(group)
    before = stories(group)
    group.choose("take-back")
    assert any("Paper" in line and "cannot be called back" in line for line in group.prompt.body)
    assert rows(group)[0] == "no"
    group.choose("yes")
    assert CANARY not in repr(group.ports.book)
    group.choose("back")
    assert stories(group) == before
    group.choose("take-back")
    group.choose("yes")
    group.choose("right")
    one = stories(group)[0]
    assert (one.words, one.gain, one.signed, one.withdrawn_on) == ("", "", "", "2026-11-24")
    assert (one.level, one.purposes) == (3, ("peers",))
    assert CANARY not in repr((group.ports.store, group.ports.book))
    assert group.prompt.question == "Its words are gone. This is what is left of it."
    assert rows(group) == ["back", "drop"]
    group.choose("drop")
    group.choose("right")
    assert stories(group) == ()


def test_fewer_people_may_have_it_and_more_never() -> None:
    """C8: a level can only go down here; purposes that do not fit it go."""
    group = told(4, ("peers", "newsletter"))
    to_my_story(group)
    group.choose("less")
    assert rows(group) == ["no", "1", "2", "3"]
    group.choose("2")
    assert (stories(group)[0].level, stories(group)[0].purposes) == (2, ("peers",))
    group.choose("less")
    assert rows(group) == ["no", "1"]
    group.choose("1")
    assert "less" not in rows(group)


def test_without_a_word_a_story_cannot_become_mine_alone() -> None:
    """C3: nobody could open it then."""
    group = told(2, word="")
    to_my_story(group, word="")
    assert "less" not in rows(group)


def test_new_words_are_a_new_version_to_which_the_yes_is_asked_again() -> None:
    """C8: read back whole; the cooling-off begins anew; the old words are gone."""
    group = days_go_by(told(3), 8)
    group.choose("me")
    group.write(WORD)
    group.choose("further")
    group.choose("yes")
    group.choose("edit")
    group.choose("0")
    assert group.asked(WriteText).given == CANARY
    group.write("kinder words")
    assert group.prompt.id == "read-back"
    assert group.prompt.body[0] == "kinder words"
    group.choose("yes")
    one = stories(group)[0]
    assert (one.words, one.version, one.confirmed_on) == ("kinder words", 3, "")
    assert one.open_from == "2026-12-09"
    assert CANARY not in repr(group.ports.book)
    for answers in (("no",), ("0", "as-it-is")):
        group.choose("edit")
        for answer in answers:
            group.choose(answer)
        assert stories(group)[0] == one
    group.choose("edit")
    group.choose("0")
    group.write("never agreed to")
    group.choose("no")
    assert stories(group)[0] == one


def test_a_receipt_is_written_only_by_wish_and_holds_no_word_of_it() -> None:
    """C8: number, level, purposes, dates and how to take it back."""
    group = with_things(Things(stories=(a_story("Ann", 2),)))
    exports = group.ports.exports
    assert isinstance(exports, MemoryExports)
    to_mine(group, "Ann")
    group.choose("id-of-Ann")
    group.choose("receipt")
    assert group.prompt.code is not None
    assert exports.files == {}
    group.choose("file")
    ((name, body),) = exports.files.items()
    assert name == f"receipt-{number_of('id-of-Ann')}.txt"
    assert "24 November 2027" in body
    assert "Ann" not in body
    assert CANARY not in body


def test_only_what_may_leave_is_written_and_only_after_the_checklist() -> None:
    """C8: the canary of every other story is in no byte of the file."""
    may = a_story("Ann", 3, confirmed_on="2026-12-02", on="2026-11-20", open_from="2026-11-27")
    never = (
        a_story("Bo", 1), a_story("Cy", 2), a_story("Di", 3),
        a_story("Ed", 3, confirmed_on="2026-12-02", purposes=("staff",)),
        a_story("Flo", 4, confirmed_on="2026-12-02", expires_on="2026-12-01"),
        a_story("Gus", 4, confirmed_on="2026-12-02", withdrawn_on="2026-12-02"),
    )  # fmt: skip
    group = days_go_by(with_things(Things(stories=(may, *never))), 10)
    later(group)
    exports = group.ports.exports
    assert isinstance(exports, MemoryExports)
    to_stories(group, "out")
    group.choose("3")
    group.choose("peers")
    assert group.prompt.body[0] == "One story may leave for that."
    assert len(group.prompt.body) == 12
    assert rows(group)[0] == "no"
    group.choose("no")
    assert exports.files == {}
    group.choose("out")
    group.choose("3")
    group.choose("peers")
    group.choose("yes")
    ((name, body),) = exports.files.items()
    assert name == "stories-3-peers.txt"
    assert may.words in body
    assert body.count(CANARY) == 1
    assert body.index("one thing") < body.index(CANARY), "the checklist comes first"


@pytest.mark.parametrize("how", ["take-back", "less", "edit", "forget"])
def test_files_with_stories_go_when_one_is_taken_back_changed_or_forgotten(how: str) -> None:
    """C8, S8: what was written here is no second copy; the undo brings it back."""
    group = told(2)
    exports = MemoryExports({"stories-2-peers.txt": CANARY})
    group = Scenario.on(replace(group.ports, exports=exports))
    if how == "forget":
        forget_member(group.ports, "our-group", stories(group)[0].owner)
        assert exports.files == {}
        return
    to_my_story(group)
    group.choose(how)
    for answer in {"take-back": ["yes"], "less": ["1"], "edit": ["0"]}[how]:
        group.choose(answer)
    if how == "edit":
        group.write("other words")
        group.choose("yes")
    assert exports.files == {}
    if how == "take-back":
        group.choose("back")
        assert exports.files == {"stories-2-peers.txt": CANARY}


def test_notes_and_tips_of_ones_own_are_kept_on_or_taken_back() -> None:
    """C8, C15, A16: behind "Are you ...?"; with an undo."""
    things = Things(
        notes=(Note("n1", "m-Ann", "Ann", "2026-01-01", "welcome"),),
        tips=(Tip("t1", "m-Ann", "Ann", "2025-01-01", "rest first"),),
    )
    group = with_things(things)
    to_mine(group, "Ann")
    group.choose("t1")
    assert group.prompt.body[:2] == ("rest first", "This worked for me. It may not work for you.")
    assert "time is over" in group.prompt.body[2]
    group.choose("on")
    assert group.ports.book.things("our-group").tips[0].on == "2026-11-24"
    group.choose("n1")
    group.choose("go")
    group.choose("back")
    assert group.ports.book.things("our-group").notes == things.notes
    group.choose("n1")
    group.choose("go")
    group.choose("right")
    assert group.ports.book.things("our-group").notes == ()


def test_give_me_my_words_gives_a_story_only_for_its_own_word() -> None:
    """C3, S8: a story, a note, growth; each with its own word, or the plan's; none without."""
    group = Scenario.hold(shipped("first-meeting"), people=2, keep=Keep.GROUP)
    group.to_the_end()
    owner = "m1-p1"
    mine: dict[str, Any] = {"owner": owner, "name": "Heron", "on": "2026-11-24"}
    group.ports.book.save_member("our-group", Member(owner, "Heron"))
    group.ports.book.keep_things(
        "our-group",
        Things(
            stories=(
                Story("s1", **mine, words="canary-one", level=1, lock=locked(WORD, "a")),
                Story("s2", "m1-p2", "Oak", words="canary-of-oak", lock=locked(WORD, "b")),
            ),
            growth=(Growth("g1", **mine, words="canary-two", lock=locked("red", "c")),),
            tips=(Tip("t1", **mine, words="canary-three"),),
        ),
    )
    group.choose("past")
    group.onward()
    group.choose("give")
    group.choose("Heron")
    assert group.prompt.id == "give-word"
    group.choose("unknown")
    assert "canary" not in group.shown[-1]
    for word, opened in ((WORD, "canary-one"), ("red", "canary-two")):
        group.back()
        group.choose("give")
        group.choose("Heron")
        group.write(word)
        found = [
            one for one in ("one", "two", "three", "of-oak") if f"canary-{one}" in group.shown[-1]
        ]
        assert [f"canary-{one}" for one in found] == [opened]


def test_forget_me_takes_stories_notes_and_tips_with_it() -> None:
    """S8, C8: all that is somebody's own goes, and comes back by the undo."""
    group = told(2)
    undo = forget_member(group.ports, "our-group", stories(group)[0].owner)
    assert CANARY not in repr((group.ports.store, group.ports.book))
    bring_back(group.ports, undo)
    assert stories(group)[0].words == CANARY


def test_nobody_else_is_asked_whether_a_story_shall_go_while_its_yes_stands() -> None:
    """C8, S7: it has an end of its own, which its teller chose; with more in the book it is due."""
    group = days_go_by(told(), 200)
    assert group.prompt.id == "home"
    owner = stories(group)[0].owner
    strength = Strength("s1", owner, "Heron", "2026-11-24", "baking")
    group.ports.book.keep_things("our-group", Things(strengths=(strength,)))
    assert Scenario.on(group.ports).prompt.id == "due"
    group.ports.book.let_go("our-group", frozenset({"s1"}))
    assert Scenario.on(group.ports).prompt.id == "home"
    assert days_go_by(group, 200).prompt.id == "due"

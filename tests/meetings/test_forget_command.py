"""What `forget` says before and after, and that nobody is out of its reach (S8, A16, M9)."""

from dataclasses import replace

import pytest

from facilitator.domain.events import Carried, Keep
from facilitator.domain.kept import Note
from facilitator.domain.records import Group, Member
from facilitator.domain.things import Things
from facilitator.meetings import command_line
from facilitator.meetings.command_line import Told
from facilitator.meetings.forget_command import Forgetting, forget
from facilitator.meetings.surroundings import OUR_GROUP
from facilitator.wording import command_line as words
from tests.engine.house.test_forgetting import (
    at_the_end,
    held,
    kept_plan,
    own,
    stored,
)
from tests.scenario import Scenario


class Asking:
    """Whoever types: answers, and what was said before each."""

    def __init__(self, name: str = "", *, yes: bool = True, plans: bool = False) -> None:
        """Have the answers ready."""
        self.name, self.yes, self.plans = name, yes, plans
        self.said: list[str] = []

    def forget(self, group: Scenario, meeting: str = "m1") -> Told:
        """Run the command on what this group keeps."""
        asked = Forgetting(
            meeting,
            (lambda: f"{self.name}\n") if self.name else None,
            lambda means: self._answered(means, yes=self.yes),
            lambda means: self._answered(means, yes=self.plans),
        )
        return forget(group.ports, group.ports.book.groups(), asked)

    def _answered(self, means: str, *, yes: bool) -> bool:
        self.said.append(means)
        return yes


def test_forgetting_a_meeting_says_first_whose_plans_stay() -> None:
    """S8, A16: by name, before the yes; afterwards the words are true."""
    group, asking = kept_plan(), Asking()
    told = asking.forget(group)
    assert "What the group's book keeps of its people stays: Heron." in asking.said[0]
    assert told.is_fine
    assert told.lines == (words.FORGOT_MEETING, words.PLANS_STAY.format(names="Heron"))
    assert [one.name for one in group.ports.book.members(OUR_GROUP.id)] == ["Heron"]
    assert group.ports.store.read(OUR_GROUP.id, "m1") is None


def test_a_second_yes_lets_the_plans_go_too() -> None:
    """S8: nothing of the meeting's people is left in the book."""
    group, asking = kept_plan(), Asking(plans=True)
    told = asking.forget(group)
    assert len(asking.said) == 2
    assert told.lines == (words.FORGOT_MEETING, words.FORGOT_PLANS.format(names="Heron"))
    assert group.ports.book.members(OUR_GROUP.id) == ()
    assert own("Heron") not in stored(group)


def test_a_no_to_the_meeting_asks_nothing_more_and_deletes_nothing() -> None:
    """A16: the plans are not asked about on their own."""
    group, asking = kept_plan(), Asking(yes=False, plans=True)
    before = stored(group)
    assert asking.forget(group) == command_line.NOTHING_DELETED
    assert len(asking.said) == 1
    assert stored(group) == before


def test_where_the_book_keeps_nothing_nothing_of_it_is_said() -> None:
    """A16: the control."""
    group, asking = kept_plan(), Asking(plans=True)
    group.ports.book.forget_member(OUR_GROUP.id, "m1-p1")
    assert asking.forget(group).lines == (words.FORGOT_MEETING,)
    assert "book" not in "".join(asking.said)


def test_somebody_whose_meetings_are_all_gone_is_forgotten_without_one() -> None:
    """S8: no dead end: the book is reached by the name alone, in any form of it."""
    group = kept_plan()
    note = Note("note-1", "m1-p1", "Heron", "2026-11-24", "canary note")
    group.ports.book.keep_things(OUR_GROUP.id, Things(notes=(note,)))
    Asking().forget(group)
    assert own("Heron") in stored(group), "the control: the plan stayed"
    asking = Asking("ＨＥＲＯＮ")
    told = asking.forget(group, "")
    assert "everything of Heron" in asking.said[0]
    assert "What others wrote stays." in asking.said[0]
    assert told.lines == (words.FORGOT_ALL.format(name="Heron", group=OUR_GROUP.name),)
    assert group.ports.book.members(OUR_GROUP.id) == ()
    assert "canary" not in stored(group)


@pytest.mark.parametrize("is_old", [False, True])
def test_everything_of_somebody_goes_from_every_meeting_and_others_stay(*, is_old: bool) -> None:
    """S8: closed ones, also those of before ids were kept; nobody else loses a word."""
    group = kept_plan()
    store = group.ports.store
    closed = store.read(OUR_GROUP.id, "m1")
    assert closed is not None
    if is_old:
        store.rewrite(replace(closed, known_by={}))
    assert Asking("heron").forget(group, "").is_fine
    after = store.read(OUR_GROUP.id, "m1")
    assert after is not None
    assert after.people == ("Oak", "River")
    assert own("Heron") not in stored(group)
    assert own("Oak") in stored(group)


def test_everything_of_somebody_goes_from_a_meeting_that_is_set_aside() -> None:
    """S8: its journal is written anew."""
    group = held(at_the_end, keep=Keep.GROUP)
    group.menu("stop")
    group.choose("later")
    assert own("Heron") in stored(group), "the control"
    assert Asking("Heron").forget(group, "").is_fine
    assert own("Heron") not in stored(group)
    assert own("Oak") in stored(group)


def test_a_no_and_an_unknown_name_and_two_groups_delete_nothing() -> None:
    """S8, A16, M19: each says why."""
    group = kept_plan()
    before = stored(group)
    assert Asking("Heron", yes=False).forget(group, "") == command_line.NOTHING_DELETED
    for name in ("Nobody", "\u200b", " "):
        assert not Asking(name).forget(group, "").is_fine
        assert not Asking(name).forget(group, "m1").is_fine
    assert Asking().forget(group, "").lines == (words.FORGET_WHAT,)
    assert stored(group) == before
    group.ports.book.add_group(Group("others", "The others"))
    group.ports.book.save_member("others", Member("m7-p1", "HERON", Carried("swim")))
    told = Asking("heron").forget(group, "")
    assert told.lines == (words.WHICH_GROUP.format(ids="our-group, others"),)
    assert len(group.ports.book.members("others")) == 1


@pytest.mark.parametrize("name", ["Sia\u0302n", " SIÂN ", "Ｓｉâｎ", "Si\u200bân"])
def test_each_form_of_a_name_finds_its_words(name: str) -> None:
    """S8: give me my words, and forget me, in a past meeting."""
    group = kept_plan()
    store = group.ports.store
    closed = store.read(OUR_GROUP.id, "m1")
    assert closed is not None
    answers = tuple(
        replace(one, giver="Siân" if one.giver == "Oak" else one.giver) for one in closed.answers
    )
    people = tuple("Siân" if one == "Oak" else one for one in closed.people)
    store.rewrite(replace(closed, people=people, answers=answers, known_by={}))
    groups = group.ports.book.groups()
    told = command_line.records(
        group.ports, groups, "export", meeting_id="m1", shape="text", whose=lambda: name, word=str
    )
    assert told.is_fine
    assert told.lines[0].startswith("Siân")
    assert Asking(name).forget(group).is_fine
    after = store.read(OUR_GROUP.id, "m1")
    assert after is not None
    assert after.people == ("Heron", "River")


def test_two_forms_in_an_older_file_are_two_people_and_each_can_be_said() -> None:
    """S8, M9: forgetting one of them leaves the other; what means both is asked back."""
    group = kept_plan()
    store = group.ports.store
    closed = store.read(OUR_GROUP.id, "m1")
    assert closed is not None
    store.rewrite(replace(closed, people=("Siân", "Sia\u0302n"), answers=(), known_by={}))
    assert Asking("siân").forget(group).lines == (words.SEVERAL_PEOPLE,)
    assert Asking("Sia\u0302n").forget(group).is_fine
    after = store.read(OUR_GROUP.id, "m1")
    assert after is not None
    assert after.people == ("Siân",)


def test_the_screen_says_whose_plans_stay_and_leads_to_forget_me() -> None:
    """S8, A16: before the yes and after it; the row lets somebody go from book and meeting."""
    group = kept_plan()
    group.choose("past")
    group.choose("m1")
    group.choose("forget")
    assert "Our book still keeps something of: Heron." in group.prompt.body
    group.choose("forget-me")
    assert group.prompt.id == "forget-who"
    group.choose("Heron")
    group.choose("yes")
    group.choose("right")
    assert group.ports.book.members(OUR_GROUP.id) == ()
    assert group.prompt.id == "past-one"
    group.choose("forget")
    assert "book" not in " ".join(group.prompt.body), "the control: nothing stays now"


def test_the_screen_says_it_after_the_yes_too() -> None:
    """S8, A16: the last word about a meeting that is gone is true."""
    group = kept_plan()
    group.choose("past")
    group.choose("m1")
    group.choose("forget")
    group.choose("yes")
    group.choose("right")
    assert group.notice == "That meeting is gone. Our book still keeps something of: Heron."


def test_the_start_says_it_when_the_time_of_a_meeting_is_over() -> None:
    """S7, S8: letting a meeting go there leaves the book as well."""
    from facilitator.engine.house.due import Due

    group = kept_plan()
    body = Due(meeting_id="m1").prompt(group.around).body
    assert "Our book still keeps something of: Heron." in body

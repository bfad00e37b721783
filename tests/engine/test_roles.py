"""Who does what: proposed, declined without a reason, shown, handed on, offered (C2, C14)."""

from dataclasses import replace

import pytest

from facilitator.domain.answers import ChosenSeveral
from facilitator.domain.events import Keep, RoleGiven
from facilitator.domain.kept import Duty, Willing
from facilitator.domain.prompt import Acknowledge, ChooseOne, ChoosePeople
from facilitator.domain.session import Session
from facilitator.domain.things import Things
from facilitator.engine.activities.registry import SPECS
from facilitator.sessions.parse import parse
from facilitator.wording import roles as words
from tests.fakes import MemoryShelf
from tests.scenario import Scenario, shipped, words_of

GROUP = "our-group"


def session(*steps: str) -> Session:
    """Return a session of these steps: kind, then roles by id, all in one word each."""
    head = (
        'format = 1\nid = "own"\ntitle = "Own"\nminutes = 60\nlanguage = "en-GB"\n'
        'licence = "CC-BY-4.0"\nmade-by = ["Us"]\nlived-experience = 3\n'
        '[about]\ntext = "Ours."\neasy = "Ours."\n'
    )
    made = [head]
    for number, step in enumerate(steps):
        kind, *named = step.split()
        listed = ", ".join(f'"{one}"' for one in named)
        made.append(
            f'[[steps]]\nid = "{kind}-{number}"\ntitle = "Step"\nkind = "{kind}"\n'
            f'round = "{"away" if kind == "away" else "together"}"\nminutes = 2\n'
            'text = "What now?"\neasy = "What?"\ncue = "Who begins?"\n'
            + (f"[steps.settings]\nroles = [{listed}]\n" if named else "")
        )
    parsed = parse("".join(made), "own.toml", SPECS)
    assert parsed.session is not None, parsed.problems
    return parsed.session


def at_roles(*steps: str, people: int = 3, keep: Keep = Keep.GROUP) -> Scenario:
    """Return a meeting at its first proposal."""
    return Scenario.hold(session(*(steps or ("roles",))), people=people, keep=keep)


def name_of(group: Scenario, person: str) -> str:
    """Return the name of somebody here."""
    found = group.meeting.person(person)
    assert found is not None
    return found.name


def test_two_roles_are_proposed_and_more_only_where_wanted() -> None:
    """C2: somebody is asked by name; after two the first row is that it is enough."""
    group = at_roles()
    assert group.prompt.question == f"{name_of(group, 'p1')}, would you like to welcome people?"
    group.choose("yes")
    assert group.prompt.id == "roles-0//reader:p2"
    group.choose("yes")
    rows = group.asked(ChooseOne).choices
    assert (rows[0].id, len(rows)) == ("enough", 5)
    group.choose("scribe")
    assert group.prompt.id == "roles-0//scribe:p3"
    group.choose("yes")
    assert "scribe" not in {one.id for one in group.asked(ChooseOne).choices}
    group.choose("enough")
    assert dict(group.meeting.roles) == {"welcomer": "p1", "reader": "p2", "scribe": "p3"}


def test_a_no_needs_no_reason_and_leaves_no_trace() -> None:
    """C2, M3: the next one is asked; neither a no nor who said it is an answer."""
    group = at_roles("roles reader")
    assert words.NO_REASON in group.prompt.hint
    group.choose("no")
    assert group.prompt.id == "roles-0//reader:p2"
    group.pass_()
    assert group.prompt.id == "roles-0//reader:p3"
    group.choose("no")
    assert group.prompt.question == "Nobody today. That's fine."
    assert isinstance(group.prompt.input, Acknowledge)
    group.onward()
    assert not group.meeting.answers
    assert not group.meeting.duties


def test_somebody_else_may_say_that_they_would_like_to() -> None:
    """C2: from the names, or nobody."""
    group = at_roles("roles reader")
    group.choose("else")
    assert group.asked(ChoosePeople).people[0].label == words.NOBODY_TODAY
    group.choose("p3")
    assert group.meeting.roles == {"reader": "p3"}
    other = at_roles("roles reader")
    other.choose("else")
    other.choose("@none")
    assert other.prompt.question == words.NOBODY
    assert not other.meeting.roles


def test_a_yes_that_was_a_slip_never_was() -> None:
    """M5, C2: back and "not today", or back and a pass, and no duty stays behind."""
    for slip in ("no", "pass", "else"):
        group = at_roles("roles reader welcomer")
        group.choose("yes")
        assert group.back()
        assert group.asked(ChooseOne).marked == "yes"
        group.pass_() if slip == "pass" else group.choose(slip)
        assert not group.meeting.duties
        assert not group.meeting.roles
        assert group.journal[-2] == RoleGiven("reader", anew=True)


def test_who_has_which_role_is_shown_through_the_meeting() -> None:
    """C2: beside the cue, on every screen of the group, in no private one; after a power cut too."""
    group = at_roles("roles lead reader", "away")
    group.choose("yes")
    group.choose("yes")
    line = f"Today {name_of(group, 'p2')} reads, {name_of(group, 'p1')} leads."
    assert group.prompt.id == "away-1//away"
    assert group.prompt.cue == f"Who begins? {line}"
    again = group.reload()
    assert again.prompt.cue == group.prompt.cue
    again.onward()
    assert line in again.prompt.cue
    assert not group.prompt.is_private


def test_the_lead_is_handed_over_in_the_middle_by_a_step() -> None:
    """C2: whoever leads is not asked again; both have led today; a no lets it stay."""
    group = at_roles("roles lead", "roles lead")
    group.choose("yes")
    assert group.prompt.id == "roles-1//lead:p2"
    assert f"{name_of(group, 'p1')} leads" in group.prompt.body[0]
    group.choose("yes")
    assert group.meeting.roles == {"lead": "p2"}
    assert group.meeting.duties == (("lead", "p1"), ("lead", "p2"))
    stays = at_roles("roles lead", "roles lead")
    stays.choose("yes")
    stays.choose("no")
    stays.choose("no")
    assert stays.prompt.question == words.STAYS
    assert stays.meeting.roles == {"lead": "p1"}


def test_a_role_is_handed_on_from_the_menu_to_anybody() -> None:
    """C2: any member may lead; it is said, and it can be free again."""
    group = Scenario.hold(shipped("first-meeting"), people=3)
    group.menu("roles")
    assert len(group.asked(ChooseOne).choices) == 7
    group.choose("lead")
    group.choose("p2")
    assert group.meeting.roles == {"lead": "p2"}
    assert f"{name_of(group, 'p2')} leads from here on" in group.notice
    assert f"Today {name_of(group, 'p2')} leads." in group.prompt.cue
    group.menu("roles")
    group.choose("lead")
    assert "p2" not in {one.id for one in group.asked(ChoosePeople).people}
    group.choose("@free")
    assert not group.meeting.roles
    group.menu("roles")
    group.choose("reader")
    group.choose("@none")
    assert not group.meeting.roles


def test_whoever_leaves_leaves_the_role_free_and_that_is_said() -> None:
    """C2, M14: and coming back does not take it from anybody."""
    group = at_roles("roles lead", "away")
    group.choose("yes")
    group.menu("left")
    group.choose("p1")
    assert "Free again: leading." in group.notice
    assert not group.meeting.roles
    assert "leads" not in group.prompt.cue
    group.menu("came-back")
    group.choose("p1")
    assert not group.meeting.roles
    assert group.meeting.duties == (("lead", "p1"),)


def test_whoever_was_asked_and_leaves_is_no_dead_end() -> None:
    """C2, M14: then anybody may say that they would like to."""
    group = at_roles("roles lead")
    group.menu("left")
    group.choose("p1")
    assert group.prompt.id == "roles-0//lead:p1"
    assert [one.id for one in group.asked(ChoosePeople).people] == ["@none", "p2", "p3"]
    group.choose("p2")
    assert group.meeting.roles == {"lead": "p2"}


@pytest.mark.parametrize("keep", list(Keep))
def test_duties_are_kept_only_where_the_group_keeps_its_meeting(keep: Keep) -> None:
    """C2, S6: and it is said before the end."""
    group = at_roles("roles lead", keep=keep)
    group.choose("yes")
    name = name_of(group, "p1")
    group.until(lambda prompt: prompt.id == "@close//finish")
    assert (words.FINISH_DUTIES in group.prompt.body) == (keep is Keep.GROUP)
    group.onward()
    kept = group.ports.book.things(GROUP).duties
    assert [(one.name, one.role) for one in kept] == (
        [(name, "lead")] if keep is Keep.GROUP else []
    )


def test_the_next_week_somebody_else_is_asked_first() -> None:
    """C2: duties come along, and the same name is the same person."""
    group = at_roles("roles lead", people=2)
    group.choose("yes")
    first = name_of(group, "p1")
    group.to_the_end()
    group.next_week()
    group.set_out(session("roles lead"), people=2, keep=Keep.GROUP)
    asked = group.prompt.id.rpartition(":")[2]
    assert name_of(group, asked) != first
    assert first in {one.name for one in group.meeting.people}


def test_whoever_declined_is_asked_first_again_the_next_week() -> None:
    """C2: a no is never held against anybody."""
    group = at_roles("roles lead", people=2)
    declined = name_of(group, "p1")
    group.choose("no")
    group.choose("yes")
    group.to_the_end()
    group.next_week()
    group.set_out(session("roles lead"), people=2, keep=Keep.GROUP)
    assert group.prompt.question.startswith(f"{declined},")


def test_whoever_keeps_less_has_no_duty_in_the_book() -> None:
    """S6, C2: their no covers what they did too."""
    group = Scenario.machine(session("roles lead"))
    group.choose("start")
    group.choose("own")
    group.choose("person")
    group.choose(Keep.GROUP)
    group.write("Ann")
    group.write("Bo")
    group.choose("less")
    group.choose("p1")
    group.all_here()
    group.choose("yes")
    assert group.meeting.duties == (("lead", "p1"),)
    group.to_the_end()
    assert not group.ports.book.things(GROUP).duties


def test_whoever_is_forgotten_has_no_role_and_no_duty() -> None:
    """S8, C2: in the open meeting the role is free; what others had stays theirs."""
    group = at_roles("roles lead reader", "roles lead", "away")
    group.choose("yes")
    group.choose("yes")
    group.choose("yes")
    assert group.meeting.roles == {"lead": "p3", "reader": "p2"}
    group.menu("forget")
    group.choose(name_of(group, "p3"))
    group.choose("yes")
    assert group.meeting.roles == {"reader": "p2"}
    assert group.meeting.duties == (("lead", "p1"), ("reader", "p2"))
    assert "p3" not in repr([one for one in group.journal if isinstance(one, RoleGiven)])
    group.choose("back")
    assert group.meeting.roles == {"lead": "p3", "reader": "p2"}


def test_who_would_like_to_next_time_is_an_offer_and_is_asked_first_then() -> None:
    """C14: an offer with its yes; it is used for the first proposal and let go."""
    group = at_roles("next-roles reader", people=3)
    assert group.prompt.question == "Who'd like to read next time?"
    group.several("p3")
    name = name_of(group, "p3")
    assert group.prompt.body == ("Next time:", f"{name} would like to read")
    group.to_the_end()
    kept = group.ports.book.things(GROUP).willing
    assert [(one.name, one.role) for one in kept] == [(name, "reader")]
    group.next_week()
    ports = replace(group.ports, shelf=MemoryShelf((session("roles reader", "away"),)))
    group = Scenario.on(ports)
    group.choose("start")
    group.choose("own")
    for answer in ("person", Keep.GROUP):
        group.choose(answer)
    group.several(kept[0].owner)
    group.gather(3)
    assert group.prompt.question == f"{name}, would you like to read today?"
    group.choose("no")
    group.to_the_end()
    assert not group.ports.book.things(GROUP).willing


def test_until_we_finish_today_each_is_asked_whether_it_may_be_remembered() -> None:
    """C14, S6: a yes each; a no and a pass keep nothing, and nobody is labelled."""
    group = at_roles("next-roles reader lead", people=3, keep=Keep.TODAY)
    group.several("p1", "p2")
    group.several("p2")
    assert group.prompt.id == "next-roles-0//keep:p1"
    group.choose("no")
    assert len(group.prompt.body) == 2
    group.choose("yes")
    name = name_of(group, "p2")
    group.to_the_end()
    kept = group.ports.book.things(GROUP).willing
    assert {(one.name, one.role) for one in kept} == {(name, "reader"), (name, "lead")}
    assert [one.name for one in group.ports.book.members(GROUP)] == [name]
    nothing = at_roles("next-roles reader", keep=Keep.NOTHING)
    nothing.several("p1")
    assert nothing.prompt.id.startswith("@close")
    nothing.to_the_end()
    assert not nothing.ports.book.things(GROUP)


def test_an_offer_of_somebody_who_is_forgotten_is_no_offer() -> None:
    """S8, C14: their id goes out of the group's answer."""
    group = at_roles("next-roles reader lead", people=3)
    group.several("p2", "p3")
    group.menu("forget")
    group.choose(name_of(group, "p3"))
    group.choose("yes")
    assert [given.value for given in group.meeting.answers.values()] == [("p2",)]


def test_an_offer_stays_while_whoever_made_it_is_not_here() -> None:
    """C14: a week without them uses nothing up."""
    group = Scenario.machine(session("roles reader"))
    offer = Willing("w1", "m-away", "Zed", "2026-11-17", "reader")
    group.ports.book.keep_things(GROUP, Things(willing=(offer,)))
    group.set_out(session("roles reader"), people=2, keep=Keep.GROUP)
    group.choose("yes")
    group.to_the_end()
    assert group.ports.book.things(GROUP).willing == (offer,)


def who_does_what() -> Scenario:
    """Return the room of duties and offers, with two meetings and an offer."""
    group = Scenario.machine()
    things = Things(
        duties=(
            Duty("d1", "1", "Ann", "2026-11-17", "reader", "m1"),
            Duty("d2", "2", "Bo", "2026-11-17", "lead", "m1"),
            Duty("d3", "2", "Bo", "2026-11-24", "reader", "m2"),
        ),
        willing=(Willing("w1", "1", "Ann", "2026-11-24", "lead"),),
    )
    group.ports.book.keep_things(GROUP, things)
    again = Scenario.on(group.ports)
    again.choose("ours")
    again.choose("duties")
    return again


def test_what_was_done_is_told_by_day_and_never_added_up() -> None:
    """C2, C5: offers first, then the newest day; no number of duties stands anywhere."""
    group = who_does_what()
    assert group.prompt.body == (
        "Next time: Ann would like to lead",
        "24 November 2026: Bo reads",
        "17 November 2026: Ann reads, Bo leads",
    )


def test_a_line_can_be_taken_back_and_brought_back() -> None:
    """C14, A16: an offer or a duty, at any time."""
    group = who_does_what()
    for line in ("w1", "d2"):
        before = group.ports.book.things(GROUP)
        group.choose("take")
        group.choose(line)
        assert line not in {one.id for one in group.ports.book.things(GROUP)}
        group.choose("back")
        back = group.ports.book.things(GROUP)
        assert sorted(map(repr, back)) == sorted(map(repr, before))
    group.choose("take")
    group.choose("@none")
    assert group.prompt.id == "duties"


def test_a_meeting_that_is_deleted_takes_its_duties_along() -> None:
    """S8, C2: names of people whom the book does not know stand nowhere else."""
    group = at_roles("roles lead")
    group.choose("yes")
    group.to_the_end()
    assert group.ports.book.things(GROUP).duties
    group.choose("past")
    group.onward()
    group.choose("forget")
    group.choose("yes")
    assert not group.ports.book.things(GROUP).duties
    group.choose("back")
    assert group.ports.book.things(GROUP).duties


def test_answers_out_of_place_are_no_dead_end() -> None:
    """C2: an empty choice at any place goes on kindly."""
    group = at_roles("roles reader", "next-roles reader")
    group.choose("else")
    assert group.answer(ChosenSeveral(()))
    assert group.prompt.question == words.NOBODY
    group.onward()
    assert group.answer(ChosenSeveral(()))
    assert group.prompt.id.startswith("@close")
    assert "would like to" not in words_of(group.prompt)

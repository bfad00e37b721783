"""Each their own way: it comes with the turn, goes with it, and is kept only with a yes (A13)."""

from dataclasses import replace

import pytest

from facilitator.domain.answers import Chosen
from facilitator.domain.events import Event, Keep, SeenBy
from facilitator.domain.keys import KeyCommand, SpeechKey
from facilitator.domain.prompt import ChooseOne, WriteText
from facilitator.domain.records import FrontEnd, Letters, Theme, Ways
from facilitator.ports.storage import NotSaved
from facilitator.wording import access as words
from tests.fakes import FakeTypeSize
from tests.meetings.test_narration import CANARY, RecordingSpeaker
from tests.scenario import Scenario, shipped

SESSION = shipped("first-meeting")
HERS = Ways(
    theme=Theme.DAYLIGHT,
    easy=True,
    speech=True,
    rate=130,
    volume=9,
    front_end=FrontEnd.PLAIN,
    accent="en-gb-scotland",
    scanning=True,
    dwell=50,
    keyboard=True,
    letters=Letters.OFTEN,
    strike=5,
    keys={"help": "k", "pass": ""},
    type_size=3,
)
"""Every way that is one person's own, none as at the first start."""


class FullDisk:
    """Settings on a disk that is full."""

    is_whole = True

    def read(self) -> Ways:
        """Nothing was ever kept."""
        return Ways()

    def save(self, ways: Ways) -> None:
        """Refuse."""
        raise NotSaved("full")


def meeting(keep: Keep = Keep.GROUP, people: int = 4) -> Scenario:
    """Return a meeting in the full screen, with a voice and letters that can grow."""
    plain = Scenario.machine(SESSION).ports
    ports = replace(plain, speaker=RecordingSpeaker(), type_size=FakeTypeSize())
    group = Scenario.on(ports)
    group.around.front_end = group.around.usual_front_end = FrontEnd.FULL
    group.set_out(SESSION, people=people, keep=keep)
    return group


def speaker_of(group: Scenario) -> RecordingSpeaker:
    """Return what remembers what was said."""
    speaker = group.ports.speaker
    assert isinstance(speaker, RecordingSpeaker)
    return speaker


def sizes(group: Scenario) -> list[int]:
    """Return what the terminal was told."""
    size = group.ports.type_size
    assert isinstance(size, FakeTypeSize)
    return size.told


def follow(group: Scenario) -> FrontEnd:
    """Go on in the front end that is wanted, as composition does; return which one it is."""
    if group.runner.switch_to is not None:
        group.runner.switched(group.runner.switch_to)
    return group.around.front_end


def id_of(group: Scenario, name: str) -> str:
    """Return somebody's id in this meeting."""
    return next(one.id for one in group.meeting.people if one.name == name)


def hand_over_to(group: Scenario, name: str) -> None:
    """Go on until the keyboard is handed over to somebody."""
    for _ in range(200):
        follow(group)
        if group.prompt.id.endswith("@hand-over") and group.prompt.turn_short == name:
            return
        if group.prompt.id.endswith("@keyboard"):
            rows = group.asked(ChooseOne).choices
            group.answer(Chosen(next(one.id for one in rows if one.label.startswith(name))))
        else:
            group.onward()
    raise AssertionError(group.prompt.id)


def turn_ends(group: Scenario) -> None:
    """Go on until nobody has the keyboard."""
    for _ in range(60):
        if not group.around.turn:
            return
        group.onward()
    raise AssertionError(group.prompt.id)


def chooses(group: Scenario, *choices: str) -> None:
    """Open the access menu and choose these."""
    assert group.press(KeyCommand.ACCESS)
    for one in choices:
        group.choose(one)


def kept(group: Scenario) -> dict[str, Ways | None]:
    """Return whose ways the group's book holds."""
    return {one.name: one.ways for one in group.around.members}


def where(group: Scenario) -> str:
    """Return the id of the prompt that is shown."""
    return group.prompt.id


def test_one_turn_in_the_full_screen_the_next_in_plain_lines_the_next_by_voice() -> None:
    """A13, A24: in one meeting; each begins at the hand-over, and then all is as before."""
    group = meeting()
    heron, oak, river = (one.name for one in group.meeting.present[:3])
    group.around.own_ways[id_of(group, oak)] = Ways(front_end=FrontEnd.PLAIN)
    group.around.own_ways[id_of(group, river)] = Ways(speech=True, accent="en-us")
    hand_over_to(group, heron)
    assert (follow(group), group.runner.ways.speech) == (FrontEnd.FULL, False)
    turn_ends(group)
    hand_over_to(group, oak)
    assert (follow(group), group.runner.ways.speech) == (FrontEnd.PLAIN, False)
    assert speaker_of(group).said == []
    turn_ends(group)
    assert follow(group) is FrontEnd.FULL
    hand_over_to(group, river)
    assert (follow(group), group.runner.ways.speech) == (FrontEnd.FULL, True)
    assert f"{river}, it's your turn." in speaker_of(group).now
    group.onward()
    assert where(group) == "may-read"
    group.choose("no")
    turn_ends(group)
    speaker_of(group).said.clear()
    group.onward()
    assert speaker_of(group).said == []
    assert group.runner.ways == group.around.machine_ways


def test_every_one_of_a_persons_ways_comes_at_the_hand_over_and_goes_with_the_turn() -> None:
    """A13: all of them but the group and the word about time, which are everybody's."""
    group = meeting()
    name = group.meeting.present[1].name
    usual = group.runner.ways
    group.around.own_ways[id_of(group, name)] = replace(HERS, group="x", advise_time=True)
    hand_over_to(group, name)
    assert group.runner.ways == replace(HERS, group=usual.group)
    assert sizes(group)[-1:] == [3]
    group.onward()
    assert group.runner.ways == replace(HERS, group=usual.group)
    group.choose("no")
    turn_ends(group)
    assert group.runner.ways == usual
    assert sizes(group) == [3, 0]
    assert all(getattr(HERS, one) != getattr(Ways(), one) for one in (
        "theme", "easy", "speech", "rate", "volume", "front_end", "accent", "scanning", "dwell",
        "keyboard", "letters", "strike", "keys", "type_size",
    ))  # fmt: skip


def test_the_hand_over_gives_nothing_private_away_whoever_is_spoken_to() -> None:
    """A12, A13: after a yes in an earlier turn no own word is said or shown at the hand-over."""
    group = meeting(people=2)
    name = group.meeting.present[0].name
    group.around.own_ways[id_of(group, name)] = Ways(speech=True)
    hand_over_to(group, name)
    group.onward()
    group.choose("yes")
    while group.around.turn:
        if isinstance(group.prompt.input, WriteText):
            group.write(CANARY)
        else:
            group.onward()
    assert [one for one in speaker_of(group).said if CANARY in one], "the control: a yes is heard"
    speaker_of(group).said.clear()
    hand_over_to(group, name)
    assert not group.prompt.is_private
    assert group.prompt.giver == ""
    group.runner.speak(SpeechKey.ALL)
    assert CANARY not in " ".join((*speaker_of(group).said, group.shown[-1]))


def test_a_no_in_a_later_turn_takes_the_yes_of_an_earlier_one_away() -> None:
    """A12: asked each time a turn begins, and the newest answer holds."""
    group = meeting(people=2)
    name = group.meeting.present[0].name
    group.around.own_ways[id_of(group, name)] = Ways(speech=True)
    hand_over_to(group, name)
    group.onward()
    group.choose("yes")
    while not isinstance(group.prompt.input, WriteText):
        group.onward()
    group.write(CANARY)
    turn_ends(group)
    hand_over_to(group, name)
    group.onward()
    assert where(group) == "may-read"
    group.choose("no")
    speaker_of(group).said.clear()
    group.runner.wrote(CANARY)
    for _ in range(4):
        group.back()
        group.runner.speak(SpeechKey.ALL)
    assert not [one for one in speaker_of(group).said if CANARY in one]


def test_a_question_left_without_an_answer_is_a_no() -> None:
    """A12: whoever goes back from it has not said yes in this turn."""
    group = meeting(people=2)
    name = group.meeting.present[0].name
    group.around.own_ways[id_of(group, name)] = Ways(speech=True)
    hand_over_to(group, name)
    group.onward()
    group.choose("yes")
    while not isinstance(group.prompt.input, WriteText):
        group.onward()
    group.write(CANARY)
    group.back()
    assert [one for one in speaker_of(group).said if CANARY in one], "the control: a yes is heard"
    turn_ends(group)
    hand_over_to(group, name)
    group.onward()
    assert where(group) == "may-read"
    speaker_of(group).said.clear()
    group.back()
    assert group.prompt.giver == id_of(group, name), "the control: the turn goes on"
    group.runner.wrote(CANARY)
    for _ in range(4):
        group.back()
        group.runner.speak(SpeechKey.ALL)
    assert not [one for one in speaker_of(group).said if CANARY in one]


@pytest.mark.parametrize("under", ["may-read", "help", "access"])
def test_a_pause_from_the_menu_is_a_pause_whatever_lay_under_it(under: str) -> None:
    """M18: two presses away also where the voice asks, from the help card and from access."""
    group = meeting(people=2)
    name = group.meeting.present[0].name
    group.around.own_ways[id_of(group, name)] = Ways(speech=True)
    hand_over_to(group, name)
    group.onward()
    if under != "may-read":
        group.choose("no")
        group.press(KeyCommand(under))
    assert where(group) == under
    group.menu("pause")
    assert where(group) == "pause"
    group.onward()
    if under == "may-read":
        assert where(group) == "may-read", "it was not answered, so it is asked again"
    else:
        assert group.prompt.is_private


@pytest.mark.parametrize("key", [KeyCommand.HELP, KeyCommand.ACCESS])
def test_a_step_that_is_skipped_from_the_menu_is_left_whatever_lay_under_it(
    key: KeyCommand,
) -> None:
    """M4: the next step is shown, and not the card of the one before."""
    group = meeting()
    step = group.meeting.place
    group.press(key)
    group.menu("skip")
    assert group.meeting.place != step
    assert group.prompt.progress is not None


def test_back_to_the_hand_over_ends_the_yes() -> None:
    """A12: somebody else may say "I'm here" now; the voice asks anew."""
    group = meeting(people=2)
    name = group.meeting.present[0].name
    group.around.own_ways[id_of(group, name)] = Ways(speech=True)
    hand_over_to(group, name)
    group.onward()
    group.choose("yes")
    group.back()
    assert where(group).endswith("@hand-over")
    group.onward()
    assert where(group) == "may-read"


def test_several_changes_are_one_question_and_a_no_is_not_asked_again() -> None:
    """A13, A18: at "Done"; after a no only something new is asked about."""
    group = meeting()
    hand_over_to(group, group.meeting.present[0].name)
    group.onward()
    at = where(group)
    chooses(
        group, "easy", "colours", Theme.YELLOW, "keys", "scanning", "twice", "5", "done", "done"
    )
    assert where(group) == "keep-ways"
    group.choose("no")
    assert where(group) == at
    assert kept(group) == {}
    chooses(group, "done")
    assert where(group) == at
    chooses(group, "easy", "done")
    assert where(group) == "keep-ways"


@pytest.mark.parametrize("key", [KeyCommand.BACK, KeyCommand.ACCESS])
def test_whichever_way_the_access_menu_is_left_the_question_comes(key: KeyCommand) -> None:
    """A13: back, or the access key once more."""
    group = meeting()
    hand_over_to(group, group.meeting.present[0].name)
    chooses(group, "easy")
    assert group.press(key)
    assert where(group) == "keep-ways"


def test_one_key_changes_the_turn_alone_and_is_asked_about_at_the_next_that_is_all() -> None:
    """A13, A21: no question comes between two answers because of a key."""
    group = meeting()
    hand_over_to(group, group.meeting.present[0].name)
    group.onward()
    at = where(group)
    assert group.press(KeyCommand.EASY)
    assert group.runner.speak(SpeechKey.SPEAK)
    assert where(group) == at
    turn_ends(group)
    assert kept(group) == {}
    hand_over_to(group, group.meeting.present[0].name)
    assert group.runner.ways.easy
    chooses(group, "done")
    assert where(group) == "keep-ways"
    group.choose("yes")
    assert kept(group)[group.meeting.present[0].name] == group.runner.ways


def test_after_the_other_front_end_the_question_comes_there() -> None:
    """A13, A24: plain lines are somebody's way too, and can be kept."""
    group = meeting()
    name = group.meeting.present[0].name
    hand_over_to(group, name)
    group.onward()
    at = where(group)
    chooses(group, "other")
    assert follow(group) is FrontEnd.PLAIN
    assert where(group) == "keep-ways"
    group.choose("yes")
    assert where(group) == at
    found = kept(group)[name]
    assert found is not None
    assert found.front_end == FrontEnd.PLAIN


def test_kept_ways_are_there_after_a_power_cut_and_others_are_not() -> None:
    """A13, docs/decisions/0005: also of somebody whom the book met today."""
    group = meeting()
    first, second = (one.name for one in group.meeting.present[:2])
    hand_over_to(group, first)
    chooses(group, "easy", "keys", "other-keys", "help", "none", "done", "done", "done")
    group.choose("yes")
    hers = group.runner.ways
    turn_ends(group)
    hand_over_to(group, second)
    chooses(group, "colours", Theme.DAYLIGHT, "done")
    group.choose("no")
    again = group.reload()
    hand_over_to(again, second)
    assert again.runner.ways.theme is Theme.EVENING
    turn_ends(again)
    hand_over_to(again, first)
    assert again.runner.ways == hers
    assert again.runner.ways.keys == {"help": ""}


def test_ways_that_nobody_kept_end_with_the_meeting() -> None:
    """A13, S6: whoever is first in the next meeting is somebody else."""
    group = meeting()
    hand_over_to(group, group.meeting.present[0].name)
    chooses(group, "easy")
    group.back()
    group.choose("no")
    group.menu("stop")
    group.choose("later")
    assert not group.runner.ways.easy
    group.choose(f"resume-{group.around.unfinished[0].id}")
    assert not group.runner.ways.easy
    assert not group.around.own_ways


def test_two_people_never_share_their_letters() -> None:
    """A13: what is done to one person's letters touches nobody else's, nor the machine's."""
    group = meeting()
    first, second = (one.name for one in group.meeting.present[:2])
    hand_over_to(group, first)
    group.runner.ways.keys["help"] = "k"
    turn_ends(group)
    assert group.runner.ways.keys == {}
    hand_over_to(group, second)
    assert group.runner.ways.keys == {}
    group.around.own_ways[id_of(group, first)] = group.around.own_ways[id_of(group, second)] = HERS
    group.around.take_turn("")
    group.around.take_turn(id_of(group, first))
    group.around.ways.keys["menu"] = "x"
    group.around.take_turn(id_of(group, second))
    assert group.runner.ways.keys == HERS.keys


def test_a_full_disk_keeps_nobody_from_using_it_in_their_way() -> None:
    """S2, A11: it holds for now, and one line says that it is not kept."""
    ports = replace(Scenario.machine(SESSION).ports, settings=FullDisk())
    group = Scenario.on(ports)
    group.around.front_end = FrontEnd.FULL
    assert group.runner.one_key()
    group.choose("yes")
    assert group.runner.ways.scanning
    cannot = "This machine cannot keep it for next time."
    assert group.notice == f"{words.ONE_KEY_ON} {cannot}"
    chooses(group, "colours", Theme.DAYLIGHT)
    assert group.runner.ways.theme is Theme.DAYLIGHT
    assert group.notice.startswith("Dark letters on white, from now on.")
    assert group.notice.endswith(cannot)


@pytest.mark.parametrize("keep", [Keep.NOTHING, Keep.TODAY])
def test_where_nothing_may_be_kept_the_ways_hold_without_the_question(keep: Keep) -> None:
    """S6: the question is the only thing that is missing; the control has it."""
    group = meeting(keep)
    hand_over_to(group, group.meeting.present[0].name)
    chooses(group, "easy", "done")
    assert (where(group) == "keep-ways") is (keep is not Keep.NOTHING)
    assert group.runner.ways.easy


def test_on_a_screen_that_the_room_sees_nobodys_own_ways_are_used() -> None:
    """S19, A13: no keyboard goes round there."""
    group = meeting()
    group.menu("screen")
    group.choose(SeenBy.ROOM)
    while group.around.meeting is not None:
        assert group.around.turn == ""
        group.onward()


def journal_of(own: Ways | None, *, changes: bool) -> tuple[Event, ...]:
    """Return the journal of one script: two turns, in these ways, with changes or without."""
    group = meeting()
    names = [one.name for one in group.meeting.present[:2]]
    for name in names:
        if own is not None:
            group.around.own_ways[id_of(group, name)] = own
        hand_over_to(group, name)
        if changes:
            chooses(group, "easy", "keys", "other-keys", "back", "none", "done", "done", "done")
            group.choose("yes")
            group.press(KeyCommand.EASY)
            group.runner.speak(SpeechKey.SPEAK)
        while group.around.turn:
            if group.prompt.id == "may-read":
                group.choose("yes")
            elif isinstance(group.prompt.input, WriteText):
                group.write("a walk")
            else:
                group.onward()
    return group.journal


def test_the_journal_is_the_same_whatever_ways_are_used() -> None:
    """A13, design 3.7: ways are no events."""
    plain = journal_of(None, changes=False)
    assert len(plain) > 10
    assert journal_of(HERS, changes=False) == plain
    assert journal_of(None, changes=True) == plain
    assert journal_of(replace(HERS, screen_reader=True), changes=True) == plain

"""Sessions go from group to group by USB stick, with nobody in them (C13, M1)."""

from dataclasses import replace
from functools import partial

import pytest

from facilitator.adapters.storage.kiosk import MemoryKiosk
from facilitator.domain.answers import Typed
from facilitator.domain.events import Keep
from facilitator.domain.keys import KeyCommand
from facilitator.domain.own_sessions import Lies
from facilitator.domain.prompt import ChooseOne, Prompt
from facilitator.domain.records import Group, Member
from facilitator.domain.sticks import Trouble
from facilitator.meetings.surroundings import OUR_GROUP
from facilitator.sessions.changes import SetTop
from facilitator.sessions.parse import LARGEST
from facilitator.sessions.writing import written
from tests.fakes import FakeSticks
from tests.fuzz.test_session_files import many
from tests.scenario import Scenario, shipped, words_of

BLUE = "/media/ann/BLUE"
WEEKLY = shipped("weekly-meeting")
OURS = ("first-meeting", "weekly-meeting")


def machine(sticks: FakeSticks, *names: str) -> Scenario:
    """Return a machine with these sticks, at its first screen."""
    ports = Scenario.machine(*(shipped(name) for name in names or OURS)).ports
    return Scenario.on(replace(ports, sticks=sticks))


def at_the_session(sticks: FakeSticks, name: str = "weekly-meeting") -> Scenario:
    """Return the machine at one session that it looks at."""
    group = machine(sticks)
    group.choose("sessions")
    group.choose(name)
    return group


def choices(group: Scenario) -> list[str]:
    """Return the ids of what can be chosen."""
    return [one.id for one in group.asked(ChooseOne).choices]


def test_a_session_goes_out_by_a_stick_that_is_there() -> None:
    """C13: by keypad alone; the text goes out as it lies here, lineage, notes and all."""
    sticks = FakeSticks({BLUE: {}})
    group = at_the_session(sticks)
    group.choose("take")
    assert group.prompt.id == "where-out"
    group.onward()
    assert group.prompt.question == "It is there. You can take the stick out now."
    assert sticks.plugged[BLUE] == {"weekly-meeting.toml": WEEKLY.source.encode()}
    group.onward()
    assert group.prompt.id == "session"


def test_without_a_stick_it_says_so_and_looks_again() -> None:
    """C13, A2: nothing is a dead end; a stick that comes is seen."""
    sticks = FakeSticks()
    group = at_the_session(sticks)
    group.choose("take")
    assert "Put one in" in group.prompt.body[0]
    group.onward()
    assert choices(group) == ["again", "type", "back"]
    sticks.plugged[BLUE] = {}
    group.onward()
    assert choices(group) == [f"at:{BLUE}", "type", "back"]
    group.choose("back")
    assert group.prompt.id == "session"


def test_a_machine_only_for_facilitator_opens_no_folder_of_its_own() -> None:
    """S13, C13: a stick is all that a session goes to or comes from there."""
    sticks = FakeSticks({BLUE: {}})
    group = at_the_session(sticks)
    group.around.ports = replace(group.around.ports, kiosk=MemoryKiosk())
    group.choose("take")
    assert choices(group) == [f"at:{BLUE}", "back"]
    sticks.plugged.clear()
    group.choose("back")
    group.choose("take")
    assert choices(group) == ["again", "back"]


def test_a_folder_can_be_typed() -> None:
    """C13: one that is not there is refused in words, and what was typed stays."""
    sticks = FakeSticks({BLUE: {}})
    group = at_the_session(sticks)
    group.choose("take")
    group.choose("type")
    assert not group.answer(Typed("/nowhere"))
    assert "no such folder" in group.notice
    group.write(BLUE)
    assert group.prompt.id == "carried"
    group.onward()
    assert group.prompt.id == "session"


@pytest.mark.parametrize("trouble", list(Trouble))
def test_a_stick_that_fails_loses_nothing_and_can_be_tried_again(trouble: Trouble) -> None:
    """C13, S2: full, read-only, pulled out: kind words, then again, or another place."""
    sticks = FakeSticks({BLUE: {}}, trouble)
    group = at_the_session(sticks)
    group.choose("take")
    group.onward()
    assert group.prompt.question == "It did not get there. Ours is safe here."
    assert group.prompt.body
    group.choose("again")
    assert group.prompt.id == "not-carried"
    sticks.trouble = None
    group.choose("another")
    group.onward()
    assert group.prompt.id == "carried"
    assert group.around.session("weekly-meeting") == WEEKLY


def test_a_name_that_we_know_is_asked_about_before_it_goes_out() -> None:
    """C13, M1: somebody may have written one into the words; signs are no names."""
    sticks = FakeSticks({BLUE: {}})
    group = machine(sticks)
    group.ports.book.save_member(OUR_GROUP.id, Member("m1", "Morag"))
    group.ports.book.save_member(OUR_GROUP.id, Member("m2", "River"))
    source = written(WEEKLY.source, SetTop("id", "ours"), SetTop("title", "Tea with Morag"))
    noted = f"# by the river\n{source}"
    group.ports.own.save(OUR_GROUP.id, Lies.SESSIONS, "ours", noted)
    group.choose("sessions")
    group.choose("ours")
    group.choose("take")
    assert group.prompt.body == ("Names that we know stand in it: Morag.",)
    group.onward()
    assert group.prompt.id == "session"
    group.choose("take")
    group.choose("yes")
    group.onward()
    assert sticks.plugged[BLUE] == {"ours.toml": noted.encode()}


def fetched(body: bytes | str, name: str = "tea-hour.toml") -> Scenario:
    """Return the machine before what such a file on a stick would be here."""
    raw = body.encode() if isinstance(body, str) else body
    group = machine(FakeSticks({BLUE: {name: raw}}))
    group.choose("sessions")
    group.choose("@fetch")
    group.onward()
    group.onward()
    assert group.prompt.id == "arrives"
    return group


def own(group: Scenario) -> dict[str, str]:
    """Return the group's own sessions by name."""
    return {one.name: one.source for one in group.ports.own.texts(OUR_GROUP.id, Lies.SESSIONS)}


def test_a_session_comes_in_as_it_is_and_can_be_held() -> None:
    """C13: looked at first; then letter for letter, and it is among those to hold."""
    source = written(WEEKLY.source, SetTop("id", "tea-hour"), SetTop("title", "Tea hour"))
    source = f"# from the Tuesday group\r\n{source}"
    group = fetched(source)
    assert own(group) == {}
    assert group.prompt.question == "Shall Tea hour come to us?"
    group.onward()
    assert group.notice == "Tea hour is with our sessions now."
    assert group.prompt.id == "sessions"
    assert own(group) == {"tea-hour": source}
    assert "tea-hour" in choices(group)
    assert [one.id for one in group.ports.book.groups()] == [OUR_GROUP.id]


def test_one_with_the_name_of_ours_is_kept_beside_it_and_the_difference_is_told() -> None:
    """C13: both are kept, and what is different is said in words before anybody decides."""
    group = fetched(written(WEEKLY.source, SetTop("minutes", 75)))
    body = group.prompt.body
    assert "We have one of that name. Both stay. Here this one is called Weekly meeting 2." in body
    told = body.index("Next to Weekly meeting:")
    assert body[told + 1] == "It takes 75 minutes in all, not 60."
    group.onward()
    assert list(own(group)) == ["weekly-meeting-2"]
    assert group.around.session("weekly-meeting") == WEEKLY
    kept = group.around.session("weekly-meeting-2")
    assert kept is not None
    assert (kept.title, kept.derived_from) == ("Weekly meeting 2", WEEKLY.derived_from)


def test_one_that_says_the_same_as_ours_changes_nothing() -> None:
    """C13: what went out and comes back."""
    group = fetched(WEEKLY.source)
    assert group.prompt.question == "We have this one: Weekly meeting."
    group.onward()
    assert own(group) == {}


def test_a_no_leaves_it_on_the_stick() -> None:
    """C13: nothing is kept by looking."""
    group = fetched(written(WEEKLY.source, SetTop("minutes", 75)))
    group.choose("no")
    assert group.prompt.id == "which-file"
    assert own(group) == {}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (WEEKLY.source.replace("format = 1", "format = 2", 1), "This program knows format 1."),
        (WEEKLY.source.replace('kind = "ideas"', 'kind = "idaes"'), "Did you mean ideas?"),
        (WEEKLY.source.replace("minutes = 60", "minuts = 60"), "Did you mean minutes?"),
        ("title = ", "is not written as TOML is"),
        (b"\xff\xfd", "not plain text in UTF-8"),
        (b"#" * (LARGEST + 1), "larger than 256 KB"),
        (b"", "missing"),
        ('participants = ["Ann"]\n' + WEEKLY.source, "There is no such key here."),
    ],
    ids=["newer", "kind", "key", "syntax", "bytes", "large", "empty", "person"],
)
def test_a_file_with_problems_says_them_all_and_changes_nothing(
    body: bytes | str, said: str
) -> None:
    """C13, S15, M1: newer, broken, too large, or with a key about people."""
    group = fetched(body)
    assert group.prompt.question == "This one cannot be used as it is."
    assert said in "\n".join(group.prompt.body)
    assert group.prompt.body[-1] == "Nothing was changed here."
    group.onward()
    assert own(group) == {}


def test_hundreds_of_problems_are_counted() -> None:
    """C13: the first of them are told, and how many more there are."""
    unknown = "\n".join(f"k{number} = 1" for number in range(40))
    steps = [one for one in many(5).decode().split("[[steps]]") if one]
    body = f"\n{unknown}\n[[steps]]".join(steps) + f"\n{unknown}\n"
    shown = fetched(body).prompt.body
    assert "There are 220 more." in shown
    assert len(shown) == 22


def test_a_stick_that_is_pulled_out_before_the_yes_changes_nothing() -> None:
    """C13: the file is read once more as it lies there; the room then says what is the matter."""
    group = fetched(written(WEEKLY.source, SetTop("minutes", 75)))
    sticks = group.ports.sticks
    assert isinstance(sticks, FakeSticks)
    sticks.plugged.clear()
    group.onward()
    assert group.prompt.question == "This one cannot be used as it is."
    assert "Put the stick in again" in group.prompt.body[0]
    assert own(group) == {}
    group.onward()
    assert group.prompt.id == "which-file"
    assert "Put the stick in again" in group.prompt.body[0]
    group.onward()
    group.choose("back")
    assert group.prompt.id == "where-in"


def test_an_empty_stick_says_so() -> None:
    """C13: look again, or go back."""
    group = machine(FakeSticks({BLUE: {}}))
    group.choose("sessions")
    group.choose("@fetch")
    group.onward()
    assert group.prompt.body == ("There is no session in this place.",)
    assert choices(group) == ["again", "back"]


def test_what_is_different_from_the_one_it_grew_out_of_can_be_seen() -> None:
    """C12, C13: for a session that is derived from one we have, and for no other."""
    group = at_the_session(FakeSticks())
    group.choose("different")
    assert group.prompt.question == "What is different from A first meeting?"
    assert any(line.startswith("This one adds: ") for line in group.prompt.body)
    group.onward()
    assert group.prompt.id == "session"
    group.back()
    group.choose("first-meeting")
    assert "different" not in choices(group)


def _is_keyboard_of(kind: str, prompt: Prompt) -> bool:
    return prompt.id == f"{kind}//@keyboard"


def test_what_leaves_after_a_meeting_holds_no_word_about_any_person() -> None:
    """C13, M1, C3: names, plans, strengths; exported, then imported on a clean machine."""
    canaries = ("Xanthippe", "walk to the canary", "canary baking")
    sticks = FakeSticks({BLUE: {}})
    group = machine(sticks)
    source = written(WEEKLY.source, SetTop("id", "ours"), SetTop("title", "Our hour"))
    group.ports.own.save(OUR_GROUP.id, Lies.SESSIONS, "ours", source)
    session = group.around.session("ours")
    assert session is not None
    group.choose("start")
    for choice in ("ours", "person"):
        group.choose(choice)
    group.choose(Keep.GROUP)
    group.write(canaries[0])
    group.gather(2)
    for kind, words in (("strengths", canaries[2]), ("goal", canaries[1])):
        group.until(partial(_is_keyboard_of, kind))
        group.choose("p1")
        group.onward()
        group.write(words)
    group.to_the_end()
    stored = repr(group.ports.store.read(OUR_GROUP.id, "m1"))
    assert all(canary in stored for canary in canaries)
    for choice in ("sessions", "ours", "take", f"at:{BLUE}"):
        group.choose(choice)
    clean = machine(FakeSticks(sticks.plugged))
    for choice in ("sessions", "@fetch", f"at:{BLUE}", "file:ours.toml", "yes"):
        clean.choose(choice)
    clean.choose("ours")
    seen = "\n".join((repr(sticks.plugged), repr(own(clean)), *clean.shown))
    assert "Our hour" in seen
    assert not [canary for canary in canaries if canary in seen]


def test_what_one_group_fetched_shows_in_no_other() -> None:
    """C13, M19: it lies in the group's own folder."""
    group = fetched(written(WEEKLY.source, SetTop("minutes", 75)))
    group.onward()
    group.ports.book.add_group(Group("others", "Others"))
    assert group.ports.own.texts("others", Lies.SESSIONS) == ()


def test_help_and_back_work_in_every_room_of_a_stick() -> None:
    """A17, M5: from where it goes to what came of it."""
    group = at_the_session(FakeSticks({BLUE: {}}))
    for choice in ("take", "type"):
        group.choose(choice)
        here = words_of(group.prompt)
        assert group.press(KeyCommand.HELP)
        group.onward()
        assert words_of(group.prompt) == here
    assert group.back()
    assert group.back()
    assert group.prompt.id == "session"

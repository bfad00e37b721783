"""The guided editor: a group makes a session of its own and holds it (C12)."""

import importlib
import pkgutil
import random
import tomllib
from dataclasses import replace

import pytest

from facilitator.domain import commands
from facilitator.domain.answers import Chosen, Draft, Typed
from facilitator.domain.commands import Refusal
from facilitator.domain.own_sessions import Lies
from facilitator.domain.prompt import ChooseOne, Tone, WriteText
from facilitator.domain.records import Seal
from facilitator.domain.session import Round, Session
from facilitator.engine.activities.registry import KINDS
from facilitator.engine.activities.registry import SPECS as KIND_SPECS
from facilitator.engine.decide import decide
from facilitator.engine.house import editor as editor_package
from facilitator.engine.house.editor import library
from facilitator.engine.house.editor.lines import list_keys
from facilitator.ports.storage import NotSaved
from facilitator.sessions import bounds
from facilitator.sessions.parse import parse
from facilitator.wording import editor as words
from facilitator.wording import refusals
from facilitator.wording.library import ACTIVITIES
from tests.everywhere import editor_rooms, rooms_of_the_editor
from tests.fakes import FakeSeals, MemoryOwnShelf
from tests.fuzz.test_session_files import many
from tests.scenario import Scenario, shipped

FIRST = shipped("first-meeting")
GROUP = "our-group"


def editing(session: Session = FIRST) -> Scenario:
    """Return a machine on which a draft was just made out of a shipped session."""
    scenario = Scenario.machine(session)
    scenario.choose("sessions")
    scenario.choose(session.id)
    scenario.choose("change")
    return scenario


def from_nothing() -> Scenario:
    """Return a machine on which an empty draft was just begun."""
    scenario = Scenario.machine(FIRST)
    for one in ("sessions", "@own", "new", "@empty"):
        scenario.choose(one)
    return scenario


def draft(scenario: Scenario) -> dict[str, object]:
    """Return the only draft as tomllib reads it, straight from where it is kept."""
    (text,) = scenario.ports.own.texts(GROUP, Lies.DRAFTS)
    return tomllib.loads(text.source)


def step(scenario: Scenario, step_id: str) -> dict[str, object]:
    """Return one step of the draft."""
    steps = draft(scenario)["steps"]
    assert isinstance(steps, list)
    found = [one for one in steps if one["id"] == step_id]
    assert len(found) == 1, step_id
    return dict(found[0])


def ids(scenario: Scenario) -> list[str]:
    """Return the ids of the draft's steps in order."""
    steps = draft(scenario)["steps"]
    assert isinstance(steps, list)
    return [one["id"] for one in steps]


def saved(scenario: Scenario, maker: str = "The Tuesday group", lived: int = 4) -> None:
    """Save the draft for the first time, from its first screen."""
    scenario.choose("save")
    scenario.write(maker)
    scenario.write(str(lived))


def test_the_whole_way_from_a_shipped_session_to_a_meeting_of_our_own() -> None:
    """C12: change, add, drop, reorder, minutes, round, cue, undo, look, practise, save, hold."""
    scenario = editing()
    scenario.choose("head")
    scenario.choose("title")
    scenario.write("Our Tuesday tea")
    scenario.choose("minutes")
    scenario.write("90")
    scenario.choose("back")
    scenario.choose("steps")
    scenario.choose("check-in")
    scenario.choose("words")
    scenario.choose("text")
    scenario.write("What made you smile this week?")
    scenario.choose("cue")
    scenario.write("Who'd like to begin today?")
    scenario.choose("back")
    scenario.choose("minutes")
    scenario.write("2")
    scenario.write("40")
    scenario.choose("round")
    scenario.choose("threes")
    scenario.choose("move")
    scenario.choose("@first")
    assert scenario.prompt.id == "editor-steps"
    scenario.choose("goal")
    scenario.choose("drop")
    scenario.choose("@add")
    scenario.choose("away")
    scenario.choose("add")
    scenario.choose("welcome")
    made = step(scenario, "check-in")
    assert (made["text"], made["cue"]) == (
        "What made you smile this week?", "Who'd like to begin today?",
    )  # fmt: skip
    assert (made["minutes"], made["seconds-each"], made["round"], made["size"]) == (
        2, 40, "pairs", 3,
    )  # fmt: skip
    assert ids(scenario)[:4] == ["check-in", "welcome", "away", "agreement"]
    assert "goal" not in ids(scenario)
    scenario.choose("@back")
    scenario.choose("undo")
    assert "away" not in ids(scenario)
    assert scenario.notice == words.UNDONE.format(what="Just talk is added.")
    scenario.choose("undo")
    assert "goal" in ids(scenario)
    saved(scenario)
    assert scenario.notice == words.SAVED
    (text,) = scenario.ports.own.texts(GROUP, Lies.SESSIONS)
    own = tomllib.loads(text.source)
    assert text.name == own["id"] == "our-tuesday-tea"
    assert own["made-by"] == ["The Facilitator project", "The Tuesday group"]
    assert (own["lived-experience"], own["derived-from"]) == (4, "first-meeting")
    assert own["licence"] == "CC-BY-4.0"
    assert text.source.startswith("# A session for Facilitator.")
    assert scenario.ports.own.texts(GROUP, Lies.DRAFTS) == ()
    scenario.choose("home")
    session = scenario.around.session("our-tuesday-tea")
    assert session is not None
    scenario.set_out(session)
    assert scenario.meeting.session.title == "Our Tuesday tea"
    scenario.to_the_end()


def test_a_session_can_be_made_from_nothing() -> None:
    """C12: an empty one says what is missing, grows, and is then ready to hold."""
    scenario = from_nothing()
    scenario.choose("save")
    assert scenario.notice == words.SAVE_FIRST
    assert scenario.prompt.id == "editor-look"
    while scenario.prompt.id != "editor":
        scenario.choose("back")
    assert scenario.ports.own.texts(GROUP, Lies.SESSIONS) == ()
    scenario.choose("head")
    scenario.choose("text")
    scenario.choose("phrase-1")
    scenario.choose("easy")
    scenario.choose("phrase-1")
    scenario.choose("back")
    scenario.choose("steps")
    for number, kind in enumerate(("check-in", "break", "resources", "closing")):
        scenario.choose("@add")
        scenario.choose(kind)
        assert scenario.prompt.id == "editor-preview"
        scenario.choose("add")
        if number:
            scenario.choose("@last")
        assert scenario.prompt.id == "editor-steps"
    scenario.choose("@back")
    saved(scenario, "Us", 0)
    (text,) = scenario.ports.own.texts(GROUP, Lies.SESSIONS)
    session = scenario.around.session(text.name)
    assert session is not None
    assert [one.kind for one in session.steps] == ["check-in", "break", "resources", "closing"]
    assert [one.label for one in session.resources] == ["A line that listens"]
    assert session.made_by == ("Us",)


def test_every_activity_of_the_program_is_in_the_library_and_reads_without_an_error() -> None:
    """C12: each can be looked at before it is added, and what comes of it can be held."""
    assert set(library.activities()) == set(KINDS)
    for kind, told in library.activities().items():
        label, about, title, text, easy, _ = told
        assert len(label) <= 34, kind
        assert about, kind
        assert len(title) <= 30, kind
        assert max(len(text), len(easy)) <= 72, kind
        scenario = editing()
        for one in ("steps", "@add", kind, "add", "@last", "@back", "practise"):
            scenario.choose(one)
        # Of which steps the group chooses is for its makers to say: it is asked for.
        asks_more = kind == "choose-next"
        assert scenario.around.is_rehearsal is not asks_more, kind
        assert (scenario.prompt.id == "editor-look") is asks_more, kind
    assert set(ACTIVITIES) <= set(KINDS)


def test_the_steps_that_a_group_chooses_from_are_chosen_by_name() -> None:
    """C12, M16: looking it over leads there; ids are never typed."""
    scenario = editing()
    for one in ("steps", "@add", "choose-next", "add", "@first", "@back", "practise", "go"):
        scenario.choose(one)
    assert scenario.prompt.id == "editor-lines-steps"
    for one in ("add", "check-in", "add", "strengths"):
        scenario.choose(one)
    labels = [one.label for one in scenario.asked(ChooseOne).choices]
    assert labels == ["Add a line", "Arriving", "What we are good at", "That's all"]
    scenario.choose("back")
    assert scenario.prompt.question == words.LOOK_FINE
    scenario.choose("back")
    scenario.choose("practise")
    assert scenario.around.is_rehearsal


def test_the_roles_of_a_step_are_chosen_by_name() -> None:
    """C12, C2: a step in the middle that hands the lead over is made without typing an id."""
    scenario = editing()
    for one in ("steps", "@add", "roles", "add", "@last"):
        scenario.choose(one)
    scenario.choose("roles")
    scenario.choose("lines")
    scenario.choose("roles")
    scenario.choose("add")
    assert "Leading" in {one.label for one in scenario.asked(ChooseOne).choices}
    scenario.choose("lead")
    assert "Leading" in {one.label for one in scenario.asked(ChooseOne).choices}


def test_every_list_of_every_activity_has_a_name_in_words() -> None:
    """C12: nobody has to know how a session file calls it."""
    keys = {key for kind in KINDS for key in list_keys(kind)}
    assert len(keys) > 10
    assert keys <= set(words.LINES_ROWS)


def test_each_change_is_kept_at_once_and_found_again_after_a_power_cut() -> None:
    """C12, M7: a fresh start on the same disk offers the draft with every line that was given."""
    scenario = editing()
    scenario.choose("steps")
    scenario.choose("tea")
    scenario.choose("words")
    scenario.choose("text")
    scenario.write("Who would like tea?")
    again = Scenario.on(scenario.ports)
    again.choose("ours")
    again.choose("own-sessions")
    first = again.asked(ChooseOne).choices[0]
    assert first.label == "Go on: A first meeting"
    again.choose(first.id)
    again.choose("steps")
    again.choose("tea")
    assert "It asks: Who would like tea?" in again.prompt.body


def test_the_reading_checker_advises_and_never_refuses() -> None:
    """C12, A20: a thought after the line, which is kept as it was written."""
    scenario = editing()
    scenario.choose("steps")
    scenario.choose("tea")
    scenario.choose("words")
    scenario.choose("hint")
    long = (
        "Take tea and then come back and sit and talk and rest and then we all go on with it now."
    )
    scenario.write(long)
    assert "20 are easier to read" in scenario.notice
    assert step(scenario, "tea")["hint"] == long
    scenario.choose("easy-hint")
    scenario.write(" ".join(long.split()[:16]))
    assert "15 are easier to read" in scenario.notice
    scenario.choose("hint")
    scenario.write("Tea first.")
    assert (scenario.notice, scenario.prompt.notice and scenario.prompt.notice.tone) == (
        words.KEPT, Tone.SAVED,
    )  # fmt: skip


def test_a_cue_that_is_no_open_question_is_kept_with_a_thought() -> None:
    """C4, C12: cues enable; one that does not ask is named at once."""
    scenario = editing()
    for one in ("steps", "tea", "words", "cue"):
        scenario.choose(one)
    scenario.write("Tell them to drink.")
    assert "A cue is an open question" in scenario.notice
    assert step(scenario, "tea")["cue"] == "Tell them to drink."
    scenario.choose("cue")
    scenario.write("Who would like a biscuit?")
    assert scenario.notice == words.KEPT


def test_looking_it_over_leads_to_the_place_and_back() -> None:
    """C12, S15: each problem with its step, in words; mended there, it is gone."""
    scenario = editing()
    source = scenario.ports.own.texts(GROUP, Lies.DRAFTS)[0]
    broken = source.source.replace(
        'text = "Time for tea, fresh air or a stretch. Come back when you\'re ready."\n', ""
    )
    scenario.ports.own.save(GROUP, Lies.DRAFTS, source.name, broken)
    scenario.choose("practise")
    assert scenario.prompt.question == "1 of 1 to look at: Tea and rest"
    assert scenario.prompt.body[0] == "This is still empty."
    scenario.choose("go")
    assert scenario.prompt.id == "editor-words-text"
    scenario.write("Who would like tea?")
    assert scenario.prompt.id == "editor-look"
    assert scenario.prompt.question == words.LOOK_FINE
    scenario.choose("back")
    scenario.choose("practise")
    assert scenario.around.is_rehearsal


def test_advice_is_a_thought_that_saving_does_not_wait_for() -> None:
    """C12: only an error keeps a draft from being saved."""
    scenario = editing()
    scenario.choose("look")
    seen = set()
    while "next" in [one.id for one in scenario.asked(ChooseOne).choices]:
        seen.add(scenario.prompt.body[-1])
        scenario.choose("next")
    scenario.choose("back")
    assert seen | {words.LOOK_MAY} == {words.LOOK_MAY}
    saved(scenario)
    assert scenario.notice == words.SAVED


def test_who_made_it_is_not_advised_before_saving_asks_for_it() -> None:
    """C12: looking a new draft over says nothing of who made it; the first saving asks that."""
    scenario = editing()
    scenario.choose("look")
    assert scenario.prompt.question == words.LOOK_FINE


def test_a_saved_session_that_nobody_made_with_us_is_led_to_the_number() -> None:
    """C12, C11: the word of it names no key of a file, and its way ends where it is mended."""
    scenario = editing()
    saved(scenario, lived=0)
    for one in ("home", "sessions", "@own", "own:a-first-meeting", "change", "look"):
        scenario.choose(one)
    assert scenario.prompt.body[0] == words.SAYS["not-made-with"]
    scenario.choose("go")
    assert scenario.prompt.question == words.LIVED_ASKED
    scenario.write("3")
    assert scenario.prompt.question == words.LOOK_FINE
    assert draft(scenario)["lived-experience"] == 3


def test_practice_keeps_nothing_and_comes_back_to_the_same_place() -> None:
    """C12: rehearse at once; the stores are as they were, and the draft is there again."""
    scenario = editing()
    before = scenario.prompt
    scenario.choose("practise")
    assert scenario.notice == words.PRACTICE
    assert scenario.meeting.session.title == "A first meeting"
    assert [one.name for one in scenario.meeting.people] == ["Heron", "Oak", "River", "Robin"]
    scenario.until(lambda prompt: prompt.id == "editor")
    assert scenario.notice == words.PRACTISED
    assert (scenario.prompt.question, scenario.prompt.input) == (before.question, before.input)
    assert not scenario.around.is_rehearsal
    assert scenario.around.latest is None
    assert scenario.around.unfinished == ()
    assert not scenario.around.things


def test_a_practice_can_be_left_in_the_middle() -> None:
    """C12, A23: stopping it from the menu leads back to the draft."""
    scenario = editing()
    scenario.choose("practise")
    scenario.onward()
    scenario.menu("stop")
    scenario.choose("later")
    assert scenario.prompt.id == "editor"
    assert not scenario.around.is_rehearsal


def test_undo_takes_many_steps_back_and_then_says_there_is_nothing() -> None:
    """C12, A16: the last change first, each named, up to the beginning."""
    scenario = editing()
    before = scenario.ports.own.texts(GROUP, Lies.DRAFTS)
    scenario.choose("steps")
    for _ in range(3):
        scenario.choose(ids(scenario)[0])
        scenario.choose("drop")
    scenario.choose("@back")
    for _ in range(3):
        scenario.choose("undo")
    assert scenario.ports.own.texts(GROUP, Lies.DRAFTS) == before
    assert "undo" not in [one.id for one in scenario.asked(ChooseOne).choices]


def test_a_session_of_our_own_is_changed_in_its_place() -> None:
    """C12: its id, its makers and where it came from stay; nobody is asked again."""
    scenario = editing()
    saved(scenario)
    scenario.choose("home")
    for one in ("sessions", "@own", "own:a-first-meeting", "change", "head", "title"):
        scenario.choose(one)
    scenario.write("Our first hour")
    scenario.choose("back")
    assert "A first meeting" in [one.title for one in scenario.around.sessions]
    scenario.choose("save")
    assert scenario.notice == words.SAVED
    (text,) = scenario.ports.own.texts(GROUP, Lies.SESSIONS)
    own = tomllib.loads(text.source)
    assert (text.name, own["id"], own["title"]) == (
        "a-first-meeting", "a-first-meeting", "Our first hour",
    )  # fmt: skip
    assert own["made-by"] == ["The Facilitator project", "The Tuesday group"]
    assert own["derived-from"] == "first-meeting"


def test_two_sessions_of_one_name_have_two_ids() -> None:
    """C12: saving never writes over another session."""
    scenario = editing()
    saved(scenario)
    scenario.choose("home")
    for one in ("sessions", "first-meeting", "change"):
        scenario.choose(one)
    saved(scenario)
    names = [one.name for one in scenario.ports.own.texts(GROUP, Lies.SESSIONS)]
    assert names == ["a-first-meeting", "a-first-meeting-2"]


def test_throwing_a_draft_away_is_asked_twice_and_can_be_undone() -> None:
    """C12, A16: stopping keeps it; what was thrown away comes back as it was."""
    scenario = editing()
    before = scenario.ports.own.texts(GROUP, Lies.DRAFTS)
    for one in ("stop", "throw", "yes"):
        scenario.choose(one)
    assert scenario.ports.own.texts(GROUP, Lies.DRAFTS) == ()
    scenario.choose("back")
    assert scenario.ports.own.texts(GROUP, Lies.DRAFTS) == before


def test_deleting_a_session_of_our_own_can_be_undone_too() -> None:
    """C12, A16: it says which one goes."""
    scenario = editing()
    saved(scenario)
    scenario.choose("home")
    before = scenario.ports.own.texts(GROUP, Lies.SESSIONS)
    for one in ("ours", "own-sessions", "own:a-first-meeting", "delete"):
        scenario.choose(one)
    assert scenario.prompt.question == "Delete A first meeting for good?"
    scenario.choose("yes")
    assert scenario.ports.own.texts(GROUP, Lies.SESSIONS) == ()
    scenario.choose("back")
    assert scenario.ports.own.texts(GROUP, Lies.SESSIONS) == before


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("# ours\nformat = 2\nid = 'x'\n[[scenes]]\nlength = 3\n", words.CANNOT_NEWER),
        ("format = 1\ntitle = ", words.CANNOT_READ.format(line=2)),
    ],
)
def test_a_newer_format_or_no_session_at_all_is_said_and_nothing_changes(
    source: str, said: str
) -> None:
    """C12, S15: the file is byte for byte as it was, as a session and as a draft."""
    scenario = Scenario.machine(FIRST)
    for lies in Lies:
        scenario.ports.own.save(GROUP, lies, "theirs", source)
    scenario = Scenario.on(scenario.ports)
    for choice in ("own:theirs", "draft:theirs"):
        for one in ("sessions", "@own", choice):
            scenario.choose(one)
        assert scenario.prompt.id == "cannot-change"
        assert scenario.prompt.body == (said,)
        scenario.choose("go-on")
        scenario.back()
        scenario.back()
    assert {scenario.ports.own.read(GROUP, lies, "theirs") for lies in Lies} == {source}


def test_ready_lines_and_what_to_have_ready_are_changed_one_at_a_time() -> None:
    """C12: a line is added and taken out; other lines stay as they stand."""
    scenario = editing()
    for one in ("steps", "check-in", "lines", "ready", "add"):
        scenario.choose(one)
    scenario.choose("phrase-2")
    settings = step(scenario, "check-in")["settings"]
    assert isinstance(settings, dict)
    assert settings["ready"][-1] == "Not today"
    scenario.choose("line-0")
    settings = step(scenario, "check-in")["settings"]
    assert isinstance(settings, dict)
    assert settings["ready"][0] == "Cloudy. So-so"
    for one in ("back", "@back", "back", "@back", "head", "needs", "add"):
        scenario.choose(one)
    scenario.write("a kettle")
    needs = draft(scenario)["needs"]
    assert isinstance(needs, list)
    assert needs[-1] == "a kettle"


def test_every_line_can_be_given_by_a_ready_phrase() -> None:
    """A2, C12: whoever has a keypad alone can set every kind of words."""
    scenario = editing()
    scenario.choose("steps")
    scenario.choose("tea")
    scenario.choose("words")
    for key in words.PHRASE_ROWS:
        scenario.choose(key)
        assert len(scenario.asked(WriteText).ready) >= 3
        chosen = scenario.asked(WriteText).ready[1]
        scenario.choose(chosen.id)
        assert step(scenario, "tea")[key] == chosen.label


def test_only_rounds_that_the_activity_can_be_held_in_are_offered() -> None:
    """C12, M15: nothing can be chosen here that the checker would refuse."""
    for one in FIRST.steps:
        scenario = editing()
        for choice in ("steps", one.id, "round"):
            scenario.choose(choice)
        shown = {choice.id for choice in scenario.asked(ChooseOne).choices} - {"threes"}
        assert shown == {round_.value for round_ in KINDS[one.kind].spec.rounds}, one.id
        assert ("threes" in [c.id for c in scenario.asked(ChooseOne).choices]) is (
            Round.PAIRS in KINDS[one.kind].spec.rounds
        )


def test_the_honest_time_of_a_draft_is_shown_for_three_sizes_of_group() -> None:
    """M17, C12: it grows with what is added, before anybody holds it."""
    scenario = from_nothing()
    assert scenario.prompt.body[1] == words.BENCH_TIME.format(four=0, eight=0, twelve=0)
    for one in ("steps", "@add", "check-in", "add", "@back"):
        scenario.choose(one)
    assert scenario.prompt.body[1] == words.BENCH_TIME.format(four=3, eight=5, twelve=6)


def test_two_steps_of_one_id_can_be_mended_here() -> None:
    """S15, C12: a file that was put together by hand is not a dead end."""
    scenario = editing()
    (text,) = scenario.ports.own.texts(GROUP, Lies.DRAFTS)
    twice = text.source.replace('id = "tea"', 'id = "goal"')
    scenario.ports.own.save(GROUP, Lies.DRAFTS, text.name, twice)
    scenario.choose("save")
    scenario.choose("new-id")
    assert scenario.prompt.question == words.LOOK_FINE
    scenario.choose("back")
    saved(scenario)
    assert scenario.notice == words.SAVED


def test_the_group_that_is_here_sees_no_draft_of_another() -> None:
    """M19, C12: nothing of one group shows in another, drafts neither."""
    scenario = Scenario.machine(FIRST)
    scenario.ports.own.save("others", Lies.DRAFTS, "theirs", FIRST.source)
    scenario = Scenario.on(scenario.ports)
    scenario.choose("sessions")
    scenario.choose("@own")
    assert [one.id for one in scenario.asked(ChooseOne).choices] == ["new", "back"]


def test_every_room_of_the_editor_is_among_the_screens_that_are_looked_at() -> None:
    """A5, C12: a room that the tests of all screens would miss is found here."""
    names = [one.name for one in pkgutil.iter_modules(editor_package.__path__)]
    modules = [importlib.import_module(f"{editor_package.__name__}.{name}") for name in names]
    made = {
        one
        for module in modules
        for one in vars(module).values()
        if isinstance(one, type) and hasattr(one, "take") and one.__module__ == module.__name__
    }
    assert len(made) > 20
    assert made == {type(room) for room in editor_rooms()}


def test_every_screen_of_the_editor_has_room_for_its_words() -> None:
    """A5, A21: at most 34 letters a row, 72 a prompt; what is the group's own may be longer."""
    for prompt in rooms_of_the_editor():
        assert len(prompt.title) <= 30, prompt.id
        assert len(prompt.question) <= 72 or prompt.id == "editor-preview", prompt.question
        choices = getattr(prompt.input, "choices", getattr(prompt.input, "ready", ()))
        assert choices or not isinstance(prompt.input, ChooseOne)
        assert max((len(one.label) for one in choices), default=0) <= 34, prompt.id


def test_a_line_that_was_being_typed_waits_in_its_place_until_it_is_handed_in() -> None:
    """C12, M7: typed up to the last word, found again after a power cut, then let go."""
    scenario = editing()
    for one in ("steps", "tea", "words", "cue"):
        scenario.choose(one)
    typing = Draft(scenario.prompt.id, "Who would like a ", is_writing=True)
    scenario.runner.keep_draft(typing)
    again = Scenario.on(scenario.ports)
    for one in ("ours", "own-sessions", "draft:a-first-meeting"):
        again.choose(one)
    assert again.prompt.body[0] == words.LINE_WAITS.format(typed="Who would like a")
    again.choose("line")
    assert again.prompt.id == "editor-words-cue"
    assert again.asked(WriteText).given == "Who would like a"
    again.write("Who would like a biscuit?")
    assert again.ports.own.texts(GROUP, Lies.LINES) == ()
    assert step(again, "tea")["cue"] == "Who would like a biscuit?"
    for one in ("back", "back", "@back"):
        again.choose(one)
    assert "line" not in [one.id for one in again.asked(ChooseOne).choices]


def test_only_the_rooms_of_the_editor_keep_what_is_being_typed() -> None:
    """C12, S6: a person's own line is never written to the disk before they hand it in."""
    scenario = Scenario.hold(FIRST)
    scenario.until(lambda prompt: isinstance(prompt.input, WriteText))
    scenario.runner.keep_draft(Draft(scenario.prompt.id, "my own words", is_writing=True))
    assert scenario.ports.own.texts(GROUP, Lies.LINES) == ()


@pytest.mark.parametrize(
    "held",
    ["", "place = 3", "place = 'x'", "typed = 'y'", "place = '|nowhere'\ntyped = 'z'",
     "place = 'tea|nowhere'\ntyped = 'z'", "place = 'gone|cue'\ntyped = 'z'"],
)  # fmt: skip
def test_a_kept_line_that_fits_nowhere_is_no_dead_end(held: str) -> None:
    """S3, C12: whatever somebody wrote into that file, there is a way on."""
    scenario = editing()
    scenario.ports.own.save(GROUP, Lies.LINES, "a-first-meeting", held)
    scenario.choose("steps")
    scenario.back()
    if "line" in [one.id for one in scenario.asked(ChooseOne).choices]:
        scenario.choose("line")
        scenario.onward()
    while scenario.prompt.id != "home":
        assert scenario.back()


class FullShelf(MemoryOwnShelf):
    """A shelf on a disk that is full from some moment on."""

    is_full = False

    def save(self, group_id: str, lies: Lies, name: str, source: str) -> None:
        """Save, unless it is full."""
        if self.is_full:
            raise NotSaved("full")
        super().save(group_id, lies, name, source)


def test_on_a_full_disk_a_change_is_refused_and_nothing_is_lost() -> None:
    """S2, C12: the words stay on the screen, the draft is as it was, and later it goes on."""
    shelf = FullShelf()
    scenario = Scenario.on(replace(Scenario.machine(FIRST).ports, own=shelf))
    for one in ("sessions", "first-meeting", "change", "steps", "tea", "words", "cue"):
        scenario.choose(one)
    before = shelf.texts(GROUP, Lies.DRAFTS)
    shelf.is_full = True
    assert not scenario.answer(Typed("Who is thirsty?"))
    assert scenario.notice == refusals.NOT_KEPT["full"]
    assert scenario.prompt.id == "editor-words-cue"
    assert shelf.texts(GROUP, Lies.DRAFTS) == before
    shelf.is_full = False
    scenario.write("Who is thirsty?")
    assert step(scenario, "tea")["cue"] == "Who is thirsty?"


def test_what_was_taken_back_in_one_draft_is_not_offered_in_the_next() -> None:
    """A16, C12: once it is saved, its changes stand; opened again it begins anew."""
    scenario = editing()
    for one in ("steps", "goal", "drop", "@back"):
        scenario.choose(one)
    saved(scenario)
    scenario.choose("home")
    for one in ("ours", "own-sessions", "own:a-first-meeting", "change"):
        scenario.choose(one)
    assert "undo" not in [one.id for one in scenario.asked(ChooseOne).choices]


def test_a_step_with_an_id_that_no_step_may_have_can_be_reached_and_mended() -> None:
    """S15, S14: ids and lines of a file made elsewhere are shown clean and lead where they say."""
    scenario = editing()
    (text,) = scenario.ports.own.texts(GROUP, Lies.DRAFTS)
    strange = text.source.replace('id = "tea"', 'id = "@add"').replace(
        '"Sunny. I feel fine"', '"Sun\\u001b[31m"'
    )
    scenario.ports.own.save(GROUP, Lies.DRAFTS, text.name, strange)
    scenario.choose("steps")
    scenario.choose("@5")
    assert scenario.prompt.question == "Tea and rest"
    scenario.choose("back")
    for one in ("check-in", "lines", "ready"):
        scenario.choose(one)
    assert scenario.asked(ChooseOne).choices[1].label == "Sun[31m"
    scenario.choose("line-0")
    assert scenario.asked(ChooseOne).choices[1].label == "Cloudy. So-so"
    for one in ("back", "@back", "back", "@back", "save", "new-id"):
        scenario.choose(one)
    assert scenario.prompt.question == words.LOOK_FINE


def test_a_practice_of_a_locked_group_leaves_it_open() -> None:
    """S9, C12: stopping a practice is no end of a meeting."""
    seals = FakeSeals({GROUP: "four small birds sing"}, {GROUP})
    scenario = Scenario.on(replace(Scenario.machine(FIRST).ports, seals=seals))
    for one in ("sessions", "first-meeting", "change", "practise"):
        scenario.choose(one)
    scenario.menu("stop")
    scenario.choose("later")
    assert scenario.prompt.id == "editor"
    assert scenario.around.seal is Seal.OPEN


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_answered_there_is_a_way_on_and_the_draft_is_a_whole_file(seed: int) -> None:
    """S15, C12: answers by chance, long, strange and empty ones too; then home from anywhere."""
    chance = random.Random(seed)
    scenario = editing()
    words_typed = ("Tea?", "é漢🙂 \u202e\x1b[31m", 'a "b" \\ # c', "", "0", "7", "999", "x" * 400)
    for _ in range(60):
        asked = scenario.prompt.input
        choices = getattr(asked, "choices", getattr(asked, "ready", ()))
        likely = [one for one in choices if one.id not in ("practise", "yes", "@back", "back")]
        if isinstance(asked, ChooseOne) and likely:
            scenario.answer(Chosen(chance.choice(likely).id))
        elif chance.random() < 0.2 and scenario.prompt.id != "home":
            scenario.back()
        else:
            scenario.answer(Typed(chance.choice(words_typed)))
        if scenario.prompt.id.startswith("editor") or scenario.prompt.id == "home":
            for text in scenario.ports.own.texts(GROUP, Lies.DRAFTS):
                tomllib.loads(text.source)
        if scenario.prompt.id == "home" or scenario.has_meeting():
            scenario = editing()
    for _ in range(12):
        scenario.back()
    assert scenario.prompt.id == "home"


def test_the_step_after_the_last_that_fits_is_refused_in_words() -> None:
    """S15: what the editor writes can be opened again; the control has room for one more."""
    for steps, is_refused in ((bounds.MOST_STEPS - 1, False), (bounds.MOST_STEPS, True)):
        source = many(steps).decode()
        session = parse(source, "many.toml", KIND_SPECS).session
        assert session is not None
        scenario = editing(session)
        (text,) = scenario.ports.own.texts(GROUP, Lies.DRAFTS)
        outcome = library.added(scenario.around, text.name, "break", "", leave=1)
        assert outcome.refused is is_refused
        assert outcome.notice is not None
        assert ("There is room for 100." in outcome.notice.words) is is_refused
        held = Scenario.hold(session)
        decided = decide(held.meeting, commands.AddStep("break"))
        assert isinstance(decided, Refusal) is is_refused

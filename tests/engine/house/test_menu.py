"""The menu in two levels: places that do not move, and steps that can be taken back (M4, M18, A14)."""

from collections.abc import Iterator

import pytest

from facilitator.domain.answers import Chosen
from facilitator.domain.events import Keep, SeenBy
from facilitator.domain.keys import KeyCommand
from facilitator.domain.meeting import CLOSE
from facilitator.domain.prompt import Choice, ChooseOne
from facilitator.wording import menu as words
from tests.scenario import MENU_PAGES, SHIPPED, Scenario, shipped

SESSION = shipped("first-meeting")
FIRST_LEVEL = ["pause", "access", "people", "steps", "words", "seen", "stop"]
PAGES = {
    "people": ["on", "came", "left", "came-back", "roles", "mend", "count"],
    "steps": ["on", "skip", "repeat", "order", "add", "longer", "shorter"],
    "words": ["on", "give", "forget"],
    "seen": ["on", "screen", "keep", "cover"],
}


def rows(group: Scenario) -> list[str]:
    """Return the ids of the rows that are shown."""
    return [one.id for one in group.asked(ChooseOne).choices]


def places(name: str, *, keep: Keep = Keep.TODAY) -> Iterator[Scenario]:
    """Yield a group at the gathering, then at every place of a meeting, turns at keys included."""
    group = Scenario.machine(shipped(name))
    group.choose("start")
    group.choose(name)
    group.choose(SeenBy.PERSON)
    group.choose(keep)
    yield group
    for name_ in ("Ann", "Dave", "Mo"):
        group.write(name_)
    yield group
    taken: set[str] = set()
    for _ in range(400):
        group.onward()
        if group.prompt.id == "home":
            return
        if "/" not in group.prompt.id:
            continue
        yield group
        if group.prompt.id.endswith("@keyboard") and group.prompt.id not in taken:
            taken.add(group.prompt.id)
            group.choose(group.asked(ChooseOne).choices[1].id)
            yield group


@pytest.mark.parametrize("name", SHIPPED)
def test_every_row_is_in_its_place_in_every_state_of_a_meeting(name: str) -> None:
    """M4, A14, M18: a pause is 1, making it easier 2, stop 7, everywhere; pages do not move."""
    seen = 0
    for group in places(name):
        at = group.prompt.id
        group.press(KeyCommand.MENU)
        assert rows(group) == FIRST_LEVEL
        for page, there in PAGES.items():
            group.choose(page)
            assert rows(group) == there
            assert group.back()
            assert rows(group) == FIRST_LEVEL
        assert group.back()
        assert group.prompt.id == at
        seen += 1
    assert seen > 20


def test_where_there_is_no_meeting_the_same_digits_make_it_easier_cover_and_close() -> None:
    """A14, M18: seven rows there too; the last one closes the program."""
    group = Scenario.machine(SESSION)
    assert group.press(KeyCommand.MENU)
    assert rows(group) == ["stay", "access", "help", "keys", "home", "cover", "end"]
    group.choose("help")
    assert group.prompt.id == "help"
    group.choose("back")
    group.menu("keys")
    assert group.prompt.id == "keys-now"
    group.onward()
    assert group.prompt.id == "home"
    group.menu("end")
    assert group.runner.is_over


def test_back_leads_through_both_levels_and_the_menu_key_to_the_first() -> None:
    """M5: from every room of the menu back to its page, to the menu, to the meeting."""
    group = Scenario.hold(SESSION)
    group.until_step("check-in")
    group.menu("left")
    group.choose("p4")
    at = group.prompt.id
    for row, page in MENU_PAGES.items():
        if row in ("skip", "repeat", "longer", "shorter", "cover"):
            continue
        group.menu(row)
        assert group.prompt.id not in (at, "menu"), row
        assert group.back()
        assert rows(group) == PAGES[page], row
        assert group.back()
        assert rows(group) == FIRST_LEVEL
        assert group.back()
        assert group.prompt.id == at
        group.menu(row)
        assert group.press(KeyCommand.MENU)
        assert rows(group) == FIRST_LEVEL
        assert group.press(KeyCommand.MENU)
        assert group.prompt.id == at


def test_the_first_row_of_every_page_goes_on_with_the_meeting() -> None:
    """A2: whoever came there by a slip presses Enter, and nothing has happened."""
    group = Scenario.hold(SESSION)
    at, before = group.prompt.id, group.journal
    for page in (*PAGES, "stop"):
        group.menu_page(page)
        group.onward()
        assert group.prompt.id == at
    assert group.journal == before


def refused(group: Scenario, row: str) -> str:
    """Choose a row of the menu that leads nowhere now; return what it says, and go back."""
    group.menu_page(MENU_PAGES[row])
    before = rows(group)
    assert not group.answer(Chosen(row)), row
    assert rows(group) == before
    said = group.notice
    group.back()
    group.back()
    return said


def test_what_cannot_be_done_now_says_kindly_why() -> None:
    """M4, M14: at the gathering, where nobody left, where nobody is here, and at the end."""
    gathering = next(places("first-meeting"))
    for row in ("skip", "repeat", "order", "add", "longer", "shorter"):
        assert refused(gathering, row) == words.NOT_BEGUN
    for row in ("left", "roles", "mend", "give", "forget"):
        assert refused(gathering, row) == words.NOBODY_HERE
    group = Scenario.hold(SESSION, people=2)
    assert refused(group, "came-back") == words.NOBODY_AWAY
    for person in ("p1", "p2"):
        group.menu("left")
        group.choose(person)
    assert refused(group, "left") == words.NOBODY_HERE
    group.menu("came-back")
    group.choose("p1")
    group.menu("stop")
    group.choose("close")
    for row in ("skip", "repeat", "order", "add", "longer", "shorter"):
        assert refused(group, row) == words.AT_THE_END


@pytest.mark.parametrize("name", SHIPPED)
def test_a_step_that_was_skipped_is_told_and_the_back_key_brings_it_back(name: str) -> None:
    """M4, A2: from every place of every step, private turns too."""
    seen = 0
    for group in places(name):
        place = group.meeting.place
        if place is None or place.step == CLOSE:
            continue
        step = group.meeting.step(place.step)
        assert step is not None
        again = group.reload()
        again.menu("skip")
        assert again.notice.startswith(f"We skipped {step.title}. Press / to go back."), place
        now = again.meeting.place
        assert now is not None
        assert now.step != step.id
        assert again.back(), place
        now = again.meeting.place
        assert now is not None
        assert now.step == step.id, (place, now)
        seen += 1
    assert seen > 15


@pytest.mark.parametrize("name", SHIPPED)
def test_coming_to_the_end_early_is_told_and_the_back_key_takes_it_back(name: str) -> None:
    """M18, A2: from the menu and from a pause."""
    for group in places(name):
        place = group.meeting.place
        if place is not None and place.step == CLOSE:
            continue
        for way in ("stop", "pause"):
            again = group.reload()
            again.menu(way)
            again.choose("close")
            assert again.prompt.id.startswith(CLOSE)
            assert again.notice == "We have come to the end. Press / to go back."
            assert again.back()
            now = again.meeting.place
            assert (now and now.step) == (place and place.step)


def test_a_step_that_was_left_out_is_brought_back_by_the_back_key() -> None:
    """M4, A2: in its own place; the one before it at the next press."""
    group = Scenario.hold(SESSION)
    order = [step.id for step in group.meeting.held]
    group.menu("pause")
    group.choose("shorter")
    first, last = group.meeting.held[2], group.meeting.held[-1]
    for step in (first, last):
        group.choose(step.id)
        assert group.notice == f"We left out {step.title}. Press / to bring it back."
        assert step.id not in rows(group)
    for step in (last, first):
        assert group.back()
        assert group.notice == f"{step.title} is back."
        assert step.id in rows(group)
    assert [step.id for step in group.meeting.held] == order
    group.back()
    assert "/" in group.prompt.id


def test_doing_a_step_again_and_more_time_say_how_to_go_back() -> None:
    """A2: the key, or the page and the row that takes it back."""
    group = Scenario.hold(SESSION)
    group.until_step("check-in")
    group.onward()
    at = group.prompt.id
    group.menu("repeat")
    assert group.notice == f"We begin {group.prompt.title} again. Press / to go back."
    group.back()
    assert group.prompt.id == at
    group.menu("longer")
    assert group.notice.endswith("To go back: the menu, Time and steps, Less time for this step.")
    assert [one.label for one in page_of(group, "steps")][-1] == words.SHORTER


def page_of(group: Scenario, page: str) -> tuple[Choice, ...]:
    """Return the rows of a page of the menu, and go back."""
    group.menu_page(page)
    found = group.asked(ChooseOne).choices
    group.back()
    group.back()
    return found


def test_every_page_is_named_by_the_row_that_opens_it() -> None:
    """A17: the same words on the row and on the page."""
    group = Scenario.hold(SESSION)
    for page in PAGES:
        group.press(KeyCommand.MENU)
        (row,) = [one.label for one in group.asked(ChooseOne).choices if one.id == page]
        group.choose(page)
        assert group.prompt.title == row
        group.press(KeyCommand.MENU)
        group.back()


def test_over_a_cover_the_menu_leads_nowhere_else() -> None:
    """S12: back, and making it easier; nothing of the meeting."""
    group = Scenario.hold(SESSION)
    group.menu("cover")
    group.press(KeyCommand.MENU)
    assert rows(group) == ["stay", "access"]
    group.choose("stay")
    assert group.prompt.id == "cover"
    group.onward()
    assert "/" in group.prompt.id

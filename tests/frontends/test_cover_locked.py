"""The cover that locks, in both front ends: the draft stays, no passphrase is seen (S9, S12, M6)."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.records import FrontEnd, Seal, Ways
from facilitator.frontends.plain import loop
from facilitator.frontends.tui.desk import Desk
from facilitator.frontends.tui.frame import Size
from facilitator.wording.house import ACCESS_PLAIN
from tests.adapters.storage.sealed import WORD
from tests.contracts.test_storage import CHEAP
from tests.engine.house.test_cover_locked import OWN, at_own_words
from tests.engine.house.test_sealing import sealed
from tests.frontends.plain.heard import heard
from tests.frontends.tui.canned import LibraryCodes
from tests.frontends.tui.hands import LARGE, SMALL, click_on, press, text
from tests.scenario import Scenario

HALF = "half a thou"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DiskStore]:
    """An empty data folder."""
    opened = DiskStore.open(tmp_path / "data", cipher=AesCipher, cost=CHEAP)
    yield opened
    opened.close()


def typed(desk: Desk, words: str) -> None:
    """Type words, key by key."""
    for letter in words:
        desk.key("space" if letter == " " else letter, letter)


def at_the_line(store: DiskStore, size: Size = LARGE) -> tuple[Desk, Scenario]:
    """Return a desk whose line is open in somebody's own turn and holds a half thought."""
    group = at_own_words(sealed(store, FrontEnd.FULL)[0])
    desk = Desk(group.runner, LibraryCodes(), size)
    click_on(desk, "In my own words")
    for _ in range(len(OWN)):
        desk.key("backspace", "\x7f")
    typed(desk, HALF)
    assert HALF in text(desk), "the control"
    return desk, group


def to_the_line_of_the_cover(desk: Desk) -> None:
    """Open the line for the passphrase by its digit."""
    desk.key("2", "2")
    desk.key("enter", "\r")


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize("by", ["insert", "idle"])
def test_a_half_typed_line_is_back_after_the_passphrase(
    store: DiskStore, size: Size, by: str
) -> None:
    """S12, M6: covered by the key or by itself; wrong first; what is half typed over it, too."""
    desk, group = at_the_line(store, size)
    if by == "idle":
        desk.idle()
    else:
        desk.key("insert", None)
    assert group.prompt.id == "cover-locked"
    assert group.around.seal is Seal.SHUT
    for key in ("q", "enter", "escape", "-", "up"):
        desk.key(key, key if len(key) == 1 else None)
        assert group.prompt.is_cover
        assert HALF not in text(desk)
    desk.key("1", "1")
    desk.key("enter", "\r")
    assert group.prompt.id in ("cover-other", "cover-locked")
    if group.prompt.id == "cover-other":
        desk.key("/", "/")
    to_the_line_of_the_cover(desk)
    typed(desk, "wrong")
    desk.key("f1", None)
    assert group.prompt.id == "help", "half a passphrase takes nobody's draft away"
    desk.key("/", "/")
    to_the_line_of_the_cover(desk)
    typed(desk, WORD)
    assert WORD not in text(desk)
    desk.key("enter", "\r")
    assert not group.prompt.is_cover
    assert HALF in text(desk)


def test_by_one_key_the_cover_can_be_opened_another_way(store: DiskStore) -> None:
    """A3, S12: whoever has one key only is not shut in: every row can be reached."""
    desk, group = at_the_line(store)
    group.around.use(Ways(scanning=True))
    desk.idle()
    click_on(desk, "Open it another way")
    assert group.prompt.id == "cover-other"
    click_on(desk, "With our passphrase")
    assert group.prompt.id == "cover-locked"


def test_the_other_front_end_shows_the_same_cover_and_the_same_draft(store: DiskStore) -> None:
    """A24, S12: half a passphrase is not taken along in place of the draft."""
    desk, group = at_the_line(store)
    here = group.prompt.id
    desk.key("insert", None)
    to_the_line_of_the_cover(desk)
    typed(desk, "half a pass")
    desk.key("escape", None)
    press(desk, ".2\r")
    click_on(desk, ACCESS_PLAIN)
    draft = desk.draft()
    assert (draft.typed, draft.prompt_id) == (HALF, here)
    group.runner.keep_draft(draft)
    group.runner.switched(FrontEnd.PLAIN)
    out = io.StringIO()
    loop.run(group.runner, io.StringIO(f"2\n{WORD}\n"), out, why="Plain lines.")
    assert HALF in out.getvalue(), out.getvalue()
    assert not group.prompt.is_cover


def test_in_plain_lines_the_passphrase_opens_it_and_help_works(store: DiskStore) -> None:
    """S12, S16, A1: through a pipe; a draft that was begun before is there after it."""
    group = at_own_words(sealed(store)[0])
    lines = f"cover\nhelp\n1\n2\nnot this\nhelp\n1\n{WORD}\n"
    out = io.StringIO()
    loop.run(group.runner, io.StringIO(lines), out, why="Plain lines.")
    written = out.getvalue()
    under = written[written.index("This screen is covered.") :]
    under, opened = under[: under.index("It is open.")], under[under.index("It is open.") :]
    assert "You matter." in under
    assert "That did not open it." in under
    assert OWN not in under
    assert OWN in opened
    assert WORD not in written


def test_at_a_terminal_the_window_can_be_cleared_first(store: DiskStore) -> None:
    """S12, A1: lines that were written can only be cleared, with a yes."""
    group = at_own_words(sealed(store)[0])
    written = heard(group, "cover", "2", "2", WORD, typing=True).getvalue()
    cleared = written.index("<cleared>")
    under = written[cleared : written.index("It is open.")]
    assert OWN not in under
    assert OWN in written[cleared + len(under) :], "nothing is lost"

"""One suite for every place where a group's own sessions and drafts lie."""

from pathlib import Path

import pytest

from facilitator.adapters.storage.own_sessions import DiskOwnShelf
from facilitator.domain.own_sessions import LONGEST_NAME, Lies, OwnText
from facilitator.files.disk import Disk
from facilitator.ports.outside import NoOwnShelf, OwnShelf
from facilitator.ports.storage import NotSaved
from tests.fakes import MemoryOwnShelf


@pytest.fixture(params=["memory", "disk"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> OwnShelf:
    """Every implementation in turn."""
    if request.param == "memory":
        return MemoryOwnShelf()
    return DiskOwnShelf(Disk(), tmp_path / "groups")


def test_what_was_saved_is_seen_at_once_in_order_of_name(shelf: OwnShelf) -> None:
    """C12: a text comes back letter for letter, new and changed."""
    assert shelf.texts("g", Lies.SESSIONS) == ()
    shelf.save("g", Lies.SESSIONS, "tea", "# ☕ our tea\r\nformat = 1\n")
    shelf.save("g", Lies.SESSIONS, "autumn", "format = 1\n")
    shelf.save("g", Lies.SESSIONS, "tea", "# ☕ our tea\nformat = 1\n")
    assert shelf.texts("g", Lies.SESSIONS) == (
        OwnText("autumn", "format = 1\n"), OwnText("tea", "# ☕ our tea\nformat = 1\n"),
    )  # fmt: skip
    assert shelf.read("g", Lies.SESSIONS, "tea") == "# ☕ our tea\nformat = 1\n"


def test_drafts_and_sessions_and_two_groups_never_mix(shelf: OwnShelf) -> None:
    """M19: one name in four places is four texts."""
    for group in ("g", "h"):
        for lies in Lies:
            shelf.save(group, lies, "tea", f"{group} {lies}")
    shelf.delete("g", Lies.DRAFTS, "tea")
    assert shelf.read("g", Lies.DRAFTS, "tea") is None
    assert shelf.read("h", Lies.DRAFTS, "tea") == "h drafts"
    assert shelf.texts("g", Lies.SESSIONS) == (OwnText("tea", "g sessions"),)


def test_what_is_deleted_is_gone_and_may_be_deleted_twice(shelf: OwnShelf) -> None:
    """A16: taking away what is not there is fine."""
    shelf.save("g", Lies.DRAFTS, "tea", "x = 1\n")
    for _ in range(2):
        shelf.delete("g", Lies.DRAFTS, "tea")
    assert shelf.texts("g", Lies.DRAFTS) == ()


@pytest.mark.parametrize(
    "name", ["", "..", "../tea", "a/b", "Tea", "tea ", "té", "tea.toml", "x" * (LONGEST_NAME + 1)]
)
def test_a_name_that_no_file_of_ours_has_is_refused(shelf: OwnShelf, name: str) -> None:
    """S15: no name leads out of the group's folder."""
    with pytest.raises(NotSaved):
        shelf.save("g", Lies.DRAFTS, name, "x = 1\n")
    shelf.delete("g", Lies.DRAFTS, name)
    assert shelf.read("g", Lies.DRAFTS, name) is None


def test_where_nothing_is_kept_saving_says_so() -> None:
    """S2: nothing is ever said to be saved that is not."""
    shelf = NoOwnShelf()
    with pytest.raises(NotSaved):
        shelf.save("g", Lies.DRAFTS, "tea", "x = 1\n")
    shelf.delete("g", Lies.DRAFTS, "tea")
    assert (shelf.texts("g", Lies.DRAFTS), shelf.read("g", Lies.DRAFTS, "tea")) == ((), None)

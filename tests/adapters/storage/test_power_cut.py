"""A power cut at every call that storage makes, torn and dropped sectors among it (S1, M7)."""

from pathlib import Path

import pytest

from tests.adapters.storage.breaking import Breaking
from tests.adapters.storage.evening import (
    Hopeful,
    Stubborn,
    failed_folder_syncs,
    failed_syncs,
    power_cuts,
)
from tests.adapters.storage.power import RecordingDisk

CUTS_AT_EACH_CALL = 4


def test_a_power_cut_at_any_call_loses_nothing_that_was_told(tmp_path: Path) -> None:
    """S1, M7, S8: answers, closing, forgetting and the book, whatever was not synced yet."""
    came = power_cuts(tmp_path, CUTS_AT_EACH_CALL)
    assert came.tries > 80 * CUTS_AT_EACH_CALL
    assert came.found == set()


@pytest.mark.parametrize(
    ("forgets", "finds"), [("sync", {"kept", "member"}), ("sync-folder", {"kept", "closed"})]
)
def test_the_same_cuts_find_a_store_that_forgets_to_sync(
    tmp_path: Path, forgets: str, finds: set[str]
) -> None:
    """S1: negative controls, without the sync of files and without that of folders."""
    assert finds <= power_cuts(tmp_path, 2, forgets).found


def test_a_sync_that_failed_and_then_a_power_cut_lose_nothing_that_was_told(
    tmp_path: Path,
) -> None:
    """S2: each sync in turn; what was to be written is gone, and is written anew elsewhere."""
    came = failed_syncs(tmp_path, RecordingDisk, only_told=True)
    assert came.tries > 100
    assert came.found == set()


def test_the_same_cuts_find_a_store_that_tries_the_same_descriptor_again(tmp_path: Path) -> None:
    """S2: the negative control believes the second sync."""
    assert "kept" in failed_syncs(tmp_path, Stubborn, only_told=True).found


def test_a_folder_sync_that_failed_is_made_up_for_before_anything_is_told(tmp_path: Path) -> None:
    """S2: names that were made or taken away are synced at the next try, whoever did the first."""
    came = failed_folder_syncs(tmp_path, Breaking)
    assert came.tries > 200
    assert came.found == set()


def test_the_same_cuts_find_a_folder_that_is_taken_as_synced(tmp_path: Path) -> None:
    """S2: the negative control leaves a folder there that was made and never synced."""
    assert {"kept", "group"} <= failed_folder_syncs(tmp_path, Hopeful).found

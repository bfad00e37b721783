"""What the tests of the voice share: made-up players, a made-up child, waiting for a condition."""

import shutil
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.adapters.speech.players import Player
from facilitator.adapters.speech.playing import Playing
from facilitator.adapters.speech.room import Room
from facilitator.adapters.speech.speaker import ChildSpeaker
from facilitator.adapters.speech.worker import CHILD, Worker
from facilitator.domain.speech import Utterance

APLAY: Player = ("aplay", "-q")
CANARY = "marmalade canary"
LONG = Utterance(
    "One and two and three and four and five and six and seven and eight and nine " * 2
)
needs_aplay = pytest.mark.skipif(
    shutil.which("aplay") is None, reason="aplay is not here; .ci/run installs it"
)


class Stage:
    """Makes speakers in one folder, and closes them."""

    def __init__(self, folder: Path) -> None:
        """Nothing speaks yet."""
        self.folder = folder
        self._speakers: list[ChildSpeaker] = []

    def speaker(
        self,
        way: str = "",
        players: tuple[Player, ...] = (APLAY,),
        patience: float = 20.0,
        room: Room | None = None,
        again: float = 60.0,
    ) -> ChildSpeaker:
        """Return a speaker; with a `way` its child is the made-up one."""
        made_up = (sys.executable, str(Path(__file__).parent / "made_up_child.py"))
        child = (*made_up, str(self.folder / "notes"), way) if way else CHILD
        speaker = ChildSpeaker(
            lambda: Worker(child, patience), Playing(lambda: players), room, again=again
        )
        self._speakers.append(speaker)
        return speaker

    def player(self, name: str, body: str) -> Player:
        """Make a made-up player."""
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)
        return (str(path),)

    def quiet(self) -> tuple[Player, ...]:
        """Return a player that plays nothing, and says that all went well."""
        return (self.player("quiet", "exit 0"),)

    def notes(self) -> list[str]:
        """Return what the made-up child was asked."""
        path = self.folder / "notes"
        return path.read_text().splitlines() if path.exists() else []

    def close(self) -> None:
        """End all that runs."""
        for one in self._speakers:
            one.close()


def until(there: Callable[[], bool], what: str) -> None:
    """Wait for a condition; fail when it does not come."""
    end = time.monotonic() + 20
    pause = threading.Event()
    while not there():
        assert time.monotonic() < end, what
        pause.wait(0.01)

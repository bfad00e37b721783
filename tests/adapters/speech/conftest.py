"""A stage for speakers, and a file into which every player writes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.speech.sound import configured
from tests.adapters.speech.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """Make speakers, and close them afterwards."""
    made = Stage(tmp_path)
    yield made
    made.close()


@pytest.fixture
def pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the place of a pipe, yet to be made, into which every player writes."""
    for name, value in configured(tmp_path, tmp_path / "pipe").items():
        monkeypatch.setenv(name, value)
    return tmp_path / "pipe"


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file into which every player writes."""
    for name, value in configured(tmp_path, tmp_path / "out.raw").items():
        monkeypatch.setenv(name, value)
    return tmp_path / "out.raw"

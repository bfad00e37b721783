"""A stick that does not answer holds nobody up, and is met where it is when asked again."""

from threading import Event

import pytest

from facilitator.adapters.sticks.patient import MOST_RUNNING, PatientSticks
from facilitator.domain.sticks import CarriedOut, Trouble
from tests.fakes import FakeSticks

BLUE = "/media/ann/BLUE"
LONG = 30.0


class HangingSticks(FakeSticks):
    """Sticks whose every call waits until the test lets it go on."""

    def __init__(self) -> None:
        """Hang from the start on."""
        super().__init__({BLUE: {"tea.toml": b"tea"}})
        self.gone_on, self.written = Event(), 0

    def files(self, folder: str) -> tuple[str, ...] | Trouble:
        """Wait, then answer."""
        self.gone_on.wait(LONG)
        return super().files(folder)

    def write(self, folder: str, stem: str, body: bytes) -> CarriedOut:
        """Wait, then write."""
        self.gone_on.wait(LONG)
        self.written += 1
        return super().write(folder, stem, body)


def test_what_answers_at_once_is_as_without_it() -> None:
    """C13: five calls, five answers."""
    plain = FakeSticks({BLUE: {"tea.toml": b"tea"}})
    patient = PatientSticks(plain, LONG)
    assert patient.here() == plain.here()
    assert patient.at(BLUE) == plain.at(BLUE)
    assert patient.files(BLUE) == ("tea.toml",)
    assert patient.read(BLUE, "tea.toml") == b"tea"
    assert patient.write(BLUE, "cup", b"cup") == CarriedOut(f"{BLUE}/cup.toml")


def test_a_stick_that_hangs_is_busy_and_later_says_what_came_of_it() -> None:
    """S13: the screen goes on; asked again the same call is not made twice."""
    sticks = HangingSticks()
    patient = PatientSticks(sticks, 0.01)
    for _ in range(3):
        assert patient.write(BLUE, "cup", b"cup") == CarriedOut(trouble=Trouble.BUSY)
        assert patient.files(BLUE) is Trouble.BUSY
    sticks.gone_on.set()
    late = PatientSticks(sticks, LONG)
    late._running = patient._running
    assert late.write(BLUE, "cup", b"cup") == CarriedOut(f"{BLUE}/cup.toml")
    assert sticks.written == 1
    assert isinstance(late.files(BLUE), tuple)


def test_only_so_many_calls_hang() -> None:
    """S13: a thousand tries are not a thousand threads."""
    sticks = HangingSticks()
    patient = PatientSticks(sticks, 0.001)
    for number in range(100):
        patient.files(f"/media/ann/{number}")
    assert len(patient._running) == MOST_RUNNING
    sticks.gone_on.set()


def test_what_the_sticks_raise_is_raised() -> None:
    """S13: a fault of ours is not hidden in a thread."""

    class Faulty(FakeSticks):
        def files(self, folder: str) -> tuple[str, ...] | Trouble:
            raise RuntimeError("ours")

    with pytest.raises(RuntimeError, match="ours"):
        PatientSticks(Faulty(), LONG).files(BLUE)

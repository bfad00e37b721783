"""Every way in which the voice can be missing: silence, one word of trouble, no wait (A11)."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.adapters.speech.leftovers import PREFIX
from facilitator.adapters.speech.making import Gone, NoEngine
from facilitator.adapters.speech.players import find_player
from facilitator.adapters.speech.probe import report_of
from facilitator.adapters.speech.room import Room
from facilitator.adapters.speech.sounds import RESTARTS
from facilitator.adapters.speech.speaker import ChildSpeaker
from facilitator.adapters.speech.worker import Worker
from facilitator.domain.speech import Trouble, Utterance, Voice
from tests.adapters.speech.stage import CANARY, Stage, until

IS_SILENCE = '[ "${1##*/}" = silence.wav ] && exit 0'


def say(speaker: ChildSpeaker, *texts: str) -> Trouble:
    """Say these to the end; return what is wrong then."""
    speaker.say(tuple(Utterance(one) for one in texts), Voice())
    assert speaker.wait_until_said(40)
    return speaker.trouble


def played(folder: Path) -> list[str]:
    """Return which players were given a sentence, in turn."""
    path = folder / "played"
    return path.read_text().split() if path.exists() else []


def noting(stage: Stage, name: str, then: str) -> tuple[str, ...]:
    """Return a player that answers to silence, notes each sentence, and then does this."""
    return stage.player(name, f'{IS_SILENCE}; echo {name} >> "{stage.folder}/played"; {then}')


@pytest.mark.parametrize(
    ("players", "trouble"), [((), Trouble.NO_PLAYER), (("broken",), Trouble.NO_DEVICE)]
)
def test_no_player_and_no_device_are_told_apart(
    stage: Stage, players: tuple[str, ...], trouble: Trouble
) -> None:
    """A11: nothing was made either; the line says which it is."""
    speaker = stage.speaker("fine", tuple(stage.player(one, "exit 1") for one in players))
    told = threading.Event()
    speaker.when_troubled(told.set)
    speaker.say((Utterance(CANARY),), Voice())
    assert told.wait(20)
    assert speaker.wait_until_said(20)
    assert speaker.trouble is trouble
    assert stage.notes() == []


def test_a_player_that_hangs_is_no_player(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A11: the next one is tried."""
    monkeypatch.setattr("facilitator.adapters.speech.players.LIMIT", 0.2)
    hangs = stage.player("hangs", "exec sleep 60")
    fine = stage.player("fine", "exit 0")
    assert find_player((hangs, ("/nowhere/at-all",), fine), stage.folder) == fine


@pytest.mark.skipif(shutil.which("aplay") is None, reason=".ci/run installs aplay")
def test_a_machine_without_a_sound_card_says_so(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A11: the real player of the system, and a card that is not there."""
    conf = tmp_path / "no-card.conf"
    conf.write_text("pcm.!default { type hw card 77 }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(conf))
    assert say(stage.speaker("fine"), "x") is Trouble.NO_DEVICE
    assert stage.notes() == []


def test_without_an_engine_it_says_so_and_does_not_try_for_ever(stage: Stage) -> None:
    """A11: one child, no second; warm() tries anew."""
    speaker = stage.speaker("no-engine", stage.quiet())
    for _ in range(3):
        assert say(speaker, "x") is Trouble.NO_ENGINE
    assert stage.notes() == ["started"]
    speaker.warm()
    assert speaker.wait_until_said(20)
    assert stage.notes() == ["started", "started"]


@pytest.mark.parametrize("way", ["hangs", "dies"])
def test_a_child_that_hangs_or_dies_is_begun_again_and_then_given_up(
    stage: Stage, way: str
) -> None:
    """A11: three times, and no method waits for it."""
    speaker = stage.speaker(way, stage.quiet(), 1.0)
    before = time.monotonic()
    speaker.say((Utterance("x"),), Voice())
    speaker.silence()
    speaker.say((Utterance("y"),), Voice())
    assert time.monotonic() - before < 0.5
    assert speaker.wait_until_said(30)
    assert speaker.trouble is Trouble.STOPPED
    assert stage.notes().count("started") == RESTARTS + 1


def test_a_child_that_was_closed_is_gone_whatever_is_asked_of_it(tmp_path: Path) -> None:
    """A11: the program may end while a sentence is made; no other fault reaches its thread."""
    made_up = Path(__file__).parent / "made_up_child.py"
    for way in ("fine", "hangs"):
        worker = Worker((sys.executable, str(made_up), str(tmp_path / way), way))
        found: list[BaseException] = []
        making = threading.Thread(target=_make, args=(worker, tmp_path / f"{way}.wav", found))
        if way == "hangs":
            making.start()
            until(lambda: CANARY in (tmp_path / "hangs").read_text(), "the child to be asked")
            worker.close()
        else:
            worker.close()
            making.start()
        making.join(20)
        assert [type(one) for one in found] == [Gone], way


def _make(worker: Worker, file: Path, found: list[BaseException]) -> None:
    try:
        worker.make(Utterance(CANARY), Voice(), file)
    except (Gone, OSError, ValueError) as fault:
        found.append(fault)


def test_a_child_killed_between_two_sentences_is_begun_again(stage: Stage) -> None:
    """A11: the next sentence is said."""
    speaker = stage.speaker("fine", stage.quiet())
    assert say(speaker, "one") is Trouble.NONE
    maker = speaker._sounds.maker
    assert maker is not None
    os.kill(maker.pid, 9)
    assert say(speaker, "two") is Trouble.NONE
    assert stage.notes()[-1] == "two"


def test_a_child_killed_while_a_sentence_is_made_is_begun_again(stage: Stage) -> None:
    """A11: the same sentence is made by the next child, long before the first one's time is up."""
    speaker = stage.speaker("waits", (noting(stage, "plays", "exit 0"),), 60.0)
    speaker.say((Utterance("one"),), Voice())
    until(lambda: stage.notes() == ["started", "one"], "the sentence is being made")
    maker = speaker._sounds.maker
    assert maker is not None
    os.kill(maker.pid, 9)
    assert speaker.wait_until_said(20)
    assert speaker.trouble is Trouble.NONE
    assert stage.notes() == ["started", "one", "started", "one"]
    assert played(stage.folder) == ["plays"]


def test_a_child_that_dies_now_and_then_is_begun_again_each_time(stage: Stage) -> None:
    """A11: only deaths in a row count; an afternoon may have more of them than that."""
    speaker = stage.speaker("fine", stage.quiet())
    for number in range(RESTARTS + 3):
        assert say(speaker, f"sentence {number}") is Trouble.NONE
        maker = speaker._sounds.maker
        assert maker is not None
        os.kill(maker.pid, 9)
    assert stage.notes().count("started") == RESTARTS + 3


def test_a_sound_server_that_goes_away_in_the_middle(stage: Stage) -> None:
    """A11: the sentence is played by the next player, and so is all that follows."""
    breaks = noting(stage, "breaks", "exit 1")
    plays = noting(stage, "plays", "exit 0")
    speaker = stage.speaker("fine", (breaks, plays))
    assert say(speaker, "one", "two") is Trouble.NONE
    assert played(stage.folder) == ["breaks", "plays", "plays"]
    assert stage.notes()[1:] == ["one", "two"]


def test_players_that_all_fail_in_the_middle_are_no_loudspeaker(stage: Stage) -> None:
    """A11: each is tried, the first once more; then it is said and the rest is not played."""
    players = (noting(stage, "first", "exit 1"), noting(stage, "second", "exit 1"))
    speaker = stage.speaker("fine", players)
    assert say(speaker, "one", "two") is Trouble.NO_DEVICE
    assert played(stage.folder) == ["first", "second", "first"]
    assert say(speaker, "three") is Trouble.NO_DEVICE
    assert played(stage.folder) == ["first", "second", "first"], "not again at once"


def test_a_player_that_hangs_in_the_middle_is_ended_and_the_next_one_plays(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A11: the voice is never mute for good; the limit is the sound's length and some seconds."""
    monkeypatch.setattr("facilitator.adapters.speech.playing.GRACE", 0.4)
    hangs, plays = noting(stage, "hangs", "exec sleep 3600"), noting(stage, "plays", "exit 0")
    speaker = stage.speaker("fine", (hangs, plays))
    assert say(speaker, "one", "two") is Trouble.NONE
    assert played(stage.folder) == ["hangs", "plays", "plays"]


def test_a_long_sound_is_not_taken_for_a_player_that_hangs(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A11: the control: with a minute to play, the same player is left alone."""
    monkeypatch.setattr("facilitator.adapters.speech.playing.GRACE", 0.4)
    slow = noting(stage, "slow", "sleep 1.5")
    speaker = stage.speaker("long", (slow, noting(stage, "other", "exit 0")))
    assert say(speaker, "one") is Trouble.NONE
    assert played(stage.folder) == ["slow"]


def test_headphones_pulled_out_and_plugged_in_again(stage: Stage, tmp_path: Path) -> None:
    """A11: it is said; once they are back the voice is too, and nobody has to ask."""
    pulled = tmp_path / "pulled"
    plays = stage.player("plays", f'[ -e "{pulled}" ] && exit 1; exit 0')
    speaker = stage.speaker("fine", (plays,), again=0.0)
    assert say(speaker, "one") is Trouble.NONE
    pulled.touch()
    assert say(speaker, "two") is Trouble.NO_DEVICE
    assert say(speaker, "three") is Trouble.NO_DEVICE
    pulled.unlink()
    assert say(speaker, "four") is Trouble.NONE
    assert stage.notes()[-1] == "four"


def test_a_language_without_a_voice_is_read_by_another_and_said(stage: Stage) -> None:
    """5.1.3.14: speech goes on."""
    speaker = stage.speaker("no-voice", stage.quiet())
    speaker.say((Utterance("halò", "gd"),), Voice())
    assert speaker.wait_until_said(20)
    assert speaker.trouble is Trouble.NO_VOICE
    assert stage.notes()[-1] == "halò"


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """Return a place in memory in which there is room for one small file; it is really full."""
    place = tmp_path / "full"
    place.mkdir()
    asked = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(place)]
    if not sys.platform.startswith("linux") or shutil.which("mount") is None:
        pytest.skip("needs mount")
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_memory_disk_is_left_for_the_real_one(
    stage: Stage, full: Path, tmp_path: Path
) -> None:
    """A11: the real engine and a real full disk; the sentence is said from the other place."""
    other = tmp_path / "other"
    other.mkdir()
    speaker = stage.speaker("", (noting(stage, "plays", "exit 0"),), room=Room((full, other)))
    assert say(speaker, "A sentence that is longer than the little room in there.") is Trouble.NONE
    assert played(stage.folder) == ["plays"]
    assert speaker._sounds.room.folder().parent == other
    assert list(full.iterdir()) == []


def test_no_room_anywhere_is_said_and_tried_anew_when_somebody_asks(
    stage: Stage, full: Path
) -> None:
    """A11: no child hangs in it; with room again the voice is back."""
    speaker = stage.speaker("", (noting(stage, "plays", "exit 0"),), room=Room((full,)))
    assert say(speaker, "A sentence that is longer than the little room in there.") is (
        Trouble.NO_ROOM
    )
    assert played(stage.folder) == []
    subprocess.run(["mount", "-o", "remount,size=4m", str(full)], check=True)
    speaker.warm()
    assert say(speaker, "A sentence that is longer than the little room in there.") is Trouble.NONE
    assert played(stage.folder) == ["plays"]


def test_what_a_killed_program_said_is_removed_at_the_next_start(tmp_path: Path) -> None:
    """S10: its folder goes; that of one that still runs, and what is not ours, stay."""
    gone = subprocess.run(
        (sys.executable, "-c", "import os; print(os.getpid())"), capture_output=True, check=True
    )
    left, others = tmp_path / f"{PREFIX}{int(gone.stdout)}-abc", tmp_path / "facilitator-1-abc"
    for folder in (left, others):
        folder.mkdir()
        (folder / "1-0.wav").touch()
    running = Room([tmp_path])
    kept = running.folder()
    assert kept.is_dir()
    assert Room([tmp_path]).folder() != kept
    assert kept.is_dir(), "of this very program, which runs"
    assert others.is_dir()
    assert not left.exists()
    running.close()


def test_a_place_that_is_not_there_is_passed_over(stage: Stage, tmp_path: Path) -> None:
    """A11: a machine without /dev/shm uses the disk; with neither it says so."""
    room = Room((tmp_path / "nowhere", tmp_path))
    assert say(stage.speaker("fine", stage.quiet(), room=room), "one") is Trouble.NONE
    nowhere = stage.speaker("fine", stage.quiet(), room=Room((tmp_path / "nowhere",)))
    assert say(nowhere, "one") is Trouble.NO_ROOM


def test_a_folder_deleted_between_two_sentences_is_made_again(stage: Stage) -> None:
    """A11: a cleaner of temporary files takes no voice away."""
    speaker = stage.speaker("fine", (noting(stage, "plays", "exit 0"),))
    assert say(speaker, "one") is Trouble.NONE
    shutil.rmtree(speaker._sounds.room.folder())
    assert say(speaker, "two") is Trouble.NONE
    assert played(stage.folder) == ["plays", "plays"]


def test_a_folder_deleted_while_it_speaks_is_no_fault_of_the_player(stage: Stage) -> None:
    """A11: the sentence whose file is gone is lost; the next request is said."""
    takes = noting(stage, "plays", f'[ -e "{stage.folder}/calm" ] || rm -r "${{1%/*}}"; cat "$1"')
    speaker = stage.speaker("fine", (takes,))
    assert say(speaker, "one", "two") is Trouble.NONE
    (stage.folder / "calm").touch()
    before = len(played(stage.folder))
    assert say(speaker, "three") is Trouble.NONE
    assert len(played(stage.folder)) == before + 1


def test_the_doctor_names_engine_and_player_and_what_is_wrong(stage: Stage) -> None:
    """A11: played to its end, or why not; both are looked for, whichever is missing."""

    def none() -> Worker:
        raise NoEngine

    def dies() -> Worker:
        raise Gone

    plays = stage.player("plays", "exit 0")
    fine = report_of("x", stage.speaker("fine", (plays,)), none)
    assert (fine.engine, fine.player, fine.trouble) == ("made-up", "plays", Trouble.NONE)
    for begin, engine in ((none, ""), (dies, ""), (Worker, "wheel")):
        mute = report_of("x", stage.speaker("fine", ()), begin)
        assert (mute.player, mute.trouble) == ("", Trouble.NO_PLAYER)
        assert mute.engine in (engine, "system" if engine else "")
    deaf = report_of("x", stage.speaker("no-engine", (plays,)), none)
    assert (deaf.engine, deaf.player, deaf.trouble) == ("", "plays", Trouble.NO_ENGINE)

"""A group with a passphrase, by the program itself: piped, and in a terminal (S9)."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.domain.records import Seal
from facilitator.engine.house.recovery import key_of, words_of
from facilitator.wording import sealing
from tests.adapters.storage.sealed import WORD, holds, reopened
from tests.contracts.test_storage import closed, sealed_store
from tests.e2e.kiosk_machine import rest
from tests.e2e.test_command_line import facilitator
from tests.e2e.test_meeting_by_keys import cells_as_image, read_by_two
from tests.terminal import Terminal

CANARY = "yellow canary"
ROOT = Path(__file__).parents[2]


def sealed_folder(data: Path) -> None:
    """Make a data folder with one sealed group that keeps one meeting."""
    from facilitator.domain.records import Group, KeptAnswer

    store = sealed_store(data, "our-group")
    store.book.add_group(Group("our-group", "Our group"))
    said = KeptAnswer("x", "Keep", "", "keep", CANARY)
    store.meetings.close(replace(closed(), group_id="our-group", answers=(said,)))
    store.close()


def test_a_piped_program_asks_for_the_passphrase_and_opens(tmp_path: Path) -> None:
    """S9, A1: wrong first, then right, then home with its past meetings."""
    sealed_folder(tmp_path)
    done = facilitator("--plain", given=f"wrong one\n{WORD}\n2\n1\n", data=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "What is our passphrase?" in done.stdout
    assert "That did not open it." in done.stdout
    assert CANARY in done.stdout
    shut = facilitator("--plain", given="wrong one\n", data=tmp_path)
    assert CANARY not in shut.stdout
    assert shut.returncode == 0


def test_the_passphrase_is_nowhere_but_in_heads(tmp_path: Path) -> None:
    """S9, S10: set by lines; not in what is written, in no file, in no file for a moment."""
    typed = "brave little lighthouse keeper"
    line = f"{typed}\n"
    data, temporary = tmp_path / "data", tmp_path / "temporary"
    temporary.mkdir()
    lines = f"4\n7\n2\n{line}{line}"
    done = facilitator("--plain", given=lines, data=data, TMPDIR=str(temporary))
    assert "Write these 16 words on paper." in done.stdout, done.stdout[-600:]
    assert typed not in done.stdout + done.stderr
    assert not holds(data, typed)
    assert not list(temporary.iterdir())


def test_lists_and_exports_need_the_passphrase_and_say_so(tmp_path: Path) -> None:
    """S9: without a terminal, exit 2 and one line; nothing is forgotten either."""
    sealed_folder(tmp_path)
    for command in (("meetings",), ("export", "m1"), ("forget", "m1")):
        done = facilitator(*command, given=f"{WORD}\n", data=tmp_path)
        assert done.returncode == 2, command
        assert done.stdout == ""
        assert "are locked. Run this in a terminal" in done.stderr
    store = reopened(tmp_path, "our-group")
    assert store.meetings.read("our-group", "m1") is not None
    store.close()


def test_keys_that_are_damaged_are_said_on_the_command_line(tmp_path: Path) -> None:
    """S3, S9: exit 2 and what happened."""
    sealed_folder(tmp_path)
    (tmp_path / "groups/our-group/keys.jsonl").write_bytes(b"{")
    done = facilitator("export", "m1", data=tmp_path)
    assert done.returncode == 2
    assert "damaged or gone" in done.stderr


def test_no_option_takes_a_passphrase() -> None:
    """S9, S10: the list of processes is for everybody on the machine."""
    shown = facilitator("--help").stdout
    assert "pass" not in shown.casefold()


def test_a_group_without_a_passphrase_loads_no_cipher(tmp_path: Path) -> None:
    """P1: the library is loaded when a passphrase is set or asked for."""
    code = (
        "import sys; from facilitator.__main__ import main\n"
        "code = main(['--plain', '--data', sys.argv[1]])\n"
        "print([name for name in sys.modules if 'cryptography' in name or '.sealing.' in name])\n"
        "print([n for n in sys.modules if n.endswith(('storage.keys', 'sealed_records'))])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        input="", capture_output=True, text=True, timeout=60, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert done.stdout.endswith("[]\n[]\n"), done.stdout[-300:]


def test_a_sealed_meeting_survives_a_kill_at_any_answer(tmp_path: Path) -> None:
    """M7, S9: by lines; after each kill the passphrase opens it at the same meeting."""
    sealed_folder(tmp_path)
    child = subprocess.Popen(
        [sys.executable, "-m", "facilitator", "--plain", "--data", str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(f"{WORD}\n1\n1\n1\n1\nHeron Canary\n")
    child.stdin.flush()
    came = ""
    for line in child.stdout:
        came += line
        if "Heron Canary" in line:
            break
    assert "Heron Canary" in came, came
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdin.close()
    child.stdout.close()
    assert not holds(tmp_path, "Heron Canary")
    store = reopened(tmp_path)
    assert store.seals.state("our-group") is Seal.SHUT
    store.seals.open("our-group", WORD)
    (one,) = store.meetings.unfinished("our-group")
    happened = store.meetings.resume("our-group", one.id)[1]
    assert any(getattr(event, "name", "") == "Heron Canary" for event in happened)
    store.close()


def test_kills_at_random_moments_lose_nothing_acknowledged(tmp_path: Path) -> None:
    """S1, S9, M7: the chain is whole after every kill, and is gone on with by the next writer.

    The kills are those of tests/e2e/test_kill.py, which has the control that loses.
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.sealed_kills", str(tmp_path), "100"],
        capture_output=True, text=True, timeout=300, check=False, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    came = json.loads(done.stdout)
    assert came["tries"] == 100
    assert came["acknowledged"] > 100
    assert (came["lost"], came["unreadable"]) == (0, 0)


def program(data: Path, *words: str) -> list[str]:
    """Return the command of the program on a data folder."""
    return [sys.executable, "-m", "facilitator", "--data", str(data), *words]


def test_an_export_asks_on_the_terminal_and_shows_nothing_of_it(tmp_path: Path) -> None:
    """S9: a wrong one first, as often as wanted; what is typed is never seen."""
    sealed_folder(tmp_path)
    with Terminal(program(tmp_path, "export", "m1")) as window:
        window.wait_text("Passphrase of Our group:")
        window.send("not this one\r")
        window.wait_text("That did not open it.")
        window.wait_for(lambda: window.text.count("Passphrase of") == 2)
        window.send(f"{WORD}\r")
        window.wait_text(CANARY)
        assert window.wait_end() == 0
        assert b"not this" not in bytes(window.raw)
        assert WORD.encode() not in bytes(window.raw)


def test_an_export_says_what_is_not_as_it_was_left(tmp_path: Path) -> None:
    """S9: once the group is open, in the words of the first screen; what is right is given."""
    sealed_folder(tmp_path)
    store = reopened(tmp_path, "our-group")
    store.meetings.close(replace(closed("m2"), group_id="our-group"))
    store.close()
    (tmp_path / "groups/our-group/meetings/m2.json").unlink()
    with Terminal(program(tmp_path, "export", "m1")) as window:
        window.wait_text("Passphrase of Our group:")
        window.send(f"{WORD}\r")
        window.wait_text(sealing.AS_LEFT_GONE_ONE)
        window.wait_text(CANARY)
        assert window.wait_end() == 0


def test_the_full_screen_masks_the_passphrase_and_opens(tmp_path: Path) -> None:
    """S9, A18: dots while it is typed; wrong ones are said; the words are not in the window."""
    sealed_folder(tmp_path)
    with Terminal(program(tmp_path)) as window:
        window.wait_text("What is our passphrase?")
        window.send("wrong one\r")
        window.wait_text("That did not open it.")
        window.send(f"{WORD}\r")
        window.wait_text("Past meetings")
        for word in ("wrong one", WORD, "birds"):
            assert word.encode() not in bytes(window.raw), word
        listed = Path(f"/proc/{window.pid}/cmdline").read_bytes()
        assert b"birds" not in listed
        assert b"birds" not in Path(f"/proc/{window.pid}/environ").read_bytes()


def test_the_full_screen_shows_the_recovery_words_and_their_code(tmp_path: Path) -> None:
    """S9: all sixteen can be read on one screen, in order."""
    with Terminal(program(tmp_path), 100, 40) as window:
        window.wait_text("Start a meeting")
        for keys, then in (
            ("4\r", "What about our group?"),
            ("7\r", "locked with a passphrase?"),
            ("2\r", "Which passphrase shall lock"),
            (f"{WORD}\r", "Type it once more"),
            (f"{WORD}\r", "Write these 16 words"),
        ):
            window.send(keys)
            window.wait_text(then)
        window.wait_text("Words 13 to 16")
        assert window.text.count("Words ") >= 4


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
def test_the_code_of_the_recovery_words_is_read_by_two_decoders(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """S9, T1: a phone gets the sixteen words that stand beside it, and they are a key."""
    command = [sys.executable, "-m", "facilitator", "--data", str(tmp_path)]
    with Terminal(command, *size) as window:
        window.wait_for(lambda: "Our group" in window.text)
        for keys in ("4\r", "7\r", "2\r", f"{WORD}\r", f"{WORD}\r"):
            rest(window)
            window.send(keys)
        window.wait_for(lambda: "Words 13 to 16" in window.text)
        rest(window)
        by_zxing, by_opencv = read_by_two(cells_as_image(window))
        assert by_zxing == by_opencv
        key = key_of(by_zxing)
        assert key is not None
        assert len(key) == 16
        left = " ".join(row.partition("  ")[0].strip() for row in window.rows)
        shown = "".join(one if one.isalpha() else " " for one in left).casefold().split()
        there = iter(shown)
        assert all(word in there for word in words_of(key)), "in the order of the paper"


def test_the_cover_locks_on_the_full_screen_and_leads_back_to_the_same_line(tmp_path: Path) -> None:
    """S12, S9: Insert in the middle of a name; a wrong passphrase, help, then the right one."""
    sealed_folder(tmp_path)
    with Terminal(program(tmp_path)) as window:
        window.wait_text("What is our passphrase?")
        for keys, then in (
            (f"{WORD}\r", "Past meetings"), ("1\r", "Which session"), ("1\r", "sees this screen"),
            ("1\r", "may this machine keep"), ("1\r", "Who is here today"),
            ("Ann and B", "Ann and B"),
        ):  # fmt: skip
            window.send(keys)
            window.wait_text(then)
        window.send("\x1b[2~")
        window.wait_text("This screen is covered.")
        window.wait_for(lambda: "Ann and B" not in window.text, "the words beneath are gone")
        window.send("2\rnot this one\r")
        window.wait_text("That did not open it.")
        window.send("\x1bOP")
        window.wait_text("You matter.")
        window.send("/")
        window.wait_text("This screen is covered.")
        window.send(f"2\r{WORD}\r")
        window.wait_text("Ann and B")
        window.wait_text("It is open.")
        for word in ("not this", "birds"):
            assert word.encode() not in bytes(window.raw), word
        window.send("\x1b[2~")
        window.wait_text("This screen is covered.")
        window.send("1\r")
        window.wait_text("How shall we open it?")
        window.send("3\r")
        assert window.wait_end() == 0

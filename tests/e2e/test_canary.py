"""One person's words are where the group said they may be, and nowhere else (S6, S8, S10, S11).

Everything that the program wrote is looked through: its folder, its home, its temporary
folder, the list of processes, the window. Each search has its control.
"""

import re
import subprocess
import sys
from pathlib import Path

import pyte
import pytest

from facilitator.domain.answers import Answer, Chosen, ChosenSeveral, Typed
from facilitator.domain.events import Keep
from facilitator.domain.prompt import Acknowledge, ChooseOne, Prompt, WriteText
from tests.e2e.by_screen import Screen
from tests.frontends.test_same_meeting import Leader, keys_for
from tests.scenario import Scenario, shipped
from tests.terminal import ROOT, Terminal

SESSION = shipped("first-meeting")
CANARY, NAME = "Canaryheron", "Zebedee"
WORD = "blue kettle"
AUDITED = (sys.executable, str(ROOT / "tests/e2e/audited_program.py"))
NEW = re.compile(r"\.[^/]+\.[0-9a-f]{16}\.new$")
"""The name by chance of a file that is being made."""

TITLE = re.compile(rb"\x1b\][0-2];(.*?)(?:\x07|\x1b\\)", re.DOTALL)


class Typist(Leader):
    """Whoever leads; everybody types the canary wherever anything is typed."""

    def __init__(self, keep: Keep) -> None:
        """Let the group keep so much."""
        super().__init__()
        self.keep = keep

    def answer(self, prompt: Prompt) -> Answer:
        """Return what is answered here."""
        part = prompt.id.rpartition("/")[2]
        if prompt.id == "keeping":
            return Chosen(self.keep)
        if isinstance(prompt.input, WriteText):
            if prompt.input.hidden:
                return Typed(WORD)
            if prompt.id == "names-0":
                return Typed(f"{NAME}a, {NAME}b and {NAME}c")
            if prompt.id.startswith("names-"):
                return Chosen("all")
            if part in ("asks-2", "gives-2"):
                return Chosen(prompt.input.ready[0].id)  # so that all of it is on one leaf
            self.typed += 1
            return Typed(f"{CANARY}{chr(97 + self.typed % 26)}")
        if isinstance(prompt.input, ChooseOne) and part == "more" and self.keep is Keep.GROUP:
            return Chosen("lock")
        return super().answer(prompt)


def places(tmp: Path) -> dict[str, str]:
    """Return an environment whose every folder lies in `tmp`."""
    names = {
        "HOME": "home", "TMPDIR": "tmp", "XDG_DATA_HOME": "share", "XDG_CONFIG_HOME": "config",
        "XDG_CACHE_HOME": "cache", "XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "run",
    }  # fmt: skip
    for one in names.values():
        (tmp / one).mkdir(exist_ok=True)
    return {"PYTHONDONTWRITEBYTECODE": "1", **{name: str(tmp / at) for name, at in names.items()}}


def holders(tmp: Path, words: str = CANARY) -> list[str]:
    """Return every file below `tmp` that holds these words, in its name or its bytes."""
    found = []
    for path in tmp.rglob("*"):
        is_named = words.casefold() in path.name.casefold()
        if is_named or (path.is_file() and words.encode() in path.read_bytes()):
            found.append(str(path.relative_to(tmp)))
    return sorted(found)


def outside(tmp: Path) -> list[str]:
    """Return what the program wrote outside of `tmp`, and what it started."""
    lines = (tmp / "note").read_text("utf-8").splitlines()
    allowed = (str(tmp), "/dev/null", "/dev/tty")
    # A new file is made in a folder that is held open, which stands in the note before it.
    known = [one for one in lines if one.startswith(allowed) or one.isdecimal() or NEW.match(one)]
    return [one for one in lines if one not in known]


def processes() -> str:
    """Return the command lines of all processes, as anybody on the machine can read them."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found.append(path.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
        except OSError:  # that one has ended
            continue
    return "\n".join(found)


def script_of(keep: Keep) -> list[tuple[Prompt, Answer]]:
    """Return a whole meeting, prompt by prompt, back to the first screen."""
    group, leader = Scenario.machine(SESSION), Typist(keep)
    script: list[tuple[Prompt, Answer]] = []
    while not script or group.prompt.id != "home":
        answer = leader.answer(group.prompt)
        script.append((group.prompt, answer))
        assert group.answer(answer), (group.prompt.id, group.notice)
    return script


def pressed(prompt: Prompt, answer: Answer) -> str:
    """Return the keys of an answer on the full screen."""
    keys = ""
    for line in keys_for(prompt.input, answer):
        typed = line.replace(" ", "") if isinstance(answer, ChosenSeveral) else line
        # Enter alone, straight after Enter, would be a key that is held down (A19).
        keys += typed or ("1" if isinstance(prompt.input, Acknowledge) else "")
        keys += "\r"
    return keys


@pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="needs /proc")
@pytest.mark.parametrize("keep", [Keep.TODAY, Keep.NOTHING])
def test_a_meeting_on_the_full_screen_leaves_no_word_anywhere(tmp_path: Path, keep: Keep) -> None:
    """S6, S10, S11: no file, no process, no title, no scrollback, nothing on the next screen."""
    command = (*AUDITED, str(tmp_path / "note"), "--data", str(tmp_path / "data"))
    group, leader = Scenario.machine(SESSION), Typist(keep)
    seen: set[str] = set()
    with Terminal(command, env=places(tmp_path)) as window:
        screen = Screen(window)
        while not seen or group.prompt.id != "home":
            screen.wait(group)
            prompt = group.prompt
            if prompt.id.endswith("/@hand-over"):
                seen.add("hand-over")
                assert CANARY not in window.text, "S11: the last answer cannot be seen"
            if prompt.id == "@close//finish":
                held = [one for one in holders(tmp_path) if not one.startswith("data/groups/")]
                assert held == [], "no other file, in the middle of it"
                assert bool(holders(tmp_path)) is (keep is Keep.TODAY), "the control"
                assert CANARY not in processes()
                limits = Path(f"/proc/{window.pid}/limits").read_text("utf-8")
                assert re.search(r"Max core file size\s+0\s+0\s", limits), "no core dump"
            if CANARY in window.text:
                seen.add("canary")
            answer = leader.answer(prompt)
            window.send(pressed(prompt, answer))
            assert group.answer(answer)
            seen.add(prompt.id)
        screen.wait(group)
        assert seen >= {"canary", "hand-over"}, "the control: it was typed, seen, handed over"
        ends = next(
            at for at, one in enumerate(group.prompt.input.choices, 1)  # type: ignore[union-attr]
            if one.id == "end"
        )  # fmt: skip
        window.send(f"{ends}\r")
        assert window.wait_end() == 0
        raw = bytes(window.raw)
    assert holders(tmp_path) == holders(tmp_path, NAME) == []
    assert outside(tmp_path) == []
    assert [title for title in TITLE.findall(raw) if CANARY.encode() in title] == []
    opens, closes = raw.index(b"\x1b[?1049h"), raw.rindex(b"\x1b[?1049l")
    assert opens < raw.index(CANARY[:4].encode())
    assert CANARY[:4].encode() not in raw[closes:]
    history = pyte.HistoryScreen(80, 24, history=10_000)
    pyte.ByteStream(history).feed(raw)
    assert not history.history.top, "nothing ever scrolled off, so nothing is in the scrollback"


def lines_of(script: list[tuple[Prompt, Answer]]) -> str:
    """Return the same meeting for plain lines."""
    return "".join(
        f"{line}\n" for prompt, answer in script for line in keys_for(prompt.input, answer)
    )


def run(tmp: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run the audited program on pipes."""
    env = {**places(tmp), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PATH": "/usr/bin:/bin"}
    command = (*AUDITED, str(tmp / "note"), "--data", str(tmp / "data"), *arguments)
    return subprocess.run(
        command, input=given, capture_output=True, text=True, check=False, env=env
    )


@pytest.mark.parametrize("keep", list(Keep))
def test_in_plain_lines_words_are_where_the_group_said(tmp_path: Path, keep: Keep) -> None:
    """S6: in the closed file and the book, or nowhere; never in what goes to standard error."""
    done = run(tmp_path, "--plain", given=lines_of(script_of(keep)))
    assert (done.returncode, done.stderr) == (0, "")
    assert "We've finished." in done.stdout
    held = [one for one in holders(tmp_path) if "/meetings/" not in one]
    assert held == (["data/groups/our-group/book.json"] if keep is Keep.GROUP else [])
    assert bool(holders(tmp_path)) is (keep is Keep.GROUP), "the control"
    assert holders(tmp_path, WORD) == [], "of a person's own word there is only a hash"
    assert bool(holders(tmp_path, NAME)) is (keep is Keep.GROUP)
    assert outside(tmp_path) == []


def test_forgetting_takes_every_byte_and_giving_needs_the_word(tmp_path: Path) -> None:
    """S8, C3: on the command line: the wrong word, the right one, then forget each and all."""
    run(tmp_path, "--plain", given=lines_of(script_of(Keep.GROUP)))
    (file,) = (tmp_path / "data/groups/our-group/meetings").glob("*.json")
    meeting = file.stem
    listed = run(tmp_path, "meetings").stdout
    assert meeting in listed
    names = re.findall(r'"people": \[(.*?)\]', file.read_text("utf-8"), re.DOTALL)[0]
    people = re.findall(r'"(.+?)"', names)
    wrong = run(tmp_path, "export", meeting, "--person", given=f"{people[0]}\nred\n")
    assert (wrong.returncode, CANARY in wrong.stdout + wrong.stderr) == (2, False)
    for shape in ("text", "csv", "json"):
        command = ("export", meeting, "--person", "--format", shape)
        right = run(tmp_path, *command, given=f"{people[0]}\n{WORD}\n")
        assert (right.returncode, CANARY in right.stdout) == (0, True)
    for person in people:
        done = run(tmp_path, "forget", meeting, "--yes", "--person", given=f"{person}\n")
        assert done.returncode == 0
        assert person not in file.read_text("utf-8")
    assert run(tmp_path, "forget", meeting, "--yes").returncode == 0
    left = holders(tmp_path)
    assert holders(tmp_path, NAME) == []
    assert not file.exists()
    assert (tmp_path / "data/groups/our-group/gone.txt").read_text("utf-8") == f"{meeting}\n"
    assert left == ["data/groups/our-group/book.json"], "the group's agreement is the group's own"
    assert '"members": {}' in (tmp_path / left[0]).read_text("utf-8")


def test_the_search_finds_what_it_looks_for(tmp_path: Path) -> None:
    """The control of all of these: a name, a file, a log, and a write outside."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / f"{CANARY.lower()}.txt").write_text("x")
    (tmp_path / "log").write_text(f"answer {CANARY}")
    assert holders(tmp_path) == [f"deep/{CANARY.lower()}.txt", "log"]
    (tmp_path / "note").write_text("/etc/elsewhere\nstarted\n")
    assert outside(tmp_path) == ["/etc/elsewhere", "started"]
    child = subprocess.Popen((sys.executable, "-c", "input()", CANARY), stdin=subprocess.PIPE)
    try:
        assert any(CANARY in processes() for _ in range(100))
    finally:
        child.communicate(b"\n")

"""The program itself, started as a person starts it."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from facilitator.adapters.storage.disk import DiskStore
from facilitator.domain.kept import Story
from facilitator.domain.own_sessions import Lies
from facilitator.domain.records import Group
from facilitator.domain.things import Things
from tests.scenario import SHIPPED

ROOT = Path(__file__).parents[2]
CANARY = "canary-in-private"


def facilitator(
    *words: str, given: str = "", data: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program with lines on its input; return what it wrote and its exit code.

    LARGEST in the environment is the most bytes that a file which it writes may have.
    """
    limit = ["prlimit", f"--fsize={environment['LARGEST']}"] if "LARGEST" in environment else []
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm", **environment}
    env.pop("FACILITATOR_PLAIN", None) if "FACILITATOR_PLAIN" not in environment else None
    options = ["--data", str(data)] if data else []
    return subprocess.run(
        [*limit, sys.executable, "-m", "facilitator", *options, *words],
        input=given, capture_output=True, text=True, timeout=60, check=False, env=env,
    )  # fmt: skip


def kept_meeting(data: Path) -> str:
    """Hold a meeting whose words are kept for the group, one private plan in it; return its id."""
    names = "Heron, Oak, River and Robin\n\n"
    before = "1\n1\n1\n2\n" + names
    to_plan = "1\n" + "1\n1\n" * 2 + "1\n" + "3\n" + "1\n1\n" + "1\n" + "1\n"
    plan = f"2\n1\n6\n{CANARY}\n6\nsoon\n9\n1\n1\n"
    rest = "2\n1\n" + "3\n" + "2\n" + "1\n1\n1\n"
    done = facilitator("--plain", given=before + to_plan + plan + rest, data=data)
    assert "The words are kept for your group." in done.stdout, done.stdout[-2000:]
    listed = facilitator("meetings", data=data)
    return listed.stdout.split(":")[0]


def test_no_terminal_means_plain_lines_and_it_says_so(tmp_path: Path) -> None:
    """A1: standard input is no terminal; end of input exits 0."""
    done = facilitator(data=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("Plain lines, because there is no full screen here.\n")
    assert done.stderr == ""


def test_a_standard_input_that_is_closed_is_no_input(tmp_path: Path) -> None:
    """A1, S13: it ends well, and on a machine of our own with the code that starts it again."""
    program = f'exec "{sys.executable}" -m facilitator --data "{tmp_path}"'
    for option, code in (("", 0), (" --kiosk", 143)):
        line = f"{program}{option} <&-"
        done = subprocess.run(
            ["sh", "-c", line],
            capture_output=True, text=True, timeout=60, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )  # fmt: skip
        assert done.returncode == code
        assert done.stderr == ""
        assert "What was saved is safe." in done.stdout


def test_where_nobody_closed_a_machine_of_our_own_it_is_started_again(tmp_path: Path) -> None:
    """S13: a pipe that ends is not the group's word; the word itself ends it with 0."""
    word = "1\nmango\nmango\n"
    assert facilitator("--kiosk", given=word, data=tmp_path).returncode == 143
    assert facilitator("--kiosk", given="5\n2\nmango\n", data=tmp_path).returncode == 0


def test_the_first_line_says_why_it_is_plain(tmp_path: Path) -> None:
    """A1: flag, environment, a terminal that shows lines only."""
    assert "you asked" in facilitator("--plain", data=tmp_path).stdout.split("\n")[0]
    said = facilitator(data=tmp_path, FACILITATOR_PLAIN="1").stdout.split("\n")[0]
    assert "FACILITATOR_PLAIN" in said
    assert "lines only" in facilitator(data=tmp_path, TERM="dumb").stdout.split("\n")[0]


def test_a_meeting_through_a_pipe_is_kept_listed_exported_and_forgotten(tmp_path: Path) -> None:
    """A1, C3, S8: an export holds what the group saw; a person and a meeting can be forgotten."""
    meeting = kept_meeting(tmp_path)
    stored = (tmp_path / f"groups/our-group/meetings/{meeting}.json").read_text("utf-8")
    assert CANARY in stored, "the control: the group chose to keep words"
    for shape in ("text", "json", "csv"):
        out = facilitator("export", meeting, "--format", shape, data=tmp_path).stdout
        assert "Talking in pairs" in out
        assert CANARY not in out
        if shape == "json":
            assert json.loads(out)["people"] == 4
    of_one = ("forget", meeting, "--yes", "--person")
    assert facilitator(*of_one, given="Nobody\n", data=tmp_path).returncode == 2
    assert facilitator(*of_one, given="heron\n", data=tmp_path).returncode == 0
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or CANARY.encode() not in path.read_bytes(), path
    assert "people: 3" in facilitator("meetings", data=tmp_path).stdout
    assert facilitator("forget", meeting, "--yes", data=tmp_path).returncode == 0
    assert facilitator("meetings", data=tmp_path).stdout == "No meetings are kept here.\n"


def test_what_is_deleted_on_the_command_line_is_said_first_and_asked_about(tmp_path: Path) -> None:
    """S8, A15: only a typed yes deletes; the end of the input is a no, and so is all else."""
    meeting = kept_meeting(tmp_path)
    before = facilitator("meetings", data=tmp_path).stdout
    for person, name in (((), ""), (("--person",), "heron\n")):
        for given in ("", "no\n", "y\n", "\n", "yes please\n"):
            done = facilitator("forget", meeting, *person, given=name + given, data=tmp_path)
            assert (done.returncode, done.stdout) == (2, ""), given
            assert "It cannot be brought back." in done.stderr
            assert "A first meeting, " in done.stderr
            assert ("words of Heron" in done.stderr) is bool(person)
            assert done.stderr.endswith("Nothing was deleted.\n")
    assert facilitator("meetings", data=tmp_path).stdout == before
    done = facilitator("forget", meeting, "--person", given="heron\n Yes\n", data=tmp_path)
    assert (done.returncode, done.stdout) == (0, "The words of Heron are gone from that meeting.\n")
    assert facilitator("forget", meeting, given="yes\n", data=tmp_path).returncode == 0
    assert facilitator("meetings", data=tmp_path).stdout == "No meetings are kept here.\n"


def test_an_unfinished_meeting_is_asked_about_too(tmp_path: Path) -> None:
    """S8, A15: the whole, and one person of it; whoever was not there is said at once."""
    start = "1\n1\n1\n1\nZebedee\n\n1\n1\n2\n" + CANARY + "\n"
    facilitator("--plain", given=start, data=tmp_path)
    (journal,) = tmp_path.rglob("*.journal")
    before = journal.read_bytes()
    for more, name, said in (
        ((), "", "meeting A first meeting, "),
        (("--person",), "zebedee\n", "of Zebedee"),
    ):
        done = facilitator("forget", journal.stem, *more, given=f"{name}no\n", data=tmp_path)
        assert done.returncode == 2
        assert said in done.stderr
    nobody = facilitator("forget", journal.stem, "--person", given="Nobody\nyes\n", data=tmp_path)
    assert "It cannot be brought back." not in nobody.stderr
    assert journal.read_bytes() == before
    assert facilitator("forget", journal.stem, given="yes\n", data=tmp_path).returncode == 0
    assert not journal.exists()


def test_until_we_finish_today_leaves_no_word_on_the_disk(tmp_path: Path) -> None:
    """S6: canary in no file after the close; the control finds it before."""
    start = "1\n1\n1\n1\nZebedee\n\n1\n1\n2\n" + CANARY + "\n"
    facilitator("--plain", given=start, data=tmp_path)
    found = [
        one for one in tmp_path.rglob("*") if one.is_file() and CANARY.encode() in one.read_bytes()
    ]
    assert len(found) == 1
    facilitator("--plain", given="1\n" * 40, data=tmp_path)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert CANARY.encode() not in path.read_bytes()
            assert b"Zebedee" not in path.read_bytes()


def test_one_person_of_an_unfinished_meeting_is_forgotten_and_the_others_stay(
    tmp_path: Path,
) -> None:
    """S8: the open journal is written anew; nobody else's words go."""
    start = "1\n1\n1\n1\nZebedee\n\n1\n1\n2\n" + CANARY + "\n"
    facilitator("--plain", given=start, data=tmp_path)
    (journal,) = tmp_path.rglob("*.journal")
    assert b"Zebedee" in journal.read_bytes(), "the control"
    meeting = journal.stem
    of_one = ("forget", meeting, "--yes", "--person")
    assert facilitator(*of_one, given="Nobody\n", data=tmp_path).returncode == 2
    done = facilitator(*of_one, given="zebedee\n", data=tmp_path)
    assert done.returncode == 0
    assert b"Zebedee" not in journal.read_bytes()
    assert "not finished" in facilitator("meetings", data=tmp_path).stdout
    assert facilitator("forget", meeting, "--yes", data=tmp_path).returncode == 0
    assert not journal.exists()


def test_nothing_on_this_machine_writes_no_word_ever(tmp_path: Path) -> None:
    """S6: no journal, no group, no name."""
    start = "1\n1\n1\n3\nZebedee\n\n1\n1\n2\n" + CANARY + "\n"
    facilitator("--plain", given=start, data=tmp_path)
    assert not [one for one in tmp_path.rglob("*") if one.is_file()]


def test_the_version_is_the_one_of_the_package(tmp_path: Path) -> None:
    """H8: its name and number, exit 0, before anything is opened or made."""
    done = facilitator("--version", data=tmp_path / "data")
    of_package = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert done.stdout == f"{of_package['name']} {of_package['version']}\n"
    assert (done.returncode, done.stderr) == (0, "")
    assert not list(tmp_path.iterdir())


def test_lists_and_checks(tmp_path: Path) -> None:
    """Issue 8: sessions; check with exit 0 or 2 and the honest time."""
    listed = facilitator("sessions").stdout
    assert listed.count("\n") == len(SHIPPED)
    assert "hard-week: Hard week, 30 minutes" in listed
    good = str(ROOT / "sessions/first-meeting.toml")
    done = facilitator("check", "--people", "12", good)
    assert (done.returncode, "12 people: about 53 minutes of 60." in done.stdout) == (0, True)
    bad = tmp_path / "bad.toml"
    bad.write_text("format = 1\nid = 3\n")
    done = facilitator("check", good, str(bad))
    assert done.returncode == 2
    assert f"{bad}:2  id  This must be words in quotes." in done.stdout
    done = facilitator("check", str(tmp_path / "none.toml"))
    assert (done.returncode, "There is no file" in done.stdout) == (2, True)


def test_an_unknown_session_names_the_nearest(tmp_path: Path) -> None:
    """Issue: bad input, exit 2."""
    done = facilitator("start", "first-meting", data=tmp_path)
    assert done.returncode == 2
    assert "There is no session called first-meting." in done.stderr
    assert "first-meeting" in done.stderr
    assert facilitator("export", "none", data=tmp_path).returncode == 2


def test_a_session_can_be_started_by_its_file(tmp_path: Path) -> None:
    """Issue 8: an id of an installed session, or a file."""
    mine = tmp_path / "mine.toml"
    source = (ROOT / "sessions/hard-week.toml").read_text("utf-8")
    mine.write_text(source.replace('id = "hard-week"', 'id = "mine"'))
    done = facilitator(
        "--plain", "start", str(mine), given="1\n1\nAnn and Bo\n\n", data=tmp_path / "d"
    )
    assert "With 2 of us this takes about" in done.stdout
    assert "We have 30." in done.stdout
    mine.write_text("format = 1")
    done = facilitator("--plain", "start", str(mine), data=tmp_path / "d")
    assert (done.returncode, "This key is missing." in done.stderr) == (2, True)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_rehearsal_walks_through_by_itself_and_stores_nothing(tmp_path: Path, name: str) -> None:
    """Issue 8: exit 0, and no file anywhere."""
    done = facilitator("rehearse", name, "--auto", data=tmp_path)
    assert done.returncode == 0
    assert "Thank you, everybody" in done.stdout
    assert done.stdout.endswith("The practice is over. Nothing was kept.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_rehearsal_step_by_step(tmp_path: Path) -> None:
    """Issue 8: a made-up group of four, from the first step on."""
    done = facilitator("--plain", "rehearse", "hard-week", given="1\n1\n", data=tmp_path)
    assert "Step 2 of 7. Arriving. Heron's turn." in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_says_what_works(tmp_path: Path) -> None:
    """Issue 8: terminal, size, colours, disk, clock, keys; nothing is written."""
    done = facilitator("doctor", data=tmp_path / "new")
    assert done.returncode == 0
    for word in ("Terminal:", "Size:", "Colours:", "Keys:", "Room on the disk:", "Clock:"):
        assert word in done.stdout
    assert not (tmp_path / "new").exists()


def test_a_folder_that_cannot_be_written_is_said_before_anybody_types(tmp_path: Path) -> None:
    """Issue: with the folder's name, exit 2, no traceback."""
    (tmp_path / "file").write_text("")
    done = facilitator("--plain", data=tmp_path / "file" / "data")
    assert done.returncode == 2
    assert str(tmp_path / "file" / "data") in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_plain_mode_loads_no_screen_speech_or_code_library(tmp_path: Path) -> None:
    """Rule 6: asked of sys.modules at the first prompt."""
    code = (
        "import sys\nfrom facilitator.__main__ import main\n"
        "main(['--plain', '--data', sys.argv[1]])\n"
        "print([one for one in ('textual', 'rich', 'pyttsx3', 'qrcode', 'tinydb', 'tomlkit', 'asyncio',"
        " 'socket')"
        " if one in sys.modules])\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        input="", capture_output=True, text=True, timeout=60, check=True, env=env,
    )  # fmt: skip
    assert done.stdout.strip().endswith("[]")


def test_a_fault_of_ours_shows_no_traceback_and_no_words(tmp_path: Path) -> None:
    """S10, S13: exit 70 and a kind sentence."""
    code = (
        "import sys\nfrom facilitator.composition import start\n"
        "from facilitator.meetings.runner import MeetingRunner\n"
        "def broken(*a, **k): raise RuntimeError('canary-in-a-fault')\n"
        "MeetingRunner.opened = broken\n"
        "from facilitator.__main__ import main\nsys.exit(main(['--plain', '--data', sys.argv[1]]))\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        input="", capture_output=True, text=True, timeout=60, check=False, env=env,
    )  # fmt: skip
    assert done.returncode == 70
    assert "Something went wrong in the program." in done.stderr
    assert "Please start it again." in done.stderr
    assert "canary" not in done.stderr + done.stdout


def test_no_socket_is_ever_opened(tmp_path: Path) -> None:
    """M8: a whole meeting in a process that may not make one."""
    code = (
        "import socket, sys\n"
        "def never(*a, **k): raise AssertionError('a socket')\n"
        "socket.socket.__init__ = never\n"
        "from facilitator.__main__ import main\nsys.exit(main(['--plain', '--data', sys.argv[1]]))\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        input="1\n" * 45, capture_output=True, text=True, timeout=60, check=False, env=env,
    )  # fmt: skip
    assert done.returncode == 0
    assert "We have finished." in done.stdout


def test_a_session_of_the_groups_own_is_found_by_its_id(tmp_path: Path) -> None:
    """C12, M19: listed, rehearsed and held from the command line, in the group that wrote it."""
    data = tmp_path / "data"
    store = DiskStore.open(data)
    for group in ("our-group", "others"):
        store.book.add_group(Group(group, group))
        shipped = (ROOT / "sessions" / "first-meeting.toml").read_text("utf-8")
        mine = shipped.replace('"first-meeting"', f'"tea-{group}"').replace("A first", f"{group}'s")
        store.own.save(group, Lies.SESSIONS, f"tea-{group}", mine)
    store.close()
    assert "tea-our-group" in facilitator("sessions", data=data).stdout
    assert "8 people: about" in facilitator("check", "tea-our-group", data=data).stdout
    assert "tea-our-group" not in facilitator("--group", "others", "sessions", data=data).stdout
    done = facilitator("rehearse", "tea-others", "--auto", data=data)
    assert (done.returncode, "Thank you, everybody" in done.stdout) == (0, True)
    given = "1\n1\nAnn, Bo, Cy and Di\n\n"
    done = facilitator("--plain", "start", "tea-our-group", given=given, data=data)
    assert (done.returncode, "With 4 of us this takes about" in done.stdout) == (0, True)
    done = facilitator("--plain", "--group", "others", "start", "tea-our-group", data=data)
    assert done.returncode == 2


def test_a_session_goes_to_another_machine_as_one_file(tmp_path: Path) -> None:
    """C13: out, in on a clean machine, and it is in the list; a second time changes nothing."""
    stick, here, there = tmp_path / "stick", tmp_path / "here", tmp_path / "there"
    stick.mkdir()
    shipped = (ROOT / "sessions/weekly-meeting.toml").read_text("utf-8")
    noted = "# ours\n" + shipped.replace('"Weekly meeting"', '"Our hour"', 1)
    source = noted.replace('id = "weekly-meeting"', 'id = "ours"', 1)
    store = DiskStore.open(here)
    store.book.add_group(Group("g", "Tuesday group"))
    store.own.save("g", Lies.SESSIONS, "ours", source)
    store.close()
    out = facilitator("export-session", "ours", str(stick), data=here)
    assert (out.returncode, out.stdout) == (0, f"It is in: {stick}/ours.toml\n")
    assert (stick / "ours.toml").read_text("utf-8") == source
    into = facilitator("import-session", str(stick / "ours.toml"), data=there)
    assert (into.returncode, into.stderr) == (0, "")
    assert into.stdout.endswith("Our hour is with our sessions now. Its id is ours.\n")
    assert "ours: Our hour, 60 minutes" in facilitator("sessions", data=there).stdout
    kept = there / "groups/our-group/sessions/ours.toml"
    assert kept.read_text("utf-8") == source
    again = facilitator("import-session", str(stick / "ours.toml"), data=there)
    assert again.returncode == 0
    assert again.stdout == "We have this one: Our hour.\nNothing was changed here.\n"
    assert [one.name for one in kept.parent.iterdir()] == ["ours.toml"]


def test_what_goes_out_after_a_meeting_holds_no_word_about_anybody(tmp_path: Path) -> None:
    """C13, M1, C3: names, a plan, a story, all kept here; none is in the file, or where it lands."""
    here, there, stick = tmp_path / "here", tmp_path / "there", tmp_path / "stick"
    stick.mkdir()
    kept_meeting(here)
    store = DiskStore.open(here)
    (group,) = store.book.groups()
    names = [member.name for member in store.book.members(group.id)]
    told = Story("s1", "m1", "Zebedee", "2026-11-24", "The bus", "canary of the bus", level=4)
    store.book.keep_things(group.id, Things(stories=(told,)))
    source = (ROOT / "sessions/hard-week.toml").read_text("utf-8")
    ours = source.replace('"hard-week"', '"ours"', 1).replace('"Hard week"', '"Our hour"', 1)
    store.own.save(group.id, Lies.SESSIONS, "ours", ours)
    store.close()
    canaries = [one.encode() for one in (CANARY, "Zebedee", "canary of the bus", *names)]
    lies = b"".join(one.read_bytes() for one in here.rglob("*") if one.is_file())
    assert all(canary in lies for canary in canaries)
    assert facilitator("export-session", "ours", str(stick), data=here).returncode == 0
    assert facilitator("import-session", str(stick / "ours.toml"), data=there).returncode == 0
    assert (there / "groups/our-group/sessions/ours.toml").read_text("utf-8") == ours
    landed = [*stick.rglob("*"), *there.rglob("*")]
    found = b"".join(one.read_bytes() for one in landed if one.is_file())
    assert b"Our hour" in found
    assert not [canary for canary in canaries if canary in found]


def test_what_cannot_go_out_or_come_in_is_said_and_changes_nothing(tmp_path: Path) -> None:
    """C13, S15: exit code 2 and words, for a newer format too; never a traceback."""
    newer = tmp_path / "newer.toml"
    shipped = (ROOT / "sessions/weekly-meeting.toml").read_text("utf-8")
    newer.write_text(shipped.replace("format = 1", "format = 9", 1), "utf-8")
    data = tmp_path / "data"
    tried = {
        ("import-session", str(newer)): "This program knows format 1. Nothing was changed.",
        ("import-session", str(tmp_path / "none.toml")): "It is not there any more.",
        ("import-session", str(tmp_path)): "This one cannot be read.",
        ("--group", "nobody", "import-session", str(newer)): "There is no group called nobody.",
        ("export-session", "weekly-meeting", str(tmp_path / "none")): "It did not get there.",
        ("export-session", "wekly-meeting", str(tmp_path)): "The nearest names are:",
    }
    for words, said in tried.items():
        done = facilitator(*words, data=data)
        assert (done.returncode, done.stdout) == (2, ""), words
        assert said in done.stderr
    assert not list(data.rglob("*.toml"))
    assert [one.name for one in tmp_path.glob("*.toml")] == ["newer.toml"]


def walked(data: Path, *rows: str, **environment: str) -> str:
    """Choose these rows by their numbers, one screen after the other; return what was shown."""
    lines, shown = "", ""
    for row in rows:
        shown = facilitator("--plain", given=lines, data=data, **environment).stdout
        found = [line for line in shown.split("\n") if line.endswith(f"  {row}")]
        if not found:
            lines += "0\n"
            shown = facilitator("--plain", given=lines, data=data, **environment).stdout
            found = [line for line in shown.split("\n") if line.endswith(f"  {row}")]
        lines += f"{found[-1].split()[0]}\n"
    shown = facilitator("--plain", given=lines, data=data, **environment).stdout
    return " ".join(shown.split())


def test_a_stick_is_carried_to_and_fetched_from_in_plain_lines(tmp_path: Path) -> None:
    """C13: by numbers alone, through a pipe; the environment names the stick."""
    stick = tmp_path / "BLUE"
    stick.mkdir()
    usb = {"FACILITATOR_USB": str(stick)}
    one = ("Look at the sessions", "Weekly meeting, 60 min", "Take it on a USB stick", "BLUE")
    assert "It is there. You can take the stick out now." in walked(tmp_path / "a", *one, **usb)
    (file,) = stick.iterdir()
    text = file.read_text("utf-8")
    file.write_text(text.replace("minutes = 60", "minutes = 75", 1), "utf-8")
    two = ("Look at the sessions", "Bring one from a USB stick", "BLUE", "weekly-meeting")
    came = walked(tmp_path / "b", *two, "Yes, keep it with ours", **usb)
    assert "It takes 75 minutes in all, not 60." in came
    assert "Weekly meeting 2 is with our sessions now." in came
    (kept,) = (tmp_path / "b").rglob("*.toml")
    assert kept.name == "weekly-meeting-2.toml"


def test_a_folder_is_named_as_a_stick_by_an_option(tmp_path: Path) -> None:
    """C13: --usb DIR, for whoever has no stick."""
    given = "3\n"
    done = facilitator("--plain", "--usb", str(tmp_path), given=given, data=tmp_path / "data")
    assert done.returncode == 0

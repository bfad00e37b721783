"""The unit file starts the kiosk again after everything but the group's own word (S13)."""

import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path

from facilitator.adapters.storage.kiosk import WORD_FILE

ROOT = Path(__file__).parents[2]
UNIT = ROOT / "packaging/facilitator-kiosk.service"


def test_it_is_started_again_after_every_end_but_the_groups_own() -> None:
    """S13: 0 is the group's; 143, 70 and every signal are not."""
    unit = ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(UNIT)
    service = unit["Service"]
    assert service["Restart"] == "on-failure"
    assert {"143", "SIGHUP", "SIGINT", "SIGTERM"} <= set(
        service["RestartForceExitStatus"].split()
    ), "systemd would take these for ends that were wanted"
    assert "RestartPreventExitStatus" not in service
    assert unit["Unit"]["StartLimitIntervalSec"] == "0", "it never gives up"
    assert service["LimitCORE"] == "0", "no words in what a fault leaves behind"
    started = service["ExecStart"].removeprefix("%h/facilitator/")
    assert (ROOT / started).stat().st_mode & 0o100


def test_the_system_reads_the_unit_without_a_complaint(tmp_path: Path) -> None:
    """S13: where systemd is here, it says so itself; where it is not, the test above holds."""
    if shutil.which("systemd-analyze") is None:
        return
    here = tmp_path / UNIT.name
    words = UNIT.read_text("utf-8").replace("%h/facilitator", str(ROOT))
    here.write_text(words, "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", str(here)], capture_output=True, text=True,
        check=False, env={"XDG_RUNTIME_DIR": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert UNIT.name not in done.stderr, done.stderr


def test_the_doc_names_the_file_of_the_word() -> None:
    """S13: whoever owns the machine can take a forgotten word away."""
    assert WORD_FILE in (ROOT / "docs/kiosk-lock.md").read_text("utf-8")

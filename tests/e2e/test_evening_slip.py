"""The evening slip, through the program as a person starts it (C16)."""

from pathlib import Path

from tests.e2e.test_command_line import CANARY, facilitator, kept_meeting

TO_THE_SLIP = "2\n2\n1\n5\n"
"""What we have made, past meetings, the newest, a slip: by the number keys alone."""


def slips_in(data: Path) -> list[Path]:
    """Return every slip on the disk."""
    return sorted(data.rglob("*-slip.*"))


def test_a_slip_is_shown_first_and_written_and_told_only_after_a_yes(tmp_path: Path) -> None:
    """C16, C3: no file and no line before it; no private word in any byte after it."""
    meeting = kept_meeting(tmp_path)
    refused = facilitator("slip", meeting, data=tmp_path)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "has not said yes" in refused.stderr
    looked = facilitator("--plain", given=f"{TO_THE_SLIP}1\n", data=tmp_path)
    assert "May this slip leave our group?" in looked.stdout
    assert "People: 4" in looked.stdout
    assert slips_in(tmp_path) == []
    agreed = facilitator("--plain", given=f"{TO_THE_SLIP}2\n", data=tmp_path)
    assert "The slip is in the file" in " ".join(agreed.stdout.split())
    (path,) = slips_in(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600
    for shape in ("text", "csv", "paper"):
        told = facilitator("slip", meeting, "--format", shape, data=tmp_path)
        assert told.returncode == 0
        assert "A first meeting" in told.stdout
        for word in (CANARY, "Heron", "Oak", "soon"):
            assert word not in told.stdout
            assert word not in path.read_text("utf-8")


def test_a_slip_goes_with_its_meeting(tmp_path: Path) -> None:
    """C16, S8: also where it is forgotten on the command line."""
    meeting = kept_meeting(tmp_path)
    facilitator("--plain", given=f"{TO_THE_SLIP}4\n", data=tmp_path)
    assert len(slips_in(tmp_path)) == 1
    assert facilitator("forget", meeting, "--yes", data=tmp_path).returncode == 0
    assert slips_in(tmp_path) == []

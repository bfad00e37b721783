"""What the docs show is true."""

import re
from pathlib import Path

import pytest

from facilitator.engine.activities.registry import SPECS
from facilitator.sessions.parse import parse

ROOT = Path(__file__).parents[2]


def test_the_example_of_the_session_format_is_a_good_session() -> None:
    """Issue 2: every block of TOML in the doc reads without a word, but for nothing."""
    text = (ROOT / "docs/session-format.md").read_text("utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    assert blocks
    for block in blocks:
        parsed = parse(block, "session-format.md", SPECS)
        assert parsed.problems == ()


def test_the_doc_names_every_kind_with_its_rounds_and_settings() -> None:
    """Rule 8: a kind that is not in the doc fails here."""
    text = (ROOT / "docs/session-format.md").read_text("utf-8")
    for name, spec in SPECS.items():
        row = next(line for line in text.split("\n") if re.match(rf"\| .*`{name}`", line))
        for round_ in spec.rounds:
            assert round_ in row, (name, round_)
        for field in spec.settings.__struct_encode_fields__:
            assert f"`{field}`" in row, (name, field)


@pytest.mark.parametrize("doc", sorted(ROOT.glob("**/*.md")), ids=lambda one: one.name)
def test_every_link_leads_somewhere(doc: Path) -> None:
    """Docs: files that are named exist."""
    if any(part.startswith(".venv") for part in doc.parts):
        return
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", doc.read_text("utf-8")):
        assert (doc.parent / target).exists(), target

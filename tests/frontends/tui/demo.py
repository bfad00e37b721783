"""Every input type on the real full screen: python -m tests.frontends.tui.demo [THEME] [PROMPT].

A line with the exit code and what was given is printed at the end, for the pty tests.
"""

import sys
from contextlib import suppress

from facilitator.domain.records import Theme
from facilitator.frontends.tui.app import run
from tests.frontends.tui.canned import ALL, FakeGuide, LibraryCodes


def main(arguments: list[str]) -> int:
    """Show all prompts, or from the one with this id, in this theme."""
    theme = Theme(arguments[0]) if arguments else Theme.EVENING
    ids = [prompt.id for prompt in ALL]
    first = ids.index(arguments[1]) if len(arguments) > 1 else 0
    guide = FakeGuide(ALL[first:], theme)
    code = run(guide, LibraryCodes())
    with suppress(OSError):
        sys.stdout.write(f"left {code} {guide.given}\n")
        sys.stdout.flush()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

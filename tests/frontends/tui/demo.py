"""Every input type on the real full screen: python -m tests.frontends.tui.demo [THEME] [PROMPT] [WAY].

WAY: scan is one key for everything, its dwell shortened; board is letters on the screen.
A line with the exit code and what was given is printed at the end, for the pty tests.
"""

import sys
from contextlib import suppress

from facilitator.domain import strikes
from facilitator.domain.records import Theme, Ways
from facilitator.frontends.tui import app
from tests.frontends.tui.canned import ALL, FakeGuide, LibraryCodes


def main(arguments: list[str]) -> int:
    """Show all prompts, or from the one with this id, in this theme."""
    theme = Theme(arguments[0]) if arguments else Theme.EVENING
    ids = [prompt.id for prompt in ALL]
    first = ids.index(arguments[1]) if len(arguments) > 1 else 0
    way = arguments[2] if len(arguments) > 2 else ""
    if way == "scan":
        # The test's finger is faster than any: what it presses is never a key held down.
        app.TENTH, strikes.HELD_DOWN = 0.01, 0.0
    ways = Ways(scanning=way == "scan", keyboard=way == "board", dwell=10)
    guide = FakeGuide(ALL[first:], theme, own=ways)
    code = app.run(guide, LibraryCodes())
    with suppress(OSError):
        sys.stdout.write(f"left {code} {guide.given}\n")
        sys.stdout.flush()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

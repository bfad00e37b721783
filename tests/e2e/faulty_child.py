"""The whole program with a fault of ours in it: it breaks when somebody types BREAK."""

import sys

from facilitator.__main__ import main
from facilitator.domain.answers import Answer, Typed
from facilitator.meetings.runner import MeetingRunner

BREAK = "canary and heron"


def main_with_a_fault() -> int:
    """Run the program; it breaks with the person's words in its hands."""
    sound = MeetingRunner.give

    def give(self: MeetingRunner, answer: Answer) -> bool:
        if isinstance(answer, Typed) and BREAK in answer.text:
            private = answer.text
            raise RuntimeError(private)
        return sound(self, answer)

    MeetingRunner.give = give  # type: ignore[method-assign]
    return main()


if __name__ == "__main__":
    sys.exit(main_with_a_fault())

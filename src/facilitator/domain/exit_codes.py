"""The exit codes of the program, for whoever starts it from another one (design.md 5)."""

FINE = 0
WRONG_INPUT = 2
"""A problem in what was given."""

OUR_FAULT = 70
"""A fault of ours. The number is EX_SOFTWARE of sysexits.h."""

NOT_WRITTEN = 74
"""What was to be shown could not be written. The number is EX_IOERR of sysexits.h."""

ENDED_FROM_OUTSIDE = 143
"""After SIGTERM, SIGHUP or a terminal that has gone."""

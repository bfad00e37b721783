"""On a machine that is only for Facilitator, no signal from a keyboard ends the program (S13).

From the first moment on: before a front end shows anything, and between the two.
"""

import signal

FROM_KEYS = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU)
WITHOUT_MEANING = (signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM)
"""Nobody here sends them; what they do by default is to end a program at once."""


def shut() -> None:
    """Ignore every signal that keys send, and those that mean nothing here."""
    for one in (*FROM_KEYS, *WITHOUT_MEANING):
        signal.signal(one, signal.SIG_IGN)

"""The parts of planning a session, by name (C12)."""

WANT, BASE, STEPS, ADD = "want", "base", "steps", "add"
ORDER, AFTER, MINUTES = "order", "after", "minutes"
LEAD, LEAD_YES, NAME, AGREED = "lead", "lead-yes", "name", "agreed"
NONE, FIRST = "@none", "@first"
NEW = "+"
"""What the id of a step from the library begins with, here."""

MOST_MOVES = 12
TITLE_LETTERS = 30

MOVES = frozenset(f"{one}-{at}" for one in (ORDER, AFTER) for at in range(1, MOST_MOVES + 1))
LEADING_ON = frozenset({BASE, STEPS, ADD, MINUTES, LEAD, LEAD_YES, AGREED}) | MOVES
"""Parts whose answers only lead on: the draft holds what came of them."""

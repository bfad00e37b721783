"""People who play people: whole evenings, and what must hold after each key."""

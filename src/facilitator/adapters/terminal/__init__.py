"""The terminal that the program runs in: the size of its letters."""

"""The two front ends: lines (plain) and full screen (tui). They do not know each other."""

"""The words of an input that both front ends share (A2)."""

DONE = "Done"

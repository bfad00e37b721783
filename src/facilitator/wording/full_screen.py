"""The words that only the full screen needs: they say how to use it, nothing of the meeting."""

DONE = "Done"
CUE = "For whoever leads: {cue}"

NUMBER = "Type a number from {low} to {high}, then press Enter."
NUMBER_MEANS = "{number} is {words}."

WRITING = "Type your words, then press Enter."
WRITING_WITH_LIST = "Type your words, then press Enter. Esc goes back to the list."
WRITTEN = "You wrote: {words}"
MASK = "*"

CODE_ALONE = "Show the code alone"
CODE_CLOSER = "The code is large. Come close to it with the phone."
CODE_TOO_BIG = "The code does not fit in this window. Here are the words to copy."

TOO_SMALL = "Make this window bigger, or use --plain."

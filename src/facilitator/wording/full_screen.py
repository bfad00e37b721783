"""The words that only the full screen needs: they say how to use it, nothing of the meeting."""

DONE = "Done"
DONE_SEVERAL = "Done, or press Enter"
CUE = "To ask the group: {cue}"
CONTACT = "{who}: {words}"

SHOW_LETTERS = "Letters on the screen"
SHOW_WORD = "Show what I type"
HIDE_WORD = "Hide what I type"
SHOW_NUMBERS = "Numbers on the screen"
KEY_DONE = "Done"
KEY_SPACE = "Space"
KEY_ERASE = "Erase"
KEY_LETTERS = "abc"
KEY_SIGNS = "123"
KEY_PHRASES = "Words"
KEYS_SAID: dict[str, str] = {
    KEY_ERASE: "Take the last letter away",
    KEY_LETTERS: "Letters",
    KEY_SIGNS: "Numbers and signs",
    KEY_PHRASES: "Ready words",
}
SIGNS_BY_LETTERS = ".,'?"
SIGNS = "0123456789.,'?!-:/@&+()\u00a3"
SIGNS_SAID: dict[str, str] = {
    ".": "full stop", ",": "comma", "'": "apostrophe", "?": "question mark",
    "!": "exclamation mark", "-": "dash", ":": "colon", "/": "slash", "@": "at", "&": "and",
    "+": "plus", "(": "open bracket", ")": "close bracket", "\u00a3": "pound",
}  # fmt: skip
SCAN_HOW = "Press your one key to start the mark."
SCAN_STOP = "One key is on. To stop: the dot key."
SCAN_STOP_SHORT = "One key. To stop: the dot key."
SCAN_STOP_IN_TEXT = "One key. To stop: F5."
SCAN_ANSWERS = "Answers"
SCAN_COMMANDS = "Help, pass, and the menu"
SCAN_LEAVE = "Back to the groups"

NUMBER = "Type a number from {low} to {high}, then press Enter."
NUMBER_OR_CHOOSE = "Choose a number, or type one from {low} to {high}."
NUMBER_MEANS = "{number} is {words}."

WRITING = "Type your words, then press Enter."
WRITING_WITH_LIST = "Type your words, then press Enter. Esc goes back to the list."
WRITING_OR_ROW = "Type here and press Enter, or choose a number."
WRITTEN = "You wrote: {words}"
MASK = "*"

CODE_ALONE = "Show the code alone"
CODE_CLOSER = "The code is large. Come close to it with the phone."
CODE_TOO_BIG = "The code does not fit in this window. Here are the words to copy."

FULL = "This line is full. It holds {most} letters. The rest was left out."
NO_LINE = "There is no line to write on here. What was pasted was left out."
NOT_THERE = "There is no {digit} here."
NO_MORE = "There is no more. This is all of it."
TOO_SMALL = "Make this window bigger, or use --plain."

__not_read__ = ("SIGNS", "SIGNS_BY_LETTERS", "SIGNS_SAID")

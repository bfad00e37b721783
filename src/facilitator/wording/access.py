"""The words of the rooms where everybody chooses their own way (A2-A5, A13, A14, A19, A20)."""

from facilitator.domain.records import Letters

LEAVE_IT = "Leave it as it is"
NOT_KEPT = "This machine cannot keep it for next time."

TO_GO_BACK = "{now} To go back, choose: {row}."
PRESS_TO_GO_BACK = "{now} Press {key} to go back."
TYPE_TO_GO_BACK = "{now} Type {word} to go back."
EASY_IS_ON = "Easy words are on."
EASY_IS_OFF = "The usual words are back."
TIME_IS_ON = "You'll hear once when time is nearly up."
TIME_IS_OFF = "We'll say nothing about the time."
VOICE_IS_ON = "The voice is on."
VOICE_IS_OFF = "The voice is off."
READER_IS_ON = "A screen reader is in use, so our own voice stays off."
READER_IS_OFF = "Our own voice can be used again."
COLOURS_NOW = "{colours}, from now on."
LETTERS_ARE_ON = "Letters are on the screen wherever you type."
LETTERS_ARE_OFF = "Letters stay off the screen until you ask for them."
ORDER_NOW: dict[Letters, str] = {
    Letters.OFTEN: "The commonest letters come first now.",
    Letters.ALPHABET: "The letters go a, b, c now.",
}
DWELL_NOW = "On each row the mark stays: {time}."
TWICE_NOW = "A key pressed twice counts once: {time}."
TWICE_NEVER = "Every press of a key counts now."
LETTER_NOW = "{label} has the letter {letter} now."
LETTER_GONE = "{label} has no letter now."
LETTERS_BEFORE = "All letters are as they were. To change one, choose it."
ACCENT_NOW = "{voice}, from now on."

HOW = "To make it easier to use, press the dot key, then 2."

ON_NOW = "On now: {things}."
ON_NOW_VOICE = "the voice"
ON_NOW_EASY = "easy words"
ON_NOW_ONE_KEY = "one key for everything"
ON_NOW_LETTERS = "letters on the screen"
ON_NOW_READER = "a screen reader"

SIZE = "Larger or smaller letters"
SIZE_TITLE = "The size of the letters"
SIZE_ASKED = "Are the letters right for your eyes?"
SIZE_DONE = "Done"
SIZE_LARGER = "Larger letters"
SIZE_SMALLER = "Smaller letters"
SIZE_BEFORE = "As large as this machine has them"
SIZE_IS_LARGER = "The letters are larger."
SIZE_IS_SMALLER = "The letters are smaller."
SIZE_IS_BEFORE = "The letters are as large as this machine has them."
SIZE_MOST = "The letters are as large as they go."
SIZE_LEAST = "The letters are as small as they go."

KEYS = "Keys and touch"
KEYS_ASKED = "What would help your hands?"
KEYS_HINT = "With one key, a mark goes from row to row. Press when it is where you want it."
KEYS_ONE = "One key for everything"
KEYS_NOT_ONE = "All the keys again"
ONE_KEY_ASKED = "One key for everything?"
ONE_KEY_HOW = (
    "With one key, a mark goes from row to row. Press the space bar when it is where you want it."
)
ONE_KEY_NO = "No, we use more keys"
ONE_KEY_YES = "Yes, one key for everything"
ONE_KEY_ON = "One key does it all now. To stop: the dot key, then Enter."
ONE_KEY_STOP = "Use all the keys again?"
ONE_KEY_STOP_HINT = "For the menu, press the dot key again."
ONE_KEY_STOP_YES = "Yes, all the keys again"
ONE_KEY_STOP_NO = "No, stay with one key"
ONE_KEY_OFF = (
    "All the keys work again. For one key, press the space bar three times on the first screen."
)
KEYS_DWELL = "How long the mark stays"
KEYS_LETTERS = "Letters on the screen"
KEYS_NO_LETTERS = "No letters on the screen"
KEYS_ORDER: dict[Letters, str] = {
    Letters.OFTEN: "Letters: the commonest first",
    Letters.ALPHABET: "Letters: a, b, c",
}
KEYS_TWICE = "A key pressed twice"
KEYS_OTHER = "Other letters for keys"

DWELL_ASKED = "How long shall the mark stay on each row?"
DWELLS: dict[int, str] = {
    5: "Half a second",
    10: "One second",
    20: "Two seconds",
    30: "Three seconds",
    50: "Five seconds",
    100: "Ten seconds",
}

TWICE_ASKED = "The same key again: when is that too soon?"
TWICE_HINT = "A key that comes too soon counts once. In typed words every key counts."
TWICE: dict[int, str] = {
    0: "Never. Every press counts",
    3: "Within 3 tenths of a second",
    5: "Within half a second",
    10: "Within one second",
    20: "Within two seconds",
}

OTHER_ASKED = "Which one shall have another letter?"
OTHER_HINT = "The signs on the number keys and F1 to F5 always stay as they are."
OTHER_ROW = "{label}: {letter}"
OTHER_NONE = "{label}: no letter"
OTHER_BEFORE = "All letters as they were"
LETTER_ASKED = "{label}: which letter shall it be?"
LETTER_NONE = "No letter at all"
LETTER_BEFORE = "As it was: {letter}"
LETTER_LIST = "Show me the free letters"
LETTER_OWN = "Type a letter"
LETTER_TAKEN = "The letter {letter} is taken. It means: {label}. Please choose another."
LETTER_DIGIT = "The digits choose the rows. Please choose a letter."
LETTER_SIGN = "That is not a letter. Please choose a letter."

ACCENT = "Which English the voice speaks"
ACCENT_ASKED = "Which voice is best for your ears?"
ACCENTS: dict[str, str] = {
    "en-gb": "British English",
    "en-gb-scotland": "Scottish English",
    "en-us": "American English",
}
ACCENT_OWN = "The voice of this machine"

LETTERS = "Letters do the same: {letters}."
LETTER_MEANS = "{letter} {label}"

"""The words of plain mode: one line after another (A1)."""

WHY: dict[str, str] = {
    "flag": "Plain lines, because you asked for them with --plain.",
    "environment": "Plain lines, because FACILITATOR_PLAIN is set.",
    "setting": "Plain lines, because this machine is set that way.",
    "dumb": "Plain lines, because this terminal shows lines only.",
    "no-terminal": "Plain lines, because there is no full screen here.",
    "asked": "Plain lines, because you chose them.",
}
NO_FULL_SCREEN = "The full screen does not work here. We stay with plain lines."
CUE = "To ask the group: {cue}"
CHOICE = "{number}  {label}"
MARKED = "{number}  {label} (chosen)"
MORE = "0  More"
MORE_SEVERAL = "To choose from more lines too, end with 0, such as 1 3 0."
CHOSEN = "Chosen: {labels}."
CHOSEN_NONE = "Nothing chosen."
CONTACT = "{number}  {who}. {words}"
CONTACT_PLAIN = "{who}. {words}"
PHONE = "Phone:"
ADDRESS = "Address:"
NUMBER_RANGE = "{low} is {low_words}, {high} is {high_words}."
GIVEN = "You said before: {given}"
GIVEN_HOW = "Press Enter to keep it, or type it anew."
ENTER_ALONE = "Just Enter: {label}"
ASK_CHOICE = "Your number: "
ASK_SETTING = "Your number, or just Enter: "
ASK_SEVERAL = "Your numbers, or just Enter: "
ASK_GO_ON = "Press Enter: "
ASK_NUMBER = "A number from {low} to {high}: "
ASK_OPEN = "{own}, a number, or just Enter: "
ASK_LINE = "Type it, then press Enter: "
SHOWN_AS_TYPED = "What you type can be seen."
KEYS = "Keys: {keys}"
KEY = "{key} or {word}"
NOT_THERE = "Please type a number from 1 to {last}."
NOT_THERE_ONE = "Please type 1."
NOT_THERE_GO_ON = "Please press Enter to go on."
NOT_THERE_YES_NO = "Please type 1 or 2."
NOT_HERE = "That key does nothing here."
DRAFT = "You had typed: {typed}"
DRAFT_HOW = "Press Enter to use it, or type it anew."
REFUSED_HOW = "Press Enter to try the same once more, or type it anew."
TOO_LONG_FITS = "It fits as far as: {end}"
TOO_LONG_HOW = "Press Enter to keep that much, or type it anew."
RESERVED = "A line that is only help, pass, back, again, menu or access does what it says."
RESERVED_HOW = "To write such a word, put it in quotes: 'help'."
VOICE_GOES_ON = "The voice goes on."
TWICE = "That came twice. It counts once."
TOO_MUCH = "Very many lines came at once. They were left out. Nothing else changed."
BREAK = "Nothing is lost. We are still here."
BREAK_HOW = "To leave, press Ctrl and C once more."
END_KEPT = "That's all for now. What was saved is safe."
CLEAR = "What you typed may stay in this window. Clear it?"
CLEAR_NO = "No"
CLEAR_YES = "Yes, clear the window"
YES_WORDS = ("yes", "y")
NO_WORDS = ("no", "n")

__not_read__ = ("YES_WORDS", "NO_WORDS")

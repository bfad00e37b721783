"""The words of giving and taking: the step, and the board between meetings (C5)."""

# The step
OFFER = "{name}, what could you give somebody here?"
OFFER_HINT = "An hour, a lift, a skill, a cup of tea. Small is fine."
OFFER_READY = ("An hour to listen", "A lift in my car", "Help with a phone", "A walk together")
NEED = "{name}, what would help you?"
NEED_HINT = "Asking is a gift too: it lets somebody give."
NEED_READY = (
    "Somebody to listen",
    "A lift now and then",
    "Help with my phone",
    "Company on a walk",
)
NOTHING_TODAY = "Nothing today"
OWN = "In my own words"
OFFERS_NOW = "{name} offers: {line}"
NEEDS_NOW = "{name} would like: {line}"
STANDS_OFFER = "On our board you offer: {line}"
STANDS_NEED = "On our board you would like: {line}"
MATCH = "Could any of these fit?"
MATCH_HINT = "Choose some, one or none. No match is fine."
MATCH_ROW = "{giver} could help {asker}"
MATCH_NONE = "Nothing fits by itself today. No match is fine."
MATCH_TALK = "Is there a fit that you can see?"
MATCH_SAID = "{giver} could help {asker}: {line}"
MATCH_GO_ON = "Go on"
KEEP = "{name}, may your lines stay on our board?"
KEEP_HINT = "Then this machine keeps your name and these lines. Nothing else."
KEEP_NO = "No, only for today"
KEEP_YES = "Yes, for next time"

# The board
TITLE = "Offers and needs"
ASKED = "Who can help whom?"
HINT = "An hour is an hour, whatever you spend it on. Nobody counts up."
EMPTY = "The board is empty. A meeting with offers and needs fills it."
BACK = "Back to the list"
FITS = "See what could fit"
MATCH_HINT_BOARD = "You may see others. Talk it over."
FITS_ASKED = "Could any of these fit?"
FITS_NONE = "Nothing fits by itself now. No match is fine."
GAVE = "I gave something"
GOT = "I got something"
ADD = "Put a line on the board"
OFF = "Take a line off"
PAST = "What we gave each other"
TO_BOARD = "Back to the board"

WHO_YOU = "Who are you?"
WHO_GOT = "Who got it?"
WHO_GAVE = "Who gave it?"
WHAT_WAS_IT = "What was it?"
SOMETHING = "Something else"
SOMETHING_ASKED = "What was it, in a few words?"
SOMETHING_READY = ("Time to talk", "A lift", "Some help at home", "Company")
HOW_LONG = "About how long did it take?"
HOW_LONG_HINT = "An hour is an hour. You don't have to count."
LASTING: dict[str, tuple[str, int]] = {
    "no": ("We did not count", 0),
    "half": ("Half an hour", 30),
    "hour": ("An hour", 60),
    "two": ("Two hours", 120),
    "day": ("Half a day or more", 240),
}
WRITTEN = "It is written down. Thank you both."
STILL = "Is this line still on the board?"
STILL_YES = "Yes, leave it there"
STILL_NO = "No, take it off"
NOBODY = "Nobody was chosen. Nothing is written down."
ALONE = "The board needs two people whom it knows. A meeting can add some."

ADD_ASKED = "What shall it say?"
ADD_OFFER = "Something I offer"
ADD_NEED = "Something I would like"
ADD_OFFER_WORDS = "What could you give?"
ADD_NEED_WORDS = "What would help you?"
ADDED_LINE = "It is on the board now."
OFF_ASKED = "Which line shall we take off?"
OFF_NONE = "None. Go back"
OFF_DONE = "It is off the board."

PAST_ASKED = "This is what we gave each other."
PAST_LINE = "{day}: {giver} gave {getter}: {line}"
PAST_LASTED = "{day}: {giver} gave {getter}: {line} ({lasting})"
PAST_NONE = "Nothing is written down yet."
WRONG = "One of these is not right"
WRONG_ASKED = "Which one shall we take out?"

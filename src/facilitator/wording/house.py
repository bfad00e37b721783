"""The words outside the steps: home, setting out, keeping, who is here, past meetings."""

HOME = "Facilitator"
HOME_ASKED = "What would you like to do?"
HOME_HEAR = "To hear it, press +."
HOME_ONE_KEY = "One key only: press the space bar three times."
HOME_EASIER = "Easier to use: the dot key, then 2."
HOME_WATCH = "Nobody watches what you type. If you need help now, press *."
HOME_HELP_OLD = "The help numbers were checked over a year ago. Please check them again."
HOME_DAMAGED = (
    "Part of what your group keeps cannot be read. It is left as it is. What can be read is here."
)
HOME_SETTINGS_DAMAGED = (
    "The settings of this machine cannot be read. Colours, keys and voice are the usual ones."
)
HOME_AS_LEFT = "Some of what we keep is not as we left it."
HOME_AS_LEFT_ROW = "See what is not as we left it"
HOME_START = "Start a meeting"
HOME_PAST = "Past meetings"
HOME_OURS = "What we have made"
HOME_SESSIONS = "Look at the sessions"
HOME_ACCESS = "Make it easier to use"
HOME_GROUP = "Our group"
HOME_END = "Close the program"

GROUPS = "Groups"
WHICH_GROUP = "Which group is here today?"
GROUP_ANOTHER = "Another group"
GROUP_NAME = "What is the name of the group?"
GROUP_NAME_OWN = "Type a name"
GROUP_UNSEEN = "Nobody could see that name. Please type one with letters."
GROUP_NAME_NONE = "No new group. Go back"
GROUP_NAME_READY = ("Tuesday group", "Tea and talk", "Neighbours")
GROUP_ASKED = "What about our group?"
GROUP_SEAL = "Our passphrase"
GROUP_TURN_TO = "Who we turn to"
GROUP_BACK = "Back to the first screen"
TURN_TO_ASKED = "Who can people here turn to, if it gets hard?"
TURN_TO_LEAVE = "Leave it as it is"
TURN_TO_READY = ("The person leading today",)
TURN_TO_OWN = "Type a name"
TURN_TO_NOW = "People here can turn to: {name}"
GROUP_NAMED = "This is {name}."

SESSIONS = "Sessions"
LOOK = "Look at the sessions"
LOOK_ASKED = "Which one would you like to see?"
WHICH_SESSION = "Which session shall we hold?"
SESSION_LABEL = "{title}, {minutes} min"
SESSION_OURS = "Ours: {label}"
SESSION_TIME = "It is made for {minutes} minutes."
SESSION_MADE = "Made by: {names}"
SESSION_NOT_YET = "No group has helped to make it yet. Change what does not fit you."
SESSION_STEPS = "Steps: {steps}"
SESSION_HOLD = "Hold this one"
SESSION_CHANGE = "Make our own out of it"
SESSIONS_OWN = "Make or change one of our own"
SESSION_BACK = "See the others"
SESSION_TAKE = "Take it on a USB stick"
SESSION_FETCH = "Bring one from a USB stick"
SESSION_DIFFERENT = "What is different?"
SESSION_DRAFT = "Our draft: {title}"
DRAFT_HOLD = "Save it, and hold it"
DRAFT_CHANGE = "Change it first"
NO_SESSIONS = "There are no sessions here yet."

START = "Before we start"
WHO_SEES = "Who sees this screen?"
WHO_SEES_HINT = "If the room sees it, nothing private is typed or shown."
SEES_PERSON = "Only the person using it"
SEES_ROOM = "The whole room"
TIME_ASKED = "Shall we go on like this?"
TIME_FITS = "With {people} of us this takes about {minutes} minutes. We have {have}."
TIME_ONE = "With one of us this takes about {minutes} minutes. We have {have}."
TIME_OVER = "That is longer than we have. Here is what could help."
NEEDS = "It helps to have: {needs}."
TIME_GO_ON = "Yes, go on"
TIME_CARRY_ON = "Carry on like this"
TIME_THREES = "Talk in threes, not one by one"
TIME_ALOUD = "Go round aloud, no typing"
TIME_LEAVE_OUT = "Leave a step out"
WHICH_OUT = "Which step shall we leave out?"
LEFT_OUT = "We leave out: {title}."
OUT_NONE = "None. Go back"

KEEPING = "What may be kept"
KEEPING_ASKED = "What may this machine keep of today?"
KEEP_TODAY = "Only until we finish today"
KEEP_GROUP = "Our words, for our group"
KEEP_NOTHING = "Nothing at all"
KEEP_TODAY_MEANS = "A power cut loses nothing. At the end it all goes."
KEEP_GROUP_MEANS = "For {days} days. We can look at it and delete it any time."
KEEP_NOTHING_MEANS = "If the power goes, the words are lost."
KEEP_OWNER = "The owner of this machine can read what it keeps."
KEEP_SHUT = "Our words are locked now, so this machine can keep nothing of today."
KEEP_SEALED = "What it keeps is locked with our passphrase."

PEOPLE = "Who is here"
NAME_OWN = "Type a name"
BEGIN = "Yes, let's begin"
WHO_KEEPS_LESS = "Whose own words should not be kept?"
KEEPS_LESS_DONE = "Nothing that {name} types will be kept after today."
NOBODY_YET = "Nobody is here yet. Give one name or sign first."
SIGNS = (
    "Heron", "Oak", "River", "Robin", "Fern", "Hare", "Harbour", "Maple", "Otter", "Thistle",
    "Lark", "Stone", "Willow", "Swift", "Clover", "Seal", "Rowan", "Wren", "Bramble", "Moon",
)  # fmt: skip

CAME_ASKED = "Who came? A name or a sign."
CAME_CARD = "Welcome, {name}. You can pass on anything. Help is at the * key."
CAME_KEEP_TODAY = "What we write is kept until we finish today. Then it goes."
CAME_KEEP_GROUP = "What we write is kept for our group."
CAME_KEEP_NOTHING = "Nothing that we write is kept."
CAME_FINE = "That's fine for me"
CAME_LESS = "Keep nothing of mine"
CAME_CARD_ASKED = "{name}, is that fine for you?"
NOBODY_ROW = "Nobody. Go back"
LEFT_ASKED = "Who left?"
LEFT_DONE = "{name} has left, and can rejoin at any time."
BACK_ASKED = "Who came back?"
BACK_DONE = "Good to see you again, {name}."


HELP = "Help now"
HELP_PERSON = "Turn to somebody in the room."
HELP_PERSON_NAMED = "Turn to somebody in the room: {name}."
HELP_SAY = "You can say: I need a moment."
HELP_ASKED = "You matter. No need to explain."
HELP_BACK = "Back to where we were"
HELP_KEYS_ROW = "What the keys do"
HELP_WHERE = "You are here: {where}"
HELP_KEYS = "Press - to pass, / to go back, + to hear it again, . for the menu."
HELP_NUMBERS = "Press a number to choose. Press Enter to say yes to it."
HELP_KEYS_BACK = "Go back"

PAST = "Past meetings"
PAST_ASKED = "Which meeting would you like to see?"
PAST_NONE = "There are no past meetings here. Nothing was kept."
PAST_LABEL = "{day}, {title}"
PAST_OLDER = "Older meetings"
PAST_BACK = "Go back"
PAST_ONE = "{title}, {day}"
PAST_PEOPLE = "{number} of us were here."
PAST_ONE_PERSON = "One of us was here."
PAST_EMPTY = "No words were kept from this meeting."
PAST_GONE = "This meeting cannot be read. Its file has been left as it is."
PAST_TO_LIST = "Back to the list"
PAST_FORGET = "Forget this meeting"
FORGET_ASKED = "Delete this meeting for good?"
FORGET_UNREAD = "It cannot be read now. If it goes, nobody can bring it back."
FORGET_MEANS = "Everything kept from {day} goes for good."
FORGET_STAYS = "Our book still keeps something of: {names}."
FORGET_STAYS_HOW = 'To have that gone too, choose "Forget me" first.'
FORGET_NO = "No, keep it"
FORGET_YES = "Yes, forget it"
FORGOTTEN = "That meeting is gone."

ACCESS = "Make it easier"
ACCESS_ASKED = "What would help you?"
ACCESS_DONE = "Done"
ACCESS_COLOURS = "Other colours"
ACCESS_EASY = "Easy words"
ACCESS_NOT_EASY = "Words as before"
ACCESS_TIME = "Say when time is nearly up"
ACCESS_NO_TIME = "Do not tell us the time"
ACCESS_PLAIN = "Plain lines, one by one"
ACCESS_FULL = "The full screen"
ACCESS_SIZE = "Larger letters: make the letters of this window bigger. It all still fits."
ACCESS_VOICE = "A voice that reads it out"
ACCESS_NO_VOICE = "No voice"
ACCESS_VOICE_HOW = "Slower, faster, louder, quieter"
ACCESS_READER = "I use a screen reader"
ACCESS_NO_READER = "I use no screen reader"
WAYS_ASKED = "{name}, shall we do it this way for you next time?"
WAYS_HINT = "Then your name is kept with it. You can have it forgotten at any time."
WAYS_NO = "No, only today"
WAYS_YES = "Yes, keep it for me"
WAYS_KEPT = "Kept for next time."
COLOURS_ASKED = "Which colours are best for your eyes?"
COLOURS: dict[str, str] = {
    "evening": "Light letters on dark",
    "daylight": "Dark letters on white",
    "yellow-on-black": "Yellow letters on black",
    "terminal": "The colours of this window",
}

DATE = "The date"
DATE_ASKED = "This machine says it is {day}. Is that right?"
DATE_YES = "Yes, that's right"
DATE_NO = "No, it is another day"
DATE_HINT = "The last meeting here was on {day}. Some machines forget the date."
DATE_WHICH = "Which day is it? Type it like this: 24 11 2026"
DATE_OWN = "Type the day"
DATE_AGAIN = "That day is not clear. Type it like this: 24 11 2026"

RESUMED = "We go on where we were."
RESUMED_DAMAGED = (
    "Part of the file was damaged. What could be read is here. The file was put aside."
)
NOT_PUT_AWAY = (
    "We have finished, but the words could not be put away. {why}"
    " They are still on this machine. Choose Go on to try again."
)
WHY_NOT_PUT_AWAY = {
    "full": "The disk is full.",
    "read-only": "This machine cannot write here now.",
    "failed": "It could not be written.",
    "unread": "One of the files cannot be read.",
}
SHORT_OF_ROOM = (
    "What you said is saved. This machine is nearly full. There is still room to finish today."
    " Please make some room soon."
)
CANNOT_RESUME = "This meeting cannot be read. Its file has been left as it is."
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip

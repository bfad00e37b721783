"""The words of the rooms for stories, tips and notes, and of taking stories out (C8, C15)."""

TITLE = "Stories"
ASKED = "What would you like to do?"
BACK = "Back to the list"
READ = "Read our stories"
MINE = "What is mine here"
OUT = "Take stories out"

READ_ASKED = "A story from one of us"
READ_HINT = "No name stands here. Please don't guess whose it is."
READ_NONE = "There is no story to read now."
READ_NEXT = "The next story"

TIPS = "Tip cards"
TIPS_ASKED = "A tip from one of us"
TIPS_NONE = "There is no tip card yet. They come from your meetings."
TIPS_NEXT = "The next card"

WHO = "Whose things would you like to see?"
WHO_HINT = "Only names of people who keep something here."
NOBODY = "Nobody keeps a story, a note or a tip here."
IS_IT_YOU = "Are you {name}?"
IS_IT_YOU_HINT = "What comes next is for {name} alone. Others look away."
NOT_ME = "No"
ME = "Yes, that's me"
WORD = "Which is your own word?"
WORD_OWN = "Type your word"
WORD_HINT = "Without it you can take things back. You cannot open them."
WORD_UNKNOWN = "I don't know it"

LIST = "{name}, this is what you keep here."
LIST_NONE = "{name}, nothing of yours is kept here now."
ROW_STORY = "Story of {day}"
ROW_NOTE = "Note of {day}"
ROW_TIP = "Tip of {day}"

STORY = "This is your story."
STORY_CLOSED = "Your own word opens it. Without it you can only take it back."
STORY_OVER = "Its time is over. It is shown to nobody now."
STORY_ENDS = "Its time ends soon: on {day}."
STORY_GONE = "Its words are gone. This is what is left of it."
STORY_NOT_HERE = "That is not here any more."
FURTHER = "May it go further now?"
ON = "Keep it longer"
LESS = "Let fewer people have it"
EDIT = "Change the words"
RECEIPT = "My receipt"
TAKE_BACK = "Take it back"
DROP = "Let the receipt go too"

FURTHER_ASKED = "You said your story may go further. Is that still right?"
FURTHER_LATER = "Not now. Ask me another day"
FURTHER_YES = "Yes, that's still right"
FURTHER_NO = "No. Only our group"
FURTHER_DONE = "It may go further now. You can take it back on any day."
FURTHER_STAYS = "It stays in our group."

ON_ASKED = "How much longer may it be kept?"
ON_NOT = "Leave it as it is"
ON_DONE = "It is kept until {day}."

LESS_ASKED = "Who may still have it?"
LESS_DONE = "From now on fewer people may have it."

EDIT_ASKED = "Which part would you like to change?"
EDIT_NOT = "No part"
EDIT_LINE = "How should it be?"
EDIT_OWN = "In my own words"
EDIT_AS_IT_IS = "Leave it as it was"
EDIT_AGREE = "Is this right, and may it be kept like this?"
EDIT_AGREE_HINT = "It is a new story then. It waits a week again before it goes further."
EDIT_NO = "No. Leave it as it was"
EDIT_YES = "Yes. Keep it like this"
EDIT_DONE = "The new words are kept. The old ones are gone."

RECEIPT_DONE = "That's all"
RECEIPT_FILE = "Write it to a file"
RECEIPT_WRITTEN = "Your receipt is in the file {path}."

TAKE_BACK_ASKED = "Would you like to take your story back?"
TAKE_BACK_MEANS = (
    "Its words go from this machine, and so do files with it that were written here.",
    "Paper, and files that were carried out, cannot be called back.",
    "A line with its number and days stays for you. It has no word of the story.",
)
TAKE_BACK_NO = "No, leave it as it is"
TAKE_BACK_YES = "Yes, take it back"
TAKE_BACK_DONE = "Your story is taken back."

CARD = "This is what you wrote."
CARD_OVER = "Its time is over. It is shown to nobody now."
CARD_ON = "Keep it for a year from today"
CARD_ON_DONE = "It is kept for a year from today."
CARD_GO = "Take it back for good"
CARD_GONE = "It is taken back."

WAITS = "A story here needs a word from {name}."
WAITS_HINT = "It is about what {name} said yes to. Nobody else can answer."
WAITS_LATER = "Not now. Ask next time"
WAITS_ME = "I'm {name}"
WAITS_ME_LONG = "I'm here"
WAITS_ASKED_LATER = "Then it is asked again next time."

OUT_LEVEL = "For whom are the stories?"
OUT_LEVEL_HINT = "Only stories whose tellers said yes to just that."
OUT_LEVELS: dict[int, str] = {
    2: "For our group",
    3: "For other groups and care staff",
    4: "For anybody",
}
OUT_PURPOSE = "What are they for?"
OUT_PURPOSES: dict[str, str] = {
    "peers": "To give heart to others like us",
    "staff": "To teach people who work in care",
    "funder": "To tell those who give us money",
    "newsletter": "For a newsletter",
}
OUT_NONE = "No story may leave for that now."
OUT_CHECK = "Can we say yes to all of this?"
OUT_COUNT_ONE = "One story may leave for that."
OUT_COUNT = "{number} stories may leave for that."
OUT_NO = "No. Nothing leaves"
OUT_YES = "Yes. Write the file"
OUT_WRITTEN = "The stories are in the file {path}."
OUT_NOT_HERE = "No file can be written from here."
CHECKLIST = (
    "We use each story for this one thing, and ask again for any other.",
    "It serves the teller and people like them first, not us.",
    "It cannot be used against the teller.",
    "We don't add our own meaning to it.",
    "It is not there to make people feel pity.",
    "We don't show only one kind of story.",
    "We ask the teller before we change a word.",
    "Nobody was pressed to tell it.",
    "It will do the teller no harm to hear it told.",
    "Those who hear it know first what it is about.",
    "Somebody is there for those whom it moves.",
)

FILE_HEAD = "Stories, {level}. {purpose}. Written on {day}."
FILE_UNTIL = "Please use this file until {day} at most. Then ask the tellers again."
FILE_NUMBER = "Story {number}"
FILE_SIGNED = "By {name}"
FILE_CHECK = "Before a story is used, say yes to each line:"

LINE = "{number}: level {level}, until {day}"
LINE_COOLING = "{number}: level {level} now, {later} if its teller says so again, until {day}"
LINE_OVER = "{number}: its time is over, nothing leaves"
LINE_TAKEN_BACK = "{number}: taken back on {day}"
LINE_NONE = "No stories are kept here."
ALL_THREE = "Please give all three: --level, --purpose and --to."
WHICH_GROUP = "There are two groups or more here. Please name one with --group before the command."
UNKNOWN_NUMBER = "There is no story with the number {number}."
COMMAND_TAKEN_BACK = "Story {number} is taken back. Paper that is out cannot be called back."
NOT_TAKEN_OUT = "The file could not be written. {why}"

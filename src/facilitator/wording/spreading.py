"""The words of sessions that spread: out to a stick, in from one, and what is different."""

# Two versions in words (C12, C13)
SAME = "Both say the same."
TITLE = "It is called {theirs}, not {ours}."
ABOUT = "It says in other words what it is for."
ADDS = "This one adds: {steps}."
LEAVES_OUT = "It leaves out: {steps}."
WORDS_OF = "It changes the words of: {steps}."
CUES_OF = "Its questions to ask the group are other ones at: {steps}."
READY_OF = "It has other ready answers at: {steps}."
ROUNDS_OF = "It goes round the room in another way at: {steps}."
DONE_OF = "It does something else at: {steps}."
STEP_MINUTES = "{step} takes {theirs} minutes, not {ours}."
STEP_SECONDS = "{step} gives each person {theirs} seconds, not {ours}."
ORDER = "Its steps come in another order: {steps}."
MINUTES = "It takes {theirs} minutes in all, not {ours}."
HELP_ADDS = "It shows more help: {names}."
HELP_LEAVES_OUT = "It does not show this help: {names}."
HELP_CHANGES = "It says other things about this help: {names}."
NEEDS = "It needs: {needs}."
NEEDS_NOTHING = "It needs nothing brought along."
MADE_BY = "It was made by: {names}."
LIVED = "People with lived experience who made it: {theirs}, not {ours}."
LICENCE = "It may be passed on in another way: {theirs}, not {ours}."
LANGUAGE = "It is in another language: {theirs}, not {ours}."

# Out to a stick (C13)
STICK = "A USB stick"
WHERE_OUT = "Where shall it go?"
WHERE_IN = "Where is the session?"
NO_STICK = "There is no USB stick here yet. Put one in, then look again."
LOOK_AGAIN = "Look again"
TYPE_FOLDER = "Type the name of a folder"
GO_BACK = "Go back"
FOLDER_ASKED = "Which folder is it?"
FOLDER_OWN = "Type where it is"
FOLDER_HINT = "Begin with a slash, like this: /home/ann/sessions"
NO_FOLDER = "There is no such folder here now. Please look at the name again."
OUT_DONE = "It is there. You can take the stick out now."
OUT_PATH = "It is in: {path}"
OUT_WAS_THERE = "The same file was there before, so nothing had to be written."
OUT_NOTHING_INSIDE = "The words of a session are in it, and no words from our meetings."
OUT_WELL = "That's all"
OUT_NOT = "It did not get there. Ours is safe here."
OUT_TROUBLE = {
    "full": "There is no room on it. What was on it is as it was.",
    "read-only": "It lets nothing be written. Some sticks have a small lock on the side.",
    "gone": "It is not there any more. Put it in again, and wait a moment.",
    "failed": "It could not be written. Another stick may do.",
    "busy": "The stick is slow. Leave it in, wait a little, then try again.",
}
TRY_AGAIN = "Try again"
ANOTHER_PLACE = "Another place"
NAMES_ASKED = "Shall it go out with these names in it?"
NAMES_INSIDE = "Names that we know stand in it: {names}."
NAMES_HINT = "A session goes to other groups. It should tell of nobody."
NAMES_NO = "No, we change it first"
NAMES_YES = "They are only words. Take it"

# In from a stick (C13)
WHICH_FILE = "Which one shall we look at?"
NO_FILES = "There is no session in this place."
IN_TROUBLE = {
    "full": "There is no room here.",
    "read-only": "This place lets nothing be read.",
    "gone": "It is not there any more. Put the stick in again.",
    "failed": "This one cannot be read.",
    "busy": "The stick is slow. Leave it in, wait a little, then look again.",
}
IN_NOT = "This one cannot be used as it is."
IN_LINE = "Line {line}: {sentence}"
IN_MORE = "There are {number} more."
IN_UNCHANGED = "Nothing was changed here."
IN_OTHERS = "See the others"
IN_ASKED = "Shall {title} come to us?"
IN_KNOWN = "We have this one: {title}."
IN_BESIDE = "We have one of that name. Both stay. Here this one is called {title}."
IN_NEXT_TO = "Next to {title}:"
IN_YES = "Yes, keep it with ours"
IN_NO = "No, leave it there"
IN_DONE = "{title} is with our sessions now."
IN_ID = "{title} is with our sessions now. Its id is {id}."

# A session that grew out of another
DIFFERENT_FROM = "What is different from {title}?"
DIFFERENT_BACK = "Back to the session"

"""The words of the editor, with which a group makes a session of its own (C12)."""

TITLE = "Our own session"
LIST = "Sessions of our own"

# The lists
LIST_ASKED = "Which session would you like to work on?"
LIST_HINT = "You can change the words, the steps and the time. No file is needed."
GO_ON_DRAFT = "Go on: {title}"
NEW = "Make a new one"
LIST_BACK = "Go back"
START_ASKED = "What shall we start from?"
START_HINT = "The one you start from stays as it is. You change a copy."
START_EMPTY = "Nothing. An empty one"
NO_TITLE = "No title yet"
ONE_CHANGE = "Change it"
ONE_COPY = "Make another one out of it"
ONE_DELETE = "Delete it"
DELETE_ASKED = "Delete {title} for good?"
DELETE_NO = "No, keep it"
DELETE_YES = "Yes, delete it"
DELETED = "It is gone."
CANNOT_ASKED = "This one cannot be changed here."
CANNOT_NEWER = "It was made by a newer program. Nothing was changed. You need the newer one."
CANNOT_READ = "It is not written as a session should be. Nothing was changed. See line {line}."
CANNOT_GONE = "It is not there any more."
CANNOT_BACK = "Go back to the list"

# The first screen of a draft
BENCH_ASKED = "What shall we do with {title}?"
BENCH_TIME = "With 4 people about {four} minutes, with 8 about {eight}, with 12 about {twelve}."
BENCH_HAVE = "We have {minutes} minutes. There are {steps} steps."
BENCH_SAFE = "Each change is kept at once. If the power goes, it is all here."
GO_ON_LINE = "Go on with your line"
LINE_WAITS = "You were writing: {typed}"
STEPS = "The steps"
HEAD = "Its name, time and purpose"
LOOK = "Look it over"
PRACTISE = "Practise it now"
UNDO = "Take back the last change"
SAVE = "Save it as ours"
STOP = "Stop for now"
STOP_ASKED = "Shall we stop here?"
STOP_LATER = "Stop, and go on another day"
STOP_STAY = "No, go on with it"
STOP_THROW = "Throw this draft away"
STOP_KEPT = "The draft is kept. You find it under sessions of our own."
THROW_ASKED = "Throw this draft away for good?"
UNDONE = "Taken back: {what}"
NOT_UNDONE = "There is nothing to take back."
CANNOT_CHANGE = "That cannot be changed here. Nothing was changed."

# Name, time, what it is for
HEAD_ASKED = "What would you like to change?"
HEAD_DONE = "Back to the session"
HEAD_ROWS: dict[str, str] = {
    "title": "The name",
    "minutes": "How long we have",
    "text": "What it is for",
    "easy": "The same in easy words",
    "needs": "What to have ready",
}
HEAD_TITLE = "What is the session called?"
HEAD_TITLES = ("Our own tea", "A quiet hour", "Our week", "Walk and talk")
HEAD_MINUTES = "How many minutes do you have?"
HEAD_TEXT = "What is this session for? Two or three short sentences."
HEAD_TEXTS = (
    "We meet, we talk and we rest.",
    "An hour to rest and to listen.",
    "We look back at our week.",
    "We each make one small plan.",
)
HEAD_EASY = "What is it for, in easy words?"
HEAD_EASIES = ("We meet and talk.", "We rest and we listen.", "We talk about our week.")
NEEDS_READY = ("tea or coffee", "a quiet room", "paper and thick pens", "chairs that move")

# The steps
STEPS_ASKED = "Which step would you like to change?"
STEPS_NONE = "There are no steps yet. Add the first one."
STEP_ADD = "Add a step"
STEP_ROW = "{title}, {minutes} min"
STEPS_BACK = "Back to the session"
STEP_ASKED = "What about this step?"
STEP_SAYS = "It asks: {text}"
STEP_EASY = "In easy words: {text}"
STEP_CUE = "To ask the group: {text}"
STEP_TIME = "It takes {minutes} minutes with 8 people. {round}"
STEP_WORDS = "Change its words"
STEP_MINUTES = "Its time"
STEP_ROUND = "How it goes round"
STEP_MOVE = "Move it"
STEP_LINES = "Its ready lines"
STEP_DROP = "Take it out"
STEP_BACK = "Back to the steps"
DROPPED = "{title} is taken out."
MOVE_ASKED = "After which step shall it come?"
MOVE_FIRST = "At the very start"
MOVE_LEAVE = "Leave it where it is"
MOVED = "{title} has moved."
ROUND_ASKED = "How shall it go through the room?"
ROUNDS: dict[str, str] = {
    "aloud": "One after another, aloud",
    "each": "The keyboard goes round",
    "together": "One answer for all of us",
    "pairs": "We talk in pairs",
    "threes": "We talk in threes",
    "away": "No screen. We just talk",
}
ROUND_NOW = "Now: {round}."
MINUTES_ASKED = "How many minutes does it take, however many come?"
SECONDS_ASKED = "And how many more seconds for each person?"
SECONDS_HINT = "0 is fine. 30 is enough for a word or two."
FEW = "none"
MANY = "a long time"

# The words of a step
PHRASES_ASKED = "{title}: which words would you like to change?"
PHRASES_DONE = "Back to the step"
PHRASE_ROWS: dict[str, str] = {
    "text": "What it asks",
    "easy": "The same in easy words",
    "cue": "A question to ask the group",
    "title": "The name of the step",
    "hint": "A little more, if it helps",
    "easy-hint": "A little more, in easy words",
}
PHRASE_ASKED: dict[str, str] = {
    "text": "What does this step ask? One short question is best.",
    "easy": "How do you ask it in easy words?",
    "cue": "Which open question could we ask the group?",
    "title": "What is this step called?",
    "hint": "What more would help? A word or two on how to answer.",
    "easy-hint": "What more would help, in easy words?",
}
PHRASE_READY: dict[str, tuple[str, ...]] = {
    "text": ("How are you today?", "What went well this week?", "What would help you now?"),
    "easy": ("How are you?", "What was good this week?", "What can help you?"),
    "cue": ("What would help now?", "Who'd like to start?", "What did you hear?"),
    "title": ("Arriving", "A round of words", "What helps", "Last words"),
    "hint": ("A word or two is enough.", "There is no right answer.", "You may pass."),
    "easy-hint": ("Say one word, or say pass.", "You can pass.", "All you say is right."),
}
IN_OWN_WORDS = "In our own words"
KEPT = "Kept."
PHRASE_KEPT = "The words are changed."
ADVICE = "Kept. A thought: {advice}"

# Ready lines
LINES_WHICH = "Which lines would you like to change?"
LINES_ROWS: dict[str, str] = {
    "ready": "The lines to choose from",
    "points": "What to say at the start",
    "easy-points": "The same in easy words",
    "asks": "What we ask of each other",
    "gives": "What each of us gives",
    "know": "What I know",
    "can": "What I can do",
    "care": "What I care about",
    "what": "What I will do",
    "when": "When I will do it",
    "keep": "What to keep",
    "change": "What to change",
    "learnt": "What we learned",
    "show": "Which numbers to show",
    "roles": "Which roles to share out",
    "offers": "What we can give",
    "options": "What we can choose",
    "steps": "Which steps we choose from",
    "needs": "What would help us",
    "want": "What we want from next time",
    "names": "Names for our session",
}
LINES_ASKED = "{what}: choose a line to take it out."
LINES_NONE = "There are no lines of our own. Then the program has some."
LINE_ADD = "Add a line"
LEAVE_IT = "Leave it as it is"
LINE_BACK = "That's all"
LINE_ASKED = "Which line shall people be able to choose?"
LINE_READY = ("A good talk", "Not today", "A little better", "Something else")
LINE_ADDED = "The line is added."
LINE_DROPPED = "The line is taken out."

# Adding a step
LIBRARY_ASKED = "What would you like to do together?"
LIBRARY_BACK = "None of these"
PREVIEW_ASKED = "It asks: {text}"
PREVIEW_TIME = "With 8 people it takes about {minutes} minutes. {round}"
PREVIEW_ADD = "Add this one"
PREVIEW_OTHERS = "See the others"
ADD_AFTER = "After which step shall it come?"
ADD_LAST = "At the end"
ADDED = "{title} is added."

# Looking it over
LOOK_FINE = "Nothing is in the way. It is ready to hold."
LOOK_DONE = "Back to the session"
LOOK_ONE = "{number} of {of} to look at: {where}"
LOOK_MUST = "This must be mended before it can be held."
LOOK_MAY = "This is only a thought. You can leave it as it is."
LOOK_GO = "Take me there"
LOOK_NEXT = "See the next one"
LOOK_NEW_ID = "Give this step a mark of its own"
WHERE_ALL = "the session"
SAYS: dict[str, str] = {
    "missing": "This is still empty.",
    "no-steps": "There are no steps yet.",
    "not-made-with": "Nobody who lives with this has helped to make it yet.",
}

# Saving
SAVE_FIRST = "It stays a draft until this is mended."
WHO_ASKED = "Who made this session?"
WHO_HINT = "A name for all of you is enough. It is shown with the session."
WHO_READY = ("Our group", "Some of us", "All who were here")
WHO_OWN = "Type a name"
LIVED_ASKED = "How many of you have lived through this yourselves?"
LIVED_HINT = "That is what makes it yours. Others see the number, and no names."
LIVED_LOW = "nobody"
LIVED_HIGH = "a full room"
SAVED = "Saved. It is now one of your own sessions."
SAVED_ASKED = "It is yours now. What next?"
SAVED_HOLD = "Hold it now"
SAVED_HOME = "Back to the first screen"
PRACTICE = "This is practice, with made-up names. Nothing is kept."
PRACTISED = "That was practice. Nothing was kept. Here is your draft again."
CANNOT_PRACTISE = "It cannot be tried yet. Look at this first."

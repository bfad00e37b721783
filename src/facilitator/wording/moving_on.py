"""The words of moving on: what I take, what stays, what goes, a note, an open door (C15)."""

# The step
MOVING = "Are you moving on from our group?"
MOVING_HINT = "Moving on is one more step of yours. Staying is just as good."
MOVING_NO = "I'm staying"
MOVING_YES = "I'm moving on"
TAKE = "What do I take with me from here?"
TAKE_HINT = "A thing I learned, a person, a good moment."
TAKE_READY = ("I can ask for help", "New friends", "I'm not the only one", "A plan that works")
MINE = "These are your words from today."
MINE_HINT = "Write down what you like, and take it home."
MINE_NONE = "You wrote nothing down today. That's fine."
KEPT = "What shall we do with what's kept about you?"
KEPT_HINT = "You can change this until we finish today."
KEPT_STAY = "It may stay here"
KEPT_FORGET = "Forget everything about me"
NOTE = "A line for somebody who is starting?"
NOTE_HINT = "What would have been good to hear on your first day?"
NOTE_READY = ("You may just listen", "It gets easier", "Come back, even after a bad week")
NOTE_NONE = "No line today"
NOTE_AGREE = "May this line stay for people who start?"
NOTE_AGREE_HINT = "It shows without your name. You can take it back."
NOTE_NO = "No, let it go"
NOTE_YES = "Yes, it may stay"
DOOR = "The door stays open."
DOOR_LINE = "You can come back at any time. Nobody will ask why."
GO_ON = "Go on"
OWN = "In my own words"
FINISH_LEAVING = "Everything about {name} is forgotten when you finish."

# What we have made
TITLE = "Somebody is moving on"
WHO = "Who is moving on?"
WHO_HINT = "These are the people whose words this machine keeps."
NOBODY = "Nobody. Go back"
BOOK_EMPTY = "This machine keeps nothing of anybody. You can just go, with our thanks."
BACK = "Go back"
ASKED = "{name}, what would you like to do?"
ALL_DONE = "That's all for now"
GOODBYE = "Go well, {name}. The door stays open."
ROW_TAKE = "Say what I take with me"
ROW_HOME = "See my words, to take home"
ROW_NOTE = "Leave a line for somebody new"
ROW_FORGET = "Forget everything about me"
TAKEN_NOTED = "It is with your words, to take home."
HOME = "These are your words, {name}."
HOME_NONE = "Nothing is here to take home."
HOME_HINT = "Write down what you like. A photo will do too."
HOME_DONE = "Thank you. Go back"
HOME_FILE = "Write them into a file"
HOME_CLOSED = "Your own plan and lines show only with your word."
WORD = "Which word did you set?"
WORD_OWN = "Type the word"
WORD_NONE = "I don't know the word"
I_TAKE = "I take with me: {line}"
LINES: dict[str, str] = {
    "strengths": "I am good at: {line}",
    "offers": "I offer: {line}",
    "needs": "I would like: {line}",
    "notes": "My line for somebody new: {line}",
    "tips": "What worked for me: {line}",
    "growth": "What I can do now: {line}",
    "plan": "My plan. {line}",
    "duties": "{day}: {line}",
}
FORGET = "Forget everything about {name} for good?"
FORGET_MEANS = "Your name, your plan and all your words go, also from past meetings."
FORGET_OTHERS = "What others wrote stays."
FORGET_NO = "No, leave it"
FORGET_YES = "Yes, forget everything"
FORGOTTEN = "It is forgotten. Go well. The door stays open."
NOTE_KEPT = "Thank you. Somebody will be glad of it."

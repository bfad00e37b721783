"""The words of sharing roles: today, next time, and over the weeks (C2, C14)."""

NAMES: dict[str, str] = {
    "welcomer": "Welcoming people",
    "reader": "Reading aloud",
    "time-minder": "Minding the time",
    "scribe": "Writing for us",
    "closer": "Closing words",
    "lead": "Leading",
}
DOES: dict[str, str] = {
    "welcomer": "{name} welcomes",
    "reader": "{name} reads",
    "time-minder": "{name} minds the time",
    "scribe": "{name} writes",
    "closer": "{name} closes",
    "lead": "{name} leads",
}
TODAY = "Today {who}."

# The step
ASKED: dict[str, str] = {
    "welcomer": "{name}, would you like to welcome people?",
    "reader": "{name}, would you like to read today?",
    "time-minder": "{name}, will you mind the time today?",
    "scribe": "{name}, would you like to write for us?",
    "closer": "{name}, would you like to close today?",
    "lead": "{name}, would you like to lead from here?",
}
MEANS: dict[str, str] = {
    "welcomer": "Say hello to people as they come, and show them the tea.",
    "reader": "Read the screen aloud, as slowly as you like.",
    "time-minder": "Say when half of the time is over. A clock will do.",
    "scribe": "Type or write down what the group asks you to.",
    "closer": "Say goodbye for all of us, in your own words.",
    "lead": "Hold the keyboard and ask what comes next. Anybody can.",
}
NO_REASON = "You don't have to say why."
NOW = "At the moment: {who}."
YES = "Yes"
NOT_TODAY = "Not today"
SOMEBODY_ELSE = "Somebody else would like to"
WHO_ELSE: dict[str, str] = {
    "welcomer": "Who'd like to welcome people today?",
    "reader": "Who'd like to read today?",
    "time-minder": "Who'd like to mind the time today?",
    "scribe": "Who'd like to write for us today?",
    "closer": "Who'd like to close today?",
    "lead": "Who'd like to lead from here?",
}
NOBODY_TODAY = "Nobody today"
NOBODY = "Nobody today. That's fine."
STAYS = "It stays as it is. That's fine."
GO_ON = "Go on"
MORE = "Would anybody like to do more today?"
MORE_HINT = "Two roles are enough. You can share out more."
ENOUGH = "That's enough"

# Next time
NEXT_ASKED: dict[str, str] = {
    "welcomer": "Who'd like to welcome people next time?",
    "reader": "Who'd like to read next time?",
    "time-minder": "Who'd like to mind the time next time?",
    "scribe": "Who'd like to write for us next time?",
    "closer": "Who'd like to close next time?",
    "lead": "Who'd like to lead next time?",
}
NEXT_HINT = "Say it aloud. It is an offer, and you can take it back."
NEXT_HINT_KEPT = "Your name stays here until then. You can take it back."
NEXT_NOBODY = "Nobody now. Go on"
REMEMBER = "{name}, may this machine remember that?"
REMEMBER_HINT = "Then it keeps your name and your offer until you are asked."
REMEMBER_NO = "No, we'll remember it"
REMEMBER_YES = "Yes, until next time"
OFFERS: dict[str, str] = {
    "welcomer": "{name} would like to welcome people",
    "reader": "{name} would like to read",
    "time-minder": "{name} would like to mind the time",
    "scribe": "{name} would like to write for us",
    "closer": "{name} would like to close",
    "lead": "{name} would like to lead",
}

# The menu
MENU = "Who does what today"
MENU_ASKED = "Who does what today?"
MENU_HINT = "Choose a role to hand it on."
MENU_BACK = "Go on"
ROW = "{role}: {name}"
ROW_FREE = "{role}: free"
HAND_ON_LEAVE = "Leave it as it is"
HAND_ON_FREE = "Nobody from here on"
HAND_ON_FREED = "That's fine. It is free again."
HAND_ON_DONE = "Thank you. {who} from here on."
LEFT_FREE = "Free again: {roles}."

# The close
FINISH_DUTIES = "It also keeps who had which role today."

# What we have made
TITLE = "Who does what"
LIST_ASKED = "This is what we did for each other."
LIST_HINT = "If you haven't had a role for a while, we ask you first."
LIST_DAY = "{day}: {who}"
LIST_OFFER = "Next time: {offer}"
LIST_EMPTY = "Nothing is written down yet. A meeting with shared roles does that."
LIST_BACK = "Back to the list"
LIST_TAKE = "Take a line of mine back"
TAKE_ASKED = "Which line shall we take off?"
TAKE_NONE = "None. Go back"
TAKE_ROW = "{day}: {who}"
TAKEN = "The line is gone."

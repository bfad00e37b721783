"""The words of the group's own evaluation, and of "you said, we did" (C9, C10)."""

# The words of: evaluation; C9
KEEP = "What was good today, and should stay?"
KEEP_MORE = "What else should stay?"
CHANGE = "What should be different next time?"
CHANGE_MORE = "What else should be different?"
THAT_IS_ALL = "That's all"
NOTHING = "Nothing for now"
KEEP_READY = ("Talking in pairs", "Time to listen", "The tea", "All of it")
CHANGE_READY = ("More time to talk", "A longer break", "A slower pace")

RATE = "Shall we count hands about today?"
RATE_HINT = "Four short lines, and hands up for yes. Stay out of it if you like."
RATE_HANDS = "Yes, we count hands"
RATE_NOT = "Not today"
STATEMENTS: dict[str, str] = {
    "heard": "I was heard today.",
    "useful": "Today was useful to me.",
    "pace": "The pace was right for me.",
    "safe": "I felt safe here today.",
}
ANSWERS = ("Yes", "Mostly", "A little", "Not today")
NO_HAND = "No hand"
HANDS = "{statement} How many hands for {answer}?"
HANDS_HINT = "Read it aloud. Eyes shut, hands up. Type only how many hands there are."

SHOWN = "This is how today was for us."
SHOWN_HINT = "Somebody reads it aloud. What do we see in it?"
STAY = "Let this stay: {line}"
NEXT_TIME = "Next time: {line}"
ABOUT = "{statement} {counts}"
ON_ITS_WAY = "We will change this: {line}"
WE_LEARNED = "We learned: {line}"

CHOOSE = "Which change shall we make?"
CHOOSE_HINT = "At our next start the screen asks what came of it."
CHOOSE_NONE = "None of them now"

LEARNT = "What did we learn today?"
LEARNT_HINT = "One line for all of us. Please leave out names."
LEARNT_NONE = "No line today"
MAY_BE_NAME = "Is there a name in this line?"
MAY_BE_NAME_HINT = "The line may be read later by others. We decide."
MAY_BE_FINE = "It is fine as it is"
MAY_BE_AGAIN = "Write it another way"
MAY_BE_OUT = "Leave the line out"

SAVE = "Shall this machine keep these lines for us?"
SAVE_HINT = "Then they come back at our next start. There is no name with them."
SAVE_NO = "No, only for today"
SAVE_YES = "Yes, for next time"

# The words of: you-said; C10
YOU_SAID_TITLE = "You said, we did"
YOU_SAID_TEXT = "We said that we would change this. What came of it?"
YOU_SAID_EASY = "We said this. What came of it?"
YOU_SAID = "On {day} we said: {line}"
CAME_DID = "We did it"
CAME_NOT_YET = "Not yet. Ask us next time"
CAME_MIND = "We changed our mind"
WHAT_WE_DID = "What did we do?"
AS_WE_SAID = "Just as we said"
DONE = "We said: {line}. We did: {did}"

# What the program counts for the group; T6
OTHER = "Another answer"
SURE_BANDS = ("Very sure", "Fairly sure", "Not so sure")
BAR = "{label}: {count} of {of}"

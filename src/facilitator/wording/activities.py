"""The words of the activity kinds, apart from those that a session brings (M10-M12, C1, C6)."""

GO_ON = "Go on"
NOTHING = "Nothing for now"
SAID_ALOUD = "We say it aloud"
WE_ARE_BACK = "We're back"
OWN_WORDS = "In my own words"
GROUP_WORDS = "In our own words"

# The words of: agreement; C1
AGREEMENT_STANDS = "This is what we agreed. Does it still stand?"
AGREEMENT_KEEP = "Yes, it stands"
AGREEMENT_CHANGE = "We want to change it"
ASKS = "What do we ask of each other?"
ASKS_HINT = "These lines are only ideas. Choose what fits us."
GIVES = "What does each of us give?"
GIVES_HINT = "Choose what fits us. We can add our own."
ASKS_MORE = "Shall we add a line? What do we ask?"
GIVES_MORE = "Shall we add a line? What do we give?"
LINES_SO_FAR = "So far: {lines}"
LINES_DONE = "No, that's all"
AGREED = "This is our agreement. We can change it at any time."
AGREED_NONE = "We have no lines yet. That's fine. We can add some at any time."
WE_ASK = "We ask: {line}"
WE_GIVE = "We give: {line}"
AGREEMENT_SAVE = "Shall this machine keep our agreement?"
AGREEMENT_SAVE_HINT = "It holds no names. We would see it at the start next time."
AGREEMENT_SAVE_NO = "No, only for today"
AGREEMENT_SAVE_YES = "Yes, for next time"

# The words of: strengths; M13
KNOW = "Something I know about, or can do"
CAN = "Something I can do"
CARE = "Something I care about"
STRENGTHS_SHARE = "May the group see these at the end?"
STRENGTHS_SHARE_NO = "No, they are mine"
STRENGTHS_SHARE_YES = "Yes, without my name"
STRENGTHS_READY = ("I can listen", "I know my own body", "My family and friends", "I keep going")

# The words of: goal; M10, M11
WHAT = "What would I like to do this week?"
WHAT_HINT = "Something I want, small enough for this week."
WHEN = "When will I do it?"
SURE = "How sure am I that I will do all of it?"
SURE_LOW = "not sure at all"
SURE_HIGH = "very sure"
OFFER = "Would you like to change the plan a little?"
OFFER_HINT = "Keeping it is fine too. It is your plan."
OFFER_KEEP = "Keep it as it is"
OFFER_SMALLER = "Make it smaller"
OFFER_CHANGE = "Change it"
OFFER_IDEAS = "Ask the group for ideas"
MORE = "Is that enough for now?"
MORE_ENOUGH = "That's enough"
MORE_ADD = "Add more"
HOW_MUCH = "How much will I do?"
HOW_OFTEN = "How often will I do it?"
OBSTACLE = "What could get in the way?"
IF_THEN = "If that happens, then what will I do?"
WHO = "Who could help, or who would I tell?"
KEEP_PLAN = "Shall this plan come back next time?"
KEEP_PLAN_HINT = "To bring it back, this machine keeps your name, your plan and how it goes."
KEEP_PLAN_NO = "No, only for today"
KEEP_PLAN_AS_IT_WAS = "Leave it as it was"
KEEP_PLAN_YES = "Bring it back next time"
KEEP_PLAN_LOCK = "Bring it back, behind a word"
KEEP_PLAN_SAME_WORD = "Bring it back, with my word"
KEEP_PLAN_NEW_WORD = "Bring it back, with a new word"
KEEP_PLAN_OPEN = "Bring it back, without a word"
KEEP_PLAN_LET_GO = "Only for today. Then let it go"
SET_WORD = "Would you like a word to open it?"
SET_WORD_HINT = "Next time the plan shows only when that word is typed."
SET_WORD_NO = "No word needed"
SET_WORD_YES = "Set a word"
THE_WORD = "Which word? Choose one that you will remember."
THE_WORD_HINT = "If you pass, the plan is only for today."
THE_WORD_AGAIN = "Please type the same word once more."
THE_WORD_OWN = "Type the word"
WHAT_READY = (
    "A short walk",
    "Ring somebody I like",
    "Rest without guilt",
    "Ask for one bit of help",
)
WHEN_READY = ("Today or tomorrow", "On a good day this week", "In the morning", "At the weekend")
HOW_MUCH_READY = ("A little", "Ten minutes", "Half an hour", "As much as feels right")
HOW_OFTEN_READY = ("Once", "Twice this week", "Three times this week", "Most days")
OBSTACLE_READY = ("A bad day", "No time", "Bad weather", "I may forget")
IF_THEN_READY = (
    "I try again the next day",
    "I do a smaller bit",
    "I ask for help",
    "I let it rest",
)
WHO_READY = ("Somebody here", "Family", "A friend", "I will do it alone")
PLAN_PARTS: dict[str, str] = {
    "what": "What: {words}",
    "when": "When: {words}",
    "sure": "How sure: {words} out of 10",
    "how-much": "How much: {words}",
    "how-often": "How often: {words}",
    "obstacle": "What could get in the way: {words}",
    "if-then": "Then I will: {words}",
    "who": "Who could help: {words}",
}

# The words of: look-back; M9, M12
IS_THIS_YOU = "Is this you, {name}?"
IS_THIS_YOU_HINT = "Your plan shows only when you say yes."
YES_ME = "Yes, this is me"
NOT_ME = "No"
YOUR_WORD = "Which word did you set?"
YOUR_WORD_LEFT = "Leave it closed"
HOW_DID_IT_GO = "How did it go?"
HOW_UNSAID = "I'd rather not say"
HOW_WORDS: dict[str, str] = {
    "more": "More than I hoped",
    "hoped": "As I hoped",
    "some": "Some of it",
    "not": "Not this week",
    "changed": "I changed my mind",
}
WHAT_HELPED = "What helped?"
WHAT_HELPED_READY = ("Somebody helped me", "I made it small", "It was a good week", "I just began")
WHAT_GOT_IN = "What got in the way?"
WHAT_GOT_IN_READY = ("It was a hard week", "No time", "It was too big", "I forgot")
WHAT_NEXT = "What would you like now?"
NEXT_UNSAID = "I'll see"
NEXT_WORDS: dict[str, str] = {
    "rest": "A rest from plans",
    "same": "The same plan again",
    "smaller": "A smaller plan",
    "new": "A new plan",
}

# The words of: ideas; C6
WHOSE_HINT = "One plan each time. Say aloud what gets in the way."
WHOSE_NONE = "Not today. Go on"
WHOSE_ASKED = "{name} asked for ideas"
IDEA = "{name}, one idea for {owner}?"
IDEA_HINT = "One idea, no comments. Somebody can type it for you."
IDEA_NONE = "No idea this time"
IDEA_OWN = "Write the idea"
PICK = "{name}, which ideas would you like?"
PICK_HINT = "Some, one or none. It is your plan."
NO_IDEAS = "No ideas came this time. That's fine."

# Reflection
KEEP = "What was good today, and should stay?"
CHANGE = "What should be different next time?"
KEEP_READY = ("Talking in pairs", "Time to listen", "The tea", "All of it")
NO_CHANGE = NOTHING
CHANGE_READY = (NO_CHANGE, "More time to talk", "A longer break", "A slower pace")

# The words of: resources; T1
RESOURCES_NEXT = "Next"
RESOURCES_ENOUGH = "That's enough. Go on"
CALLS = "The code rings this number."
OPENS = "The code opens this address. It needs the internet later."

# Steps that can be added (M4): title, prompt, easy prompt
ADDED: dict[str, tuple[str, str, str]] = {
    "break": ("Tea and rest", "A break. Tea, air, a stretch.", "A rest. Have some tea."),
    "away": ("Talk, no screen", "Put the keyboard away and talk.", "Put the keys away. Talk."),
    "check-in": ("A round of words", "One word each: how are you now?", "How are you now?"),
    "ideas": ("Ideas from the group", "Would ideas from the group help?", "Do ideas help?"),
    "strengths": ("What we are good at", "What do I know, do and care about?", "What is good?"),
    "goal": ("One small plan", "What is one small thing for this week?", "One small plan?"),
    "agreement": ("Our agreement", "What do we ask and what do we give?", "What do we agree?"),
    "evaluation": ("How was today?", "What stays, what changes, how was it?", "How was it?"),
    "dot-vote": ("Choose with dots", "Which of these would we like?", "Which do we want?"),
    "consent": ("Can we live with it?", "Can we all live with this?", "Is this fine for us?"),
    "next-time": ("What next time holds", "What would we like next time?", "What comes next?"),
    "offers": ("Offers and needs", "What can we give, and what would help?", "What can we give?"),
    "roles": ("Who does what", "Who'd like to do what today?", "Who does what today?"),
    "next-roles": ("Next time", "Who'd like to do what next time?", "Who does what next?"),
    "moving-on": ("Moving on", "Is anybody moving on from our group?", "Is anybody going on?"),
    "reflection": (
        "Keep and change",
        "What should we keep? What should we change?",
        "Keep or change?",
    ),
    "plan-session": ("Plan our next time", "What do we want from next time?", "What do we want?"),
    "story": ("Stories", "Who'd like to tell a bit of their story?", "Who has a story?"),
    "tip": ("Tip cards", "What worked for you, and may help others?", "What helped you?"),
    "welcome-note": ("For a first day", "Is somebody here for the first time?", "First time here?"),
    "note": ("A note for a first day", "What would you say to somebody new?", "A note?"),
}

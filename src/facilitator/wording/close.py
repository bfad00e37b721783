"""The words of the close: what the group made, what helps next, what is kept."""

TITLE = "The end"
MADE = "This is what we made today."
MADE_NOTHING = "We talked and we listened. That's enough."
MADE_GO_ON = "Go on"

# What stands over the lines of that page, in the order of the page
AGREED = "We agreed:"
GOOD_AT = "We're good at:"
SAID_AND_DID = "You said, we did:"
CHOSE = "We chose:"
SAID = "We said:"
IDEAS = "Our ideas:"
OFFERS = "On offer among us:"
NEEDS = "Somebody would like:"
PLANS = "For the week:"
STORIES = "We listened:"
HANDS = "How today was:"
STAY = "Let this stay:"
LEARNED = "We learned:"
NEXT = "Next time:"
DRAFT = "Our draft for next time:"
HEADINGS = (
    AGREED,
    GOOD_AT,
    SAID_AND_DID,
    CHOSE,
    SAID,
    IDEAS,
    OFFERS,
    NEEDS,
    PLANS,
    STORIES,
    HANDS,
    STAY,
    LEARNED,
    NEXT,
    DRAFT,
)
NOTED = "{name}: {line}"
PLANS_ONE = "One of us made a plan."
PLANS_MANY = "{number} of us made a plan."

TAKE = "Take something home?"
TAKE_HINT = "Each one shows a code for your phone, and the words to copy."
TAKE_FINISH = "No more. Go on to the end"
CODE_BACK = "Back to the list"

FINISH = "Thank you, everybody. Shall we finish?"
FINISH_YES = "Finish"
FINISH_SLIP = "A slip for those who fund us"
FINISH_SLIP_AGREED = "Our slip for those who fund us is written too, as we agreed."
FINISH_TODAY = "When you finish, the words from today go from this machine."
FINISH_GROUP = "When you finish, this machine keeps the words for your group."
FINISH_LESS = "If you wanted nothing kept, your words go now too."
FINISH_NOTHING = "Nothing from today was kept on this machine."
FINISH_PLANS = "These people asked to keep their plan: {names}"
FINISH_TOLD = "Stories, tips and notes stay only as those who told them agreed."
FINISH_AGREEMENT = "Our agreement is kept for next time."

# The farewell, after all of it
FAREWELL = "Thank you for today. Take good care of each other."
FAREWELL_TITLE = "Goodbye"
FAREWELL_BACK = "To the first screen"
FAREWELL_HINT = "This stays until somebody presses a key."
KEPT_NOTHING = "We've finished. Nothing was kept."
KEPT_TODAY = "We've finished. The words from today are gone."
KEPT_SOME = "Only what somebody said yes to is kept."
KEPT_GROUP = "We've finished. The words are kept for our group."
KEPT_GROUP_UNTIL = "We've finished. The words are kept for our group until {day}."
KEPT_LESS = "What some of us didn't want kept is gone."

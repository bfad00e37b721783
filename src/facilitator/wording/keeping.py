"""The words about what is kept: how long, what is due, forgetting, one's own words (S7, S8)."""

TITLE = "What is kept here"

HOW_LONG = "How long words are kept"
HOW_LONG_ASKED = "How long may this machine keep our words?"
HOW_LONG_HINT = "When the time is over, the first screen asks. Nothing goes by itself."
HOW_LONG_LABELS: dict[int, str] = {
    30: "For 30 days",
    90: "For 90 days",
    365: "For a year",
}
HOW_LONG_DONE = "Words are kept for {days} days now."
KEPT_UNTIL = "It is kept until {day}. Then we are asked."

DUE_ASKED = "Shall we still keep the meeting of {day}?"
DUE_MEANS = "{title}. The time for which it was kept is over."
DUE_PERSON_ASKED = "Shall we still keep what is here of {name}?"
DUE_PERSON_MEANS = "It may be a plan, a story, or how {name} uses this. Its time is over."
DUE_AGREED_ASKED = "Shall we still keep our older agreements?"
DUE_AGREED_MEANS = "Their time is over. The agreement that we use now stays."
DUE_AGREED_OF = "From {day}"
DUE_KEEP = "Yes, for {days} more days"
DUE_GO = "No, let it go"
DUE_LATER = "Ask us again next time"
DUE_KEPT = "It is kept until {day}."
DUE_ASKED_LATER = "Then we ask again next time."

GONE_ASKED = "It is gone now. Is that right?"
GONE_MEANS = "You can bring it back on this screen only. After this, nobody can."
GONE_RIGHT = "Yes, that's right"
GONE_BACK = "No, bring it back"
GONE_IS_BACK = "It is back, as it was before."
GONE_NOT_BACK = "It cannot be brought back from here."

FORGET_ME = "Forget me"
FORGET_WHO = "Who wants to be forgotten?"
FORGET_HINT = "It is about this meeting, and what is kept beside the name."
FORGET_NOBODY = "Nobody was chosen. Nothing is changed."
FORGET_ASKED = "Delete everything about {name} for good?"
FORGET_MEANS = "The name, the words and the plan go. Nobody asks why."
FORGET_OTHERS = "What others wrote stays, even where it speaks of you."
FORGET_NO = "No, leave it as it is"
FORGET_YES = "Yes, forget me"
FORGOTTEN = "That person is forgotten here."

GIVE_ME = "Give me my words"
GIVE_WHO = "Whose words would you like?"
GIVE_WORD = "Which is your own word?"
GIVE_WORD_OWN = "Type your word"
GIVE_WORD_HINT = "You set it when you kept your plan. It can be forgotten, so there is another way."
GIVE_NO_WORD = "I don't know it"
GIVE_NOT_THE_WORD = "That is not the word that was set. Try again, or press / to go back."
GIVE_SHOWN = "{name}, these are your words."
GIVE_NONE = "There are no words of {name} here."
GIVE_CLOSED = "Private words come out only with a word of your own. They can be forgotten."
GIVE_ROOM = "The room sees this screen, so private words are not shown."
GIVE_LINE = "{step}: {words}"
GIVE_SORTS: dict[str, str] = {
    "strengths": "A strength",
    "duties": "A role",
    "willing": "An offer to take a role",
    "offers": "An offer or a need",
    "exchanges": "Something I gave",
    "stories": "My story",
    "notes": "My note",
    "tips": "My tip",
    "changes": "A change",
    "learnt": "What we learned",
    "growth": "What I can do now",
    "tallies": "A count",
    "next_times": "Next time",
}
GIVE_DONE = "That's all"
GIVE_ALOUD = "Read them out to me"
GIVE_TEXT = "Write them to a text file"
GIVE_CSV = "Write them for a spreadsheet"
GIVE_JSON = "Write them for other programs"
GIVE_WRITTEN = "Your words are in the file {path}."
GIVE_FILE_STAYS = "A file stays on this machine until it is taken away or forgotten."
GIVE_FILE_OPEN = "Our passphrase does not lock it: anybody here could read it."

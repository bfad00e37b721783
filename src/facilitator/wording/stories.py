"""The words of the steps for stories, tips and notes (C8, C15)."""

STOP = "I can stop here"
NO_KEEP = "Stop here. Keep nothing"

WAY = "How would you like to tell your story?"
WAY_HINT = "Tell it, that is enough. Nothing is kept unless you say so, step by step."
WAY_NOTHING = "This machine keeps nothing today. So this is a day for telling."
WAYS: dict[str, str] = {
    "told": "I told it. It is not written",
    "cards": "I use four short lines",
    "typed": "I type it",
    "scribed": "Somebody types it for me",
}
THANKS = "Thank you for your story."
THANKS_HINT = "It was told, and nothing of it is kept. That is how it should be."
GO_ON = "Go on"

TELL = "What would you like to tell?"
TELL_HINT = "A few lines at a time. Pass goes on."
TELL_MORE = "And then?"
TELL_DONE = "That's all of it"
OWN_WORDS = "In my own words"
SCRIBE = "What does the teller say?"
SCRIBE_HINT = "Type it as it is told. Don't make it nicer."

CARDS: dict[str, str] = {
    "before": "How was it before?",
    "helped": "What helped?",
    "now": "How is it now?",
    "starting": "What would you say to somebody who starts?",
}
CARDS_READY: dict[str, tuple[str, ...]] = {
    "before": ("I felt alone with it", "I didn't know what to do", "Each day was hard"),
    "helped": ("Somebody listened", "I took small steps", "I met others like me"),
    "now": ("I have more good days", "I know what helps me", "It is still hard, and I go on"),
    "starting": ("Go slowly", "You're not alone", "Ask. People like to help"),
}
CARD_LINES: dict[str, str] = {
    "before": "Before: {words}",
    "helped": "What helped: {words}",
    "now": "Now: {words}",
    "starting": "To somebody who starts: {words}",
}

TELLER = "Please give the keyboard to the teller now."
TELLER_HINT = "From here on only the teller may say yes. Nobody can do it for them."
TELLER_ME = "I am the teller"

MORE = "Thank you. You can stop here. That's enough."
MORE_HINT = "It was good to tell it. Nothing of it is kept if you stop."
MORE_YES = "I would like more with it"

GAIN = "What do you get from sharing this?"
GAIN_HINT = "You come first. If it gives you nothing, you can stop here."
GAIN_READY = (
    "I'm proud of how far I've come",
    "It helps me to say it",
    "I want it easier for others",
)

LEVEL = "Who may have your story?"
LEVEL_HINT = "The last two wait for a week. Then you are asked again."
LEVELS: dict[int, str] = {
    1: "Only me",
    2: "This group, without my name",
    3: "Other groups, care staff, no name",
    4: "Anybody",
}
PURPOSE_HINT = "A yes is for this one thing. The next one is asked about too."
PURPOSES: dict[str, str] = {
    "peers": "May it be used to give heart to others like us?",
    "staff": "May it be used to teach people who work in care?",
    "funder": "May it be used to tell those who give us money?",
    "newsletter": "May it be printed in a newsletter?",
}
PURPOSE_NO = "No, not for that"
PURPOSE_YES = "Yes, for that"

NAMES = "Does it name somebody else?"
NAMES_HINT = "These words may be names. Nobody else said yes to being in it."
NAMES_FINE = "No. It can stay so"
NAMES_HIDE = "Yes. Take names out"
MASK = "Which names shall go?"
MASK_HINT = 'Each is changed to "somebody". You see it all again then.'
SOMEBODY = "somebody"

SIGN = "Would you like a name with it?"
SIGN_HINT = "It doesn't have to be your own. You can leave it out."
SIGN_NONE = "No name"
SIGN_OWN = "Type a name"

UNTIL = "How long may it be kept?"
UNTIL_HINT = "You can take it back on any day before that."
UNTIL_LABELS: dict[int, str] = {12: "For a year", 6: "For half a year", 24: "For two years"}

LOCK = "Would you like a word of your own for it?"
LOCK_NEEDED = "It needs a word of your own. What shall we do?"
LOCK_HINT = "Only with your word can it be opened, or go further."
LOCK_NO = "No word"
LOCK_YES = "Set a word"
WORD = "Which word shall open it?"
WORD_OWN = "Type your word"

AGREE = "Is this right, and may it be kept like this?"
AGREE_YES = "Yes. Keep it just like this"
AGREE_TEXT = "Change the words"
AGREE_TERMS = "Change who may have it"
TERM_LEVEL: dict[int, str] = {
    1: "Only you may have it. Your own word opens it.",
    2: "This group may read it, without your name.",
    3: "This group may read it now, without your name. After a week other groups and care staff"
    " may have it, if you say so again.",
    4: "This group may read it now, without your name. After a week anybody may have it, if you"
    " say so again.",
}
TERM_FOR = "It may be used for this: {purposes}"
TERM_PURPOSES: dict[str, str] = {
    "peers": "heart for others like us",
    "staff": "teaching people who work in care",
    "funder": "telling those who give us money",
    "newsletter": "a newsletter",
}
TERM_FOR_NOTHING = "It may be used for nothing else."
TERM_UNTIL = "It is kept until {day}."
TERM_WORD = "Your own word opens it."
TERM_SIGNED = "The name with it: {name}"
TERM_BACK = "You can take it back on any day. Paper that is out cannot be called back."

RECEIPT = "This is your receipt. Take it home if you like."
RECEIPT_HINT = "Your story is not on it. You find it again under What we have made."
RECEIPT_CODE_WORDS = "The code holds the last of these lines."
RECEIPT_SHORT = (
    "Story {number}-{version}, level {level}: {purposes}, {on}/{ends}. Back: What we have made"
)
RECEIPT_SHORT_BACK = "Story {number}-{version}: taken back {day}"
RECEIPT_FOR_NOTHING = "nothing else"
RECEIPT_NUMBER = "Story {number}, version {version}"
RECEIPT_ON = "You said yes on {day}."
RECEIPT_BACK = "To take it back: What we have made, then Stories."
RECEIPT_WITHDRAWN = "You took it back on {day}. Its words are gone."
MADE = "We heard stories. They stay with those who told them."

TIP = "What did you learn the hard way?"
TIP_HINT = "Something that might save somebody else time."
TIP_READY = (
    "Write things down for the doctor",
    "Rest before you need to",
    "Do one thing at a time",
    "Say no, and say it early",
)
TIP_LINE = "This worked for me. It may not work for you."
TIP_AGREE = "May it be kept as a card for our group?"
TIP_AGREE_HINT = "It has no name on it. It is kept for a year, or until you take it back."
KEEP_NO = "No, leave it at that"
KEEP_YES = "Yes, keep it"

NOTE = "What would you say to somebody on their first day here?"
NOTE_HINT = "A line or two. Somebody new may draw it one day."
NOTE_READY = (
    "You are welcome here",
    "Nobody has to talk",
    "I was nervous too",
    "It gets easier. Come again",
)
NOTE_AGREE = "May somebody who starts here read it?"
NOTE_AGREE_HINT = "It has no name on it. It is kept for a year, or until you take it back."

WELCOME_NOTE = "Somebody left a note for a first day. Read it?"
WELCOME_NOTE_HINT = "It is from somebody who came here before you."
WELCOME_NOTE_GONE = "There is no note to read now."
WELCOME_NOTE_YES = "Yes, show it"
WELCOME_NOTE_NO = "No, thank you"

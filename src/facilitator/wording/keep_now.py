"""The words about what may be kept, changed in the middle of a meeting (S6)."""

ROW = "What may be kept"
ASKED = "What may this machine keep from now on?"
LEAVE = "Leave it as it is"
ROWS: dict[str, str] = {
    "nothing": "Nothing at all",
    "today": "Only until we finish today",
    "group": "Our words, for our group",
}
NOW: dict[str, str] = {
    "nothing": "Now nothing is kept.",
    "today": "Now our words are kept until we finish today.",
    "group": "Now our words are kept for our group.",
}
LESS = "To keep less works at once, for all that we have said today."
MORE = "To keep more counts from now on. Each of us is asked."
DONE: dict[str, str] = {
    "nothing": "Nothing is kept now. What was written down is gone.",
    "today": "Our words are kept until we finish today. Then they go.",
    "group": "From now on our words are kept for our group.",
}
MAY_ASKED = "{name}, may we keep what you say from now on?"
MAY_HINT = "You don't have to say why."
MAY_NO = "No, nothing of mine"
MAY_YES = "Yes, you may"

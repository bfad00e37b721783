"""The words of the group's own history, and of its things that are due (T6, S7)."""

TITLE = "Our history"
ASKED = "What would you like to look at?"
BACK = "Back to the list"
EARLIER = "Earlier ones"
NONE_YET = "There is nothing here yet. It comes from your meetings."

WHAT_WE_DID = "What we did"
DID_ASKED = "These are our meetings, the newest first."
DID_HINT = "Kept, changed and added count the steps of our plan."
DID = "{day}. {title}. {people} {run}"
ONE_PERSON = "One of us."
PEOPLE = "{number} of us."
RUN_KEPT = "Kept {number}"
RUN_CHANGED = "changed {number}"
RUN_ADDED = "added {number}"
RUN_LEFT_OUT = "left out {number}"

CHECK_IN = "How we came in"
CHECK_IN_ASKED = "This is how we came in, over time."
SURE = "How sure we were"
SURE_ASKED = "This is how sure we were of our plans, over time."
RATING = "How our meetings were"
RATING_ASKED = "This is what we said with our hands, over time."
COUNTS_HINT = "These are counts of all of us. One answer alone is never shown."
HANDS_HINT = "These are counts of all of us, as we counted our hands."
HEADING_ABOUT = "{day}. {statement}"

LEARNT = "What we learned"
LEARNT_ASKED = "This is what we learned, the newest first."
LEARNT_LINE = "{day}. {line}"

YOU_SAID = "You said, we did"
YOU_SAID_ASKED = "This is what we said, and what came of it."
YOU_SAID_LINE = "{day}. We said: {line}. We did: {did}"
YOU_SAID_OPEN = "{day}. We said: {line}. The next start asks what came of it."
YOU_SAID_MIND = "{day}. We said: {line}. We changed our mind."

REPORT = "All of it, as a report"
REPORT_ASKED = "This is what we made together."
REPORT_HINT = "It is for us. A file stays on this machine until somebody takes it away."
REPORT_LABELS: dict[str, str] = {
    "text": "Write it to a text file",
    "csv": "Write it for a spreadsheet",
    "paper": "Write it to print on paper",
}
REPORT_HEADS = ("what", "line")
AGREED = "What we agreed"
KEEP_CHANGE = "What to keep and to change"
GOOD_AT = "What we are good at"

DUE_ASKED = "Shall we still keep our own lines and counts?"
DUE_MEANS = "They are things of our group from before {day}. Their time is over."
DUE_WALL = "What people said they are good at is among them."
DUE_DUTIES = "Who did what is among them."

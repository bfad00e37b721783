"""The words of the evening slip, for those who fund the group (C16)."""

TITLE = "A slip about a meeting"
SOMEBODY = "somebody"

DAY = "Date: {day}"
SESSION = "Session: {title}"
PEOPLE = "People: {number}"
MINUTES = "Minutes: {minutes}"
MINUTES_LATER = "Minutes: from the start until we finish"
MINUTES_UNKNOWN = "Minutes: nobody counted"
STAY = "To keep: {line}"
CHANGE = "To change: {line}"

ASKED = "May this slip leave our group?"
HINT = "It's for those who fund us, such as who pays for the room."
NAMES_OUT = 'A name that this machine knows is "somebody" here.'
MAY_BE_NAME = "Look here: there may be a name in this line. {line}"
NO = "No, nothing is written"
LABELS: dict[str, str] = {
    "text": "Yes, as a text file",
    "csv": "Yes, for a spreadsheet",
    "paper": "Yes, to print on paper",
    "numbers": "Yes, but without our lines",
}
AT_THE_END = "It is written when we finish. It lies in the folder for exports."
WRITTEN_NOT = "Then nothing is written."
NOT_AGREED = "The group has not said yes to a slip of that meeting."
HOW_AGREED = "It can do so on the screen, where the past meetings are."
WRITTEN = "The slip is in the file {path}."

PAPER_HEAD = "A meeting of our group"
PAPER_FOOT = "Our group has seen this slip and has said yes to it."
CSV_HEADS = ("date", "session", "people", "minutes", "keep", "change")

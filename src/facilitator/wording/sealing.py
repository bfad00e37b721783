"""The words of a group's passphrase: setting it, opening with it, the recovery words (S9)."""

TITLE = "Our passphrase"
LEAST_LETTERS, MOST_LETTERS = 8, 80
RECOVERY_LETTERS = 300

ABOUT_ASKED = "Shall our words be locked with a passphrase?"
ABOUT = (
    "Then nobody can read what this machine keeps for us, but with our passphrase.",
    "We type it at each start. After a meeting, and under the cover, it locks again.",
    "It cannot be taken off later, only changed.",
    "You also get 16 words on paper. They open it if the passphrase is forgotten.",
    "If both are lost, our words are lost for good. Nobody can bring them back.",
)
ABOUT_HINT = (
    "The names of the group and of the sessions, and the days, can still be read."
    " What was kept up to now is locked too. Traces of it may stay on the disk."
)
ABOUT_NO = "No, leave it as it is"
ABOUT_YES = "Yes, set a passphrase"

SET_ASKED = "Which passphrase shall lock our words?"
SET_HINT = "At least 8 letters. Four words that you all know well are best."
SET_OWN = "Type a passphrase"
SET_SHORT = "That is a bit short. Please use at least 8 letters or numbers."
ONCE_MORE = "Type it once more, so that no slip locks you out."
NOT_THE_SAME = "Those two were not the same. Please set it again."

RECOVERY_ASKED = "Write these 16 words on paper. They are shown only now."
RECOVERY_LINE = "Words {first} to {last}: {words}."
RECOVERY_HINT = (
    "Keep the paper in a safe place, away from this machine."
    " Anybody with these words can open it all."
)
RECOVERY_CODE = "The 16 words"
RECOVERY_CODE_WORDS = "A phone shows the same words. Use only their keeper's phone."
RECOVERY_DONE = "We've written them down"
RECOVERY_ALOUD = "Read the words out"
RECOVERY_STOP = "Stop. Set no passphrase"
CONFIRM_ASKED = "To be sure: type words {numbers} from your paper."
CONFIRM_NUMBERS = "{first}, {second} and {third}"
CONFIRM_HINT = "Only the three words, in that order. Press / to see them all again."
CONFIRM_OWN = "Type the three words"
CONFIRM_WRONG = "Those are not the words. Please look at the paper, or press / to see them again."
STOPPED = "No passphrase was set. All is as before."
PUT_ON = "Our words are locked now. Only the passphrase or the 16 words open them."

OPEN_ASKED = "What is our passphrase?"
OPEN_HINT = "Nobody sees what you type. Press / for other ways, such as the 16 words."
OPEN_SHOWN_HINT = "What you type can be seen. Press / for other ways."
OPEN_OWN = "Type the passphrase"
OPENED = "It is open."
WORDS_ASKED = "Type the 16 words from your paper."
WORDS_HINT = "The first three letters of each word are enough. Mind the order."
WORDS_OWN = "Type the 16 words"
WORDS_OPENED = "It's open. You can set a new passphrase now."
WORDS_COUNT = "Those were {now} words. There are 16 on the paper."

SHUT = "The words of {name} are locked."
SHUT_ASKED = "What would you like to do?"
SHUT_OPEN = "Open it with our passphrase"
SHUT_SHOWN = "The same, and show what I type"
SHUT_WORDS = "Open it with the 16 words"
SHUT_START = "Start, and keep nothing"
SHUT_GROUP = "Another group"
BROKEN = (
    "The file that holds our keys is damaged or gone. It was left as it is.",
    "Our words cannot be opened until it is back. Perhaps somebody has a copy of the folder.",
)

AS_LEFT_TITLE = "What this machine keeps"
AS_LEFT_ASKED = "Some of what we keep is not as we left it. Is that fine?"
AS_LEFT_BOOK = "The book of our group is not as we left it. It may be an older copy."
AS_LEFT_CHANGED_ONE = "One meeting is not as we left it. It may be an older copy."
AS_LEFT_CHANGED = "{number} meetings are not as we left them. They may be older copies."
AS_LEFT_GONE_ONE = "One meeting is gone. It was not let go of here."
AS_LEFT_GONE = "{number} meetings are gone. They were not let go of here."
AS_LEFT_ADDED_ONE = "One meeting is here that was not kept here before."
AS_LEFT_ADDED = "{number} meetings are here that were not kept here before."
AS_LEFT_UNKNOWN = (
    "The list of what we keep is gone or damaged. So nobody can say what is as we left it."
)
AS_LEFT_HINT = (
    "If somebody brought back an older copy, it may be fine."
    " Words that were taken out may be in it again."
)
AS_LEFT_LATER = "Leave it for now"
AS_LEFT_FINE = "This is fine, go on"
AS_LEFT_WAITS = "All is left as it is. The first screen can show this again."
AS_LEFT_TAKEN = "It is taken as it is now."
AS_LEFT_ONE = "This meeting is not as we left it. It may be an older copy."
AS_LEFT_ONE_FINE = "This is fine, show it"

NOW_ASKED = "What shall we do with our passphrase?"
NOW_KEEP = "Leave it as it is"
NOW_CHANGE = "Change it"
CHANGE_FIRST = "First type the passphrase as it is now."
CHANGED = "The new passphrase holds from now on. The 16 words are the same."

ASK_LINE = "Passphrase of {name}: "
NEEDED = "The words of {name} are locked. Run this in a terminal, to type the passphrase."

"""Why not, in words: which answer, what is wrong, how to mend it (A15)."""

YES_OR_NO = "Please choose yes or no."
CHOOSE_ONE = "Please choose one of the lines, 1 to {last}."
CHOOSE_SEVERAL = "Please choose from the lines that are shown."
ONLY_ONE = "Please choose just one person here."
NUMBER = "Please give a number from {low} to {high}. You can say it as a word too."
NOTHING_WRITTEN = "There are no words yet. Write something, or go back."
TOO_LONG = "That is {now} letters. There is room for {most}. Please make it shorter."
NO_WAY_BACK = "This is the start. There is nothing before it."
NOT_THE_WORD = "That is not the word that was set. Try again, or pass."
NOT_THE_SAME = "Those are two words. Type it once more, or go back and choose anew."
TOO_MANY_STEPS = "There is room for {most} steps. Please take one out first."
NAME_TOO_LONG = "That name is long. Please use at most 24 letters."
TOO_MANY_PEOPLE = "There is room for {most} people. The others can be here without a name."
NAME_SAID = "They have said something already, so the name stays. You can mend it."
NAME_OF_BOOK = "Our book knows that name. It stays as it is."
NAME_UNSEEN = "Nobody could see that name. Please type one with letters, or choose a sign."
NO_SUCH_STEP = "That step is not in the plan any more."
SHORT_ENOUGH = "This step is as short as it can be."
NOBODY_CHOSEN = "Please choose a name first, or go back."
NOT_KEPT_FULL = (
    "The disk is full. Your words are still here. Make some room, then press Enter again."
)
NOT_KEPT_READ_ONLY = "This machine cannot write here now. Your words are still on the screen."
NOT_READ = "That cannot be read just now. Nothing was changed. You can try again later."
NOT_KEPT_FAILED = "That could not be saved. Your words are still here. Please try once more."
OPEN_WRONG = "That did not open it. Take your time, and try as often as you like."
WORDS_WRONG = "Those words did not open it. Please look at the paper and try once more."
NOT_OPEN = "The group is locked. Nothing was changed. Please open it first."
KEYS_DAMAGED = "The file that holds our keys cannot be read. Nothing was changed."
NOT_AS_LEFT = "This meeting is not as we left it. Choose the line that says so to see more."
NOT_KEPT = {
    "full": NOT_KEPT_FULL,
    "read-only": NOT_KEPT_READ_ONLY,
    "failed": NOT_KEPT_FAILED,
    "unread": NOT_READ,
    "sealed": NOT_OPEN,
    "wrong-passphrase": OPEN_WRONG,
    "wrong-words": WORDS_WRONG,
    "keys-damaged": KEYS_DAMAGED,
    "not-as-left": NOT_AS_LEFT,
}

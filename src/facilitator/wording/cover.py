"""The words of the privacy cover, and of the help that hard words bring (S12, S16)."""

TITLE = "Covered"
ASKED = "This screen is covered."
HINT = "Any key takes the cover away. Nothing is lost."
TAKE_AWAY = "Take the cover away"
HINT_WORD = "The word of your group takes the cover away. Nothing is lost."
WORD = "Type the word of your group"
UNKNOWN = "We don't know the word"
WRONG = "That is not the word. Please try again."

HINT_LOCKED = "Our words are locked. The passphrase opens them again. Nothing is lost."
HINT_SHOWN = "What you type can be seen. The passphrase opens our words again."
OTHER_WAY = "Open it another way"
OTHER_ASKED = "How shall we open it?"
OTHER_BACK = "With our passphrase"
OTHER_SAFE = "What was saved is safe, also if the program closes."
FILE_CHANGED = "The file of this meeting was changed while it was covered. Nothing is lost."

LOST_ASKED = "Nobody knows the word?"
LOST_MEANS = "Then close the program and start it again. What was saved is safe."
LOST_NOTHING = "Nothing of this meeting is kept, so its words go when the program closes."
LOST_BACK = "Back to the cover"
LOST_END = "Close the program"

MENU = "Cover the screen"
WAYS = "The cover of the screen"
WAYS_ASKED = "What about the cover?"
WAYS_BODY = "The key c covers the screen at any time, and so does Insert. Help still works."
WAYS_LOCKS = "The cover also locks our words. Our passphrase opens it again."
WAYS_DONE = "Done"
WAYS_IDLE = "Cover it when nobody types"
WAYS_WORD = "Set a word for it"
WAYS_NO_WORD = "Take the word away"
IDLE_ASKED = "After how long without a key?"
IDLE_HINT = "It is for the full screen. Plain lines cannot hide what was written."
IDLE_LABELS: dict[int, str] = {
    0: "Never by itself",
    1: "After a minute",
    3: "After 3 minutes",
    5: "After 5 minutes",
    10: "After 10 minutes",
}
IDLE_NOW = "The cover comes: {when}. To change it, choose: {row}."
SET_ASKED = "Which word shall take the cover away?"
SET_OWN = "Type a word"
SET_HINT = "Everybody in the group may know it. It hides words; it does not lock the machine."
SET_DONE = "The cover has a word now."
SET_NONE = "The cover has no word now. Any key takes it away."

SOFT = "Help after very hard words"
SOFT_ASKED = "Shall help come up after very hard words?"
SOFT_BODY = "Some words say that somebody may want to die, or is being hurt."
SOFT_MEANS = "The person who types them sees the help card. It stays between them and the screen."
SOFT_HINT = "It finds some words only. It is no watch over anybody."
SOFT_OFF = "No, only when somebody asks"
SOFT_ON = "Yes, show the help card"
SOFT_IS_ON = "The help card comes up after very hard words now."
SOFT_IS_OFF = "The help card comes up only when somebody asks for it."

"""What only the voice says, and the words about the voice (A9-A12)."""

from facilitator.domain.keys import SpeechKey
from facilitator.domain.speech import Trouble

FIRST = (
    "The voice is on.",
    "Press plus to hear it again.",
    "Any key makes it stop.",
    "F6 turns the voice off and on.",
    "To make it easier to use, press the dot key, then 2.",
    "F7 says all of it.",
    "F8 waits, and goes on.",
    "F9 is slower, F10 is faster.",
    "F11 is quieter, F12 is louder.",
)
CHOICE = "{number}: {label}."
MARKED = "{number}: {label}. Chosen."
MARKED_ALONE = "Chosen."
NOT_MARKED = "Not chosen."
CONTACT = "{who}: {number}."
MORE = "Press 0 for more."
HOW_ONE = "Type a number, then press Enter."
HOW_SETTING = "Type a number, then press Enter. Just Enter: {label}."
HOW_SEVERAL = "Type the numbers that you want. Then press Enter."
HOW_GO_ON = "Press Enter to go on."
HOW_NUMBER = "Type a number from {low} to {high}. Then press Enter."
HOW_WRITE = "Type your words. Then press Enter."
HOW_WRITE_OR_ONE = "Type your words or a number. Then press Enter."
NUMBER_MEANS = "{low} is {low_words}. {high} is {high_words}."
GIVEN = "You said before: {given}"
HIDDEN = "Some words here are private. They are on the screen."
CUE = "To ask the group: {cue}"
EMPTY_LINE = "The line is empty."

SIGNS: dict[str, str] = {
    "*": "star", "-": "minus", "/": "slash", "+": "plus", ".": "dot", ",": "comma",
}  # fmt: skip

ON = "The voice is on. F6 turns it off."
OFF = "The voice is off. F6 turns it on."
BY_KEY = "{now} {key} takes it back."
HELD = "The voice waits. Press F8 to go on."
RATE = "{rate} words a minute."
VOLUME = "Volume {volume} of 10."
READER_FIRST = "A screen reader is in use, so our own voice stays off."
READER_OFF = "Turn the screen reader off here first, under: Make it easier."

TROUBLE: dict[Trouble, str] = {
    Trouble.NO_ENGINE: "The voice is missing. All works without it. `facilitator doctor` says how.",
    Trouble.NO_PLAYER: "No sound player was found. `facilitator doctor` says how to add one.",
    Trouble.NO_DEVICE: "No loudspeaker answered. Plug one in, and the voice comes back.",
    Trouble.NO_VOICE: "There is no voice for this language here. Another voice reads it.",
    Trouble.NO_ROOM: "The voice needs some room on the disk. All works without it.",
    Trouble.STOPPED: "The voice stopped. Press F6 two times to try again.",
}
MEND: dict[Trouble, str] = {
    Trouble.NO_ENGINE: "To add it: sudo apt install libespeak-ng1",
    Trouble.NO_PLAYER: "To add it: sudo apt install alsa-utils",
    Trouble.NO_DEVICE: "Plug in a loudspeaker or headphones. Then look at the sound settings.",
    Trouble.NO_VOICE: "To add it: sudo apt install espeak-ng-data",
    Trouble.NO_ROOM: "Make some room on the disk. Then start the program again.",
    Trouble.STOPPED: "Start the program again.",
}
MEND_MAC: dict[Trouble, str] = {
    Trouble.NO_ENGINE: "Look at the speech settings of this Mac.",
    Trouble.NO_PLAYER: "Look at the speech settings of this Mac.",
    Trouble.NO_VOICE: "Add a voice in the speech settings of this Mac.",
}
TEST = "This is the voice of Facilitator. Can you hear it?"

VOICE = "The voice"
VOICE_ASKED = "How would you like the voice?"
VOICE_DONE = "Done"
VOICE_LABELS: dict[SpeechKey, str] = {
    SpeechKey.SLOWER: "Slower",
    SpeechKey.FASTER: "Faster",
    SpeechKey.QUIETER: "Quieter",
    SpeechKey.LOUDER: "Louder",
}
WAKE = "The first word is cut off"
WAKES = "The loudspeaker is woken first, so each start takes a moment longer."
NO_WAKE = "Speak without waking it first"
WAKES_NOT = "The voice starts at once."

ALOUD = "Read aloud"
ALOUD_ASKED = "{name}, shall the voice read your own words?"
ALOUD_HINT = "Others could hear them."
ALOUD_NO = "No, keep them silent"
ALOUD_YES = "Yes, I have headphones"

__not_read__ = ("TROUBLE", "MEND", "MEND_MAC")

"""The words of a machine that is only for Facilitator: closing it, and going on after a stop."""

TITLE = "Closing"
OFFER = "Shall a word close this program?"
OFFER_BODY = "This machine is only for Facilitator. With a word, only you can close it."
OFFER_HINT = "The person who looks after this machine can take the word away, if it is forgotten."
OFFER_SET = "Yes, set a word"
OFFER_NONE = "No, go on without one"
NONE_SET = "There is no word. You can set one later, under Our group."
GROUP_ROW = "The word that closes this"

SET_ASKED = "Which word shall close it?"
SET_HINT = "At least 4 letters. Write it down, and keep it in a safe place."
SET_OWN = "Type a word"
SET_DONE = "The word is set. Only this word closes the program now."
SET_SHORT = "That is a bit short. Please use at least 4 letters or numbers."
SET_OTHER = "That word is on this screen. Please choose another one."
ONCE_MORE = "Type the same word again, so that no slip shuts you in."
NOT_THE_SAME = "Those two words were not the same. Please set it again."
WORD_LETTERS = 40
LEAST_LETTERS = 4

CHANGE_ASKED = "What shall we do with the word?"
CHANGE_KEEP = "Leave it as it is"
CHANGE_SET = "Set another word"
CHANGE_NONE = "Have no word"

WORD_ASKED = "Which word closes it?"
WORD_HINT = "The group has set it. If it is forgotten, ask the owner of this machine."
WORD_OWN = "Type the word"
WORD_STAY = "Stay here"
WRONG = "That is not the word. Try again, or go back."
WRONG_AGAIN = "That was not the word either. Please ask the person who set it."

CLOSE_ASKED = "Shall we close?"
CLOSE_STAY = "No, stay here"
CLOSE_YES = "Yes, close the program"

CUT_SHORT = "Something went wrong. Nothing that was saved is lost. We go on here."
STILL_TITLE = "We go on here"
STILL_HERE = "Is {name} at the keyboard?"
STILL_YES = "Yes, go on"
STILL_PRIVATE = "It is the turn of {name}. What is here is for {name} alone."

"""The words of what a group makes and keeps between its meetings."""

TITLE = "What we have made"
ASKED = "What would you like to see?"
BACK = "Back to the first screen"
SESSIONS = "Sessions of our own"
BACK_HERE = "Back to the list"
NOTHING = "There is nothing here yet. It comes from your meetings."

STORIES = "Stories, and what is mine"
TIPS = "Tip cards"

WALL = "What we are good at"
HISTORY = "Our history"
WALL_ASKED = "This is what people here can do."
WALL_HINT = "Each line is here because somebody said yes to it."

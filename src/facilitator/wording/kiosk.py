"""The words of scripts/kiosk: the screen, the letters, the terminal, what would be better."""

ABOUT = "Opens Facilitator full screen, with letters that can be read from where people sit."
OPTION_DISTANCE = "how far away people sit, in cm; 100 if you leave it out"
OPTION_INCHES = "how large the screen is, from corner to corner"
OPTION_PIXELS = "how many dots the screen has, such as 1920x1080"
OPTION_TERMINAL = "the terminal to use: {names}"
OPTION_DRY_RUN = "only say what would be started"
OPTION_WORDS = "words for the program itself, after --"
NOT_OURS = "scripts/kiosk does not know this: {words}"
NOT_OURS_HOW = "If it is for Facilitator itself, put it after two dashes, like this:"
BAD_DISTANCE = "The distance is a number of cm, from {low} to {high}."
BAD_INCHES = "The size of a screen is a number of inches, from {low} to {high}."
BAD_PIXELS = "The dots of a screen are two numbers, such as 1920x1080."

DOTS: dict[str, str] = {
    "given": "The screen has {width} by {height} dots, as you said.",
    "found": "The screen has {width} by {height} dots. This was found here.",
    "supposed": "The screen does not tell its dots. We take {width} by {height}.",
}
INCHES: dict[str, str] = {
    "given": "The screen is {inches} inches, as you said.",
    "found": "The screen is {inches} inches. This was found here.",
    "supposed": "The screen does not tell its size. We take {inches} inches.",
}
INCHES_HOW = "If that is wrong, add --inches and the number on its box."
DISTANCE: dict[str, str] = {
    "given": "People sit {distance} cm away, as you said.",
    "supposed": "We take it that people sit {distance} cm away. To change that, add --distance.",
}
LETTERS = (
    "Capital letters will be {millimetres} mm high. About {columns} columns and {rows} rows fit."
)
TOO_FAR = (
    "From {distance} cm this screen is too small. Sit within {readable} cm, or use a larger one."
)
FACE_PLAIN = "The clear letters are not here. To add them: sudo apt install fonts-dejavu-core"

OPENS: dict[str, str] = {
    "kitty": "It opens in kitty. There the letters can be made larger from the menu.",
    "foot": "It opens in foot.",
    "alacritty": "It opens in alacritty.",
    "xterm": "It opens in xterm.",
    "console": "It opens here, in the letters of the console.",
    "here": "It opens in this window. Make the letters of the window larger yourself.",
}
BETTER_KITTY = "kitty is not here. With it the letters can be made larger from the menu."
BETTER_KITTY_HOW = "To add it: sudo apt install kitty"
BETTER_CAGE = "With cage and kitty the letters can be made larger from the menu."
BETTER_CAGE_HOW = "To add them: sudo apt install cage kitty"
NOT_HERE = "{name} is not on this machine."
NOT_FITTING = "{name} cannot open a window on this display."
NOT_OPENED = "{name} did not open. It said: {said}"
NOTHING_SAID = "no word"
NO_TERMINAL = "There is no terminal here that can open a window."
NO_PLACE = "There is no screen here to open it on."
NO_PLACE_HOW = "Sit at the machine, or start it in a window with scripts/start."
CONSOLE_FONT = "The console uses {name}. Letters can be read from {readable} cm."
CONSOLE_NO_CODES = (
    "These letters cannot draw codes for the phone. Better: sudo apt install fonts-spleen"
)
CONSOLE_NO_FONT = (
    "The console took no larger letters. To add some: sudo apt install fonts-spleen kbd"
)
WOULD_START = "This would be started:"

"""The words of the five commands, for footer, help and plain mode."""

from facilitator.domain.keys import KeyCommand

LABELS: dict[KeyCommand, str] = {
    KeyCommand.HELP: "Help now",
    KeyCommand.PASS: "Pass",
    KeyCommand.BACK: "Back",
    KeyCommand.AGAIN: "Say again",
    KeyCommand.MENU: "Menu",
    KeyCommand.ACCESS: "Make it easier",
    KeyCommand.EASY: "Easy words",
    KeyCommand.COVER: "Cover the screen",
}

SHORT_LABELS: dict[KeyCommand, str] = {
    KeyCommand.HELP: "Help",
    KeyCommand.PASS: "Pass",
    KeyCommand.BACK: "Back",
    KeyCommand.AGAIN: "Again",
    KeyCommand.MENU: "Menu",
}

MORE_LABEL = "More"

"""The words of growing: a plan's life over weeks, and what I can do now (M12, C15)."""

# The life of a plan
SAME_AGAIN = "The same plan again"
MADE_ON = "You made this plan on {day}."
LIFE: dict[str, str] = {
    "more": "{when}: more than you hoped.",
    "hoped": "{when}: as you hoped.",
    "some": "{when}: some of it.",
    "not": "{when}: not that week.",
    "changed": "{when}: you changed your mind.",
    "smaller": "{when} you chose to make it smaller.",
}
JUST_NOW = "A few days ago"
WEEKS_AGO: dict[int, str] = {1: "Last week", 2: "Two weeks ago", 3: "Three weeks ago"}
ON_DAY = "On {day}"

# The step
READY = ("I can ask for help", "I can say no", "I know when to rest", "I can talk about it")
EARLIER = "Shall I show what you wrote before?"
EARLIER_HINT = "It is yours alone. Is nobody looking over your shoulder?"
EARLIER_NO = "No, not now"
EARLIER_YES = "Yes, show me"
SIDE_BY_SIDE = "Then and now. What do you see?"
THEN = "{day}: {line}"
NOW = "Today: {line}"
GO_ON = "Go on"
KEEP = "Shall this line be here for you later?"
KEEP_HINT = "Then this machine keeps your name and this line, for you alone."
KEEP_NO = "No, only for today"
KEEP_YES = "Yes, keep it for me"
LOCK = "Would you like a word to open it?"
LOCK_HINT = "Then it shows only when that word is typed."
LOCK_NO = "No word needed"
WORD_HINT = "If you pass, the line is only for today."
LOCK_YES = "Set a word"

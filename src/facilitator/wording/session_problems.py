"""What is wrong in a session file, in words for whoever wrote it (S15)."""

TOO_LARGE = "This file is larger than 256 KB. A session is much smaller."
NOT_TEXT = "This file is not plain text in UTF-8."
SYNTAX = "Line {line} is not written as TOML is: {detail}."
SYNTAX_HOW = "Look for a missing quote, bracket or equals sign on that line or just above."
TOO_DEEP = "There are too many brackets inside each other."
TOO_DOTTED = "There are too many dots on this line."
NEWER = "This file has format {format}. This program knows format 1. Nothing was changed."
UNKNOWN_KEY = "There is no such key here."
NEAREST = "Did you mean {word}?"
MISSING = "This key is missing."
MUST_BE = "This must be {kind}."
KINDS: dict[str, str] = {
    "str": "words in quotes",
    "int": "a whole number",
    "float": "a number",
    "list": "a list in square brackets",
    "dict": "a table",
    "date": "a date like 2026-11-01",
}
EMPTY = "This must not be empty."
TOO_LONG = "This has {now} letters. There is room for {most}."
BAD_ID = "An id has small letters, digits and hyphens, like first-meeting."
TWICE = "The id {id} is used twice."
UNKNOWN_KIND = "There is no kind called {kind}."
UNKNOWN_ROUND = "There is no round called {round}."
WRONG_ROUND = "The kind {kind} cannot be held {round}."
ROUNDS_ARE = "It can be: {rounds}."
NOT_NEGATIVE = "This must be 0 or more."
SIZE = "A pair has 2 or 3 people."
NO_STEPS = "A session needs at least one step."
NO_CONTACT = "A resource needs a phone or a url."
CODE = "This must be url or phone."
CODE_MISSING = "The code names {code}, and there is none."
NO_RESOURCE = "There is no resource with the id {id}."
NO_ROLE = "There is no role called {id}."
SETTINGS = "{detail}."
BANNED = "{name} is somebody's own work. It may not be in a session."
URL_HTTPS = "An address must begin with https://."
URL_HOST = "The name of the site is not plain. Use small letters, digits, dots and hyphens."
URL_SHORTENER = "A short link hides where it goes. Use the whole address."
URL_QUERY = "Leave out everything from the ? or # on."
URL_LETTERS = "An address has only plain letters, with no spaces."
URL_LONG = "The address has {now} letters. Over {most} its code needs a bigger screen."
PHONE_DIGITS = "A phone number has only digits and spaces, and + at the start."
STRENGTHS_FIRST = "This asks for a problem before anybody was asked for a strength."
CUE_ASKS = "A cue is an open question, such as: What would help now?"
NOT_ALOUD = "The check-in and the closing are best held aloud."
LITTLE_AWAY = "Less than a third of the time is away from the screen."
NOT_MADE_WITH = "No group has helped to make this yet. Say so with lived-experience when one has."
LONG_SENTENCE = "This sentence has {now} words. {most} are easier to read."
HARD_WORDS = "These words are hard to read: {words}."
GRADE = "The words from {where} on need about {grade} years of school. Up to {most} is easy."
DOUBLE_NO = "Two words in this sentence say no. Say it once."

__not_read__ = ("KINDS",)

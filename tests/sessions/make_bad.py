"""Bad samples made from the good one: each with what is changed and the words that must come."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bad:
    """One fault in an otherwise good file."""

    old: str
    new: str
    says: tuple[str, ...]
    is_advice: bool = False


BAD: dict[str, Bad] = {
    "syntax": Bad('title = "Arriving"', 'title = "Arriving', ("Line 23 is not written as TOML is",)),
    "unknown-key": Bad("minutes = 20", "minuts = 20", ("minuts", "Did you mean minutes?", "missing")),
    "wrong-type": Bad("minutes = 20", 'minutes = "20"', ("This must be a whole number.",)),
    "truth-for-number": Bad("minutes = 20", "minutes = true", ("This must be a whole number.",)),
    "negative": Bad("minutes = 2\nseconds", "minutes = -2\nseconds", ("0 or more",)),
    "not-a-number": Bad("minutes = 2\nseconds", "minutes = nan\nseconds", ("0 or more",)),
    "bad-id": Bad('id = "arriving"', 'id = "Arriving now"', ("small letters",)),
    "id-twice": Bad('id = "strong"', 'id = "arriving"', ("is used twice",)),
    "unknown-kind": Bad('"check-in"', '"chek-in"', ("no kind called chek-in", "check-in?")),
    "unknown-round": Bad('"aloud"', '"alowd"', ("no round called alowd", "Did you mean aloud?")),
    "wrong-round": Bad('"strengths"\nround = "pairs"', '"strengths"\nround = "away"',
                       ("cannot be held away", "aloud, each, pairs")),
    "long-title": Bad('title = "A small session"', f'title = "{"x" * 31}"', ("31 letters", "30")),
    "long-text": Bad("How are you arriving today?", "How " + "x" * 80, ("room for 72",)),
    "long-choice": Bad('"So-so"', f'"{"y" * 35}"', ("room for 34",)),
    "unknown-setting": Bad('ready = ["Fine"', 'redy = ["Fine"', ("Did you mean ready?",)),
    "setting-type": Bad('["Fine", "So-so"]', '"Fine"', ("a list in square brackets",)),
    "setting-item": Bad('["Fine", "So-so"]', '["Fine", 3]', ("words in quotes",)),
    "no-contact": Bad('url = "https://www.aliss.org"\n', "", ("needs a phone or a url",)),
    "http": Bad("https://www.aliss.org", "http://www.aliss.org", ("must begin with https://",)),
    "user-in-url": Bad("https://www.aliss.org", "https://a@www.aliss.org", ("is not plain",)),
    "puny": Bad("https://www.aliss.org", "https://xn--liss-5na.org", ("is not plain",)),
    "script": Bad("https://www.aliss.org", "https://www.аliss.org", ("only plain letters",)),
    "address-number": Bad("https://www.aliss.org", "https://192.168.1.1", ("is not plain",)),
    "port": Bad("https://www.aliss.org", "https://www.aliss.org:99", ("is not plain",)),
    "shortener": Bad("https://www.aliss.org", "https://bit.ly/x", ("whole address",)),
    "tracking": Bad("https://www.aliss.org", "https://www.aliss.org?utm_x=1", ("from the ? or #",)),
    "phone": Bad('url = "https://www.aliss.org"', 'phone = "*21#1"', ("only digits",)),
    "date": Bad("checked-on = 2026-11-01", 'checked-on = "soon"', ("a date like",)),
    "show": Bad('show = ["aliss"]', 'show = ["alis"]', ("no resource", "Did you mean aliss?")),
    "banned": Bad("Twenty minutes for a few words.", "Fill in the PHQ-9 first.", ("PHQ-9",)),
    "no-licence": Bad('licence = "CC-BY-4.0"\n', "", ("licence", "missing")),
    "newer": Bad("format = 1", "format = 2", ("has format 2",)),
    "person": Bad('made-by = ["The Tuesday group"]', 'made-by = ["The group"]\nparticipants = ["Ann"]',
                  ("participants", "no such key")),
    "deep": Bad("minutes = 20", f"minutes = {'[' * 5000}{']' * 5000}", ("too many brackets",)),
    "no-easy": Bad('easy = "How are you?"\n', "", ("steps.arriving.easy", "missing")),
    "cue": Bad("Who would like to begin?", "Tell them to begin.", ("open question",), is_advice=True),
    "strengths-last": Bad('kind = "strengths"', 'kind = "goal"',
                          ("before anybody was asked for a strength",), is_advice=True),
    "long-address": Bad("https://www.aliss.org", "https://www.aliss.org/" + "a" * 60,
                        ("needs a bigger screen",), is_advice=True),
    "long-sentence": Bad("What did you hear?", "What did you hear " + "and then " * 12 + "say?",
                         ("are easier to read",), is_advice=True),
    "typed": Bad('round = "aloud"', 'round = "each"', ("best held aloud",), is_advice=True),
}  # fmt: skip

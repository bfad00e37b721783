"""Words after which the help card may come up, where a group switched it on (S16).

Whole words, capitals left aside. It is a soft list: it misses much, and finds some that
was meant otherwise. Nothing is stored, blocked, scored or told.
"""

HARD = (
    "suicide", "suicidal", "kill myself", "killing myself", "end my life", "take my life",
    "end it all", "want to die", "wish i was dead", "wish i were dead", "better off dead",
    "better off without me", "no reason to live", "do not want to live", "don't want to live",
    "don't want to be here any more", "hurt myself", "hurting myself", "harm myself",
    "self harm", "self-harm", "cut myself", "cutting myself", "overdose", "hits me",
    "beats me", "hurts me", "afraid of him", "afraid of her", "scared of him", "scared of her",
    "abuses me", "abused me", "raped",
)  # fmt: skip

__not_read__ = ("HARD",)
"""These are words of people, not of ours."""

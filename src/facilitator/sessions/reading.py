"""The reading checker: short sentences, easy words, no double negative (A20).

Grade is Flesch-Kincaid: 0.39 x words a sentence + 11.8 x syllables a word - 15.59,
over at least 100 words pooled; shorter pools are held by sentence length alone.
"""

import re
from collections.abc import Iterable

from facilitator.wording import session_problems as words
from facilitator.wording.reading_lists import HARD, NOT_COUNTED

SENTENCE_WORDS, EASY_SENTENCE_WORDS = 20, 15
GRADE, EASY_GRADE = 6.0, 4.0
POOL = 100
LABEL = 6

_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n+")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
_NO = re.compile(r"\b(?:no|not|never|none|nobody|nothing|nowhere|cannot|without)\b|n['’]t\b")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; a colon or semicolon ends one too."""
    return tuple(one for one in _SENTENCE.split(text) if _WORD.search(one))


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text, numbers and signs left out."""
    return tuple(_WORD.findall(text))


def syllables(word: str) -> int:
    """Return about how many syllables an English word has, one at least."""
    plain = word.casefold().strip("'’")
    groups = len(_VOWELS.findall(plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee", "ye")) and groups > 1:
        groups -= 1
    if plain.endswith(("es", "ed")) and groups > 1 and not re.search(r"(?:[sxz]es|[td]ed|ches|shes|ges|ces)$", plain):
        groups -= 1
    return max(1, groups)


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text, 0.0 when it has no words."""
    found = [one for one in words_in(text) if one not in NOT_COUNTED]
    parts = sentences(text)
    if not found or not parts:
        return 0.0
    spoken = sum(syllables(one) for one in found)
    return 0.39 * len(found) / len(parts) + 11.8 * spoken / len(found) - 15.59


def faults(texts: Iterable[str], *, easy: bool, where: str) -> tuple[str, ...]:
    """Return what makes these texts hard to read, in words; none when they are easy."""
    most = EASY_SENTENCE_WORDS if easy else SENTENCE_WORDS
    found: list[str] = []
    pool: list[str] = []
    for text in texts:
        if len(words_in(text)) < LABEL:
            hard = [one for one in words_in(text) if one.casefold() in HARD]
            if hard:
                found.append(words.HARD_WORDS.format(words=", ".join(hard)))
            continue
        pool.append(text if text.rstrip()[-1:] in ".!?" else text + ".")
        for sentence in sentences(text):
            now = len(words_in(sentence))
            if now > most:
                found.append(words.LONG_SENTENCE.format(now=now, most=most) + f" ({sentence})")
            if len(_NO.findall(sentence.casefold())) > 1:
                found.append(words.DOUBLE_NO + f" ({sentence})")
    joined = " ".join(pool)
    limit = EASY_GRADE if easy else GRADE
    if len(words_in(joined)) >= POOL and grade(joined) > limit:
        found.append(words.GRADE.format(where=where, grade=f"{grade(joined):.1f}", most=f"{limit:g}"))
    return tuple(found)

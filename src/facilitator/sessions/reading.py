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
    if (
        plain.endswith(("es", "ed"))
        and groups > 1
        and not re.search(r"(?:[sxz]es|[td]ed|ches|shes|ges|ces)$", plain)
    ):
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


def faults(texts: Iterable[str], *, easy: bool) -> tuple[str, ...]:
    """Return which of these texts are hard to read one by one, in words."""
    most = EASY_SENTENCE_WORDS if easy else SENTENCE_WORDS
    found: list[str] = []
    for text in texts:
        if len(words_in(text)) < LABEL:
            hard = [one for one in words_in(text) if one.casefold() in HARD]
            if hard:
                found.append(words.HARD_WORDS.format(words=", ".join(hard)))
            continue
        for sentence in sentences(text):
            now = len(words_in(sentence))
            if now > most:
                said = words.LONG_SENTENCE.format(now=now, most=most)
                found.append(f"{said} ({sentence})")
            if len(_NO.findall(sentence.casefold())) > 1:
                found.append(f"{words.DOUBLE_NO} ({sentence})")
    return tuple(found)


def grade_faults(
    pools: Iterable[tuple[str, Iterable[str]]], *, easy: bool
) -> tuple[tuple[str, str], ...]:
    """Return (name of the pool, what is wrong) wherever the words need too many school years.

    Each pool is a name and its texts, such as a step's. Small pools are put together
    with those after them until they hold 100 words; labels do not count.
    """
    limit = EASY_GRADE if easy else GRADE
    found: list[tuple[str, str]] = []
    for name, joined in _pooled(pools):
        reached = grade(joined)
        if reached > limit:
            said = words.GRADE.format(where=name, grade=f"{reached:.1f}", most=f"{limit:g}")
            found.append((name, said))
    return tuple(found)


def _pooled(pools: Iterable[tuple[str, Iterable[str]]]) -> list[tuple[str, str]]:
    ready: list[tuple[str, str]] = []
    name, gathered = "", ""
    for here, texts in pools:
        spoken = " ".join(_ended(text) for text in texts if len(words_in(text)) >= LABEL)
        name, gathered = name or here, f"{gathered} {spoken}".strip()
        if len(words_in(gathered)) >= POOL:
            ready.append((name, gathered))
            name, gathered = "", ""
    if gathered and ready:
        last, before = ready.pop()
        ready.append((last, f"{before} {gathered}"))
    elif len(words_in(gathered)) >= POOL // 2:
        ready.append((name, gathered))
    return ready


def _ended(text: str) -> str:
    return text if text.rstrip()[-1:] in (".", "!", "?") else f"{text}."

"""Which voice reads which words: by their language, by the accent where the machine has it."""

from collections.abc import Mapping

HOME = {"en": "en-gb", "fr": "fr-fr", "zh": "cmn"}
"""Of many voices of one language the one that is meant when nothing nearer is named."""


def tag_of(language: str) -> str:
    """Return a language tag as voices are looked up: "en_GB" and "en-GB" are "en-gb"."""
    return language.replace("_", "-").casefold()


def voice_for(voices: Mapping[str, str], language: str, accent: str = "") -> str:
    """Return the voice id for words in a language; "" when no voice here speaks it (5.1.3.14).

    `voices` are ids by tag, in the order in which the engine names them. An accent counts
    only for words of its own main language: a Scottish one does not read French.
    """
    tag, wanted = tag_of(language), tag_of(accent)
    main = _main(tag)
    wanted = wanted if _main(wanted) == main else ""
    near = sorted((one for one in voices if _main(one) == main), key=len)
    for one in (wanted, tag, HOME.get(main, main), main, *near):
        if one in voices:
            return voices[one]
    return ""


def _main(tag: str) -> str:
    return tag.partition("-")[0]

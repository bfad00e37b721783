"""Ids that nothing else has: small letters, digits and hyphens (design.md 2)."""

from collections.abc import Collection

_ROOM = 4
"""Letters left for a hyphen and a number."""


def free_id(stem: str, taken: Collection[str], *, at_most: int = 0) -> str:
    """Return the stem, with a number where it is taken; `at_most` letters, 0 is any."""
    whole = stem
    if at_most and len(stem) > at_most:
        whole = stem[: at_most - _ROOM].rstrip("-")
    short = stem[: at_most - _ROOM].rstrip("-") if at_most else stem
    number, found = 2, whole
    while found in taken:
        found, number = f"{short}-{number}", number + 1
    return found


def id_of(words: str, taken: Collection[str], *, otherwise: str, at_most: int = 0) -> str:
    """Return an id made of words; `otherwise` where none of their letters can be in one."""
    plain = "".join(one if one.isascii() and one.isalnum() else "-" for one in words.casefold())
    stem = "-".join(part for part in plain.split("-") if part)
    return free_id(stem or otherwise, taken, at_most=at_most)

"""Which line of a TOML text a key stands on: a small scan, so that problems can name it (S15)."""

import re
from collections.abc import Mapping

_KEY = r"(?:[A-Za-z0-9_-]+|\"(?:[^\"\\]|\\.)*\"|'[^']*')"
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_TABLE = re.compile(rf"^[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]\]?")
_ASSIGNED = re.compile(rf"^[ \t]*({_DOTTED})[ \t]*=")
_SIGN = re.compile(r"[\"'#\[\]{}]")
"""What can begin or end something inside a value."""

_PART = re.compile(_KEY)


def key_lines(text: str) -> Mapping[str, int]:
    """Return dotted paths with the line each begins on, counted from 1.

    Tables in a list are numbered from 0: `steps.0.title`. Never raises.
    """
    return {path: first for path, (first, _) in key_spans(text).items()}


def key_spans(text: str) -> Mapping[str, tuple[int, int]]:
    """Return the same paths, each with the first and the last line of the key or header.

    Never raises.
    """
    found: dict[str, tuple[int, int]] = {}
    counts: dict[str, int] = {}
    table = ""
    skip_to = 0
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if number <= skip_to:
            continue
        header = _TABLE.match(line)
        if header:
            path = ".".join(_parts(header[2]))
            if header[1] == "[[":
                at = counts.get(path, -1) + 1
                counts[path] = at
                table = f"{path}.{at}"
            else:
                table = _inside(path, counts)
            found.setdefault(table, (number, number))
            continue
        assigned = _ASSIGNED.match(line)
        if assigned:
            key = ".".join(_parts(assigned[1]))
            skip_to = _end_of_value(lines, number - 1, line[assigned.end() :])
            found.setdefault(f"{table}.{key}" if table else key, (number, skip_to))
    return found


def _parts(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in _PART.findall(dotted)]


def _inside(path: str, counts: Mapping[str, int]) -> str:
    """[steps.settings] belongs to the newest of [[steps]]."""
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        stem = ".".join(parts[:length])
        if stem in counts:
            return ".".join((stem, str(counts[stem]), *parts[length:]))
    return path


def _end_of_value(lines: list[str], at: int, rest: str) -> int:
    """Return the last line (from 1) of a value that goes over several lines, else its own."""
    depth, quote = 0, ""
    text = rest
    while True:
        depth, quote = _scan(text, depth, quote)
        at += 1
        if (depth <= 0 and not quote) or at >= len(lines):
            return at
        text = lines[at]


def _scan(text: str, depth: int, quote: str) -> tuple[int, str]:
    """Follow brackets and triple quotes through one line; one-line strings are passed over."""
    at = 0
    while at < len(text):
        if quote:
            end = _closing(text, at, quote)
            if end < 0:
                return depth, quote
            at, quote = end, ""
            continue
        found = _SIGN.search(text, at)
        if found is None:
            break
        at, here = found.start(), found[0]
        if text[at : at + 3] in ('"""', "'''"):
            quote, at = text[at : at + 3], at + 3
        elif here in "\"'":
            end = _closing(text, at + 1, here)
            at = len(text) if end < 0 else end
        elif here == "#":
            return depth, quote
        else:
            depth += (here in "[{") - (here in "]}")
            at += 1
    return depth, quote


def _closing(text: str, at: int, quote: str) -> int:
    """Return where a string ends, after its closing quote; -1 when not on this line."""
    while at < len(text):
        if text[at] == "\\" and quote[0] == '"':
            at += 2
        elif text.startswith(quote, at):
            return at + len(quote)
        else:
            at += 1
    return -1

"""Good files made wrong: by bytes, by lines, by values. Every change comes from a given chance."""

import json
import random
from typing import Any

BYTES = (b"\x00", b"\xff", b"\xed\xa0\x80", b"\n", b"\r", b'"', b"'", b"[", b"]", b"{", b"}", b"=",
         b"\\", b"\x1b]0;x\x07", "\u202e".encode(), b"1e999", b"-", b"\t", b"[[", b'"""')  # fmt: skip
VALUES = ("1", "-1", '""', '"x"', "true", "[]", "{}", "1e400", "nan", "9" * 40, "2026-11-24",
          "07:00:00", '["a", 1]', "{a = 1}", '"' + "x" * 5000 + '"', '"\\u202e[/b]"')  # fmt: skip
PLAIN: tuple[Any, ...] = (
    None, True, -1, 0, 10**30, 1.5, float("inf"), "", "x" * 5000, "\u202e[/b]\x1b]0;x\x07", [], {},
    [[]], {"a": {"b": []}}, ["x", 1], "\ud800",
)  # fmt: skip


def mutated(raw: bytes, chance: random.Random, many: int) -> bytes:
    """Return bytes with so many changes anywhere."""
    for _ in range(many):
        at = chance.randint(0, len(raw))
        upto = min(len(raw), at + chance.choice((1, 1, 2, 8, 200)))
        match chance.randint(0, 4):
            case 0:
                raw = raw[:at] + raw[upto:]
            case 1:
                raw = raw[:at] + raw[at:upto] * 2 + raw[upto:]
            case 2:
                raw = raw[:at] + chance.randbytes(upto - at) + raw[upto:]
            case 3:
                raw = raw[:at]
            case _:
                raw = raw[:at] + chance.choice(BYTES) + raw[at:]
    return raw


def mutated_lines(raw: bytes, chance: random.Random, many: int) -> bytes:
    """Return TOML with so many lines changed: moved, lost, doubled, with another key or value."""
    lines = raw.decode().split("\n")
    for _ in range(many):
        at = chance.randrange(len(lines))
        key, equals, _ = lines[at].partition("=")
        match chance.randint(0, 4):
            case 0:
                del lines[at]
            case 1:
                lines.insert(chance.randrange(len(lines) + 1), lines[at])
            case 2 if equals:
                lines[at] = f"{key}= {chance.choice(VALUES)}"
            case 3 if equals:
                lines[at] = lines[at].replace(key, f"{key.strip()}x ", 1)
            case _:
                lines[at], lines[-1] = lines[-1], lines[at]
        lines = lines or [""]
    return "\n".join(lines).encode()


def mutated_json(raw: bytes, chance: random.Random, many: int) -> bytes:
    """Return JSON that is whole, with so many values or keys that are not as they should be."""
    content = json.loads(raw)
    for _ in range(many):
        content = _changed(content, chance)
    return json.dumps(content).encode("utf-8", "surrogatepass")


def _changed(content: object, chance: random.Random) -> object:
    if isinstance(content, dict) and content and chance.random() > 0.1:
        key = chance.choice(sorted(content))
        rest = {one: value for one, value in content.items() if one != key}
        if chance.random() < 0.15:
            return rest
        name = f"{key}x" if chance.random() < 0.1 else key
        return {**rest, name: _changed(content[key], chance)}
    if isinstance(content, list) and content and chance.random() > 0.1:
        at = chance.randrange(len(content))
        return [*content[:at], _changed(content[at], chance), *content[at + 1 :]]
    return chance.choice(PLAIN)

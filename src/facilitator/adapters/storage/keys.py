"""A group's keys file: the master key, closed once by the passphrase and once by recovery (S9).

One line with a checksum, written twice, so that damage to either leaves the other.
"""

import base64
import json
import zlib
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from facilitator.adapters.storage.aside import write_file
from facilitator.files.disk import Disk
from facilitator.ports.ciphers import Cipher, Cost

VERSION = 1
SALT, KEY = 16, 32
"""Bytes."""

HAS_HEAD = b"has head"
"""Closed together with the master key of a group that has a head: so nobody can take both away.

A group that was sealed before there were heads has the bare master key there.
"""

MOST = Cost(1024 * 1024, 20, 8)
"""A file that asks for more was not written by us, and would only hold the machine up."""


class KeysDamaged(ValueError):  # noqa: N818  says what the file is
    """No line of the file can be read."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What the file holds; every value in bytes is closed or no secret.

    `is_whole` is False while what the group had before is still being sealed; `begun` is
    then sealed itself, so that nobody but the group can say so.
    """

    cost: Cost
    salt: bytes
    by_passphrase: bytes
    recovery_salt: bytes
    by_recovery: bytes
    is_whole: bool = False
    version: int = VERSION
    begun: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Keys that nobody has confirmed yet, and what they open; nothing of it is on the disk."""

    keys: Keys
    master: bytes = field(repr=False)


def prepared(cipher: Cipher, cost: Cost, passphrase: str, recovery: bytes) -> Prepared:
    """Return new keys for a new master key."""
    master, salt, recovery_salt = cipher.chance(KEY), cipher.chance(SALT), cipher.chance(SALT)
    inner = inner_of(master)
    by_passphrase = cipher.wrapped(cipher.stretched(passphrase, salt, cost), inner)
    by_recovery = cipher.wrapped(cipher.derived(recovery, recovery_salt), inner)
    return Prepared(Keys(cost, salt, by_passphrase, recovery_salt, by_recovery), master)


def inner_of(master: bytes) -> bytes:
    """Return what is closed by the passphrase, and by the recovery key."""
    return master + HAS_HEAD


def master_in(inner: bytes) -> tuple[bytes, bool]:
    """Return the master key, and whether its group has a head."""
    return inner[:KEY], inner[KEY:] == HAS_HEAD


def body_of(keys: Keys) -> bytes:
    """Return the file's content."""
    plain = msgspec.to_builtins(keys)
    if not keys.begun:
        del plain["begun"]
    line = json.dumps(plain, separators=(",", ":")).encode()
    return 2 * (b"%08x %s\n" % (zlib.crc32(line), line))


def read_keys(raw: bytes) -> tuple[Keys, bool]:
    """Return the keys, and whether the file is as it was written. Raises KeysDamaged."""
    for line in raw.split(b"\n"):
        keys = _keys_in(line)
        if keys is not None:
            return keys, raw == body_of(keys)
    raise KeysDamaged("keys")


def _keys_in(line: bytes) -> Keys | None:
    checksum, _, body = line.partition(b" ")
    try:
        if int(checksum, 16) != zlib.crc32(body):
            return None
        keys = msgspec.convert(json.loads(body), Keys, strict=True)
    except (ValueError, RecursionError, msgspec.ValidationError):
        return None
    cost = keys.cost
    is_ours = (
        keys.version == VERSION
        and 0 < cost.memory <= MOST.memory
        and 0 < cost.passes <= MOST.passes
        and 0 < cost.lanes <= MOST.lanes
    )
    return keys if is_ours else None


def write_keys(disk: Disk, path: Path, keys: Keys) -> None:
    """Write the file in one move. Raises OSError."""
    disk.make_folder(path.parent)
    write_file(disk, path, body_of(keys))


def text_of(raw: bytes) -> str:
    """Return bytes as letters that stand in a line."""
    return base64.b64encode(raw).decode("ascii")


def bytes_of(text: object) -> bytes:
    """Return the bytes of such letters. Raises ValueError."""
    if not isinstance(text, str):
        raise ValueError(str(type(text)))  # noqa: TRY004  whatever it is, it is no such text
    raw = base64.b64decode(text, validate=True)
    if text_of(raw) != text:
        raise ValueError("written in another way")
    return raw

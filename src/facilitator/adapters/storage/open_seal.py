"""What a group's key closes and opens once the group is open: whole files, meeting by meeting."""

import json
import re
from dataclasses import dataclass, field

from facilitator.adapters.storage.codec import Unreadable
from facilitator.adapters.storage.cover import BEGIN, Cover
from facilitator.adapters.storage.keys import KEY, bytes_of, text_of
from facilitator.ports.ciphers import Cipher, NotGenuine

_KEY = re.compile(rb'"key":"([A-Za-z0-9+/=]{20,200})"')


@dataclass(frozen=True, slots=True)
class OwnKey:
    """The key of one meeting or file, and the same closed in the group's master key."""

    key: bytes = field(repr=False)
    wrapped: str


class OpenSeal:
    """The open seal of one group."""

    def __init__(self, cipher: Cipher, master: bytes) -> None:
        """Hold the group's master key."""
        self.cipher, self._master = cipher, master

    @property
    def master(self) -> bytes:
        """The key that is closed in the keys file."""
        return self._master

    def fresh(self) -> OwnKey:
        """Return a new key."""
        key = self.cipher.chance(KEY)
        return OwnKey(key, text_of(self.cipher.wrapped(self._master, key)))

    def own_key(self, wrapped: str) -> OwnKey:
        """Return the key that is closed in this. Raises NotGenuine."""
        try:
            return OwnKey(self.cipher.unwrapped(self._master, bytes_of(wrapped)), wrapped)
        except ValueError as fault:
            raise NotGenuine from fault

    def key_in(self, line: bytes) -> OwnKey | None:
        """Return the key that a line of a sealed file or journal holds, or None."""
        found = _KEY.search(line)
        try:
            return self.own_key(found[1].decode("ascii")) if found else None
        except NotGenuine:
            return None

    def closed(self, name: str, body: bytes, own: OwnKey | None = None) -> bytes:
        """Return a sealed file: its key, closed, and its content, bound to its name."""
        own = own or self.fresh()
        return _content(own.wrapped, text_of(self.cipher.sealed(own.key, body, _about(name))))

    def opened(self, name: str, raw: bytes) -> bytes:
        """Return the content of a sealed file. Raises Unreadable."""
        try:
            content = json.loads(raw)
            wrapped, inside = str(content["key"]), str(content["body"])
            if raw != _content(wrapped, inside):
                raise Unreadable(name)  # not one letter of it may be another
            own = self.own_key(wrapped)
            return self.cipher.opened(own.key, bytes_of(inside), _about(name))
        except (NotGenuine, ValueError, LookupError, TypeError, RecursionError) as fault:
            raise Unreadable(name) from fault

    def cover(self, name: str, own: OwnKey | None = None) -> Cover:
        """Return how the file of this name is closed and opened."""
        return Cover(lambda body: self.closed(name, body, own), lambda raw: self.opened(name, raw))


def _content(wrapped: str, inside: str) -> bytes:
    return b'%b%b","body":"%b"}\n' % (BEGIN, wrapped.encode(), inside.encode())


def _about(name: str) -> bytes:
    return b"facilitator file 1 " + name.encode("utf-8", "replace")

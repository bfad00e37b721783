"""The port for the ciphers; loaded only where a passphrase is set or asked for (S9, P1)."""

from dataclasses import dataclass
from typing import Protocol


class NotGenuine(Exception):  # noqa: N818  says what the bytes are
    """This was not sealed with this key, for this place, or was changed since."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a passphrase costs: memory in KiB, passes over it, lanes side by side."""

    memory: int
    passes: int
    lanes: int


REAL_COST = Cost(64 * 1024, 3, 1)


class Cipher(Protocol):
    """What the cryptography library does for us. Keys are 32 bytes."""

    def chance(self, length: int) -> bytes:
        """Return so many bytes that nobody can guess."""

    def stretched(self, passphrase: str, salt: bytes, cost: Cost) -> bytes:
        """Return the key of a passphrase, by Argon2id."""

    def derived(self, secret: bytes, salt: bytes) -> bytes:
        """Return the key of a secret that nobody can guess, by HKDF-SHA256."""

    def wrapped(self, key: bytes, inner: bytes) -> bytes:
        """Return a key closed in another one, by AES key wrap (RFC 3394)."""

    def unwrapped(self, key: bytes, closed: bytes) -> bytes:
        """Return the key inside. Raises NotGenuine."""

    def sealed(self, key: bytes, body: bytes, about: bytes) -> bytes:
        """Return nonce, closed text and tag, by AES-256-GCM; `about` is bound to it."""

    def opened(self, key: bytes, closed: bytes, about: bytes) -> bytes:
        """Return what is inside. Raises NotGenuine."""

"""Argon2id, AES key wrap and AES-256-GCM, each as the library has it (S9)."""

import os
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from facilitator.ports.ciphers import Cost, NotGenuine

KEY, NONCE = 32, 12
"""Bytes."""


class AesCipher:
    """ports.sealing.Cipher."""

    def chance(self, length: int) -> bytes:
        """Return so many bytes from the system's own source."""
        return os.urandom(length)

    def stretched(self, passphrase: str, salt: bytes, cost: Cost) -> bytes:
        """Return the key of a passphrase; capitals and spaces do not matter (A18)."""
        kdf = Argon2id(
            salt=salt,
            length=KEY,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory,
        )
        return kdf.derive(_plain(passphrase))

    def derived(self, secret: bytes, salt: bytes) -> bytes:
        """Return the key of a recovery key: it cannot be guessed, so nothing is stretched."""
        kdf = HKDF(algorithm=SHA256(), length=KEY, salt=salt, info=b"facilitator recovery 1")
        return kdf.derive(secret)

    def wrapped(self, key: bytes, inner: bytes) -> bytes:
        """Return a key closed in another one."""
        return aes_key_wrap(key, inner)

    def unwrapped(self, key: bytes, closed: bytes) -> bytes:
        """Return the key inside. Raises NotGenuine."""
        try:
            return aes_key_unwrap(key, closed)
        except (InvalidUnwrap, ValueError) as fault:
            raise NotGenuine from fault

    def sealed(self, key: bytes, body: bytes, about: bytes) -> bytes:
        """Return nonce, closed text and tag. The nonce is by chance, new each time."""
        nonce = os.urandom(NONCE)
        return nonce + AESGCM(key).encrypt(nonce, body, about)

    def opened(self, key: bytes, closed: bytes, about: bytes) -> bytes:
        """Return what is inside. Raises NotGenuine."""
        try:
            return AESGCM(key).decrypt(closed[:NONCE], closed[NONCE:], about)
        except (InvalidTag, ValueError) as fault:
            raise NotGenuine from fault


def _plain(passphrase: str) -> bytes:
    folded = unicodedata.normalize("NFKC", passphrase).casefold()
    return " ".join(folded.split()).encode("utf-8", "replace")

"""The seals of the groups on this disk: which are open now, and how each is opened (S9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.adapters.storage.aside import put_aside
from facilitator.adapters.storage.cover import PLAIN, Cover, is_sealed
from facilitator.adapters.storage.faults import not_saved
from facilitator.adapters.storage.records import Lines, PlainLines
from facilitator.adapters.storage.traces import has_traces
from facilitator.domain.records import Seal
from facilitator.files.disk import Disk
from facilitator.ports.sealing import StaysSealed

if TYPE_CHECKING:
    from facilitator.adapters.storage.keys import Keys, Prepared
    from facilitator.adapters.storage.open_seal import OpenSeal
    from facilitator.ports.ciphers import Cipher, Cost

# What only a group with a passphrase needs is imported where it is needed (P1).

RECOVERY = 16
"""Bytes of a recovery key."""


class DiskSeals:
    """ports.sealing.Seals, by keys.jsonl in a group's folder; and what the stores ask of it."""

    def __init__(
        self,
        disk: Disk,
        groups: Path,
        cipher: Callable[[], Cipher] | None = None,
        cost: Cost | None = None,
    ) -> None:
        """Look after the groups under this folder.

        `cipher` is asked for when the first passphrase is, so that a group without one
        never loads the library (P1); without it no passphrase can be set or opened. A
        new passphrase costs `cost`, the real one when none is given.
        """
        self._disk, self._groups = disk, groups
        self._made_cipher, self._cost = cipher, cost
        self._open: dict[str, OpenSeal] = {}
        self._prepared: dict[str, Prepared] = {}
        self._plain: dict[str, bool] = {}  # what was found where there is no keys file

    @property
    def is_possible(self) -> bool:
        """Whether a group can set a passphrase here."""
        return self._made_cipher is not None

    def state(self, group_id: str) -> Seal:
        """Return how a group's words lie here now."""
        if group_id in self._open:
            return Seal.OPEN
        try:
            return Seal.SHUT if self._read(group_id) else Seal.NONE
        except StaysSealed:
            return Seal.BROKEN

    def open(self, group_id: str, passphrase: str) -> None:
        """Open a group, or try whether this is its passphrase. Raises StaysSealed, NotSaved."""

        def key(cipher: Cipher, keys: Keys) -> tuple[bytes, bytes]:
            return cipher.stretched(passphrase, keys.salt, keys.cost), keys.by_passphrase

        self._opened(group_id, key, "wrong-passphrase")

    def open_by_recovery(self, group_id: str, recovery: bytes) -> None:
        """Open a group with its recovery key. Raises StaysSealed, NotSaved."""

        def key(cipher: Cipher, keys: Keys) -> tuple[bytes, bytes]:
            return cipher.derived(recovery, keys.recovery_salt), keys.by_recovery

        self._opened(group_id, key, "wrong-words")

    def _opened(
        self, group_id: str, key: Callable[[Cipher, Keys], tuple[bytes, bytes]], wrong: str
    ) -> None:
        from facilitator.adapters.storage.open_seal import OpenSeal  # noqa: PLC0415
        from facilitator.ports.ciphers import NotGenuine  # noqa: PLC0415

        keys, cipher = self._keys(group_id), self._cipher()
        try:
            seal = OpenSeal(cipher, cipher.unwrapped(*key(cipher, keys)))
        except NotGenuine as fault:
            raise StaysSealed(wrong) from fault
        self._finish(group_id, keys, seal)

    def prepare(self, group_id: str, passphrase: str) -> bytes:
        """Return a new recovery key; nothing is written yet. Raises StaysSealed."""
        from facilitator.adapters.storage.keys import prepared  # noqa: PLC0415

        if self.state(group_id) is not Seal.NONE:
            raise StaysSealed("sealed")
        cipher = self._cipher()
        recovery = cipher.chance(RECOVERY)
        self._prepared[group_id] = prepared(cipher, self._price, passphrase, recovery)
        return recovery

    def put_on(self, group_id: str) -> None:
        """Seal all of a group with what was prepared. Raises NotSaved; it can be done again.

        The keys come first: from then on the passphrase opens the group, and whatever a
        power cut left plain is sealed at the next opening.
        """
        from facilitator.adapters.storage.open_seal import OpenSeal  # noqa: PLC0415

        made = self._prepared.get(group_id)
        if made is None:
            raise StaysSealed("sealed")
        self._write(group_id, made.keys)
        self._finish(group_id, made.keys, OpenSeal(self._cipher(), made.master))
        del self._prepared[group_id]

    def _finish(self, group_id: str, keys: Keys, seal: OpenSeal) -> None:
        """Open it, once all that lay there before is sealed too. Raises NotSaved."""
        from facilitator.adapters.storage.seal_over import seal_over  # noqa: PLC0415

        if not keys.is_whole:
            try:
                seal_over(self._disk, self._groups / group_id, seal)
            except OSError as fault:
                raise not_saved(fault) from fault
            self._write(group_id, replace(keys, is_whole=True))
        self._mend(group_id)
        self._open[group_id] = seal

    def change(self, group_id: str, passphrase: str) -> None:
        """Let this passphrase open an open group from now on. Raises StaysSealed, NotSaved.

        The master key stays, so nothing else is written.
        """
        from facilitator.adapters.storage.keys import SALT  # noqa: PLC0415

        keys, cipher = self._keys(group_id), self._cipher()
        if group_id not in self._open:
            raise StaysSealed("sealed")
        salt, cost = cipher.chance(SALT), self._price
        key = cipher.stretched(passphrase, salt, cost)
        closed = cipher.wrapped(key, self._open[group_id].master)
        self._write(group_id, replace(keys, cost=cost, salt=salt, by_passphrase=closed))

    def shut(self, group_id: str) -> None:
        """Let go of a group's key: Python may leave copies of it in memory until it ends."""
        self._open.pop(group_id, None)
        self._prepared.pop(group_id, None)

    def shut_all(self) -> None:
        """Let go of every key."""
        self._open.clear()
        self._prepared.clear()

    def cover(self, group_id: str, name: str) -> Cover:
        """Return how a file of a group is closed and opened. Raises StaysSealed."""
        seal = self.seal(group_id)
        return seal.cover(name) if seal else self._plain_cover(group_id)

    def lines(self, group_id: str, meeting_id: str) -> Lines:
        """Return how the records of a meeting lie on the disk. Raises StaysSealed."""
        seal = self.seal(group_id)
        if seal is None:
            return PlainLines()
        from facilitator.adapters.storage.sealed_records import SealedLines  # noqa: PLC0415

        return SealedLines(seal, meeting_id)

    def seal(self, group_id: str) -> OpenSeal | None:
        """Return a group's open seal; None where it has no passphrase. Raises StaysSealed."""
        if group_id in self._open:
            return self._open[group_id]
        if self._read(group_id) is not None:
            raise StaysSealed("sealed")
        return None

    def _path(self, group_id: str) -> Path:
        return self._groups / group_id / "keys.jsonl"

    @property
    def _price(self) -> Cost:
        from facilitator.ports.ciphers import REAL_COST  # noqa: PLC0415

        return self._cost or REAL_COST

    def _cipher(self) -> Cipher:
        if self._made_cipher is None:
            raise StaysSealed("sealed")
        return self._made_cipher()

    def _keys(self, group_id: str) -> Keys:
        """Return a group's keys. Raises StaysSealed."""
        found = self._read(group_id)
        if found is None:
            raise StaysSealed("sealed")
        return found

    def _read(self, group_id: str) -> Keys | None:
        """Return a group's keys, or None when it has no passphrase. Raises StaysSealed.

        Without keys any sealed file says that there were some: nothing may be written plain
        beside what only they would open.
        """
        try:
            raw = self._disk.read(self._path(group_id))
        except FileNotFoundError as fault:
            if self._has_traces(group_id):
                raise StaysSealed("keys-damaged") from fault
            return None
        except OSError as fault:
            raise StaysSealed("keys-damaged") from fault
        from facilitator.adapters.storage.keys import KeysDamaged, read_keys  # noqa: PLC0415

        try:
            return read_keys(raw)[0]
        except KeysDamaged as fault:
            raise StaysSealed("keys-damaged") from fault

    def _has_traces(self, group_id: str) -> bool:
        """Whether something sealed lies there; it is looked for once, where nothing does (P4)."""
        if group_id not in self._plain:
            self._plain[group_id] = not has_traces(self._disk, self._groups / group_id)
        return not self._plain[group_id]

    def _plain_cover(self, group_id: str) -> Cover:
        def opened(raw: bytes) -> bytes:
            if is_sealed(raw):  # one of thousands, that nobody looked at before
                self._plain[group_id] = False
            return raw

        return Cover(PLAIN.closed, opened)

    def _mend(self, group_id: str) -> None:
        """Where one of the two lines is damaged, put the file aside and write both anew (S3)."""
        from facilitator.adapters.storage.keys import (  # noqa: PLC0415
            KeysDamaged,
            read_keys,
            write_keys,
        )

        try:
            raw = self._disk.read(self._path(group_id))
            keys, is_as_written = read_keys(raw)
            if not is_as_written:
                put_aside(self._disk, self._path(group_id), raw)
                write_keys(self._disk, self._path(group_id), keys)
        except (OSError, KeysDamaged):
            return  # it was read a moment ago; the next opening tries again

    def _write(self, group_id: str, keys: Keys) -> None:
        from facilitator.adapters.storage.keys import write_keys  # noqa: PLC0415

        try:
            write_keys(self._disk, self._path(group_id), keys)
        except OSError as fault:
            raise not_saved(fault) from fault

"""The seals of the groups on this disk: which are open now, and how each is opened (S9)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.adapters.storage.aside import put_aside
from facilitator.adapters.storage.cover import PLAIN, Cover, is_sealed
from facilitator.adapters.storage.faults import not_saved
from facilitator.adapters.storage.records import Lines, PlainLines
from facilitator.adapters.storage.traces import has_traces
from facilitator.domain.records import NotAsLeft, Seal
from facilitator.files.disk import Disk
from facilitator.ports.sealing import StaysSealed
from facilitator.ports.storage import NotSaved

if TYPE_CHECKING:
    from facilitator.adapters.storage.group_head import GroupHead
    from facilitator.adapters.storage.keys import Keys, Prepared
    from facilitator.adapters.storage.open_seal import OpenSeal, OwnKey
    from facilitator.ports.ciphers import Cipher, Cost

# What only a group with a passphrase needs is imported where it is needed (P1).

RECOVERY = 16
"""Bytes of a recovery key."""

LARGEST_KEYS = 64 * 1024
"""Bytes: a keys file of ours has less than one thousand."""

BEGUN = "begun"
"""The name to which it is bound that a group is being sealed."""


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
        self._heads: dict[str, GroupHead] = {}
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
        from facilitator.adapters.storage.keys import inner_of, master_in  # noqa: PLC0415
        from facilitator.adapters.storage.open_seal import OpenSeal  # noqa: PLC0415
        from facilitator.ports.ciphers import NotGenuine  # noqa: PLC0415

        keys, cipher = self._keys(group_id), self._cipher()
        outer, closed = key(cipher, keys)
        try:
            master, has_head = master_in(cipher.unwrapped(outer, closed))
            seal = OpenSeal(cipher, master)
        except NotGenuine as fault:
            raise StaysSealed(wrong) from fault
        if group_id in self._open:
            return
        self._finish(group_id, keys, seal, has_head=has_head)
        if not has_head and self._heads[group_id].is_there:
            with suppress(NotSaved):  # the next opening tries again
                self._promise_head(group_id, closed, cipher.wrapped(outer, inner_of(master)))

    def _promise_head(self, group_id: str, closed: bytes, promised: bytes) -> None:
        """Let the keys of an older group say that it has a head from now on. Raises NotSaved."""
        keys = self._keys(group_id)
        if keys.by_passphrase == closed:
            self._write(group_id, replace(keys, by_passphrase=promised))
        else:
            self._write(group_id, replace(keys, by_recovery=promised))

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
        seal = OpenSeal(self._cipher(), made.master)
        keys = replace(made.keys, begun=seal.closed(BEGUN, b"").decode())
        self._write(group_id, keys)
        self._finish(group_id, keys, seal, has_head=True)
        del self._prepared[group_id]

    def _finish(self, group_id: str, keys: Keys, seal: OpenSeal, *, has_head: bool) -> None:
        """Open it, once all that lay there before is sealed too. Raises NotSaved.

        Where there is a head, or where the keys say that there was one, nothing is sealed:
        all of it was. So nobody gets plain words of their own sealed as the group's.
        """
        from facilitator.adapters.storage.group_head import GroupHead  # noqa: PLC0415

        head = GroupHead(self._disk, self._groups / group_id, seal)
        is_begun = not keys.is_whole and (not has_head or _is_genuine(seal, keys.begun))
        if head.read():
            head.look()
        elif has_head and not is_begun:
            head.is_lost = True
        else:
            self._begin_head(group_id, keys, seal, head)
        if not keys.is_whole:
            self._write(group_id, replace(keys, is_whole=True, begun=""))
        self._mend(group_id)
        self._open[group_id], self._heads[group_id] = seal, head

    def _begin_head(self, group_id: str, keys: Keys, seal: OpenSeal, head: GroupHead) -> None:
        """Seal what is plain still, and let the head know all that is there. Raises NotSaved."""
        from facilitator.adapters.storage.seal_over import seal_over  # noqa: PLC0415

        try:
            if not keys.is_whole:
                seal_over(self._disk, self._groups / group_id, seal)
            head.take_all()
        except OSError as fault:
            # A group that was sealed before there were heads opens on a disk that is full too.
            if not keys.is_whole:
                raise not_saved(fault) from fault

    def change(self, group_id: str, passphrase: str) -> None:
        """Let this passphrase open an open group from now on. Raises StaysSealed, NotSaved.

        The master key stays, so nothing else is written.
        """
        from facilitator.adapters.storage.keys import SALT, inner_of  # noqa: PLC0415

        keys, cipher = self._keys(group_id), self._cipher()
        if group_id not in self._open:
            raise StaysSealed("sealed")
        salt, cost = cipher.chance(SALT), self._price
        key = cipher.stretched(passphrase, salt, cost)
        closed = cipher.wrapped(key, inner_of(self._open[group_id].master))
        self._write(group_id, replace(keys, cost=cost, salt=salt, by_passphrase=closed))

    def shut(self, group_id: str) -> None:
        """Let go of a group's key: Python may leave copies of it in memory until it ends."""
        self._open.pop(group_id, None)
        self._heads.pop(group_id, None)
        self._prepared.pop(group_id, None)

    def shut_all(self) -> None:
        """Let go of every key."""
        self._open.clear()
        self._heads.clear()
        self._prepared.clear()

    def cover(self, group_id: str, name: str, own: OwnKey | None = None) -> Cover:
        """Return how a file of a group is closed and opened. Raises StaysSealed.

        `own` is the key that a meeting has already. What is not the version that the
        group's head knows is not opened (S9).
        """
        seal = self.seal(group_id)
        if seal is None:
            return self._plain_cover(group_id)
        from facilitator.adapters.storage.known_cover import known_cover  # noqa: PLC0415

        return known_cover(seal.cover(name, own), self._heads[group_id], name)

    def becoming(self, group_id: str, changes: Mapping[str, str]) -> AbstractContextManager[None]:
        """Return within what files of a group get these versions. Raises StaysSealed.

        Raises OSError where the group's head cannot be written: then nothing else may be.
        What only goes may go from a shut group too; its head says at the next opening that
        it is gone.
        """
        if self.state(group_id) is Seal.OPEN:
            return self._heads[group_id].becoming(changes)
        if any(changes.values()):
            self.seal(group_id)
        return nullcontext()

    def is_stray(self, group_id: str, *names: str) -> bool:
        """Whether one of these files is another version than we left."""
        head = self._heads.get(group_id)
        return head is not None and any(map(head.is_stray, names))

    def not_as_left(self, group_id: str) -> NotAsLeft:
        """Return what is not as the program left it, as far as that was seen up to now."""
        head = self._heads.get(group_id)
        return head.found() if head else NotAsLeft()

    def take_as_is(self, group_id: str, meeting_id: str = "") -> None:
        """Let what is there be right, or what is there of one meeting. Raises NotSaved."""
        head = self._heads.get(group_id)
        if head is None:
            raise StaysSealed("sealed")
        has_more = bool(head.found().added)
        try:
            if meeting_id:
                head.take(meeting_id)
            else:
                head.take_all()
            if has_more:
                # It is made anew from the meetings, those among them that came from elsewhere.
                self._disk.remove(self._groups / group_id / "index.jsonl")
        except OSError as fault:
            raise not_saved(fault) from fault

    def lines(self, group_id: str, meeting_id: str) -> Lines:
        """Return how the records of a meeting lie on the disk. Raises StaysSealed."""
        seal = self.seal(group_id)
        if seal is None:
            return PlainLines()
        from facilitator.adapters.storage.sealed_records import SealedLines  # noqa: PLC0415

        return SealedLines(seal, meeting_id, partial(self.becoming, group_id))

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
            raw = self._disk.read(self._path(group_id), LARGEST_KEYS)
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


def _is_genuine(seal: OpenSeal, begun: str) -> bool:
    try:
        seal.opened(BEGUN, begun.encode())
    except ValueError:
        return False
    return True

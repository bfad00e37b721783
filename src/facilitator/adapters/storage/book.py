"""The group's book and the settings: small TinyDB files, written atomically (M9, M19, C1)."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from facilitator.adapters.storage.aside import put_aside
from facilitator.adapters.storage.codec import Unreadable, record_from
from facilitator.adapters.storage.cover import BOOK, PLAIN, Cover
from facilitator.adapters.storage.faults import not_saved
from facilitator.adapters.storage.seals import DiskSeals
from facilitator.domain.records import Agreement, Group, Member, Seal, Ways
from facilitator.files.disk import Disk
from facilitator.files.reserve import Reserve
from facilitator.ports.storage import NotSaved

Record = TypeVar("Record")


def _shown(
    disk: Disk, path: Path, table: str, kind: type[Record], cover: Cover = PLAIN
) -> list[Record]:
    """Return the records of a TinyDB table; what cannot be read is left where it is."""
    with suppress(OSError):
        return _read(disk, path, table, kind, cover)[0]
    return []


def _held(disk: Disk, path: Path, table: str, kind: type[Record], cover: Cover) -> list[Record]:
    """Return the records before some of them are changed. Raises NotSaved.

    What cannot be read now may be readable later, so it must not be written over.
    """
    try:
        return _read(disk, path, table, kind, cover)[0]
    except OSError as fault:
        raise NotSaved("unread") from fault


def _read(
    disk: Disk, path: Path, table: str, kind: type[Record], cover: Cover
) -> tuple[list[Record], bool]:
    """Return the records of a table, and whether that is all that the file holds of it.

    Raises OSError where the file is there and cannot be read.
    """
    try:
        documents = json.loads(cover.opened(disk.read(path))).get(table, {}).values()
    except FileNotFoundError:
        return [], True
    except (ValueError, TypeError, AttributeError, RecursionError):
        return [], False
    found, is_whole = [], True
    for document in documents:
        try:
            found.append(record_from(document, kind))
        except Unreadable:
            is_whole = False
    return found, is_whole


Tables = Mapping[str, tuple[type[Any], Sequence[Any]]]


def _put(
    disk: Disk, reserve: Reserve | None, path: Path, tables: Tables, cover: Cover = PLAIN
) -> None:
    """Write a whole TinyDB file; a damaged one is copied aside first (S3). Raises NotSaved."""
    from facilitator.adapters.storage.tiny import put_all  # noqa: PLC0415  only to write

    def write() -> None:
        disk.make_folder(path.parent)
        if not all(_read(disk, path, table, kind, cover)[1] for table, (kind, _) in tables.items()):
            put_aside(disk, path, disk.read(path))
        records = {table: msgspec.to_builtins(list(held)) for table, (_, held) in tables.items()}
        put_all(disk, path, records, cover)

    try:
        (reserve or Reserve(disk, path, size=0)).giving_way(write)
    except OSError as fault:
        raise not_saved(fault) from fault


class DiskGroupBook:
    """ports.storage.GroupBook: group.json and book.json in each group's folder.

    Of a group with a passphrase the book is sealed, and holds whom people turn to as
    well: that is somebody's name (S9). The group's own name is read by everybody.
    """

    def __init__(
        self,
        disk: Disk,
        groups: Path,
        reserve: Reserve | None = None,
        seals: DiskSeals | None = None,
    ) -> None:
        """Keep the groups under this folder; `reserve` is given back on a full disk (S2)."""
        self._disk, self._groups, self._reserve = disk, groups, reserve
        self._seals = seals or DiskSeals(disk, groups)

    def groups(self) -> tuple[Group, ...]:
        """Return every group, in order of name."""
        found = [
            self._whole(replace(group, id=path.parent.name))  # the folder counts (M19)
            for folder in self._disk.listed(self._groups)
            for path in (folder / "group.json",)
            for group in _shown(self._disk, path, "group", Group)
        ]
        return tuple(sorted(found, key=lambda group: group.name.casefold()))

    def _whole(self, group: Group) -> Group:
        if self._seals.state(group.id) is not Seal.OPEN:
            return group
        return replace(group, turn_to=self._turn_to(group.id))

    def _turn_to(self, group_id: str) -> str:
        known = self._shown(group_id, "group", Group)
        return known[0].turn_to if known else ""

    def has_group(self, group_id: str) -> bool:
        """Whether the group was named before. Raises NotSaved where that cannot be read now."""
        path = self._groups / group_id / "group.json"
        return bool(_held(self._disk, path, "group", Group, PLAIN))

    def add_group(self, group: Group) -> None:
        """Make a group's folder and write its name. Raises NotSaved."""
        bare = group
        if self._seals.seal(group.id) is not None:
            bare = replace(group, turn_to="")
            if group.turn_to != self._turn_to(group.id):
                self._save(group.id, self._members(group.id), self._versions(group.id), group)
        path = self._groups / group.id / "group.json"
        _put(self._disk, self._reserve, path, {"group": (Group, [bare])})

    def members(self, group_id: str) -> tuple[Member, ...]:
        """Return the members, each of whom said yes, in order of name."""
        known = self._shown(group_id, "members", Member)
        return tuple(sorted(known, key=lambda member: (member.name.casefold(), member.id)))

    def held_members(self, group_id: str) -> tuple[Member, ...]:
        """Return the members before some of them are changed. Raises NotSaved."""
        return tuple(self._members(group_id))

    def save_member(self, group_id: str, member: Member) -> None:
        """Write one member, new or changed. Raises NotSaved."""
        others = [one for one in self._members(group_id) if one.id != member.id]
        self._save(group_id, [*others, member], self._versions(group_id))

    def forget_member(self, group_id: str, member_id: str) -> None:
        """Take one member out for good. Raises NotSaved."""
        others = [one for one in self._members(group_id) if one.id != member_id]
        self._save(group_id, others, self._versions(group_id))
        try:
            self._drop_copies(group_id)
        except OSError as fault:
            raise not_saved(fault) from fault

    def _drop_copies(self, group_id: str) -> None:
        """Take away damaged copies of the book: they may hold who was forgotten (S8).

        Raises OSError.
        """
        folder = self._groups / group_id
        for path in folder.iterdir():
            if path.name.startswith("book.damaged-"):
                self._disk.remove(path)
        self._disk.sync_folder(folder)

    def agreement(self, group_id: str) -> Agreement:
        """Return the agreement that stands; an empty one when none was made."""
        versions = self._shown(group_id, "agreements", Agreement)
        return versions[-1] if versions else Agreement()

    def save_agreement(self, group_id: str, agreement: Agreement) -> None:
        """Add a version; older ones stay (C1). Raises NotSaved."""
        versions = self._versions(group_id)
        newest = versions[-1] if versions else None
        if newest is not None and replace(newest, made_on="") == replace(agreement, made_on=""):
            return
        self._save(group_id, self._members(group_id), [*versions, agreement])

    def _book(self, group_id: str) -> Path:
        return self._groups / group_id / "book.json"

    def _cover(self, group_id: str) -> Cover:
        return self._seals.cover(group_id, BOOK)

    def _shown(self, group_id: str, table: str, kind: type[Record]) -> list[Record]:
        """Return the records of a table, none while the group is shut."""
        with suppress(NotSaved):
            return _shown(self._disk, self._book(group_id), table, kind, self._cover(group_id))
        return []

    def _held(self, group_id: str, table: str, kind: type[Record]) -> list[Record]:
        return _held(self._disk, self._book(group_id), table, kind, self._cover(group_id))

    def _members(self, group_id: str) -> list[Member]:
        return self._held(group_id, "members", Member)

    def _versions(self, group_id: str) -> list[Agreement]:
        return self._held(group_id, "agreements", Agreement)

    def _save(
        self,
        group_id: str,
        members: list[Member],
        versions: list[Agreement],
        group: Group | None = None,
    ) -> None:
        tables: dict[str, tuple[type[Any], Sequence[Any]]] = {
            "members": (Member, members),
            "agreements": (Agreement, versions),
        }
        if self._seals.seal(group_id) is not None:
            tables["group"] = (Group, [group] if group else self._held(group_id, "group", Group))
        _put(self._disk, self._reserve, self._book(group_id), tables, self._cover(group_id))


class DiskSettings:
    """ports.storage.Settings: settings.json, a TinyDB file."""

    def __init__(self, disk: Disk, path: Path, reserve: Reserve | None = None) -> None:
        """Stand for one file, which need not exist yet."""
        self._disk, self._path, self._reserve = disk, path, reserve

    def read(self) -> Ways:
        """Return the ways that are kept; the defaults when there are none or they are damaged."""
        found = _shown(self._disk, self._path, "ways", Ways)
        return found[0] if found else Ways()

    def save(self, ways: Ways) -> None:
        """Keep these ways. Raises NotSaved."""
        _put(self._disk, self._reserve, self._path, {"ways": (Ways, [ways])})

"""The group's book and the settings: small TinyDB files, written atomically (M9, M19, C1)."""

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from facilitator.adapters.storage import tables
from facilitator.adapters.storage.aside import move_aside
from facilitator.adapters.storage.cover import BOOK, PLAIN, Cover
from facilitator.adapters.storage.faults import not_saved
from facilitator.adapters.storage.seals import DiskSeals
from facilitator.adapters.storage.tables import Held, Kinds
from facilitator.domain.records import Agreement, Group, Member, Seal, Ways
from facilitator.domain.things import KINDS_OF, Things
from facilitator.files.atomic import take_leftovers
from facilitator.files.disk import Disk
from facilitator.files.reserve import Reserve
from facilitator.ports.storage import NotSaved

BOOK_KINDS: Kinds = {"members": Member, "agreements": Agreement, **KINDS_OF}
GROUP_KINDS: Kinds = {"group": Group}


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
            self._whole(replace(group, id=folder.name))  # the folder counts (M19)
            for folder in self._disk.listed(self._groups)
            for group in self._named(folder)
        ]
        return tuple(sorted(found, key=lambda group: group.name.casefold()))

    def _named(self, folder: Path) -> list[Group]:
        """Return the group of a folder, by the folder's name where its own cannot be read (S3)."""
        path = folder / "group.json"
        named: list[Group] = tables.shown(self._disk, path, GROUP_KINDS)["group"]
        if named or not os.path.lexists(path):
            return named
        with suppress(OSError):
            if any(name != path.name for name in self._disk.names(folder)):
                return [Group(folder.name, folder.name)]
        return []

    def _whole(self, group: Group) -> Group:
        if self._seals.state(group.id) is not Seal.OPEN:
            return group
        return replace(group, turn_to=self._turn_to(group.id))

    def _turn_to(self, group_id: str) -> str:
        known = self._shown(group_id, GROUP_KINDS)["group"]
        return known[0].turn_to if known else ""

    def has_group(self, group_id: str) -> bool:
        """Whether the group was named before. Raises NotSaved where that cannot be read now."""
        path = self._groups / group_id / "group.json"
        return bool(tables.held(self._disk, path, GROUP_KINDS, PLAIN)["group"])

    def add_group(self, group: Group) -> None:
        """Make a group's folder and write its name. Raises NotSaved."""
        bare = group
        if self._seals.seal(group.id) is not None:
            bare = replace(group, turn_to="")
            if group.turn_to != self._turn_to(group.id):
                self._save(group.id, {**self._held(group.id), "group": [group]})
        path = self._groups / group.id / "group.json"
        tables.put(self._disk, self._reserve, path, GROUP_KINDS, {"group": [bare]})

    def members(self, group_id: str) -> tuple[Member, ...]:
        """Return the members, each of whom said yes, in order of name."""
        known: list[Member] = self._shown(group_id, BOOK_KINDS)["members"]
        return tuple(sorted(known, key=lambda member: (member.name.casefold(), member.id)))

    def held_members(self, group_id: str) -> tuple[Member, ...]:
        """Return the members before some of them are changed. Raises NotSaved."""
        return tuple(self._held(group_id)["members"])

    def save_member(self, group_id: str, member: Member) -> None:
        """Write one member, new or changed. Raises NotSaved."""
        held = self._held(group_id)
        others = [one for one in held["members"] if one.id != member.id]
        self._save(group_id, {**held, "members": [*others, member]})

    def forget_member(self, group_id: str, member_id: str) -> None:
        """Take one member out for good. Raises NotSaved."""
        held = self._held(group_id)
        others = [one for one in held["members"] if one.id != member_id]
        self._save(group_id, {**held, "members": others})
        self._drop_copies(group_id)

    def agreement(self, group_id: str) -> Agreement:
        """Return the agreement that stands; an empty one when none was made."""
        versions: list[Agreement] = self._shown(group_id, BOOK_KINDS)["agreements"]
        return versions[-1] if versions else Agreement()

    def save_agreement(self, group_id: str, agreement: Agreement) -> None:
        """Add a version; older ones stay (C1). Raises NotSaved."""
        held = self._held(group_id)
        newest = held["agreements"][-1] if held["agreements"] else None
        if newest is not None and replace(newest, made_on="") == replace(agreement, made_on=""):
            return
        self._save(group_id, {**held, "agreements": [*held["agreements"], agreement]})

    def older_agreements(self, group_id: str) -> tuple[Agreement, ...]:
        """Return the versions before the one that stands, the oldest first."""
        return tuple(self._shown(group_id, BOOK_KINDS)["agreements"][:-1])

    def keep_older_agreements(self, group_id: str, older: tuple[Agreement, ...]) -> None:
        """Let these be the older versions; the one that stands stays (S7). Raises NotSaved."""
        held = self._held(group_id)
        stands = held["agreements"][-1:]
        self._save(group_id, {**held, "agreements": [*older, *stands] if stands else []})

    def put_aside(self, group_id: str) -> None:
        """Move a book that cannot be read away, so that a new one can begin (S3).

        Raises NotSaved. A sealed one stays: its head says which version of it is there (S9).
        """
        try:
            self._held(group_id)
        except NotSaved as unread:
            if self._seals.seal(group_id) is not None:
                raise
            try:
                move_aside(self._disk, self._book(group_id))
            except OSError as fault:
                raise not_saved(fault) from unread

    def is_whole(self, group_id: str) -> bool:
        """Return whether all that is kept of the group can be read; a shut one waits (S3)."""
        if self._seals.state(group_id) in (Seal.SHUT, Seal.BROKEN):
            return True
        named = self._groups / group_id / "group.json"
        path, kinds, cover = self._book(group_id), BOOK_KINDS, self._cover(group_id)
        is_book_whole = tables.is_whole(self._disk, path, kinds, cover)
        return is_book_whole and tables.is_whole(self._disk, named, GROUP_KINDS)

    def things(self, group_id: str) -> Things:
        """Return what the group keeps beside members and agreement, none while it is shut."""
        return _things(self._shown(group_id, BOOK_KINDS))

    def keep_things(self, group_id: str, things: Things) -> None:
        """Write these in one move; one takes the place of the one with its id. Raises NotSaved."""
        held = self._held(group_id)
        self._put_things(group_id, held, _things(held).and_(things))

    def let_go(self, group_id: str, ids: frozenset[str]) -> None:
        """Take the things with these ids out for good. Raises NotSaved."""
        held = self._held(group_id)
        self._put_things(group_id, held, _things(held).without(ids))

    def _drop_copies(self, group_id: str) -> None:
        """Take away damaged copies of the book: they may hold what was forgotten (S8).

        Raises NotSaved.
        """
        folder = self._groups / group_id
        try:
            if folder.is_dir():
                take_leftovers(self._disk, folder)
                for path in folder.iterdir():
                    if path.name.startswith("book.damaged-"):
                        self._disk.remove(path)
                self._disk.sync_folder(folder)
        except OSError as fault:
            raise not_saved(fault) from fault

    def _put_things(self, group_id: str, held: Held, things: Things) -> None:
        if things != _things(held):
            self._save(group_id, held | {sort: list(getattr(things, sort)) for sort in KINDS_OF})

    def _book(self, group_id: str) -> Path:
        return self._groups / group_id / "book.json"

    def _cover(self, group_id: str) -> Cover:
        return self._seals.cover(group_id, BOOK)

    def _kinds(self, group_id: str) -> Kinds:
        """A sealed book holds whom people turn to as well (S9)."""
        is_sealed = self._seals.seal(group_id) is not None
        return {**BOOK_KINDS, **GROUP_KINDS} if is_sealed else BOOK_KINDS

    def _shown(self, group_id: str, kinds: Kinds) -> Held:
        """Return the records of these tables, none while the group is shut."""
        with suppress(NotSaved):
            return tables.shown(self._disk, self._book(group_id), kinds, self._cover(group_id))
        return {table: [] for table in kinds}

    def _held(self, group_id: str) -> Held:
        path, cover = self._book(group_id), self._cover(group_id)
        return tables.held(self._disk, path, self._kinds(group_id), cover)

    def _save(self, group_id: str, held: Held) -> None:
        # A sort of which there is nothing has no table: most groups use few of them.
        written = {one: rows for one, rows in held.items() if rows or one not in KINDS_OF}
        path, kinds = self._book(group_id), self._kinds(group_id)
        tables.put(self._disk, self._reserve, path, kinds, written, self._cover(group_id))


def _things(held: Held) -> Things:
    return Things(**{sort: tuple(held[sort]) for sort in KINDS_OF})


class DiskSettings:
    """ports.storage.Settings: settings.json, a TinyDB file."""

    def __init__(self, disk: Disk, path: Path, reserve: Reserve | None = None) -> None:
        """Stand for one file, which need not exist yet."""
        self._disk, self._path, self._reserve = disk, path, reserve

    @property
    def is_whole(self) -> bool:
        """Whether all that is kept of them can be read (S3)."""
        return tables.is_whole(self._disk, self._path, {"ways": Ways})

    def read(self) -> Ways:
        """Return the ways that are kept; the defaults when there are none or they are damaged."""
        found = tables.shown(self._disk, self._path, {"ways": Ways})["ways"]
        return found[0] if found else Ways()

    def save(self, ways: Ways) -> None:
        """Keep these ways. Raises NotSaved."""
        tables.put(self._disk, self._reserve, self._path, {"ways": Ways}, {"ways": [ways]})

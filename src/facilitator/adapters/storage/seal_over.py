"""Sealing what a group had before it set its passphrase, file by file (S9).

Each file is written in one move, and those that are sealed already are left, so that all
of it can be done again after a power cut.
"""

import json
from pathlib import Path
from typing import Any

from facilitator.adapters.storage.cover import BOOK, is_sealed, meeting_name
from facilitator.adapters.storage.open_seal import OpenSeal
from facilitator.adapters.storage.records import read_journal
from facilitator.adapters.storage.sealed_records import SealedLines
from facilitator.files.atomic import write_atomic
from facilitator.files.disk import Disk


def seal_over(disk: Disk, folder: Path, seal: OpenSeal) -> None:
    """Seal the book, the meetings and what was put aside of them. Raises OSError."""
    _seal_group(disk, folder, seal)
    for path in _files(folder / "meetings"):
        if path.suffix == ".json":
            _seal_file(disk, path, meeting_name(path.stem), seal)
    for path in _files(folder / "open"):
        if path.suffix == ".journal":
            _seal_journal(disk, path, seal)
    for here in (folder, folder / "meetings", folder / "open"):
        for path in _files(here):
            if path.name.endswith(".new"):
                disk.remove(path)  # half written when the power went, and never told as saved
            elif ".damaged-" in path.name:
                _seal_file(disk, path, f"aside/{path.name}", seal)
        if here.is_dir():
            disk.sync_folder(here)


def _files(folder: Path) -> list[Path]:
    """Return the files of a folder, none where it is not there. Raises OSError."""
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _seal_file(disk: Disk, path: Path, name: str, seal: OpenSeal) -> None:
    raw = disk.read(path)
    if not is_sealed(raw):
        write_atomic(disk, path, seal.closed(name, raw))


def _seal_journal(disk: Disk, path: Path, seal: OpenSeal) -> None:
    raw = disk.read(path)
    found = read_journal(raw)
    if found.is_damaged and not found.records:
        return  # no plain record is left in it: it is sealed, or it is none of ours
    if found.is_damaged:
        aside = path.with_suffix(".damaged-0")
        write_atomic(disk, aside, seal.closed(f"aside/{aside.name}", raw))
    lines, records = SealedLines(seal, path.stem), list[bytes]()
    # A number that is missing is found when the meeting goes on, and people are told then.
    for number, record in enumerate(found.records, 2 if found.is_damaged else 1):
        happened = read_journal(record).events
        records.append(lines.line_of(number, happened, records[-1] if records else b""))
    write_atomic(disk, path, b"".join(records))


def _seal_group(disk: Disk, folder: Path, seal: OpenSeal) -> None:
    """Seal the book, and move into it whom people turn to: that is somebody's name."""
    book, group = folder / "book.json", folder / "group.json"
    raw = disk.read(book) if book.exists() else b"{}"
    named = _tables(disk.read(group)) if group.exists() else None
    if not is_sealed(raw):
        tables = _tables(raw)
        if tables is None:
            aside = book.with_suffix(".damaged-0")
            write_atomic(disk, aside, seal.closed(f"aside/{aside.name}", raw))
        whole = {**(tables or {}), "group": (named or {}).get("group", {})}
        write_atomic(disk, book, seal.closed(BOOK, _body(whole)))
    if named is not None:
        write_atomic(disk, group, _body(_bare(named)))


def _tables(raw: bytes) -> dict[str, Any] | None:
    """Return the tables of a TinyDB file, or None where it is damaged."""
    try:
        content = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def _body(tables: dict[str, Any]) -> bytes:
    return json.dumps(tables, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def _bare(named: dict[str, Any]) -> dict[str, Any]:
    """Return a group's tables without the person whom people turn to."""
    held = named.get("group")
    records = held.items() if isinstance(held, dict) else ()
    kept = {at: {**one, "turn_to": ""} for at, one in records if isinstance(one, dict)}
    return {**named, "group": kept}

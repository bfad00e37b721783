"""Names on the command line that can mean nothing: said before anything is opened (S15, S21)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from facilitator.wording import command_line as words

if TYPE_CHECKING:
    import argparse


def refused(given: argparse.Namespace) -> tuple[str, ...]:
    """Return what is wrong with the names that were given, in words; nothing when all is well.

    An empty name would mean the folder where one stands, or no person and so everybody: it
    is most often a variable of a script that was never set. Raises NoSuchFolder.
    """
    for option, value in vars(given).items():
        names = value if isinstance(value, list) else [value]
        if "" in names:
            return (words.EMPTY_NAME.format(option=option.replace("_", "-")), words.EMPTY_NAME_HOW)
        if any(isinstance(one, str) and "\0" in one for one in names):
            return (words.BAD_NAME.format(option=option.replace("_", "-")),)
    return _unknown_group(given)


def _unknown_group(given: argparse.Namespace) -> tuple[str, ...]:
    if given.group is None:
        return ()
    from facilitator.adapters.storage.book import DiskGroupBook  # noqa: PLC0415  only with --group
    from facilitator.adapters.storage.where import data_folder  # noqa: PLC0415
    from facilitator.files.disk import Disk  # noqa: PLC0415
    from facilitator.meetings.command_line import unknown_group  # noqa: PLC0415

    groups = DiskGroupBook(Disk(), data_folder(given.data, os.environ) / "groups").groups()
    return () if given.group in {one.id for one in groups} else unknown_group(given.group, groups)

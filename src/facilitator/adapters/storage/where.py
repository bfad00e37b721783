"""Where the data folder is, and which folder a name on the command line means."""

from collections.abc import Mapping
from pathlib import Path


class NoSuchFolder(Exception):  # noqa: N818  it is a word for the person
    """Nobody knows where this folder lies: its home folder, or where one stands, is not there.

    `name` is as it was given.
    """

    def __init__(self, name: str) -> None:
        """Keep the folder's name."""
        super().__init__(name)
        self.name = name


def folder_named(name: str) -> Path:
    """Return the whole path of a folder; ~ is the home folder. Raises NoSuchFolder."""
    try:
        return Path(name).expanduser().absolute()
    except (RuntimeError, OSError) as fault:  # no such home; the folder where we stand is gone
        raise NoSuchFolder(name) from fault


def data_folder(option: str | None, environment: Mapping[str, str]) -> Path:
    """Return the folder of --data, else FACILITATOR_DATA, else the platform's own place.

    Raises NoSuchFolder.
    """
    named = option or environment.get("FACILITATOR_DATA", "")
    if named:
        return folder_named(named)
    from platformdirs import user_data_path  # noqa: PLC0415  not needed when a folder is named

    path = user_data_path("facilitator", appauthor=False)
    # Without a home its name would be a folder of wherever the program was started.
    if not path.is_absolute():
        raise NoSuchFolder(str(path))
    return path

"""Where the data folder is."""

from collections.abc import Mapping
from pathlib import Path


def data_folder(option: str | None, environment: Mapping[str, str]) -> Path:
    """Return the folder of --data, else FACILITATOR_DATA, else the platform's own place."""
    named = option or environment.get("FACILITATOR_DATA", "")
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415  not needed when a folder is named

    return user_data_path("facilitator", appauthor=False)

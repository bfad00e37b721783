"""The numbers of the help card, from their file (S16)."""

from facilitator.domain.problems import Problem
from facilitator.domain.session import Resource
from facilitator.sessions.fields import Table
from facilitator.sessions.parse import LARGEST, bounded, read_toml, resources_of


def help_card(raw: bytes, file: str) -> tuple[Resource, ...]:
    """Return the resources of a help file that read without an error; none when it is no TOML.

    There are none either when it holds more than a session may.
    """
    if len(raw) > LARGEST:
        return ()
    text = raw.decode("utf-8-sig", "replace")
    read = read_toml(text, file)
    if isinstance(read, Problem):
        return ()
    problems = bounded(read, text, file)
    if problems.found:
        return ()
    return tuple(
        one for one in resources_of(Table(problems, read)) if one.label and (one.phone or one.url)
    )

"""A session from another group: both are kept, and its text stays as it is (C12, C13)."""

from dataclasses import replace
from functools import lru_cache

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.session import Session
from facilitator.engine.activities.registry import SPECS
from facilitator.sessions.arriving import arrival, names_inside
from facilitator.sessions.changes import SetTop
from facilitator.sessions.parse import parse
from facilitator.sessions.writing import written
from tests.scenario import SESSIONS, shipped

OURS = tuple(shipped(name) for name in ("first-meeting", "weekly-meeting", "hard-week"))


def read(source: str) -> Session:
    """Return the session of a text; it must have one."""
    session = parse(source, "theirs.toml", SPECS).session
    assert session is not None
    return session


@lru_cache(maxsize=1)
def theirs() -> Session:
    """Return a session of another group, with its own notes in it."""
    source = shipped("weekly-meeting").source
    noted = source.replace("minutes = 60", "minutes = 75 # we take our time", 1)
    return read("# Ours since spring.\n" + noted.replace('"first-meeting"', '"tea-hour"', 1))


def test_a_session_that_nobody_here_knows_comes_in_as_it_is() -> None:
    """C13: same id, same title, letter for letter."""
    text = theirs().source.replace('"weekly-meeting"', '"tea-hour-two"', 1)
    new = read(written(text, SetTop("title", "Tea hour")))
    found = arrival(new, OURS)
    assert (found.id, found.title, found.other) == ("tea-hour-two", "Tea hour", None)
    assert found.source == new.source
    assert found.differences == ()
    assert not found.is_renamed


def test_a_session_with_the_name_of_ours_gets_another_and_the_difference_is_told() -> None:
    """C13: both are kept; all but the two names stays, notes and lineage too."""
    found = arrival(theirs(), OURS)
    assert (found.id, found.title) == ("weekly-meeting-2", "Weekly meeting 2")
    assert found.other is OURS[1]
    assert found.differences == ("It takes 75 minutes in all, not 60.",)
    kept = read(found.source)
    assert replace(kept, source="") == replace(
        theirs(), id="weekly-meeting-2", title="Weekly meeting 2", source=""
    )
    old, new = theirs().source.split("\n"), found.source.split("\n")
    assert [one for one in zip(old, new, strict=True) if one[0] != one[1]] == [
        ('id = "weekly-meeting"', 'id = "weekly-meeting-2"'),
        ('title = "Weekly meeting"', 'title = "Weekly meeting 2"'),
    ]


def test_a_free_name_is_found_however_many_there_are() -> None:
    """C13: ids of files that could not be read are taken too; no name grows too long."""
    first = arrival(theirs(), OURS, taken={"weekly-meeting-2", "weekly-meeting-3"})
    assert first.id == "weekly-meeting-4"
    long = replace(theirs(), id="a" * 80, title="T" * 30)
    found = arrival(
        long, (*OURS, replace(long, minutes=20), replace(long, id="a" * 56, minutes=30))
    )
    assert found.id == "a" * 56 + "-2"
    assert found.title == "T" * 28 + " 2"


def test_a_session_that_says_the_same_is_known() -> None:
    """C13: what was exported here and comes back changes nothing."""
    found = arrival(replace(OURS[2], id="other", source="# theirs"), OURS)
    assert found.is_known
    assert found.other is OURS[2]


def test_a_relation_is_what_it_is_compared_with() -> None:
    """C12, C13: what it grew out of, or what grew out of it."""
    child = replace(theirs(), id="tea", title="Tea", derived_from="hard-week")
    assert arrival(child, OURS).other is OURS[2]
    parent = replace(OURS[0], id="x", derived_from="tea")
    assert arrival(replace(child, derived_from=""), (parent,)).other is parent


@given(
    key=st.sampled_from(("id", '"id"', "'id'")),
    old=st.sampled_from(
        ('"weekly-meeting"', "'weekly-meeting'", '"""weekly-meeting"""',
         '"""\nweekly-meeting"""', "'''weekly-\\\nmeeting'''", '"""weekly-\\\n   meeting"""')
    ),
    after=st.sampled_from(("", " # ours", "  ", '# "id" = 1')),
    ending=st.sampled_from(("\n", "\r\n")),
    new=st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True),
)  # fmt: skip
def test_a_name_is_changed_however_it_is_written(
    key: str, old: str, after: str, ending: str, new: str
) -> None:
    """C13: every way in which TOML writes words; nothing else of the file changes."""
    lines = (SESSIONS / "weekly-meeting.toml").read_text("utf-8").split("\n")
    at = lines.index('id = "weekly-meeting"')
    text = ending.join((*lines[:at], f"{key} = {old}{after}", *lines[at + 1 :]))
    changed = written(text, SetTop("id", new))
    session = read(changed)
    assert session.id == new
    assert replace(session, id="", source="") == replace(
        shipped("weekly-meeting"), id="", source=""
    )
    assert changed.endswith(ending.join(lines[at + 1 :]))
    assert changed.startswith(ending.join((*lines[:at], "")))


def test_a_note_behind_a_name_stays() -> None:
    """C12, C13: somebody wrote it there for whoever reads the file next."""
    assert written('id = "a" # ours\nx = 1', SetTop("id", "b")) == 'id = "b" # ours\nx = 1'


def test_a_title_may_hold_any_letter() -> None:
    """C13: quotes and backslashes are written as TOML wants them."""
    title = 'Tea \\ "cake" åß ☕'
    assert read(written(theirs().source, SetTop("title", title))).title == title


def test_names_are_found_as_words_of_their_own() -> None:
    """C13: a name in a session is seen before it leaves, and a part of a word is none."""
    text = 'title = "Ann\'s tea"\n# thanks to MO and the Rosebud\n'
    assert names_inside(text, ("Mo", "Ann", "Rose", "a", "Ann")) == ("Mo", "Ann")
    assert names_inside(text, ("ea", "(", "Zoë")) == ()

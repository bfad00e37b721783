"""Each change to a draft is on the disk at once; the last ones can be taken back (C12, A16)."""

from contextlib import suppress

from facilitator.domain.answers import Draft
from facilitator.domain.own_sessions import Lies
from facilitator.domain.prompt import Notice
from facilitator.domain.text import cleaned
from facilitator.engine.house import effects
from facilitator.engine.house.editor.unfinished import Line, as_text
from facilitator.engine.house.room import Room
from facilitator.meetings.surroundings import Surroundings
from facilitator.ports.storage import NotSaved
from facilitator.wording import editor as words

MOST = 100
"""Changes that are remembered, until the program ends."""


def save(around: Surroundings, lies: Lies, name: str, source: str) -> None:
    """Write one text of the group that is here; its folder is made first. Raises NotSaved."""
    if around.group not in around.groups:
        around.ports.book.add_group(around.group)
    around.ports.own.save(around.group.id, lies, name, source)


def keep_line(around: Surroundings, room: Room | None, draft: Draft) -> None:
    """Keep what is being typed in a room of the editor; a disk that cannot is no matter here."""
    place, name = getattr(room, "line_place", ""), getattr(room, "name", "")
    typed = cleaned(draft.typed)
    if place and typed and draft.is_writing:
        with suppress(NotSaved):
            save(around, Lies.LINES, name, as_text(Line(place, typed)))


def do(around: Surroundings, effect: effects.ChangeDraft | effects.UndoDraft) -> Notice | None:
    """Change a draft or take the last change back; return a word, if any. Raises NotSaved."""
    before = around.drafts_before.setdefault((around.group.id, effect.name), [])
    if isinstance(effect, effects.ChangeDraft):
        old = around.own_text(Lies.DRAFTS, effect.name)
        save(around, Lies.DRAFTS, effect.name, effect.source)
        if old is not None and old != effect.source:
            before.append((old, effect.what))
            del before[:-MOST]
        return None
    if not before:
        return Notice(words.NOT_UNDONE)
    source, what = before[-1]
    save(around, Lies.DRAFTS, effect.name, source)
    before.pop()
    return Notice(words.UNDONE.format(what=what))

"""Tip cards, and notes from somebody further along to somebody who is starting (C8, C15)."""

from typing import TYPE_CHECKING

from facilitator.domain.commands import Refusal
from facilitator.domain.events import GROUP, Keep
from facilitator.domain.kept import Note, Tip
from facilitator.domain.meeting import AnswerValue, Meeting, Participant
from facilitator.domain.prompt import Acknowledge, Choice, ChooseOne, WriteText
from facilitator.domain.session import Round, Step
from facilitator.domain.things import Things
from facilitator.engine.activities.settings import NoSettings, ReadySettings
from facilitator.engine.kind import Kind
from facilitator.engine.scene import Part, Scene, ready_lines
from facilitator.sessions.kinds import KindSpec

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITE, AGREE = "write", "agree"
OFFER, SHOWN = "offer", "note"


class WrittenForOthers(Kind):
    """Something written for others, kept only with a yes of its own. Parts: write, agree."""

    transient = frozenset({AGREE})
    holds_answers = False  # what is kept is in the book, and goes when it is taken back

    def __init__(self, name: str) -> None:
        """Make the kind of this name."""
        self.spec = KindSpec(name, ReadySettings, frozenset({Round.PAIRS, Round.EACH}))

    def first(self, scene: Scene) -> str | None:
        """Begin with the line."""
        return WRITE

    def following(self, scene: Scene, part: str) -> str | None:
        """Where something was written and may be kept, ask; a pass is no yes."""
        person = scene.person
        may_keep = scene.meeting.keep is not Keep.NOTHING and person is not None
        may_keep = may_keep and person is not None and not person.keeps_less
        return AGREE if part == WRITE and scene.words(WRITE) and may_keep else None

    def part(self, scene: Scene, part: str) -> Part:
        """Return the line to write, or what was written, read back before it is kept."""
        from facilitator.wording import activities, stories  # noqa: PLC0415  few starts (P1)

        asked, hint, ready, agree, agree_hint = {
            "tip": (stories.TIP, stories.TIP_HINT, stories.TIP_READY,
                    stories.TIP_AGREE, stories.TIP_AGREE_HINT),
            "note": (stories.NOTE, stories.NOTE_HINT, stories.NOTE_READY,
                     stories.NOTE_AGREE, stories.NOTE_AGREE_HINT),
        }[self.spec.name]  # fmt: skip
        if part == AGREE:
            rows = (Choice("no", stories.KEEP_NO), Choice("yes", stories.KEEP_YES))
            return Part(agree, ChooseOne(rows), self._read_back(scene), agree_hint)
        own = scene.settings(ReadySettings).ready
        typed = WriteText(ready_lines(own or ready), activities.OWN_WORDS, scene.words(WRITE))
        return Part(asked, typed, hint=hint)

    def _read_back(self, scene: Scene) -> tuple[str, ...]:
        return (scene.words(WRITE),)

    def stored(self, scene: Scene, part: str, value: AnswerValue) -> AnswerValue | Refusal | None:
        """A yes holds the mark of the words that it agrees to: other words need another yes."""
        if part == AGREE and value == "yes":
            return _yes(scene)
        return super().stored(scene, part, value)

    def _agreed(self, meeting: Meeting, step: Step) -> "Iterator[tuple[Participant, str, str]]":
        """Yield who said yes, the id of what they wrote, and its words."""
        for person in meeting.people:
            said = Scene(meeting, step, person.id)
            if said.words(WRITE) and said.words(AGREE) == _yes(said):
                yield person, f"{meeting.id}-{step.id}-{person.id}", said.words(WRITE)


def _yes(scene: Scene) -> str:
    from zlib import crc32  # noqa: PLC0415  as above

    return f"yes-{crc32(scene.words(WRITE).encode('utf-8', 'replace'))}"


class TipKind(WrittenForOthers):
    """What somebody learned the hard way; it is shown only with the line that says so."""

    def _read_back(self, scene: Scene) -> tuple[str, ...]:
        from facilitator.engine.tip_lines import card  # noqa: PLC0415  as above

        return card(scene.words(WRITE))

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """Every tip with a yes, under any answer to S6."""
        day = meeting.closed_at[:10]
        tips = (
            Tip(kept_id, meeting.known_by(person), person.name, day, said)
            for person, kept_id, said in self._agreed(meeting, step)
        )
        return Things(tips=tuple(tips))


class NoteKind(WrittenForOthers):
    """A note to somebody who is starting."""

    def keeps(self, meeting: Meeting, step: Step) -> Things:
        """Every note with a yes, under any answer to S6."""
        day = meeting.closed_at[:10]
        notes = (
            Note(kept_id, meeting.known_by(person), person.name, day, said)
            for person, kept_id, said in self._agreed(meeting, step)
        )
        return Things(notes=tuple(notes))


class WelcomeNote(Kind):
    """One note, drawn for whoever is here and not in the group's book. Parts: offer, note."""

    spec = KindSpec("welcome-note", NoSettings, frozenset({Round.TOGETHER, Round.EACH}))

    brings = frozenset({"notes"})
    holds_answers = False

    def first(self, scene: Scene) -> str | None:
        """Nobody is asked but newcomers, and only while there is a note with a live yes."""
        return OFFER if _drawn_for(scene) is not None else None

    def following(self, scene: Scene, part: str) -> str | None:
        """The note is shown to whoever would like it."""
        return SHOWN if part == OFFER and scene.said(OFFER) == "yes" else None

    def part(self, scene: Scene, part: str) -> Part:
        """Return the offer, or the note."""
        from facilitator.wording import stories  # noqa: PLC0415  as above

        note = _drawn_for(scene)
        if note is None:
            return Part(stories.WELCOME_NOTE_GONE, Acknowledge(stories.GO_ON))
        if part == SHOWN:
            return Part(stories.WELCOME_NOTE_HINT, Acknowledge(stories.GO_ON), (note.words,))
        rows = (Choice("no", stories.WELCOME_NOTE_NO), Choice("yes", stories.WELCOME_NOTE_YES))
        return Part(stories.WELCOME_NOTE, ChooseOne(rows), hint=stories.WELCOME_NOTE_HINT)


def newcomers(meeting: Meeting) -> tuple[str, ...]:
    """Return the ids of those present whom the group's book does not know."""
    return tuple(person.id for person in meeting.present if not person.member)


def _drawn_for(scene: Scene) -> Note | None:
    """Return the note for this newcomer; the order in which notes came along is the draw."""
    from facilitator.engine.activities.story_kept import today_of  # noqa: PLC0415  as above
    from facilitator.engine.consent import is_fresh  # noqa: PLC0415

    meeting, new = scene.meeting, newcomers(scene.meeting)
    today = today_of(meeting)
    if today is None or not new or scene.giver not in (GROUP, *new):
        return None
    notes = [note for note in meeting.brought.notes if is_fresh(note, today)]
    at = new.index(scene.giver) if scene.giver in new else 0
    return notes[at % len(notes)] if notes else None


TIP = TipKind("tip")
NOTE = NoteKind("note")

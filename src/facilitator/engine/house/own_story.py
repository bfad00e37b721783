"""What the rooms of one's own story share: the prompt, the story, and keeping it (C8, A12)."""

from dataclasses import replace

import msgspec

from facilitator.domain.kept import Story
from facilitator.domain.prompt import Input, Notice, Prompt, Tone
from facilitator.domain.things import Things
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import ChangeStories, KeepThings
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import story_rooms as words

OWN = "@own"
"""Stands for the teller where nobody has a turn, so that no voice reads unasked (A12)."""


def my_prompt(
    room_id: str,
    asked: str,
    shown: Input,
    body: tuple[str, ...] = (),
    *,
    hint: str = "",
    own: tuple[str, ...] = (),
) -> Prompt:
    """Return a prompt whose `own` lines no voice reads unasked (A12)."""
    made = house_prompt(room_id, words.TITLE, asked, shown, body=body, hint=hint)
    return replace(made, own_words=own, giver=OWN) if own else made


def story_in(around: Around, story_id: str) -> Story | None:
    """Return the story of this id, or None when it went."""
    return next((one for one in around.things.stories if one.id == story_id), None)


def text_of(story: Story) -> tuple[str, ...]:
    """Return a story's paragraphs."""
    return tuple(story.words.split("\n")) if story.words else ()


def kept(story: Story, word: str, *, files_stay: bool = True) -> Outcome:
    """Return the outcome of keeping a story as it is now, a version on.

    Where less may be shown than before, files that were written here go.
    """
    newer = Things(stories=(msgspec.structs.replace(story, version=story.version + 1),))
    effect = KeepThings(newer) if files_stay else ChangeStories(newer)
    return Outcome(leave=1, effects=(effect,), notice=Notice(word, Tone.SAVED))

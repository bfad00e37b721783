"""The draft of what the group chose for next time, where a meeting is set out (C11)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Prompt
from facilitator.engine.house.around import Around
from facilitator.engine.house.editor.bench import Bench
from facilitator.engine.house.editor.draft import sketch_of, title_of
from facilitator.engine.house.editor.saving import saving
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.house.setting_out import about_lines
from facilitator.wording import house as words


@dataclass(frozen=True, slots=True)
class OurDraft:
    """What is in it; it can be held as soon as it is said who made it."""

    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return its own words; to hold it comes first."""
        draft = sketch_of(around, self.name)
        choices = (
            Choice("hold", words.DRAFT_HOLD),
            Choice("change", words.DRAFT_CHANGE),
            Choice("back", words.SESSION_BACK),
        )
        asked = words.SESSION_DRAFT.format(title=title_of(draft))
        body = about_lines(draft, easy=around.ways.easy, is_draft=True)
        return house_prompt("our-draft", words.SESSIONS, asked, ChooseOne(choices), body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Save it, and then hold it; change it first; or see the others."""
        match value:
            case "hold":
                return saving(around, self.name)
            case "change":
                return Outcome(enter=(Bench(self.name),))
            case _:
                return Outcome(leave=1)

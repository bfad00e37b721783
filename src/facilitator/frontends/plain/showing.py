"""What stands on the last lines, and what is not yet given there (A15, A24). Pure."""

from dataclasses import dataclass
from typing import Self

from facilitator.domain.answers import Answer, ChosenSeveral, Draft, Typed
from facilitator.domain.numbers import number_from
from facilitator.domain.prompt import GiveNumber, Prompt, WriteText
from facilitator.domain.text import cleaned
from facilitator.frontends.plain import inputs

END_SHOWN = 30
"""Letters that show how far a text fits."""


@dataclass(slots=True)
class Showing:
    """A prompt, which page of its rows, what is marked, whether a line is open.

    `typed` was typed and not taken, `held` is another answer that was not taken:
    Enter alone hands it in again.
    """

    prompt: Prompt
    page: int = 0
    marked: tuple[str, ...] = ()
    is_writing: bool = False
    typed: str = ""
    held: Answer | None = None

    @classmethod
    def begun(cls, prompt: Prompt, draft: Draft) -> Self:
        """Return a prompt as it begins, its draft put back when it has one."""
        showing = cls(prompt, marked=inputs.marked_of(prompt.input))
        if draft.prompt_id == prompt.id:
            is_text = isinstance(prompt.input, WriteText)
            showing.typed, showing.marked = draft.typed, draft.marked or showing.marked
            # A line that is open beside its rows is nothing that somebody opened.
            was_opened = draft.is_writing and not showing.is_open
            showing.is_writing = is_text and (was_opened or bool(draft.typed))
        return showing

    @property
    def is_typed(self) -> bool:
        """Whether letters are letters here."""
        return self.is_writing or isinstance(self.prompt.input, GiveNumber)

    @property
    def is_open(self) -> bool:
        """Whether the line is open beside its rows: words are words, Enter is the first row."""
        asked = self.prompt.input
        return isinstance(asked, WriteText) and asked.is_open

    @property
    def is_hidden(self) -> bool:
        """Whether what is typed may not be shown."""
        return isinstance(self.prompt.input, WriteText) and self.prompt.input.hidden

    @property
    def draft(self) -> Draft:
        """What is here but not yet given; a hidden word is never kept."""
        typed = "" if self.is_hidden else self.typed
        marked = self.marked if self.marked != inputs.marked_of(self.prompt.input) else ()
        return Draft(self.prompt.id, typed, marked, self.is_writing)

    @property
    def is_too_long(self) -> bool:
        """Whether what was typed does not fit."""
        asked = self.prompt.input
        return isinstance(asked, WriteText) and len(cleaned(self.typed)) > asked.at_most

    @property
    def fits(self) -> str:
        """As many whole words of what was typed as there is room for."""
        asked, words = self.prompt.input, cleaned(self.typed)
        if not isinstance(asked, WriteText) or len(words) <= asked.at_most:
            return self.typed
        kept = words[: asked.at_most]
        if words[asked.at_most] != " " and " " in kept:
            kept = kept.rsplit(" ", 1)[0]
        return kept.rstrip()

    @property
    def fits_to(self) -> str:
        """The last words that there is room for."""
        end = self.fits[-END_SHOWN:]
        return end.split(" ", 1)[-1] if len(self.fits) > END_SHOWN else end

    def enter_alone(self) -> Answer | None:
        """Return what Enter alone hands in: what was refused, or what was said before."""
        if not (self.is_typed or self.is_open):
            return self.held
        if self.typed:
            return Typed(self.fits)
        return Typed(self.said_before) if self.said_before else self.held

    @property
    def said_before(self) -> str:
        """Own words or a number that were given here before, if they may be shown."""
        asked = self.prompt.input
        if isinstance(asked, GiveNumber):
            return asked.given
        if not isinstance(asked, WriteText) or asked.hidden:
            return ""
        return "" if asked.given in [one.label for one in asked.ready] else asked.given

    def refused(self, answer: Answer) -> None:
        """Keep what was not taken, so that nothing has to be typed twice (A15)."""
        asked = self.prompt.input
        match answer:
            case Typed(text):
                self.is_writing = isinstance(asked, WriteText)
                is_worth_it = bool(cleaned(text))
                if isinstance(asked, GiveNumber):
                    is_worth_it = number_from(text, asked.low, asked.high) is not None
                self.typed = text if is_worth_it else ""
            case ChosenSeveral(ids):
                self.marked = ids
            case _:
                self.held = answer

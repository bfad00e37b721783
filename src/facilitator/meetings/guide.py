"""What a front end sees of the whole program: one prompt at a time, and a place to answer."""

from collections.abc import Callable
from typing import Protocol

from facilitator.domain.answers import Answer, Draft
from facilitator.domain.keys import KeyCommand, SpeechKey
from facilitator.domain.prompt import Prompt
from facilitator.domain.records import FrontEnd, Ways


class Guide(Protocol):
    """The whole program as a front end sees it. MeetingRunner is the one real guide."""

    @property
    def prompt(self) -> Prompt:
        """What to show now. Changes only in give(), press(), speak() and look_for_news()."""

    @property
    def ways(self) -> Ways:
        """Theme and the like, as they are now; may change with each answer."""

    @property
    def cover_after(self) -> int:
        """Minutes without a key after which to press COVER; 0 is never (S12, M6).

        Only the full screen does: lines that were written cannot be hidden.
        """

    @property
    def is_over(self) -> bool:
        """Whether the program should end: the front end then returns."""

    @property
    def switch_to(self) -> FrontEnd | None:
        """The other front end, when it was asked for: this one then returns (A24)."""

    @property
    def draft(self) -> Draft:
        """What the other front end left on the prompt; shown when prompt ids agree (A24)."""

    def give(self, answer: Answer) -> bool:
        """Hand in an answer to the prompt; return whether it was taken.

        If not, `prompt` has the same id and its notice says why (A15): the front
        end keeps what was typed, selected.
        """

    def press(self, command: KeyCommand) -> bool:
        """Do one of the commands; return whether it did something.

        AGAIN is shown by the front end itself: the prompt from its first page.
        """

    def one_key(self) -> bool:
        """Ask whether one key shall do everything; return whether that is asked now (A3).

        Where it does already, ask whether it shall stop: from anywhere. Else only the first
        screen asks.
        """

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is on the prompt, so that the other front end can go on with it.

        The full screen also calls it after each word that is typed where it can be seen.
        """

    def touched(self) -> None:
        """Say that a key was pressed or something clicked: the voice is silent at once (A9)."""

    def looked_at(self, label: str) -> None:
        """Say which row has the focus now, as it stands on the screen."""

    def explained(self, how: str) -> None:
        """Say how something is done that just opened, such as a line; in a private turn too."""

    def marked(self, label: str, *, is_marked: bool) -> None:
        """Say that a row was chosen, or is no longer; its label as it stands on the screen."""

    def wrote(self, typed: str) -> None:
        """Say which word was just typed; "" when the line was emptied."""

    def speak(self, key: SpeechKey) -> bool:
        """Do what is asked of the voice; return whether it did something (A9)."""

    def when_news(self, told: Callable[[], None]) -> None:
        """Call this, perhaps from another thread, when there is news of the voice (A11)."""

    def look_for_news(self) -> None:
        """Put the news beside the prompt, as its notice."""

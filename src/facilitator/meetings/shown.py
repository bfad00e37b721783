"""What a front end reads of a guide: the prompt, the ways, the draft, whether it is over."""

from facilitator.domain.answers import Draft
from facilitator.domain.meeting import Meeting
from facilitator.domain.prompt import Prompt
from facilitator.domain.records import FrontEnd, Ways
from facilitator.meetings.desk import Desk
from facilitator.meetings.surroundings import Surroundings
from facilitator.meetings.voiced import Voiced


class Shown(Voiced):
    """The part of a guide that can be read; it changes nothing but the draft."""

    def __init__(self, around: Surroundings) -> None:
        """Show what lies on a desk in these surroundings."""
        super().__init__(around)
        self._desk = Desk(around, self._voice)
        self._draft = Draft()

    @property
    def prompt(self) -> Prompt:
        """What to show now."""
        return self._prompt

    @property
    def ways(self) -> Ways:
        """Theme and the like."""
        return self._around.ways

    @property
    def cover_after(self) -> int:
        """Minutes without a key after which the screen is covered; 0 is never (S12)."""
        return self._around.group.cover_after

    @property
    def is_over(self) -> bool:
        """Whether the program should end."""
        return self._desk.is_over

    @property
    def is_kiosk(self) -> bool:
        """Whether this machine is only for Facilitator: no key ends the program (S13)."""
        return self._around.is_kiosk

    @property
    def switch_to(self) -> FrontEnd | None:
        """The other front end, when it was asked for."""
        return self._desk.switch_to

    @property
    def draft(self) -> Draft:
        """What is on the prompt, not yet given."""
        return self._draft

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is open now."""
        return self._around.meeting

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is on the prompt."""
        self._draft = draft

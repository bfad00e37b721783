"""Our agreement between meetings: a line more, a line less, each a new version (C1)."""

from dataclasses import dataclass, replace

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone, WriteText
from facilitator.domain.records import Agreement
from facilitator.engine.fitting import fitted
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import SaveAgreement
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.wording import activities, ours
from facilitator.wording import our_agreement as words

MOST_LETTERS = 80


@dataclass(frozen=True, slots=True)
class OurAgreement:
    """The lines that stand. `before` is the agreement before the last change made here."""

    before: Agreement | None = None

    def prompt(self, around: Around) -> Prompt:
        """Return the lines, and what can be done with them; the first row goes back."""
        lines = _lines(around.agreement)
        choices = [
            Choice("back", ours.BACK_HERE),
            Choice("asks", words.ADD_ASK),
            Choice("gives", words.ADD_GIVE),
        ]
        if lines:
            choices.append(Choice("out", words.TAKE_OUT))
        if self.before is not None:
            choices.append(Choice("undo", words.UNDO))
        body = tuple(label for _, _, label in lines) or (words.NONE,)
        shown = ChooseOne(tuple(choices))
        return house_prompt(
            "our-agreement", ours.TITLE, words.ASKED, shown, body=body, hint=words.HINT
        )

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Ask for the line, or take the last change back (A16)."""
        match value:
            case "asks" | "gives":
                return Outcome(enter=(AddAgreed(is_ask=value == "asks"),))
            case "out":
                return Outcome(enter=(TakeAgreedOut(),))
            case "undo" if self.before is not None:
                return _changed(around, self.before, words.UNDONE, leave=1, is_undo=True)
            case _:
                return Outcome(leave=1)


@dataclass(frozen=True, slots=True)
class AddAgreed:
    """One line more, of what we ask or of what we give."""

    is_ask: bool

    def prompt(self, around: Around) -> Prompt:
        """Return the line to write; the first row adds nothing."""
        asked = activities.ASKS_MORE if self.is_ask else activities.GIVES_MORE
        ready = (Choice("none", activities.LINES_DONE),)
        shown = WriteText(ready, activities.GROUP_WORDS, at_most=MOST_LETTERS)
        return house_prompt("agreed-line", ours.TITLE, asked, shown, hint=words.ADD_HINT)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Add it, unless it stands already."""
        line, stands = str(value), around.agreement
        if line == activities.LINES_DONE:
            return Outcome(leave=1)
        if line in (stands.asks if self.is_ask else stands.gives):
            return Outcome(leave=1, notice=Notice(words.THERE_ALREADY))
        if self.is_ask:
            changed = replace(stands, asks=(*stands.asks, line))
        else:
            changed = replace(stands, gives=(*stands.gives, line))
        return _changed(around, changed, words.ADDED)


@dataclass(frozen=True, slots=True)
class TakeAgreedOut:
    """One line less."""

    def prompt(self, around: Around) -> Prompt:
        """Return the lines; the first row takes none out."""
        choices = [Choice("none", words.NONE_OUT)]
        lines = _lines(around.agreement)
        choices += [Choice(line_id, fitted(label)) for line_id, _, label in lines]
        shown = ChooseOne(tuple(choices))
        return house_prompt("agreed-out", ours.TITLE, words.OUT_ASKED, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Take it out; it can be taken back where we came from."""
        stands = around.agreement
        found = next((line for line_id, line, _ in _lines(stands) if line_id == value), None)
        if found is None:
            return Outcome(leave=1)
        if str(value).startswith("ask-"):
            changed = replace(stands, asks=tuple(one for one in stands.asks if one != found))
        else:
            changed = replace(stands, gives=tuple(one for one in stands.gives if one != found))
        return _changed(around, changed, words.OUT)


def _changed(
    around: Around, agreement: Agreement, said: str, *, leave: int = 2, is_undo: bool = False
) -> Outcome:
    """Keep it as a new version, and show it with the way back."""
    stands = around.agreement
    made_on = around.today.isoformat()
    changed = replace(agreement, version=stands.version + 1, made_on=made_on)
    return Outcome(
        leave=leave,
        enter=(OurAgreement(None if is_undo else stands),),
        effects=(SaveAgreement(changed),),
        notice=Notice(said, Tone.SAVED),
    )


def _lines(agreement: Agreement) -> tuple[tuple[str, str, str], ...]:
    """Return each line: its id here, its words, and how it reads."""
    asks = enumerate(agreement.asks)
    gives = enumerate(agreement.gives)
    return (
        *((f"ask-{at}", one, activities.WE_ASK.format(line=one)) for at, one in asks),
        *((f"give-{at}", one, activities.WE_GIVE.format(line=one)) for at, one in gives),
    )

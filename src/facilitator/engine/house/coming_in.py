"""A session comes in from a USB stick: looked at first, kept beside ours, never half (C13)."""

from dataclasses import dataclass

from facilitator.domain.meeting import AnswerValue
from facilitator.domain.own_sessions import Lies
from facilitator.domain.problems import Problem, Severity
from facilitator.domain.prompt import Choice, ChooseOne, Notice, Prompt, Tone
from facilitator.domain.sticks import Trouble
from facilitator.engine.fitting import fitted
from facilitator.engine.house.around import Around
from facilitator.engine.house.effects import SaveOwn
from facilitator.engine.house.room import Outcome, house_prompt
from facilitator.engine.house.setting_out import about_lines
from facilitator.engine.house.sticks import TypeFolder, where_prompt, where_taken
from facilitator.sessions.arriving import Arrival, Coming
from facilitator.sessions.changes import CannotWrite
from facilitator.wording import spreading as words

MOST_PROBLEMS = 20
FILE = "file:"


@dataclass(frozen=True, slots=True)
class WhereIn:
    """Where the session is."""

    def prompt(self, around: Around) -> Prompt:
        """Return what is plugged in."""
        return where_prompt(around, "where-in", words.WHERE_IN)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Look at what is there, or ask for a folder."""
        return where_taken(value, TypeFolder(_typed), _chosen)


def _chosen(folder: str) -> Outcome:
    return Outcome(enter=(WhichFile(folder),))


def _typed(folder: str) -> Outcome:
    return Outcome(leave=1, enter=(WhichFile(folder),))


@dataclass(frozen=True, slots=True)
class WhichFile:
    """The sessions that are there."""

    folder: str

    def prompt(self, around: Around) -> Prompt:
        """Return them by the names of their files; where there is none, why."""
        found = around.stick_files(self.folder)
        if isinstance(found, Trouble) or not found:
            body = (words.IN_TROUBLE[found] if isinstance(found, Trouble) else words.NO_FILES,)
            again = (Choice("again", words.LOOK_AGAIN), Choice("back", words.GO_BACK))
            shown = ChooseOne(again)
            return house_prompt("which-file", words.STICK, words.WHICH_FILE, shown, body=body)
        rows = (Choice(f"{FILE}{name}", fitted(name.rpartition(".")[0])) for name in found)
        shown = ChooseOne((*rows, Choice("back", words.GO_BACK)))
        return house_prompt("which-file", words.STICK, words.WHICH_FILE, shown)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Show what it is, before anything is kept."""
        chosen = str(value)
        if chosen.startswith(FILE):
            return Outcome(enter=(Arrives(self.folder, chosen.removeprefix(FILE)),))
        return Outcome(leave=1 if chosen == "back" else 0)


@dataclass(frozen=True, slots=True)
class Arrives:
    """One session that could come in: what it is, what is different, what is wrong with it."""

    folder: str
    name: str

    def prompt(self, around: Around) -> Prompt:
        """Return all of it; nothing is kept yet."""
        found = around.coming(self.folder, self.name)
        if isinstance(found, Arrival) and not found.is_known:
            asked = words.IN_ASKED.format(title=found.session.title)
            shown = ChooseOne((Choice("yes", words.IN_YES), Choice("no", words.IN_NO)))
            body = arrival_lines(found, easy=around.ways.easy)
            return house_prompt("arrives", words.STICK, asked, shown, body=body)
        back = ChooseOne((Choice("no", words.IN_OTHERS),))
        if isinstance(found, Arrival):
            asked = words.IN_KNOWN.format(title=found.title)
            body = (words.IN_UNCHANGED,)
            return house_prompt("arrives", words.STICK, asked, back, body=body)
        body = fault_lines(found)
        return house_prompt("arrives", words.STICK, words.IN_NOT, back, body=body)

    def take(self, around: Around, value: AnswerValue) -> Outcome:
        """Keep it, read once more as it lies there now; or leave it."""
        found = around.coming(self.folder, self.name)
        if value != "yes" or not isinstance(found, Arrival) or found.is_known:
            # It changed, or is out, since it was shown: then this room says so.
            return Outcome(leave=1 if value == "no" else 0)
        try:
            save = SaveOwn(Lies.SESSIONS, found.id, found.source)
        except CannotWrite:
            return Outcome(notice=Notice(words.IN_NOT, Tone.CARE), refused=True)
        done = Notice(words.IN_DONE.format(title=found.title), Tone.SAVED)
        return Outcome(leave=3, effects=(save,), notice=done)


def arrival_lines(found: Arrival, *, easy: bool) -> tuple[str, ...]:
    """Return what a session is that could come in, and what is different from ours."""
    beside = (words.IN_BESIDE.format(title=found.title),) if found.is_renamed else ()
    next_to = (words.IN_NEXT_TO.format(title=found.other.title),) if found.other else ()
    about = about_lines(found.session, easy=easy)
    return (about[0], *beside, *next_to, *found.differences, *about[1:])


def fault_lines(found: "Coming | Trouble") -> tuple[str, ...]:
    """Return why a session cannot come in: every problem, and that nothing was changed."""
    if isinstance(found, Trouble):
        return (words.IN_TROUBLE[found], words.IN_UNCHANGED)
    problems = found if isinstance(found, tuple) else ()
    wrong = [one for one in problems if one.severity is Severity.ERROR]
    lines = [_line(one) for one in wrong[:MOST_PROBLEMS]]
    if len(wrong) > MOST_PROBLEMS:
        more = sum(one.stands_for for one in wrong[MOST_PROBLEMS:])
        lines.append(words.IN_MORE.format(number=more))
    return (*dict.fromkeys((*lines, words.IN_UNCHANGED)),)


def _line(problem: Problem) -> str:
    said = f"{problem.sentence} {problem.suggestion}".strip()
    if not problem.line:
        return said
    key = f"{problem.key}: " if problem.key else ""
    return words.IN_LINE.format(line=problem.line, sentence=f"{key}{said}")

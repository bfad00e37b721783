"""Reading one table of a session file field by field, so that all problems come at once (S15)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from facilitator.domain.problems import Problem, Severity
from facilitator.domain.text import cleaned
from facilitator.sessions.bounds import MOST_PROBLEMS
from facilitator.wording import session_problems as words

LONGEST_WORD = 60
"""Letters: nothing that is known here has as many."""


@dataclass(slots=True)
class Problems:
    """Collects problems of one file; `lines` says on which line a dotted path stands.

    Only the first of them are held, as many errors and as much advice as anybody reads at
    once; the rest is counted (S15).
    """

    file: str
    lines: Mapping[str, int]
    found: list[Problem] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)  # "steps.0" -> "steps.check-in"
    counts: dict[Severity, int] = field(default_factory=dict)

    @property
    def is_full(self) -> bool:
        """Whether no further error is told one by one."""
        return self.counts.get(Severity.ERROR, 0) >= MOST_PROBLEMS

    @property
    def told(self) -> tuple[Problem, ...]:
        """The problems that are held, and how many more there are."""
        sentences = {Severity.ERROR: words.AND_MORE, Severity.ADVICE: words.AND_MORE_ADVICE}
        counted = (
            Problem(self.file, 0, "", sentences[one].format(count=more), "", one, more)
            for one, count in self.counts.items()
            if (more := count - MOST_PROBLEMS) > 0
        )
        return (*self.found, *counted)

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """Return "Did you mean ...?" where that is still told: the search is costly."""
        return "" if self.is_full else nearest(word, known)

    def add(
        self,
        path: str,
        sentence: str,
        suggestion: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Add one problem at a dotted path, on its line or the nearest line above it.

        What no terminal can show, taken from the file, is a question mark in the sentence.
        """
        self.counts[severity] = self.counts.get(severity, 0) + 1
        if self.counts[severity] > MOST_PROBLEMS:
            return
        sentence = "".join(one if one.isprintable() else "?" for one in sentence)
        key = self._named(path)
        self.found.append(Problem(self.file, self._line(path), key, sentence, suggestion, severity))

    def advise(self, path: str, sentence: str, suggestion: str = "") -> None:
        """Add advice: the file can still be used."""
        self.add(path, sentence, suggestion, Severity.ADVICE)

    def _named(self, path: str) -> str:
        numbered = path
        while numbered and numbered not in self.names:
            numbered = numbered.rpartition(".")[0]
        return self.names.get(numbered, "") + path[len(numbered) :]

    def _line(self, path: str) -> int:
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return self.lines.get(path, 1)  # what is missing at the top is missing in line 1


def nearest(word: str, known: Iterable[str]) -> str:
    """Return "Did you mean ...?" for the nearest known word, or ""."""
    if len(word) > LONGEST_WORD:
        return ""
    close = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return words.NEAREST.format(word=close[0]) if close else ""


@dataclass(slots=True)
class Table:
    """One table, and where it stands. Every reader returns something usable, and notes problems."""

    problems: Problems
    content: Mapping[str, object]
    path: str = ""
    used: set[str] = field(default_factory=set)

    def at(self, key: str) -> str:
        """Return the dotted path of a key here."""
        return f"{self.path}.{key}" if self.path else key

    def text(self, key: str, *, most: int = 0, needed: bool = True) -> str:
        """Read words, cleaned; `most` is the room in letters, 0 for any."""
        value = self._get(key, str, "str", needed=needed)
        if not isinstance(value, str):
            return ""
        said = cleaned(value)
        if needed and not said:
            self.problems.add(self.at(key), words.EMPTY)
        if most and len(said) > most:
            self.problems.add(self.at(key), words.TOO_LONG.format(now=len(said), most=most))
        return said

    def whole(self, key: str, default: int | None = None) -> int:
        """Read a whole number, 0 or more; `default` when it may be missing."""
        value = self._get(key, int, "int", needed=default is None)
        number = value if isinstance(value, int) else (default or 0)
        if number < 0:
            self.problems.add(self.at(key), words.NOT_NEGATIVE)
        return number

    def number(self, key: str) -> float:
        """Read a number, 0 or more."""
        value = self._get(key, (int, float), "float", needed=True)
        number = float(value) if isinstance(value, int | float) else 0.0
        if not 0 <= number < 1e6:  # noqa: PLR2004  also refuses nan and inf
            self.problems.add(self.at(key), words.NOT_NEGATIVE)
            return 0.0
        return number

    def day(self, key: str) -> date:
        """Read a date."""
        value = self._get(key, date, "date", needed=True)
        if type(value) is date:
            return value
        if value is not None:
            self.problems.add(self.at(key), words.MUST_BE.format(kind=words.KINDS["date"]))
        return date(1970, 1, 1)

    def texts(self, key: str, *, most: int = 0) -> tuple[str, ...]:
        """Read a list of words; missing is an empty list."""
        value = self._get(key, list, "list", needed=False)
        if not isinstance(value, list):
            return ()
        lines = []
        for one in value:
            if not isinstance(one, str):
                self.problems.add(self.at(key), words.MUST_BE.format(kind=words.KINDS["str"]))
            elif most and len(cleaned(one)) > most:
                said = words.TOO_LONG.format(now=len(cleaned(one)), most=most)
                self.problems.add(self.at(key), said, cleaned(one))
            else:
                lines.append(cleaned(one))
        return tuple(lines)

    def table(self, key: str, *, needed: bool = False) -> "Table":
        """Read a table inside this one; missing is an empty table."""
        value = self._get(key, dict, "dict", needed=needed)
        return Table(self.problems, value if isinstance(value, dict) else {}, self.at(key))

    def tables(self, key: str) -> tuple["Table", ...]:
        """Read a list of tables; missing is an empty list."""
        value = self._get(key, list, "list", needed=False)
        if not isinstance(value, list):
            return ()
        if not all(isinstance(one, dict) for one in value):
            self.problems.add(self.at(key), words.MUST_BE.format(kind=words.KINDS["dict"]))
        return tuple(
            Table(self.problems, one, f"{self.at(key)}.{number}")
            for number, one in enumerate(value)
            if isinstance(one, dict)
        )

    def done(self) -> None:
        """Note every key that was not read, with the nearest right one."""
        for key in self.content:
            if key not in self.used:
                self.problems.add(
                    self.at(key), words.UNKNOWN_KEY, self.problems.nearest(key, self.used)
                )

    def _get(self, key: str, kind: type | tuple[type, ...], name: str, *, needed: bool) -> object:
        self.used.add(key)
        value = self.content.get(key)
        if value is None:
            if needed:
                self.problems.add(self.at(key), words.MISSING)
            return None
        if not isinstance(value, kind) or (isinstance(value, bool)):
            self.problems.add(self.at(key), words.MUST_BE.format(kind=words.KINDS[name]))
            return None
        return value

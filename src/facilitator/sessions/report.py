"""How problems are printed for whoever wrote the file (S15)."""

from collections.abc import Iterable

from facilitator.domain.problems import Problem, Severity
from facilitator.wording.command_line import CHECK_ADVICE


def lines_of(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Return one line a problem: file and line, key, sentence, suggestion."""
    return tuple(_line(one) for one in problems)


def _line(problem: Problem) -> str:
    where = f"{problem.file}:{problem.line}" if problem.line else problem.file
    advice = f"{CHECK_ADVICE}: " if problem.severity is Severity.ADVICE else ""
    parts = (where, problem.key, f"{advice}{problem.sentence}", problem.suggestion)
    return "  ".join(part for part in parts if part)

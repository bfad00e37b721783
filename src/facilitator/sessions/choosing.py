"""What the settings of a choice must be: enough options, steps that are there and later (M16)."""

from facilitator.domain.session import Session
from facilitator.sessions.fields import Problems
from facilitator.wording import session_problems as words

OPTIONS = (2, 6)
"""So many fit one screen, with a row left."""

BRANCHES = (2, 4)


def check_choosing(problems: Problems, session: Session) -> None:
    """Add the problems of every step at which the group chooses."""
    ids = [step.id for step in session.steps]
    for number, step in enumerate(session.steps):
        path = f"steps.{number}.settings"
        _options(problems, f"{path}.options", getattr(step.settings, "options", ()))
        _dots(problems, f"{path}.dots", step.settings)
        if step.kind == "choose-next":
            branches = getattr(step.settings, "steps", ())
            _branches(problems, f"{path}.steps", branches, ids, ids[number + 1 :])


def _options(problems: Problems, path: str, options: tuple[str, ...]) -> None:
    least, most = OPTIONS
    if options and not least <= len(options) <= most:
        problems.add(path, words.OPTIONS.format(least=least, most=most, now=len(options)))
    folded = [one.casefold() for one in options]
    for at, one in enumerate(options):
        if folded[at] in folded[:at]:
            problems.add(path, words.OPTION_TWICE.format(option=one))
        if not one:
            problems.add(path, words.EMPTY)


def _dots(problems: Problems, path: str, settings: object) -> None:
    dots, options = getattr(settings, "dots", 0), getattr(settings, "options", ())
    if options and dots > len(options):
        problems.add(path, words.DOTS.format(dots=dots, options=len(options)))


def _branches(
    problems: Problems, path: str, branches: tuple[str, ...], ids: list[str], later: list[str]
) -> None:
    least, most = BRANCHES
    if not least <= len(branches) <= most:
        problems.add(path, words.BRANCHES.format(least=least, most=most, now=len(branches)))
    for at, one in enumerate(branches):
        if one not in ids:
            problems.add(path, words.NO_BRANCH.format(id=one), problems.nearest(one, later))
        elif one not in later:
            problems.add(path, words.BRANCH_BEFORE.format(id=one))
        if one in branches[:at]:
            problems.add(path, words.TWICE.format(id=one))

"""parse(text, file, kinds) -> a session, or all its problems. Never raises (S15)."""

import re
import tomllib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from facilitator.domain.problems import Problem, Severity
from facilitator.domain.session import Resource, Round, Session, Step, Words
from facilitator.sessions.advice import advise
from facilitator.sessions.banned import banned_in, strings_in
from facilitator.sessions.bounds import beyond, long_number
from facilitator.sessions.choosing import check_choosing
from facilitator.sessions.fields import Problems, Table
from facilitator.sessions.kinds import KindSpec
from facilitator.sessions.lines import key_lines
from facilitator.sessions.targets import LONGEST, address_fault, phone_fault
from facilitator.wording import roles
from facilitator.wording import session_problems as words

FORMAT = 1
LARGEST = 256 * 1024
MOST_DOTS = 100
"""On one line: a key of 20,000 dotted parts took 1.6 GB to read. Long texts go over lines."""

UTF_16 = (BOM_UTF16_LE, BOM_UTF16_BE)
"""How a text of two bytes a letter begins, low byte or high byte first."""

MARK = "\ufeff"
"""Some editors write this mark of the byte order before UTF-8, where it means nothing."""

TITLE, PROMPT, CHOICE = 30, 72, 34
"""Letters: the budget of a screen of 40 columns and 12 rows (A5)."""

_ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What came of a file: a session, or None when a problem is an error.

    `sketch` is what could be read of it all the same, for whoever mends it; None when it
    is no TOML, or of a newer format.
    """

    session: Session | None
    problems: tuple[Problem, ...]
    sketch: Session | None = None


def parse_bytes(raw: bytes, file: str, kinds: Mapping[str, KindSpec]) -> Parsed:
    """Parse the bytes of a file; refuses over 256 KB, and what is not UTF-8."""
    if len(raw) > LARGEST:
        return _one_problem(file, words.TOO_LARGE)
    if raw.startswith(UTF_16):
        return Parsed(None, (Problem(file, 1, "", words.NOT_UTF_8, words.NOT_UTF_8_HOW),))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        return _one_problem(file, words.NOT_TEXT, line=line)
    return parse(text, file, kinds)


def parse(text: str, file: str, kinds: Mapping[str, KindSpec]) -> Parsed:
    """Parse a session; `kinds` are the activity kinds that it may use."""
    text = text.removeprefix(MARK)
    if len(text) > LARGEST:
        return _one_problem(file, words.TOO_LARGE)
    read = read_toml(text, file)
    if isinstance(read, Problem):
        return Parsed(None, (read,))
    problems = bounded(read, text, file)
    if problems.found:
        return Parsed(None, problems.told)
    top = Table(problems, read)
    number = top.whole("format")
    if number > FORMAT:
        return _one_problem(file, words.NEWER.format(format=number), key="format")
    session = replace(_session(top, kinds), source=text)
    for name in banned_in("\n".join((text, *strings_in(read)))):
        problems.add(_where(text, name, problems.lines), words.BANNED.format(name=name))
    if any(one.severity is Severity.ERROR for one in problems.found):
        return Parsed(None, problems.told, session)
    advise(session, kinds, problems)
    return Parsed(session, problems.told, session)


def bounded(read: Mapping[str, object], text: str, file: str) -> Problems:
    """Return the problems of what is too much in a file: with one of them nothing else is read."""
    problems = Problems(file, key_lines(text))
    for path, sentence in beyond(read):
        problems.add(path, sentence)
    return problems


def read_toml(text: str, file: str) -> dict[str, object] | Problem:
    """Read TOML; a syntax error or nesting too deep is one problem."""
    if line := long_number(text):
        return Problem(file, line, "", words.LONG_NUMBER)
    if dotted := next((at for at, one in enumerate(text.split("\n"), 1) if _is_dotted(one)), 0):
        return Problem(file, dotted, "", words.TOO_DOTTED)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        detail = str(fault)
        found = _AT_LINE.search(detail)
        line = int(found[1]) if found and found[1] else text.count("\n") + 1
        plain = _AT_LINE.sub("", detail).strip().rstrip(".")
        sentence = words.SYNTAX.format(line=line, detail=plain)
        return Problem(file, line, "", sentence, words.SYNTAX_HOW)
    except RecursionError:
        return Problem(file, 0, "", words.TOO_DEEP)
    except (ValueError, OverflowError):
        return Problem(file, 0, "", words.CANNOT_BE)


def _is_dotted(line: str) -> bool:
    return line.count(".") > MOST_DOTS


def _one_problem(file: str, sentence: str, *, line: int = 0, key: str = "") -> Parsed:
    return Parsed(None, (Problem(file, line, key, sentence),))


def _where(text: str, name: str, lines: Mapping[str, int]) -> str:
    """The key on whose line a banned name stands, as far as the scan knows it."""
    if name not in text:
        return ""
    line = text[: text.find(name)].count("\n") + 1
    before = [(at, key) for key, at in lines.items() if at <= line]
    return max(before)[1] if before else ""


def _session(top: Table, kinds: Mapping[str, KindSpec]) -> Session:
    about = top.table("about", needed=True)
    resources = resources_of(top)
    steps = tuple(_step(one, kinds) for one in top.tables("steps"))
    if not steps:
        top.problems.add("steps", words.NO_STEPS)
    session = Session(
        id=_id(top),
        title=top.text("title", most=TITLE),
        minutes=top.whole("minutes"),
        about=Words(about.text("text"), about.text("easy", needed=False)),
        steps=steps,
        resources=resources,
        needs=top.texts("needs", most=CHOICE),
        language=top.text("language"),
        licence=top.text("licence"),
        made_by=top.texts("made-by"),
        lived_experience=top.whole("lived-experience", 0),
        derived_from=top.text("derived-from", needed=False),
    )
    about.done()
    top.done()
    _no_id_twice(top.problems, "steps", tuple(step.id for step in steps))
    _no_id_twice(top.problems, "resources", tuple(one.id for one in resources))
    _shown_exist(top.problems, session)
    _roles_exist(top.problems, session)
    check_choosing(top.problems, session)
    return session


def _id(table: Table) -> str:
    said = table.text("id")
    if said and not _ID.match(said):
        table.problems.add(table.at("id"), words.BAD_ID)
    return said


def _no_id_twice(problems: Problems, key: str, ids: tuple[str, ...]) -> None:
    for number, one in enumerate(ids):
        if one and one in ids[:number]:
            problems.add(f"{key}.{number}.id", words.TWICE.format(id=one))


def _shown_exist(problems: Problems, session: Session) -> None:
    known = [one.id for one in session.resources]
    for number, step in enumerate(session.steps):
        for one in getattr(step.settings, "show", ()):
            if one not in known:
                sentence = words.NO_RESOURCE.format(id=one)
                problems.add(
                    f"steps.{number}.settings.show", sentence, problems.nearest(one, known)
                )


def _roles_exist(problems: Problems, session: Session) -> None:
    for number, step in enumerate(session.steps):
        for one in getattr(step.settings, "roles", ()):
            if one not in roles.NAMES:
                sentence = words.NO_ROLE.format(id=one)
                problems.add(
                    f"steps.{number}.settings.roles", sentence, problems.nearest(one, roles.NAMES)
                )


def resources_of(top: Table) -> tuple[Resource, ...]:
    """Read the resources of a file, those of the help card too."""
    return tuple(_resource(one) for one in top.tables("resources"))


def _resource(table: Table) -> Resource:
    resource_id = _id(table)
    table.problems.names[table.path] = f"resources.{resource_id}" if resource_id else table.path
    phone = table.text("phone", needed=False)
    url = table.text("url", needed=False)
    if not phone and not url:
        table.problems.add(table.path, words.NO_CONTACT)
    if phone and phone_fault(phone):
        table.problems.add(table.at("phone"), phone_fault(phone))
    if url and address_fault(url):
        table.problems.add(table.at("url"), address_fault(url))
    if len(url.encode()) > LONGEST:
        said = words.URL_LONG.format(now=len(url.encode()), most=LONGEST)
        table.problems.advise(table.at("url"), said)
    resource = Resource(
        id=resource_id,
        label=table.text("label", most=TITLE),
        words=Words(table.text("text"), table.text("easy", needed=False)),
        checked_on=table.day("checked-on"),
        phone=phone,
        url=url,
        code=_code(table, phone, url),
    )
    table.done()
    return resource


def _code(table: Table, phone: str, url: str) -> str:
    code = table.text("code", needed=False) or ("url" if url else "phone")
    if code not in ("url", "phone"):
        table.problems.add(
            table.at("code"), words.CODE, table.problems.nearest(code, ("url", "phone"))
        )
    elif not {"url": url, "phone": phone}[code] and (phone or url):
        table.problems.add(table.at("code"), words.CODE_MISSING.format(code=code))
    return code


def _step(table: Table, kinds: Mapping[str, KindSpec]) -> Step:
    step_id = _id(table)
    table.problems.names[table.path] = f"steps.{step_id}" if step_id else table.path
    kind = table.text("kind")
    if kind and kind not in kinds:
        sentence = words.UNKNOWN_KIND.format(kind=kind)
        table.problems.add(table.at("kind"), sentence, table.problems.nearest(kind, kinds))
    size = table.whole("size", 2)
    if size not in (2, 3):
        table.problems.add(table.at("size"), words.SIZE)
    step = Step(
        id=step_id,
        title=table.text("title", most=TITLE),
        kind=kind,
        round=_round(table, kinds.get(kind)),
        minutes=table.number("minutes"),
        seconds_each=table.whole("seconds-each", 0),
        words=Words(table.text("text", most=PROMPT), table.text("easy", most=PROMPT)),
        settings=_settings(table.table("settings"), kinds.get(kind)),
        hint=Words(table.text("hint", needed=False), table.text("easy-hint", needed=False)),
        cue=table.text("cue", needed=False),
        size=size,
    )
    table.done()
    return step


def _round(table: Table, kind: KindSpec | None) -> Round:
    said = table.text("round")
    known = [one.value for one in Round]
    if said not in known:
        if said:
            sentence = words.UNKNOWN_ROUND.format(round=said)
            table.problems.add(table.at("round"), sentence, table.problems.nearest(said, known))
        return Round.TOGETHER
    if kind is not None and Round(said) not in kind.rounds:
        sentence = words.WRONG_ROUND.format(kind=kind.name, round=said)
        able = words.ROUNDS_ARE.format(rounds=", ".join(sorted(kind.rounds)))
        table.problems.add(table.at("round"), sentence, able)
    return Round(said)


def _settings(table: Table, kind: KindSpec | None) -> object:
    """Read the settings through the kind's own declaration, field by field."""
    if kind is None:
        return None
    known = {one.encode_name: one for one in msgspec.structs.fields(kind.settings)}
    values: dict[str, object] = {}
    for key in table.content:
        if key in known:
            values[key] = _setting(table, key, known[key].type)
    table.used |= set(known)
    table.done()
    try:
        return msgspec.convert(values, kind.settings)
    except msgspec.ValidationError as fault:
        table.problems.add(table.path, words.SETTINGS.format(detail=fault))
        return None


def _setting(table: Table, key: str, kind: object) -> object:
    """Read one setting: a number, one line, or rows to choose from."""
    if kind is int:
        return table.whole(key, 0)
    if kind is str:
        return table.text(key, most=PROMPT, needed=False)
    return table.texts(key, most=0 if "points" in key else CHOICE)

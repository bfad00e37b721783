"""The lists of the command line, as lines of words: sessions, meetings, checks, exports."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from facilitator.domain.person_names import called, can_be_seen, shown
from facilitator.domain.problems import Problem, Severity
from facilitator.domain.records import ClosedMeeting, Group, KeptAnswer
from facilitator.domain.session import Session
from facilitator.domain.speech import Trouble, VoiceReport
from facilitator.engine import slip
from facilitator.engine.activities.registry import SPECS
from facilitator.engine.house import days
from facilitator.engine.house.past import group_lines
from facilitator.engine.own_lines import of_closed, owners_in, with_kept
from facilitator.engine.own_shapes import body_as, safe_cell
from facilitator.engine.who_is_here import MOST_PEOPLE
from facilitator.meetings.forgetting import RecordPorts
from facilitator.ports.outside import Facts
from facilitator.ports.storage import MeetingStore
from facilitator.sessions.honest_time import time_table
from facilitator.sessions.parse import parse_bytes
from facilitator.sessions.report import lines_of
from facilitator.wording import command_line as words
from facilitator.wording import slip as slips
from facilitator.wording import speech

TEST_TARGET = "https://www.aliss.org"
PEOPLE = (4, 8, 12)
LOW_MEGABYTES = 20
LONGEST_NUMBER = 9
SMALLEST = (40, 12)


@dataclass(frozen=True, slots=True)
class Told:
    """Lines to print, and whether all is well."""

    lines: tuple[str, ...]
    is_fine: bool = True


def session_lines(sessions: Sequence[Session]) -> tuple[str, ...]:
    """Return one line a session."""
    row = words.SESSION_ROW
    lines = tuple(row.format(id=one.id, title=one.title, minutes=one.minutes) for one in sessions)
    return lines or (words.NO_SESSIONS,)


def problem_lines(problems: Sequence[Problem]) -> tuple[str, ...]:
    """Return one line a problem."""
    return lines_of(problems)


def unknown_session(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return that there is none of this name, and the nearest ones."""
    return (words.UNKNOWN_SESSION.format(name=name), *_nearest(name, known))


def unknown_group(name: str, known: Sequence[Group]) -> tuple[str, ...]:
    """Return that there is no group with this id, and the nearest ids (S21).

    Whoever gave the group's name gets its id.
    """
    named = tuple(one.id for one in known if one.name.casefold() == name.casefold())
    nearest = _nearest(name, named or tuple(one.id for one in known))
    return (words.UNKNOWN_GROUP.format(name=name), *nearest)


def _nearest(name: str, known: Sequence[str]) -> tuple[str, ...]:
    near = get_close_matches(name, known, n=3, cutoff=0.3) or list(known)
    return (words.NEAREST.format(names=", ".join(near)),) if near else ()


def people_of(given: str | None) -> int | str | None:
    """Return for how many people the time is to be added up; why not, as a sentence."""
    if given is None:
        return None
    number = int(given) if given.isdecimal() and len(given) <= LONGEST_NUMBER else 0
    if 1 <= number <= MOST_PEOPLE:
        return number
    return words.PEOPLE_RANGE.format(least=1, most=MOST_PEOPLE, given=given)


def no_file(name: str, *, is_there: bool) -> str:
    """Return why a file that was named gives no bytes: there is none, or it is no plain file."""
    return (words.NO_PLAIN_FILE if is_there else words.NO_FILE).format(name=name)


def check_lines(raw: bytes, file: str, people: int | None) -> tuple[tuple[str, ...], bool]:
    """Return every problem of a session file and its honest time, and whether it can be used."""
    parsed = parse_bytes(raw, file, SPECS)
    lines = list(lines_of(parsed.problems))
    if parsed.session is not None:
        if not parsed.problems:
            lines.append(words.CHECK_FINE.format(file=file))
        wanted = (people,) if people else PEOPLE
        have = parsed.session.minutes
        for number, minutes in time_table(parsed.session, wanted):
            lines.append(words.CHECK_TIME.format(people=number, minutes=minutes, have=have))
    is_fine = all(one.severity is not Severity.ERROR for one in parsed.problems)
    return tuple(lines), is_fine


def records(
    ports: RecordPorts,
    groups: Sequence[Group],
    command: str,
    *,
    meeting_id: str,
    shape: str,
    whose: Callable[[], str] | None,
    word: Callable[[], str],
) -> Told:
    """Return the lines of `meetings`, `export` and `slip`.

    `whose` asks for the name of whoever wants their words, None where nobody does; `word`
    for the own word of that person. Neither is an argument, so that no list of processes
    shows them (S10). Each is asked only where it is needed.
    """
    store = ports.store
    if command == "meetings":
        return Told(_meetings(store, groups) or (words.NO_MEETINGS,))
    found = closed_meeting(store, groups, meeting_id)
    if found is None:
        return unknown_meeting(meeting_id, is_person=whose is not None)
    if command == "slip":
        return slipped(ports, found, shape)
    if whose is None:
        return Told(exported(found, shape))
    return _own(ports, found, shape, whose, word)


def slipped(ports: RecordPorts, closed: ClosedMeeting, shape: str) -> Told:
    """Return the evening slip, as far as the group said yes to it on the screen (C16)."""
    if not closed.slip_agreed:
        return Told((slips.NOT_AGREED, slips.HOW_AGREED), is_fine=False)
    made = slip.slip_of(closed, (one.name for one in ports.book.members(closed.group_id)))
    made = slip.without_lines(made) if closed.slip_agreed == slip.NUMBERS else made
    return Told(tuple(slip.body_as(shape, made).rstrip("\n").split("\n")))


def _meetings(store: MeetingStore, groups: Sequence[Group]) -> tuple[str, ...]:
    lines: list[str] = []
    for group in groups:
        for one in store.unfinished(group.id):
            day = days.short(one.started_at)
            row = words.UNFINISHED_ROW
            lines.append(row.format(id=one.id, day=day, title=one.session_title))
        for row_ in store.rows(group.id):
            day, title = days.short(row_.closed_at), row_.session_title
            row = words.MEETING_ROW
            lines.append(row.format(id=row_.id, day=day, title=title, people=row_.people))
    return tuple(lines)


def closed_meeting(
    store: MeetingStore, groups: Sequence[Group], meeting_id: str
) -> ClosedMeeting | None:
    """Return the closed meeting of this id, in whichever of these groups it is."""
    for group in groups:
        found = store.read(group.id, meeting_id)
        if found is not None:
            return found
    return None


NOTHING_DELETED = Told((words.NOTHING_DELETED,), is_fine=False)


def unknown_meeting(meeting_id: str, *, is_person: bool) -> Told:
    """Return that there is no such meeting.

    Where a person is meant, it may be their name that was typed there: it is not repeated (S10).
    """
    if is_person:
        return Told((words.UNKNOWN_MEETING_THERE, words.PERSON_HOW), is_fine=False)
    return Told((words.UNKNOWN_MEETING.format(name=meeting_id),), is_fine=False)


def one_of(people: Iterable[str], typed: str) -> str | Told:
    """Return the name that is meant, as it is kept; or why it cannot be said which (S8, M9)."""
    name = shown(typed)
    if not can_be_seen(typed):
        return Told((words.NO_PERSON,), is_fine=False)
    found = called(typed, people)
    if not found:
        return Told((words.UNKNOWN_PERSON.format(name=name),), is_fine=False)
    return found[0] if len(found) == 1 else Told((words.SEVERAL_PEOPLE,), is_fine=False)


def _own(
    ports: RecordPorts,
    closed: ClosedMeeting,
    shape: str,
    whose: Callable[[], str],
    word: Callable[[], str],
) -> Told:
    """Return one person's words; the private ones only with the word that they set (C3)."""
    name = one_of(closed.people, whose())
    if isinstance(name, Told):
        return name
    own, book, group = of_closed(closed, name), ports.book, closed.group_id
    own = with_kept(own, book.things(group), owners_in(closed, own, book.members(group)))
    opened = own.opened_by(word()) if own.locks else frozenset()
    if own.locks and not opened:
        return Told((words.NOT_THE_WORD,), is_fine=False)
    body = body_as(shape, name, own.shown(opened))
    return Told(tuple(body.rstrip("\n").split("\n")))


def exported(closed: ClosedMeeting, shape: str) -> tuple[str, ...]:
    """Return what the group saw of a meeting, as text, JSON or CSV; no private word (C3)."""
    shown = replace(closed, answers=tuple(one for one in closed.answers if not one.private))
    if shape == "json":
        return tuple(json.dumps(_as_json(shown), ensure_ascii=False, indent=2).split("\n"))
    if shape == "csv":
        return _as_csv(shown)
    day = days.in_words(closed.closed_at)
    return (words.EXPORT_HEAD.format(title=closed.session_title, day=day), *group_lines(shown))


def _as_json(closed: ClosedMeeting) -> dict[str, object]:
    return {
        "session": closed.session_title,
        "started-at": closed.started_at,
        "closed-at": closed.closed_at,
        "people": len(closed.people),
        "we-ask": list(closed.asks),
        "we-give": list(closed.gives),
        "said": [
            {"step": one.step_title, "part": one.part, "who": one.giver, "words": one.value}
            for one in closed.answers
        ],
    }


def _as_csv(closed: ClosedMeeting) -> tuple[str, ...]:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((words.CSV_STEP, words.CSV_WHO, words.CSV_WORDS))
    for one in closed.answers:
        writer.writerow([safe_cell(cell) for cell in (one.step_title, one.giver, _value(one))])
    return tuple(out.getvalue().rstrip("\n").split("\n"))


def _value(answer: KeptAnswer) -> str:
    value = answer.value
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def doctor_lines(facts: Facts) -> tuple[str, ...]:
    """Return what works on this machine, one line each."""
    small = facts.columns < SMALLEST[0] or facts.rows < SMALLEST[1]
    size = words.DOCTOR_SMALL if small else words.DOCTOR_SIZE
    folder = words.DOCTOR_FOLDER if facts.is_writable else words.DOCTOR_FOLDER_CLOSED
    low = facts.free_megabytes < LOW_MEGABYTES
    space = words.DOCTOR_SPACE_LOW if low else words.DOCTOR_SPACE
    colours = words.DOCTOR_COLOURS.format(colours=facts.colours)
    keys = words.DOCTOR_KEYS.format(keys=words.DOCTOR_KEYS_RAW)
    return (
        words.DOCTOR_TERMINAL.format(name=facts.terminal)
        if facts.is_terminal
        else words.DOCTOR_NO_TERMINAL,
        size.format(columns=facts.columns, rows=facts.rows),
        colours if facts.colours else words.DOCTOR_NO_COLOURS,
        keys if facts.reads_keys else words.DOCTOR_KEYS_UNKNOWN,
        folder.format(folder=facts.folder),
        space.format(megabytes=facts.free_megabytes),
        words.DOCTOR_CLOCK.format(day=facts.day),
        words.DOCTOR_CODE.format(target=TEST_TARGET),
    )


def voice_lines(report: VoiceReport | None, platform: str) -> tuple[str, ...]:
    """Return what speaks and plays, and whether a test sentence was played to its end.

    Where something is missing, one line says what, and one says how to mend it (A11).
    `report` is None on a system on which nothing speaks yet.
    """
    if report is None:
        return (words.DOCTOR_NO_VOICE_YET,)
    player = words.DOCTOR_PLAYER.format(player=report.player)
    found = (
        words.DOCTOR_ENGINES.get(report.engine, words.DOCTOR_NO_ENGINE),
        player if report.player else words.DOCTOR_NO_PLAYER,
    )
    if report.trouble is Trouble.NONE:
        return (*found, words.DOCTOR_VOICE)
    missing = [report.trouble]
    if not report.engine and report.trouble is not Trouble.NO_ENGINE:
        missing.append(Trouble.NO_ENGINE)
    what = {**speech.TROUBLE, Trouble.NO_ENGINE: "", Trouble.STOPPED: words.DOCTOR_STOPPED}
    mend = {**speech.MEND, **(speech.MEND_MAC if platform == "darwin" else {})}
    told = (line for one in missing for line in (what[one], mend[one]) if line)
    return (*found, *told)

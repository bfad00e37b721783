"""Everything that was ever written opens for ever, and its samples are never edited (S5)."""

import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from facilitator.adapters.sealing.aes import AesCipher
from facilitator.adapters.storage.disk import DiskStore
from facilitator.adapters.storage.records import read_journal
from facilitator.domain.cards import SessionCard, StepCard
from facilitator.domain.events import (
    Brought,
    Carried,
    PersonJoined,
    RoleGiven,
    ShelfShown,
    StepBroughtBack,
    StepLeftOut,
    StepsReordered,
)
from facilitator.domain.kept import (
    Change,
    Duty,
    Exchange,
    Growth,
    Learnt,
    NextTime,
    Note,
    Offer,
    Story,
    Strength,
    Tally,
    Tip,
    Willing,
)
from facilitator.domain.records import (
    Agreement,
    ClosedMeeting,
    Group,
    KeptAnswer,
    Letters,
    Member,
    Run,
    Theme,
    Ways,
)
from facilitator.domain.things import KINDS_OF, SORTS, Things
from facilitator.engine.house.recovery import key_of
from tests.contracts.test_storage import closed, started

TESTS = Path(__file__).parents[2]
SUMS = TESTS / "samples.sha256"
"""One line for each stored sample. A new format adds samples and lines; no line ever changes."""

WAYS_1 = Ways(
    Theme.DAYLIGHT, easy=True, advise_time=True, group="g", speech=True, rate=140, volume=5,
    screen_reader=True, front_end="plain", accent="en-gb", scanning=True, dwell=30,
    keyboard=True, letters=Letters.OFTEN, strike=3, keys={"HELP": "h"}, type_size=2,
    extras={"later": "x"},
)  # fmt: skip
PLAN_1 = Carried("walk", "Friday", 8, {"who": "Bo"}, "salt$hash", "2026-11-24")

EVALUATED_1 = ClosedMeeting(
    "m3", "g", "weekly-meeting", "Weekly meeting",
    "2026-11-24T19:00:00+00:00", "2026-11-24T20:05:00+00:00", 0, ("Ann", "Bo"),
    (KeptAnswer("today", "Today", "", "keep-2", "the tea", kind="evaluation"),),
    run=Run(8, 1, 1, 2), slip_agreed="numbers", known_by={"Ann": "1", "Bo": "m3-p2"},
)  # fmt: skip

THINGS_2 = Things(
    (Strength("s1", "1", "Ann", "2026-11-24", "baking"),),
    (Duty("d1", "1", "Ann", "2026-11-24", "welcomer", "m1"),),
    (Willing("w1", "1", "Ann", "2026-11-24", "lead"),),
    (
        Offer("o1", "1", "Ann", "2026-11-24", "a lift on Fridays"),
        Offer("o2", "1", "Ann", "2026-11-24", "help with a form", is_need=True),
    ),
    (Exchange("e1", "1", "Ann", "2026-11-24", "2", "Bo", "a lift", 60),),
    (
        Story(
            "t1", "1", "Ann", "2026-11-24", "The bus", "I took the bus again.", 3, ("peers",),
            "I am proud", "scribed", 2, "2026-12-01", "2027-11-24", "2026-12-02", "salt$hash",
        ),
    ),
    (Note("n1", "1", "Ann", "2026-11-24", "It gets easier."),),
    (Tip("p1", "1", "Ann", "2026-11-24", "A list on the fridge."),),
    (
        Change(
            "c1", "", "", "2026-11-24", "a longer break", "2026-11-24", "ten minutes", "2026-12-01"
        ),
    ),
    (Learnt("l1", "", "", "2026-11-24", "Small steps count.", "A first meeting"),),
    (Growth("g1", "1", "Ann", "2026-11-24", "ask for help", "salt$hash"),),
    (Tally("y1", "", "", "2026-11-24", "check-in", "m1", {"Sunny": 2, "Rainy": 1}),),
    (NextTime("x1", "", "", "2026-11-24", "weekly-meeting", ("goal",), "A weekly meeting"),),
)  # fmt: skip


def samples() -> list[Path]:
    """Return every stored sample."""
    return sorted(
        one for kind in ("journals", "kept") for one in (TESTS / kind).rglob("*") if one.is_file()
    )


def test_no_stored_sample_was_ever_edited() -> None:
    """S5: each has the sum that it had when it was stored, and each has a sum."""
    wanted = dict(line.split("  ")[::-1] for line in SUMS.read_text("utf-8").splitlines())
    found = {str(one.relative_to(TESTS)): sha256(one.read_bytes()).hexdigest() for one in samples()}
    assert found == wanted


def test_a_data_folder_of_the_first_format_opens(tmp_path: Path) -> None:
    """S5: group, book, plan, agreement, settings, index and a closed meeting."""
    shutil.copytree(TESTS / "kept/v1", tmp_path, dirs_exist_ok=True)
    store = DiskStore.open(tmp_path)
    assert store.book.groups() == (Group("g", "Tuesday group", "Morag"),)
    assert store.book.members("g") == (Member("1", "Ann", PLAN_1, WAYS_1), Member("2", "Bo"))
    assert store.book.agreement("g") == Agreement(("b",), ("c",), 2, "2026-11-25")
    assert store.settings.read() == WAYS_1
    assert store.meetings.read("g", "m1") == closed()
    assert [(row.id, row.people, row.answers) for row in store.meetings.rows("g")] == [("m1", 2, 4)]
    store.close()
    assert (tmp_path / "groups/g/index.jsonl").read_bytes() == (
        TESTS / "kept/v1/groups/g/index.jsonl"
    ).read_bytes()


def test_a_sealed_folder_of_the_first_format_opens(tmp_path: Path) -> None:
    """S5, S9: by its passphrase and by its recovery words; book, closed file, journal and head."""
    words = (
        "boat copper lemon island violin bonnet lorry barn"
        " lion planet quilt cabin basket pepper wolf mouse"
    )
    recovery = key_of(words)
    assert recovery is not None
    shutil.copytree(TESTS / "kept/sealed-v1", tmp_path, dirs_exist_ok=True)
    store = DiskStore.open(tmp_path, cipher=AesCipher)
    for is_forgotten in (False, True):
        if is_forgotten:
            store.seals.open_by_recovery("g", recovery)
        else:
            store.seals.open("g", "four small birds sing")
        assert store.book.groups() == (Group("g", "Tuesday group", "Morag"),)
        assert store.book.members("g") == (Member("1", "Ann", Carried("walk", "Friday", 8)),)
        assert store.book.agreement("g") == Agreement(("we listen",), (), 1, "2026-11-24")
        assert store.meetings.read("g", "m1") == closed()
        journal, happened, is_damaged = store.meetings.resume("g", "m2")
        journal.close()
        assert (happened[0], len(happened), is_damaged) == (started(), 5, False)
        store.seals.shut("g")
    store.close()


def test_a_book_with_things_of_every_sort_opens(tmp_path: Path) -> None:
    """S5: what a group keeps beside members and agreement, in the book and in a journal."""
    assert {type(one) for one in THINGS_2} == set(KINDS_OF.values())
    shutil.copytree(TESTS / "kept/v2", tmp_path, dirs_exist_ok=True)
    store = DiskStore.open(tmp_path)
    assert store.book.things("g") == THINGS_2
    store.close()
    stored = read_journal((TESTS / "journals/v2/brought.journal").read_bytes()).events
    assert stored == (started(), Brought(THINGS_2, SORTS))


def test_a_journal_with_roles_and_with_the_life_of_a_plan_opens() -> None:
    """S5, C2, M12: who had which role when, the number of the meeting, how weeks went."""
    weeks = (("2026-11-10", "some"), ("2026-11-17", "smaller"))
    plan = Carried("walk", "Friday", 8, {"who": "Bo"}, "salt$hash", "2026-11-03", weeks)
    stored = read_journal((TESTS / "journals/v2/roles.journal").read_bytes()).events
    assert stored == (
        replace(started(), number=4),
        PersonJoined("p1", "Ann", "1", carried=plan),
        PersonJoined("p2", "Bo"),
        RoleGiven("lead", "p1"),
        RoleGiven("reader", "p2"),
        RoleGiven("lead", "p2"),
        RoleGiven("reader", anew=True),
    )


def test_a_meeting_that_the_group_evaluated_opens(tmp_path: Path) -> None:
    """S5, C9, C16: how it went beside its plan, of what kind each answer is, the yes to a slip."""
    shutil.copytree(TESTS / "kept/evaluated-v1", tmp_path, dirs_exist_ok=True)
    store = DiskStore.open(tmp_path)
    assert store.meetings.read("g", "m3") == EVALUATED_1
    store.close()


def test_a_journal_that_saw_the_shelf_opens() -> None:
    """S5, M7: the sessions that a meeting could choose from, as they were that day."""
    steps = (
        StepCard("check-in", "Arriving", "check-in", "aloud", 1.0, 25),
        StepCard("tea", "Tea and rest", "break", "away", 6.0, 0),
    )
    weekly = SessionCard("weekly-meeting", "Weekly meeting", 60, steps)
    stored = read_journal((TESTS / "journals/v2/shelf-shown.journal").read_bytes()).events
    assert stored == (started(), ShelfShown((weekly, SessionCard("our-tea", "Our tea", 30))))


def test_a_journal_in_which_a_step_was_brought_back_opens() -> None:
    """S5, M16: left out at a choice, and held after all."""
    stored = read_journal((TESTS / "journals/v2/step-brought-back.journal").read_bytes()).events
    assert stored == (
        started(), StepLeftOut("walk"), StepBroughtBack("walk"),
        StepsReordered(("fork", "walk", "quiet")),
    )  # fmt: skip

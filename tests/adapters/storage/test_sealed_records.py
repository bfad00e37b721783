"""A sealed journal: whatever is done to it is found, and what is left can be read."""

import random

import pytest

from facilitator.adapters.storage.records import line_of, read_journal
from facilitator.adapters.storage.sealed_records import SealedLines
from facilitator.domain import events
from tests.adapters.storage.sealed import CANARY, KEPT, lines, written
from tests.contracts.test_storage import started


def head_of(records: list[bytes]) -> bytes:
    """Return what is written beside a journal that was let go of."""
    reading = lines()
    reading.read(b"".join(records))
    head = reading.head_of(records)
    assert head is not None
    return head


def test_a_sealed_journal_comes_back_and_shows_no_word() -> None:
    """S9: every event in order, and no word of them in the bytes."""
    records = written()
    found = lines().read(b"".join(records), head_of(records))
    assert (found.events, found.is_damaged) == (KEPT, False)
    assert found.records == tuple(records)
    assert CANARY.encode() not in b"".join(records)
    assert CANARY.encode() in b"".join(line_of(1, (event,)) for event in KEPT)


def test_a_meeting_has_one_key_and_no_nonce_comes_twice() -> None:
    """S9: also when the meeting is gone on with later."""
    import json

    records = written()
    again = lines()
    again.read(b"".join(records))
    records.append(again.line_of(6, (events.Paused(),), records[-1]))
    plain = [json.loads(one.partition(b" ")[2]) for one in records]
    assert len({one["key"] for one in plain}) == 1
    assert len({one["sealed"][:16] for one in plain}) == len(records)


def test_a_flipped_bit_anywhere_is_found_and_changes_no_word() -> None:
    """S9, S3: every byte in turn; a torn last record alone is trimmed without a word."""
    records = written()
    whole = b"".join(records)
    for at in range(len(whole)):
        broken = bytearray(whole)
        broken[at] ^= 1 << (at % 8)
        found = lines().read(bytes(broken))
        in_last = at >= len(whole) - len(records[-1])
        assert found.is_damaged or in_last, at
        assert all(event in KEPT for event in found.events), at
        assert len(found.events) >= len(KEPT) - 2, at
        with_head = lines().read(bytes(broken), head_of(records)) if in_last else found
        assert with_head.is_damaged, at


def test_a_flip_that_mends_its_checksum_is_found() -> None:
    """S9: whoever can write the file can write a right checksum too; in the last record also."""
    import zlib

    records = written()
    for number in range(len(records)):
        body = records[number].partition(b" ")[2][:-1]
        for at in range(0, len(body), 3):
            broken = bytearray(body)
            broken[at] ^= 1
            line = b"%08x %s\n" % (zlib.crc32(bytes(broken)), bytes(broken))
            found = lines().read(b"".join((*records[:number], line, *records[number + 1 :])))
            assert found.is_damaged, (number, at)
            assert all(event in KEPT for event in found.events), (number, at)


def test_a_removed_record_is_found() -> None:
    """S9: each in turn; the last one by the head."""
    records = written()
    head = head_of(records)
    for number in range(len(records)):
        rest = [*records[:number], *records[number + 1 :]]
        found = lines().read(b"".join(rest), head)
        assert found.is_damaged, number
        assert found.events == (*KEPT[:number], *KEPT[number + 1 :]), number
        if number < len(records) - 1:
            assert lines().read(b"".join(rest)).is_damaged, number


def test_a_repeated_record_is_found_and_counts_once() -> None:
    """S9: each of them, put in at each place."""
    records = written()
    for number in range(len(records)):
        for at in range(len(records) + 1):
            more = [*records[:at], records[number], *records[at:]]
            found = lines().read(b"".join(more))
            assert (found.is_damaged, found.events) == (True, KEPT), (number, at)


def test_records_in_another_order_are_found_and_read_in_theirs() -> None:
    """S9: every two of them changed about."""
    records = written()
    for one in range(len(records)):
        for other in range(one):
            moved = [*records]
            moved[one], moved[other] = moved[other], moved[one]
            found = lines().read(b"".join(moved))
            assert (found.is_damaged, found.events) == (True, KEPT), (one, other)


def test_a_cut_is_found_by_the_head_and_only_by_it() -> None:
    """S9: at every length. The control: without a head a cut between two records looks whole."""
    records = written()
    whole, head = b"".join(records), head_of(records)
    for length in range(len(whole)):
        assert lines().read(whole[:length], head).is_damaged, length
    ends = [len(b"".join(records[:number])) for number in range(1, len(records))]
    assert not any(lines().read(whole[:length]).is_damaged for length in ends)


def test_a_power_cut_in_the_last_record_is_no_damage() -> None:
    """S3: torn at every length, the rest is there and nobody is alarmed."""
    records = written()
    whole, before = b"".join(records), len(b"".join(records[:-1]))
    older = head_of(records[:-1])
    for length in range(before, len(whole)):
        found = lines().read(whole[:length], older)
        assert (found.events, found.is_damaged) == (KEPT[:-1], False), length


def test_more_records_than_the_head_says_are_fine() -> None:
    """M7: the meeting went on, and the power went before it was let go of again."""
    records = written()
    assert not lines().read(b"".join(records), head_of(records[:3])).is_damaged


@pytest.mark.parametrize("head", [b"", b"{}", b"no head", written()[0], b'{"sealed":1}'])
def test_a_head_that_is_none_is_found(head: bytes) -> None:
    """S9: an empty one, one of another sort, one of no sort."""
    assert lines().read(b"".join(written()), head).is_damaged


def test_a_flipped_bit_anywhere_in_a_head_is_found() -> None:
    """S9: every byte in turn."""
    records = written()
    whole, head = b"".join(records), head_of(records)
    for at in range(len(head)):
        broken = bytearray(head)
        broken[at] ^= 1 << (at % 8)
        assert lines().read(whole, bytes(broken)).is_damaged, at


def test_records_of_another_meeting_do_not_pass() -> None:
    """S9: of the same group, by the same key: they are bound to their meeting."""
    ours, theirs = written(), written(meeting="m2")
    found = lines().read(b"".join((*ours[:2], theirs[2], *ours[3:])))
    assert found.is_damaged
    assert found.events == (*KEPT[:2], *KEPT[3:])


def test_a_plain_record_among_sealed_ones_does_not_pass() -> None:
    """S9: nobody without the key can add a word."""
    forged = line_of(6, (events.AnswerGiven("goal", "p1", "what", "forged"),))
    found = lines().read(b"".join((*written(), forged)))
    assert (found.is_damaged, found.events) == (True, KEPT)


def test_another_key_opens_nothing() -> None:
    """S9: the words are nowhere but behind the key."""
    found = lines(master=bytes(32)).read(b"".join(written()))
    assert (found.is_damaged, found.events) == (True, ())


def test_what_is_left_of_a_damaged_journal_is_whole_again() -> None:
    """S3: it is chained anew, so that people are told once and not at every start."""
    records = written()
    found = lines().read(b"".join((records[0], *records[2:])))
    again = lines().read(b"".join(found.records))
    assert (again.events, again.is_damaged) == (found.events, False)


def test_chance_alone_makes_no_record() -> None:
    """S9: ten thousand lines of noise, none of which stops the reading."""
    chance = random.Random(20261124)
    noise = b"\n".join(chance.randbytes(30) for _ in range(10_000))
    found = lines().read(noise)
    assert (found.events, found.is_damaged) == ((), True)


def test_the_plain_reader_takes_no_sealed_record() -> None:
    """S9, S5: a program that knows no seals keeps them aside and loses nothing."""
    found = read_journal(b"".join(written((started(),))))
    assert (found.events, found.is_damaged) == ((), True)


def test_a_record_that_was_refused_can_be_written_again() -> None:
    """S2, S9: the first one and a later one; what was made in vain is in no chain."""
    made, records = lines(), list[bytes]()
    for number, event in enumerate(KEPT, 1):
        before = records[-1] if records else b""
        made.line_of(number, (events.Paused(),), before)
        records.append(made.line_of(number, (event,), before))
    found = lines().read(b"".join(records))
    assert (found.events, found.is_damaged) == (KEPT, False)


def test_a_journal_without_a_record_has_no_head() -> None:
    """S9: there is nothing to say of it."""
    assert SealedLines.head_of(lines(), ()) is None

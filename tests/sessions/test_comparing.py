"""Two versions of a session, told in words (C12, C13)."""

from dataclasses import replace

import pytest

from facilitator.domain.session import Round, Session, Words
from facilitator.engine.activities.settings import StrengthsSettings
from facilitator.sessions.comparing import differences, says_the_same
from tests.scenario import shipped

OURS = shipped("weekly-meeting")


def with_step(session: Session, step: str, **changes: object) -> Session:
    """Return the session with something different at one step."""
    steps = tuple(
        replace(one, **changes) if one.id == step else one  # type: ignore[arg-type]
        for one in session.steps
    )
    return replace(session, steps=steps)


def test_a_copy_says_the_same_whatever_its_id_is() -> None:
    """C13: ids, notes and where it comes from are no difference that a group would notice."""
    copy = replace(OURS, id="ours", derived_from="weekly-meeting", source="# a note\n")
    assert differences(OURS, copy) == ("Both say the same.",)
    assert says_the_same(OURS, copy)
    assert not says_the_same(OURS, replace(copy, minutes=75))


def test_what_is_added_and_left_out_is_named_by_title() -> None:
    """C13: "this one adds ..., it leaves out ..."."""
    others = shipped("hard-week")
    breath = next(step for step in others.steps if step.id == "breath")
    kept = tuple(step for step in OURS.steps if step.id not in ("ideas", "tea"))
    assert differences(OURS, replace(OURS, steps=(*kept, breath))) == (
        "This one adds: A quiet minute.",
        "It leaves out: Tea and rest, Ideas from the group.",
    )


def test_a_title_that_asks_ends_its_sentence_by_itself() -> None:
    """C13: a step that is called "What shall we choose?" is not followed by a full stop."""
    others = replace(OURS.steps[0], id="choose", title="What shall we choose?")
    added = replace(OURS, steps=(*OURS.steps, others))
    assert differences(OURS, added) == ("This one adds: What shall we choose?",)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"words": Words("How are you?", "And you?")}, "It changes the words of: Arriving."),
        ({"hint": Words("Slowly.")}, "It changes the words of: Arriving."),
        ({"title": "Hello"}, "It changes the words of: Hello."),
        ({"cue": "Who begins?"}, "Its questions to ask the group are other ones at: Arriving."),
        ({"kind": "closing"}, "It does something else at: Arriving."),
        ({"round": Round.PAIRS}, "It goes round the room in another way at: Arriving."),
        ({"size": 3}, "It goes round the room in another way at: Arriving."),
        ({"settings": StrengthsSettings()}, "It has other ready answers at: Arriving."),
        ({"minutes": 2.5}, "Arriving takes 2.5 minutes, not 1."),
        ({"seconds_each": 40}, "Arriving gives each person 40 seconds, not 25."),
    ],
)
def test_what_is_different_at_a_step_is_told(changes: dict[str, object], told: str) -> None:
    """C13: words, cue, kind, round, ready answers and time, each in a sentence of its own."""
    assert differences(OURS, with_step(OURS, "check-in", **changes)) == (told,)


def test_another_order_is_told_as_the_order_it_has() -> None:
    """C13: the same steps the other way round."""
    turned = replace(OURS, steps=(*OURS.steps[1:], OURS.steps[0]))
    (told,) = differences(OURS, turned)
    assert told.startswith(f"Its steps come in another order: {OURS.steps[1].title},")
    assert told.endswith("What helps next, Welcome.")


def test_a_step_that_only_has_another_id_is_the_same_step() -> None:
    """C13: whoever wrote it anew gave it another id; a group sees no difference."""
    assert says_the_same(OURS, with_step(OURS, "check-in", id="hello"))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"title": "Our week"}, "It is called Our week, not Weekly meeting."),
        ({"minutes": 75}, "It takes 75 minutes in all, not 60."),
        ({"about": Words("Tea.")}, "It says in other words what it is for."),
        ({"needs": ("tea",)}, "It needs: tea."),
        ({"needs": ()}, "It needs nothing brought along."),
        ({"made_by": ("Tea group",)}, "It was made by: Tea group."),
        (
            {"lived_experience": 4},
            "People with lived experience who made it: 4, not 0.",
        ),
        ({"licence": "CC0"}, "It may be passed on in another way: CC0, not CC-BY-4.0."),
        ({"language": "gd"}, "It is in another language: gd, not en-GB."),
        (
            {"resources": OURS.resources[1:]},
            "It does not show this help: NHS 24.",
        ),
    ],
)
def test_what_is_different_of_the_whole_is_told(changes: dict[str, object], told: str) -> None:
    """C13: title, minutes, purpose, needs, makers, licence, language, help."""
    assert differences(OURS, replace(OURS, **changes)) == (told,)  # type: ignore[arg-type]


def test_more_help_and_other_help_are_told() -> None:
    """C13: a resource that is new, and one that says something else."""
    first, *rest = OURS.resources
    theirs = replace(OURS, resources=(replace(first, phone="112"), *rest))
    assert differences(OURS, theirs) == ("It says other things about this help: NHS 24.",)
    fewer = replace(OURS, resources=tuple(rest))
    assert differences(fewer, OURS) == ("It shows more help: NHS 24.",)

"""Words of one person that are more than one sentence (A12)."""

from facilitator.domain.prompt import Acknowledge, Prompt
from facilitator.meetings.spoken import sentences_of
from facilitator.wording.speech import HIDDEN


def test_each_sentence_of_ones_own_words_is_hidden() -> None:
    """A12: a text is said sentence by sentence, so each of them is looked for."""
    own = "I walk by the loch. Then I rest! Is that fine?"
    body = (f"What: {own}", "We are all here.")
    prompt = Prompt("x", "Plan", "How sure?", Acknowledge("Go on"), body=body, own_words=(own,))
    said = sentences_of(prompt)
    assert HIDDEN in said
    assert not [one for one in said if "loch" in one or "rest" in one or "fine" in one]
    assert "We are all here." in said
    assert "Then I rest!" in sentences_of(prompt, aloud=True), "the control"

"""Letters on the screen: for a finger, a mouse, the arrows of a keypad, or one key (A3, A4).

Pure. The board knows the line that is typed into and says which keys there are; where
they stand is the layout's affair.
"""

from collections.abc import Sequence
from enum import Enum, auto

from facilitator.domain.records import Letters
from facilitator.frontends.tui.field import Field
from facilitator.frontends.tui.inputs.state import Row, RowKind
from facilitator.wording import full_screen as words

ORDER: dict[Letters, str] = {
    Letters.ALPHABET: "abcdefghijklmnopqrstuvwxyz",
    Letters.OFTEN: "etaoinshrdlucmfwygpbvkxqjz",
}
_ENDS = ".?!"


class Leaf(Enum):
    """What the board shows now."""

    LETTERS = auto()
    SIGNS = auto()
    PHRASES = auto()


class Board:
    """The keys under a line. A key changes the line; "Done" is for whoever holds the board."""

    def __init__(self, letters: Letters, phrases: Sequence[str], *, capitals: bool) -> None:
        """Begin with the letters, in this order; `phrases` can be put into the line.

        `capitals` makes the first letter of a sentence a capital.
        """
        self._letters, self._phrases, self._has_capitals = letters, tuple(phrases), capitals
        self._leaf = Leaf.LETTERS

    def rows(self) -> tuple[Row, ...]:
        """Return the keys; those that stay come first, "Done" before all."""
        return (*self._staying(), *self._others())

    def press(self, at: int, field: Field) -> bool:
        """Do what a key does; return whether it was "Done"."""
        staying = self._staying()
        if at < len(staying):
            return self._pressed(staying[at].label, field)
        row = self._others()[at - len(staying)]
        if row.kind is RowKind.PHRASE:
            field.write_phrase(row.label)
            self._leaf = Leaf.LETTERS
        else:
            field.write(self._as_capital(row.label, field))
        return False

    def _pressed(self, label: str, field: Field) -> bool:
        match label:
            case words.KEY_SPACE:
                field.write(" ")
            case words.KEY_ERASE:
                field.press("backspace")
            case words.KEY_LETTERS:
                self._leaf = Leaf.LETTERS
            case words.KEY_SIGNS:
                self._leaf = Leaf.SIGNS
            case words.KEY_PHRASES:
                self._leaf = Leaf.PHRASES
            case _:
                return True
        return False

    def _staying(self) -> tuple[Row, ...]:
        labels = [words.KEY_DONE, words.KEY_SPACE, words.KEY_ERASE]
        labels += [
            label
            for label, leaf in (
                (words.KEY_LETTERS, Leaf.LETTERS),
                (words.KEY_SIGNS, Leaf.SIGNS),
                (words.KEY_PHRASES, Leaf.PHRASES),
            )
            if leaf is not self._leaf and (leaf is not Leaf.PHRASES or self._phrases)
        ]
        return tuple(
            Row(label, RowKind.KEY_THAT_STAYS, said=words.KEYS_SAID.get(label, ""))
            for label in labels
        )

    def _others(self) -> tuple[Row, ...]:
        match self._leaf:
            case Leaf.PHRASES:
                return tuple(Row(one, RowKind.PHRASE) for one in self._phrases)
            case Leaf.SIGNS:
                return _keys(words.SIGNS)
            case Leaf.LETTERS:
                return (*_keys(ORDER[self._letters]), *_keys(words.SIGNS_BY_LETTERS))

    def _as_capital(self, letter: str, field: Field) -> str:
        before = field.before.rstrip()
        begins = not before or field.is_selected or before.endswith(tuple(_ENDS))
        return letter.upper() if self._has_capitals and begins else letter


def _keys(signs: str) -> tuple[Row, ...]:
    return tuple(Row(one, RowKind.KEY, said=words.SIGNS_SAID.get(one, "")) for one in signs)

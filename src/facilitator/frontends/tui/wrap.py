"""Wrapping by words, in columns of the terminal: nothing is cut, nothing is wider (A5)."""

from rich.cells import cell_len, split_graphemes

_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_BREAK_AFTER = frozenset("/-.?&=_@,")


def graphemes(text: str) -> tuple[str, ...]:
    """Return what a person would call the letters of `text`."""
    if text.isascii():
        return tuple(text)
    found: list[str] = []
    for start, end, _ in split_graphemes(text)[0]:
        letter = text[start:end]
        # Two letters of a flag are one sign; Rich keeps them apart.
        if found and _is_flag_letter(letter) and _is_flag_letter(found[-1]):
            found[-1] += letter
        else:
            found.append(letter)
    return tuple(found)


def _is_flag_letter(letter: str) -> bool:
    return len(letter) == 1 and ord(letter) in _FLAG_LETTERS


def wrapped(text: str, columns: int) -> tuple[str, ...]:
    """Return `text` as lines of at most `columns` columns, broken between words.

    A word that is wider than a line, such as an address, is broken after a
    slash or a stop where it has one. A line end in `text` begins a new line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            joined = f"{line} {word}" if line else word
            if cell_len(joined) <= columns:
                line = joined
                continue
            if line:
                lines.append(line)
            *whole, line = _broken(word, columns)
            lines += whole
        lines.append(line)
    return tuple(lines)


def _broken(word: str, columns: int) -> list[str]:
    """Return a word in pieces of at most `columns`, the last one perhaps short."""
    if cell_len(word) <= columns:
        return [word]
    pieces: list[str] = []
    piece = ""
    for letter in graphemes(word):
        if piece and cell_len(piece + letter) > columns:
            cut = _last_break(piece, columns)
            pieces.append(piece[:cut])
            piece = piece[cut:]
        piece += letter
    pieces.append(piece)
    return pieces


def _last_break(piece: str, columns: int) -> int:
    """Return where to break: after the last sign in the second half, else at the end."""
    for at in range(len(piece), 0, -1):
        if piece[at - 1] in _BREAK_AFTER and cell_len(piece[:at]) > columns // 2:
            return at
    return len(piece)


def field_lines(letters: tuple[str, ...], columns: int) -> tuple[tuple[int, int], ...]:
    """Return the lines of what is being typed, as (first, after the last) letter.

    Every letter, each space too, is on exactly one line, so that the place of the
    next letter can be told. A line breaks after a space where it has one. The last
    line always has a column free for the next letter.
    """
    lines: list[tuple[int, int]] = []
    start, width, after_space = 0, 0, 0
    for at, letter in enumerate(letters):
        wide = cell_len(letter)
        while width + wide > columns:
            end = after_space if after_space > start else at
            lines.append((start, end))
            start = end
            width = sum(cell_len(one) for one in letters[start:at])
        width += wide
        if letter == " ":
            after_space = at + 1
    lines.append((start, len(letters)))
    if width >= columns:
        lines.append((len(letters), len(letters)))
    return tuple(lines)

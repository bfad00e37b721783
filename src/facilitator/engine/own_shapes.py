"""One person's words as a file: text, CSV, JSON; its name holds ids alone (S8, S10)."""

from collections.abc import Sequence

from facilitator.engine.own_lines import Line, OwnWords, said_lines
from facilitator.wording import command_line as words

SHAPES = ("text", "csv", "json")
_ENDS = {"text": "txt", "csv": "csv", "json": "json"}


def written_as(
    shape: str, meeting_id: str, own: OwnWords, lines: Sequence[Line]
) -> tuple[str, str]:
    """Return the name of the file and all that it holds. `shape` is one of SHAPES."""
    name = f"{meeting_id}-{own.person or 'words'}.{_ENDS[shape]}"
    return name, body_as(shape, own.name, lines)


def body_as(shape: str, name: str, lines: Sequence[Line]) -> str:
    """Return one person's words in one of SHAPES, a line end after the last line."""
    if shape == "json":
        import json  # noqa: PLC0415  a start writes no file (P1)

        said = [{"step": one.step, "part": one.part, "words": one.words} for one in lines]
        return json.dumps({"who": name, "said": said}, ensure_ascii=False, indent=2) + "\n"
    if shape == "csv":
        import csv  # noqa: PLC0415  as above
        import io  # noqa: PLC0415

        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow((words.CSV_STEP, words.CSV_WHO, words.CSV_WORDS))
        for one in lines:
            writer.writerow([safe_cell(cell) for cell in (one.step, name, one.words)])
        return out.getvalue()
    return "".join(f"{line}\n" for line in (name, *said_lines(lines)))


def safe_cell(text: str) -> str:
    """A cell that begins like a sum would be run by a spreadsheet, so it gets a quote."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text

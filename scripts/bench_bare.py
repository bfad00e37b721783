"""The baseline: a bare Textual program with a label and an input."""

from textual.app import App, ComposeResult
from textual.widgets import Input, Label


class Bare(App[None]):
    """One label, one input, nothing else."""

    def compose(self) -> ComposeResult:
        """Return the two."""
        yield Label("A bare program")
        yield Input()


if __name__ == "__main__":
    Bare().run()

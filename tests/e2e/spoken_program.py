"""The real program with a made-up voice, and with a dwell that a test holds.

spoken_program.py LOG CLOCK ARGUMENTS...   LOG: what the speech child was given, as lines of JSON
    CLOCK: "usual"; "held": the dwell of scanning ends at SIGRTMIN; or the seconds of its tenth
spoken_program.py --child LOG              the speech child itself
"""

import asyncio
import json
import os
import signal
import sys
import wave
from pathlib import Path

SILENT_PLAYER = ("true",)
"""A player that plays whatever it is given at once, and nothing can be heard."""

FOREVER = 86_400.0


def speak(log: Path) -> None:
    """Note each text that comes in, and the number of its request; make a short sound of it."""
    os.write(1, json.dumps({"engine": "made-up"}).encode() + b"\n")
    for line in sys.stdin:
        asked = json.loads(line)
        request = int(Path(asked["wav"]).stem.partition("-")[0])
        with log.open("a") as file:
            file.write(json.dumps({"request": request, "text": asked["text"]}) + "\n")
        with wave.open(asked["wav"], "wb") as made:
            made.setnchannels(1)
            made.setsampwidth(2)
            made.setframerate(22050)
            made.writeframes(b"\x10\x10" * 2205)
        answer = {"id": asked["id"], "written": True, "seconds": 0.1, "voice": True}
        os.write(1, json.dumps(answer).encode() + b"\n")


def hold_the_clock() -> None:
    """Let the dwell of scanning end when the test says so, and no press be too soon."""
    from textual.timer import Timer, TimerCallback

    from facilitator.domain import strikes
    from facilitator.frontends.tui import app

    class HeldClock(app.FacilitatorApp):
        # Styles are looked for beside the module of the class.
        CSS_PATH = str(Path(app.__file__).parent / app.FacilitatorApp.CSS_PATH)
        due: TimerCallback | None = None

        def on_mount(self) -> None:
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGRTMIN, self.time_passes)

        def set_timer(
            self,
            delay: float,
            callback: TimerCallback | None = None,
            *,
            name: str | None = None,
            pause: bool = False,
        ) -> Timer:
            self.due = callback
            return super().set_timer(FOREVER, callback, name=name, pause=pause)

        def time_passes(self) -> None:
            if self.due is not None:
                self.due()

    vars(app)["FacilitatorApp"] = HeldClock
    strikes.HELD_DOWN = 0.0


def main() -> int:
    """Run the child, or the program with it."""
    if sys.argv[1] == "--child":
        speak(Path(sys.argv[2]))
        return 0
    log, clock, *arguments = sys.argv[1:]
    from facilitator import __main__ as program
    from facilitator.adapters.speech.playing import Playing
    from facilitator.adapters.speech.speaker import ChildSpeaker
    from facilitator.adapters.speech.worker import Worker
    from facilitator.composition import hold

    child = (sys.executable, __file__, "--child", log)
    vars(hold)["speaker_here"] = lambda: ChildSpeaker(
        lambda: Worker(child), Playing(lambda: (SILENT_PLAYER,))
    )
    if clock == "held":
        hold_the_clock()
    elif clock != "usual":
        from facilitator.frontends.tui import app

        app.TENTH = float(clock)
    return program.main(arguments)


if __name__ == "__main__":
    sys.exit(main())

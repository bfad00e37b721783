"""A made-up speech child: it notes what it is asked, and does as it is told.

made_up_child.py FILE WAY     WAY: fine, no-engine, hangs, dies, no-voice, waits, long
"waits" makes the first sentence for ever, but only in the first child.
"long" says that each sound takes a minute.
"""

import json
import os
import sys
import time
import wave
from pathlib import Path


def main() -> None:
    """Answer as the real one would."""
    notes, way = Path(sys.argv[1]), sys.argv[2]
    with notes.open("a") as file:
        file.write("started\n")
    is_first = notes.read_text().count("started") == 1
    ready = {"error": way} if way == "no-engine" else {"engine": "made-up"}
    os.write(1, json.dumps(ready).encode() + b"\n")
    if way == "no-engine":
        return
    for line in sys.stdin:
        asked = json.loads(line)
        with notes.open("a") as file:
            file.write(f"{asked['text']}\n")
        if way == "hangs" or (way == "waits" and is_first):
            time.sleep(3600)
        if way == "dies":
            os._exit(1)
        is_written = True
        try:
            with wave.open(asked["wav"], "wb") as made:
                made.setnchannels(1)
                made.setsampwidth(2)
                made.setframerate(22050)
                made.writeframes(b"\x10\x10" * 2205)
        except OSError:
            is_written = False
        answer = {
            "id": asked["id"],
            "written": is_written,
            "seconds": 60.0 if way == "long" else 0.1,
            "voice": way != "no-voice",
        }
        os.write(1, json.dumps(answer).encode() + b"\n")


if __name__ == "__main__":
    main()

"""The speech child: pyttsx3 makes a sound file for each line of JSON that comes in.

Run by `python -m facilitator.adapters.speech.child`. It never plays anything, and
nothing that the engine prints gets out: file 1 and 2 lead nowhere, answers go to a
copy of the first. The words come by the pipe, never as an argument (S10).
"""

import ctypes
import importlib
import io
import json
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from facilitator.adapters.speech.voices import tag_of, voice_for
from facilitator.files.atomic import write_new
from facilitator.files.disk import Disk

NO_ENGINE = {"error": "no-engine"}
SYSTEM, WHEEL = "system", "wheel"
HEAD, BYTES_A_SECOND = 44, 22050 * 2
"""A file that pyttsx3 makes: so many bytes before the sound, then 16 bits a sample, one channel."""
LONGEST = 60.0
"""Seconds after which the engine is lost; whoever asked has given up long before."""


def main() -> None:
    """Answer each request until the pipe is closed; leave without the library's farewell."""
    out = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    which = _loaded()
    engine = _engine()
    _answer(out, {"engine": which} if engine is not None else NO_ENGINE)
    if engine is not None:
        voices, ended = _voices(engine), threading.Event()
        engine.connect("finished-utterance", lambda name, completed: ended.set())
        for line in sys.stdin:
            with suppress(ValueError):
                _answer(out, _made(engine, voices, ended, json.loads(line)))
    os._exit(0)


def _loaded() -> str:
    """Load the engine's library, the system's or else our own; return which."""
    try:
        ctypes.CDLL("libespeak-ng.so.1", mode=ctypes.RTLD_GLOBAL)
    except OSError:
        _load_from_wheel()
        return WHEEL
    return SYSTEM


def _load_from_wheel() -> None:
    """Load the library that came with the program: the driver then finds it by its name."""
    with suppress(ImportError, OSError):
        wheel = importlib.import_module("espeakng_loader")
        os.environ["ESPEAK_DATA_PATH"] = wheel.get_data_path()
        library = Path(wheel.get_library_path()).parent / "libespeak-ng.so.1"
        ctypes.CDLL(str(library), mode=ctypes.RTLD_GLOBAL)


def _engine() -> Any:  # noqa: ANN401  the library has no types
    try:
        engine = importlib.import_module("pyttsx3").init()
        # Each run begins with a stop. When the engine's own thread is about to leave the
        # sentence before, that stop takes away the new one. Nobody here ever stops it.
        engine.proxy._driver.stop = lambda: None  # noqa: SLF001  there is no other door
    except Exception:  # noqa: BLE001  whatever it is, there is no voice; the parent says so
        return None
    return engine


def _voices(engine: Any) -> dict[str, str]:  # noqa: ANN401
    """Return the ids of all voices by their language tags."""
    found: dict[str, str] = {}
    for voice in engine.getProperty("voices"):
        for one in voice.languages or ():
            language = one.decode() if isinstance(one, bytes) else one
            found.setdefault(tag_of(language.strip("\x05")), voice.id)
    return found


def _made(
    engine: Any,  # noqa: ANN401
    voices: dict[str, str],
    ended: threading.Event,
    asked: dict[str, Any],
) -> dict[str, object]:
    voice = voice_for(voices, str(asked["language"]), str(asked["accent"]))
    # Words in a language that nobody here speaks are read by the voice of the program's own.
    engine.setProperty("voice", voice or voice_for(voices, "en-GB"))
    engine.setProperty("rate", asked["rate"])
    engine.setProperty("volume", asked["volume"] / 10)
    # A full disk inside the library's callback would keep its loop running for ever, so
    # it writes to memory, and the file is written here.
    memory = io.BytesIO()
    ended.clear()
    engine.save_to_file(asked["text"], memory)
    engine.runAndWait()
    # It does not always wait: the first time it returns while the engine's own thread works.
    if not ended.wait(LONGEST):
        os._exit(1)
    sound = memory.getvalue()
    return {
        "id": asked["id"],
        "seconds": max(0, len(sound) - HEAD) / BYTES_A_SECOND,
        "written": _written(Path(asked["wav"]), sound),
        "voice": bool(voice),
    }


def _written(path: Path, sound: bytes) -> bool:
    try:
        write_new(Disk(), path, sound)
    except OSError:
        return False
    return True


def _answer(out: int, what: dict[str, Any]) -> None:
    os.write(out, json.dumps(what).encode() + b"\n")


if __name__ == "__main__":
    main()

"""The speech child: pyttsx3 makes a sound file for each line of JSON that comes in.

Run by `python -m facilitator.adapters.speech.child`. It never plays anything, and
nothing that the engine prints gets out: file 1 and 2 lead nowhere, answers go to a
copy of the first. The words come by the pipe, never as an argument (S10).
"""

import ctypes
import importlib
import json
import os
import sys
import wave
from contextlib import suppress
from pathlib import Path
from typing import Any

READY, NO_ENGINE = {"ready": True}, {"error": "no-engine"}


def main() -> None:
    """Answer each request until the pipe is closed; leave without the library's farewell."""
    out = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    engine = _engine()
    _answer(out, READY if engine is not None else NO_ENGINE)
    if engine is not None:
        voices = _voices(engine)
        for line in sys.stdin:
            with suppress(ValueError):
                _answer(out, _made(engine, voices, json.loads(line)))
    os._exit(0)


def _engine() -> Any:  # noqa: ANN401  the library has no types
    try:
        ctypes.CDLL("libespeak-ng.so.1", mode=ctypes.RTLD_GLOBAL)
    except OSError:
        _load_from_wheel()
    try:
        return importlib.import_module("pyttsx3").init()
    except Exception:  # noqa: BLE001  whatever it is, there is no voice; the parent says so
        return None


def _load_from_wheel() -> None:
    """Load the library that came with the program: the driver then finds it by its name."""
    with suppress(ImportError, OSError):
        wheel = importlib.import_module("espeakng_loader")
        os.environ["ESPEAK_DATA_PATH"] = wheel.get_data_path()
        library = Path(wheel.get_library_path()).parent / "libespeak-ng.so.1"
        ctypes.CDLL(str(library), mode=ctypes.RTLD_GLOBAL)


def _voices(engine: Any) -> dict[str, str]:  # noqa: ANN401
    """Return the voice of each language; the first of a language counts for its main part too."""
    found: dict[str, str] = {}
    for voice in engine.getProperty("voices"):
        for one in voice.languages or ():
            language = (one.decode() if isinstance(one, bytes) else one).strip("\x05").casefold()
            found.setdefault(language, voice.id)
            found.setdefault(language.partition("-")[0], voice.id)
    return found


def _made(engine: Any, voices: dict[str, str], asked: dict[str, Any]) -> dict[str, object]:  # noqa: ANN401
    language = str(asked["language"]).casefold()
    voice = voices.get(language) or voices.get(language.partition("-")[0])
    if voice:
        engine.setProperty("voice", voice)
    engine.setProperty("rate", asked["rate"])
    engine.setProperty("volume", asked["volume"] / 10)
    engine.save_to_file(asked["text"], asked["wav"])
    engine.runAndWait()
    return {"id": asked["id"], "fine": _has_sound(asked["wav"]), "voice": bool(voice)}


def _has_sound(path: str) -> bool:
    """Look at the file itself: the library says that all went well when nothing did."""
    try:
        with wave.open(path) as made:
            return int(made.getnframes()) > 0
    except (OSError, EOFError, wave.Error):
        return False


def _answer(out: int, what: dict[str, Any]) -> None:
    os.write(out, json.dumps(what).encode() + b"\n")


if __name__ == "__main__":
    main()

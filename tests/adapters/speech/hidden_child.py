"""The real speech child on a machine whose system has no speech engine.

hidden_child.py [no-wheel]     A library of the system is found only if it is loaded already.
With "no-wheel" the one that comes with the program is not there either.
"""

import ctypes
import os
import sys
from typing import Any

from facilitator.adapters.speech.child import main

_real = ctypes.CDLL.__init__


def _init(self: Any, name: str | None, mode: int = ctypes.DEFAULT_MODE, **more: Any) -> None:  # noqa: ANN401  as the library's own
    if name and "espeak" in name and "espeakng_loader" not in name:
        mode |= os.RTLD_NOLOAD
    _real(self, name, mode, **more)


if __name__ == "__main__":
    ctypes.CDLL.__init__ = _init  # type: ignore[assignment]
    if sys.argv[1:] == ["no-wheel"]:
        sys.modules["espeakng_loader"] = None  # type: ignore[assignment]
    main()

"""What every test leans on: the programs that tests start find ours without an install."""

import os
from pathlib import Path

from hypothesis import settings

_ROOT = Path(__file__).parents[1]
os.environ["PYTHONPATH"] = os.pathsep.join((str(_ROOT / "src"), str(_ROOT)))

# No test is timed: a machine that is busy is not a fault.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

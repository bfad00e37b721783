"""What every test leans on: the programs that tests start find ours without an install."""

import os
from pathlib import Path

_ROOT = Path(__file__).parents[1]
os.environ["PYTHONPATH"] = os.pathsep.join((str(_ROOT / "src"), str(_ROOT)))

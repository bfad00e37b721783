"""How hard the fuzzing tries: a little in every run of the tests, much more in scripts/fuzz."""

import os

EXAMPLES = int(os.environ.get("FACILITATOR_FUZZ_EXAMPLES", "30"))
"""Inputs that each property is tried with."""

EVENTS = int(os.environ.get("FACILITATOR_FUZZ_EVENTS", "3000"))
"""Keys, or movements and clicks of a mouse, in each storm."""

PATIENCE = int(os.environ.get("FACILITATOR_FUZZ_PATIENCE", "120"))
"""Seconds after which a storm that is not taken in is a hang; no bound of speed."""

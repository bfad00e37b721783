"""What one group does in three weeks, held in the scenario (issue: made by the group)."""

from __future__ import annotations

from tests.weeks.machine import Machine
from tests.weeks.recorded import Deed, Recorded


def evenings(machine: Machine) -> list[list[Deed]]:
    """Hold the three evenings; return all that was done in each."""
    held = []
    for evening in (first_evening, second_evening, third_evening):
        with machine.evening() as (ports, around, runner):
            group = Recorded(ports, around, runner)
            group.machine_folder = machine
            evening(group)
            held.append(group.deeds)
    return held

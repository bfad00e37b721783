"""The runner: command, events, stored, applied, "saved", then the new prompt."""

"""Pure: decide(meeting, command), apply(meeting, event), prompt_for(meeting)."""

"""Pure: decide(meeting, command) -> events or refusal; apply(meeting, event) -> meeting; prompt_for(meeting) -> prompt."""

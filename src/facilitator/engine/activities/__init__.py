"""One module a kind: its settings, its parts, its prompts. The registry lists them."""

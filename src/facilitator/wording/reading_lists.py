"""Lists for the reading checker: hard words, and names that are not counted (A20)."""

HARD = frozenset(
    {
        "null", "invalid", "event", "journal", "error", "parameter", "configure", "configuration",
        "initialise", "utilise", "facilitate", "prioritise", "intervention", "engagement",
        "stakeholder", "outcome", "outcomes", "demographic", "functionality", "navigate",
        "submit", "proceed", "terminate", "abort", "execute", "input", "output", "database",
        "parse", "syntax", "module", "interface", "authenticate", "credential", "comprehensive",
        "subsequently", "approximately", "additional", "commence", "endeavour", "sufficient",
        "patient", "compliance", "adherence", "diagnosis", "assessment",
    }
)  # fmt: skip

NOT_COUNTED = frozenset({"NHS", "ALISS", "BSL", "TOML", "UTF", "KB", "Samaritans", "Facilitator"})

__not_read__ = ("HARD", "NOT_COUNTED", "SMALL_WORDS")

SMALL_WORDS = frozenset(
    (
        "a", "an", "and", "any", "at", "can", "could", "for", "from", "help", "i", "in", "is", "it",
        "like", "me", "my", "now", "of", "on", "or", "our", "so", "some", "somebody", "something",
        "that", "the", "then", "time", "to", "up", "we", "with", "would", "you", "your",
    )
)  # fmt: skip
"""Words that say nothing of what is offered or asked for: two lines that share one need not fit."""

"""Time and chance."""

"""The full screen: Textual, one screen, every prompt drawn by pure code (design.md 8)."""

"""The one screen of the full screen."""

"""The guided editor: a group makes a session of its own, no file in sight (C12)."""

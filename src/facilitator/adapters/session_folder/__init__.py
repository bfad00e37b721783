"""Session files in folders."""

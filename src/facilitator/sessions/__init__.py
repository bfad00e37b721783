"""Session files: TOML text to a Session or all its problems; honest time. No file access."""

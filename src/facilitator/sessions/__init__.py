"""Session files: from TOML text to a Session or all its problems; the checker; honest time. No file access."""

"""What is kept on the disk: journals while a meeting is open, TinyDB files when it is closed."""

"""Speech: pyttsx3 in a child of its own makes sound files; the program owns the player."""

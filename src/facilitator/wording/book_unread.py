"""The words about a book that cannot be read when a meeting ends (S3)."""

TITLE = "Our book"
ASKED = "Our book can't be read just now. What shall we do?"
IN_IT = "It holds names, plans, and what we agreed."
STAYS = "Put aside, it stays on this machine. We won't see what is in it."
LATER = "Wait, and try another time"
ASIDE = "Put it aside, begin a new one"

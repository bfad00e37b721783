"""What the core needs from outside, as Protocols. Adapters implement them; tests fake them."""

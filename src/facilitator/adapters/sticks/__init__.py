"""USB sticks, where the system has put them."""

"""Every sentence that a person reads or hears, held to the reading checker (A20)."""

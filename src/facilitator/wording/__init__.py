"""Every sentence that a person reads or hears: module-level constants, checked by the reading checker (A20)."""

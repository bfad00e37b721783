"""A look at the machine, for the doctor."""

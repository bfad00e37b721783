"""The ciphers: the one home of the cryptography library."""

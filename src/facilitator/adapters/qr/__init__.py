"""The modules of QR codes."""

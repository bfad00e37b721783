"""Facilitator: a guide for community groups through self-management meetings."""

__version__ = "0.1.0"

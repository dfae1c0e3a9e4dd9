"""Hwalja (활자): an online newspaper in one command."""

__version__ = "0.1.0"

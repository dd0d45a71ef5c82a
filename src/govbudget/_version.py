"""The version, kept in this one file."""

__version__ = "0.1.0.dev0"

"""speechgen: from the facts of a meeting to a finished Word draft."""

__version__ = "0.1.0"

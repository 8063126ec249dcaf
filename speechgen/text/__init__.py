"""Plain text: a paper without Word, for reading on a phone or pasting into a message."""

"""The one table of all keys of a facts file, and what is made of it."""

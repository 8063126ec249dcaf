"""Lists about the facts, to show, send out and compare."""

"""The facts file as a text: its tree with places, and the slips of typing that break it."""

"""The tables of a paper: where they stand, what is in them, how they are numbered."""

"""The office's files, read: facts, kinds, word banks; the figures in them, spoken."""

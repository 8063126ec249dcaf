"""From a line of the facts to a sentence: its shape, its words, its joints."""

"""What other kinds of paper are made of, a kind or two a module."""

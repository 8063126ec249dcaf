"""What the sentences of the facts say of their figures, and is not so."""

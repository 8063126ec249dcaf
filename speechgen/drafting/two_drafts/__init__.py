"""Two drafts side by side: what a change of the facts moves."""

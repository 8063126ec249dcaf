"""Word: the only room that knows docx and lxml. Documents are written, and read back, here."""

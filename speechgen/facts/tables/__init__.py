"""Tables of the facts file (表格): read, made into figures, checked, and handed to the printer."""

"""A form and its template as values: addresses, amounts, texts, edits."""

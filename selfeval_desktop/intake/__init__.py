"""Forms made of files and pasted text, with a report of what was not understood."""

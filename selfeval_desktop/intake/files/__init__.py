"""Files of an office, read in a process of their own: archives, workbooks, documents, cells."""

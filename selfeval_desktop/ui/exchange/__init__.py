"""Forms and figures in and out: import, paste, finance list, export, upload package, type over, answers."""

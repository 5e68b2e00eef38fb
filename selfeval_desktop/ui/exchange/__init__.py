"""Forms and figures in and out: import, finance list, export, upload package, typing over, answers."""

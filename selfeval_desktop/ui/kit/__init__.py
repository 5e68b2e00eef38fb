"""What any Qt program could use: long work, lists, the message bar, the theme, names for tests and screen readers."""

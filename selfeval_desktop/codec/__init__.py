"""The exact text of things: JSON forms, template files, digests."""

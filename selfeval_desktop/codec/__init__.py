"""Values as exact text, and back: JSON, TOML and digests."""

"""The started program with a real input method on a screen of its own; run by `make check-input`."""

"""The window: eyes and fingers."""

"""The open form as Qt item models."""

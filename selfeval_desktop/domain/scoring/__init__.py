"""Targets and actual values read, compared and turned into scores."""

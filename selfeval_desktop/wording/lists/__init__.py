"""Heads and words of the lists on paper."""

"""Filling in a form: its pages and tables, long texts, blocks, units, library, templates, notes."""

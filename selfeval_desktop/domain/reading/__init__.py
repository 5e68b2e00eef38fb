"""Blocks, forms and lists from elsewhere, matched to the cells of a form."""

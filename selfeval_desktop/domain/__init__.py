"""Meaning: values, arithmetic, rules, and the form laid out as cells."""

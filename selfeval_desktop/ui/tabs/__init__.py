"""The pages of a form: funds, goals, indicators, print preview."""

"""Findings: problem list, explanations, the check of a whole ledger, the review page, the catalogue of rules."""

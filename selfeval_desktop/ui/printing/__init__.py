"""Paper: preview, printing, page setup, batches, lists on paper, and paper held against data."""

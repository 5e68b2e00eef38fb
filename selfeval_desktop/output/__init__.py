"""Files made of forms: PDF and spreadsheet."""

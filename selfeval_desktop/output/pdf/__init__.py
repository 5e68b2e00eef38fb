"""The paper: a sheet laid out into pages of drawing operations, and these written as PDF."""

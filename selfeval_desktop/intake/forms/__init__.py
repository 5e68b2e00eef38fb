"""Forms and finance lists recognised in tables of cells."""

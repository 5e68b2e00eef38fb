"""Help for the open form: the manual's entry, how a value came about, last year's value, keys."""

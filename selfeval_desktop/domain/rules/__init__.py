"""The checks of a form: a file a family, each rule with its function, code and weight."""

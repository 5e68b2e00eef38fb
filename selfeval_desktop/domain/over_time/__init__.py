"""Forms of a project through the years: carry over, history, differences, another template."""

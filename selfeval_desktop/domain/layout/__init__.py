"""The form and the lists laid out as labelled cells and spans."""

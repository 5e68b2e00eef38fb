"""A form over time: carry over, history, recycle bin."""

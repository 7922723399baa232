"""Which part of a report a question means: the passages that a refusal shows."""

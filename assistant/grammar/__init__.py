"""A question as a chart of its words: the rules, the words, and every tree that they make."""

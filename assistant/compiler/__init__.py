"""From a report's text to its facts, and from the hand-written terms to the file that loads fast."""

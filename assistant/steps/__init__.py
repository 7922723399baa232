"""The steps of the journey, each a verb: normalise, link, compose, match, compute, decide, word."""

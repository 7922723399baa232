"""Learning from use: what was asked in vain is kept, grouped, and turned into synonyms by a person.

Nothing is kept unless a log is named, nothing is learned unless a person accepts it.
"""

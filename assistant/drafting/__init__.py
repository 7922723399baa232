"""Questions spoken from a report's facts, before anybody asks them: what the FAQ and the offers say.

Fact → `Draft`: the ways to ask it, the most natural first, and what a right answer has to give.
"""

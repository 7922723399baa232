"""The chart: what the rules can make of a row of words, and its readings drawn from it, cheapest first.

Bottom-up over the places where words meet (Kay 1980; the forms share their beginnings in a trie). Fillers are
hops between places; everything else has to be used by a rule. First only categories are put together, each
with the least that it can cost; meanings are made of what the cheapest readings need, one reading after the
other (Huang and Chiang 2005).
"""

from assistant.grammar.chart.drawing import Drawing
from assistant.grammar.chart.filling import Chart, TooInvolved
from assistant.grammar.chart.parts import Edge

__all__ = ["Chart", "Drawing", "Edge", "TooInvolved"]

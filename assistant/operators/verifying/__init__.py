"""Rooms of the operator `verify`, each of one way in which a report says yes or no.

`verify` chooses among them: `numbers` claimed or the one of a `passage`, the `whole` of which all is claimed,
a `clause` that says so, the `presence` of any. A `verdict` ends each, and `denials` holds it against what the
report says is not so.
"""

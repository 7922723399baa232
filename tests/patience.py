"""How long tests wait for what must come: only what hangs is given up, on a machine however slow or busy."""

PATIENCE = 600.0

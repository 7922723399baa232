"""Questions about the clauses of a report by their roles, as they stand and with one thing changed.

`Frame`s → `RoleQuestion`s (`asking`) → what the assistant made of them (`tally`).
"""

from __future__ import annotations

from assistant.adversaries.roles.tally import RolesTally, run_roles

__all__ = ["RolesTally", "run_roles"]

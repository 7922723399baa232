"""Requests to services of this machine: a connection each, and none of the certificates that plain HTTP has no use for.

To read those takes a client of httpx longer than everything else that a request takes.
"""

from __future__ import annotations

from functools import partial

import httpx

from tests.patience import PATIENCE

request = partial(httpx.request, timeout=PATIENCE, verify=False)
get = partial(httpx.get, timeout=PATIENCE, verify=False)
post = partial(httpx.post, timeout=PATIENCE, verify=False)
options = partial(httpx.options, timeout=PATIENCE, verify=False)
Client = partial(httpx.Client, timeout=PATIENCE, verify=False)

"""What a request may cost: its size, its time, how many there are; and no fault shows what is inside."""

from __future__ import annotations

import asyncio
import logging
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from time import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.front.http.faults import Complaints, Fault
from assistant.front.http.health import PATHS
from assistant.front.http.settings import Settings

BUSY_WAIT = 1
HOME = 64  # bits of an IPv6 address that a network gives to one customer

log = logging.getLogger("gongkai")


class Guard:
    """Lets a request pass that keeps within the limits, and answers for those that do not.

    The state of health may always be asked.
    """

    def __init__(self, app: ASGIApp, settings: Settings, complaints: Complaints) -> None:
        """Around this application."""
        self.app = app
        self._settings = settings
        self._complaints = complaints
        self._rates = FixedWindowRateLimiter(MemoryStorage())
        self._each = RateLimitItemPerMinute(settings.rate, namespace="each")
        self._total = RateLimitItemPerMinute(settings.total, namespace="total")
        self._running = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or answer why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._pass(scope, receive, sending)
            return
        except Fault as fault:
            answer = self._complaints.to(fault)
        except TimeoutError:
            answer = self._complaints.answer("too_slow")
        except Exception:
            log.exception("broken")
            answer = self._complaints.answer("broken")
        # Where half an answer is out already, the connection ends here.
        if not started:
            await answer(scope, receive, send)

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] in PATHS:
            await self.app(scope, receive, send)
            return
        self._admit(scope)
        self._running += 1
        try:
            async with asyncio.timeout(self._settings.timeout):
                await self.app(scope, self._measured(scope, receive), send)
        finally:
            self._running -= 1

    def _admit(self, scope: Scope) -> None:
        """Refuse what comes too often, or while too many are waiting already; raises `Fault`."""
        for item, key in ((self._each, client_of(scope)), (self._total, "")):
            if not self._rates.hit(item, key):
                again = self._rates.get_window_stats(item, key).reset_time
                raise Fault("too_many", wait=max(1, ceil(again - time())))
        if self._running >= self._settings.concurrent:
            raise Fault("busy", wait=BUSY_WAIT)

    def _measured(self, scope: Scope, receive: Receive) -> Receive:
        """What the client sends, up to the limit; raises `Fault` beyond."""
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdigit() and int(declared) > self._settings.body:
            raise Fault("too_large")
        received = 0

        async def receiving() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._settings.body:
                raise Fault("too_large")
            return message

        return receiving


def client_of(scope: Scope) -> str:
    """Who is to be counted as one: an address, of IPv6 its network; never logged.

    >>> client_of({"client": ("2001:db8::1:2", 5)}), client_of({"client": ("192.0.2.7", 5)})
    ('2001:db8::/64', '192.0.2.7')
    """
    host = (scope.get("client") or ("", 0))[0]
    try:
        address = ip_address(host)
    except ValueError:
        return ""
    if isinstance(address, IPv6Address) and not address.ipv4_mapped:
        return str(ip_network((address.packed, HOME), strict=False))
    return str(address)

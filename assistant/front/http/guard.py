"""What a request may cost: its size, its time, how many there are; and no fault shows what is inside."""

from __future__ import annotations

import asyncio
import logging
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from time import time

from limits import RateLimitItemPerMinute
from limits.strategies import FixedWindowRateLimiter
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.errors import StoreError
from assistant.front.http.counts import SharedCounts
from assistant.front.http.faults import OPENAI, Complaints, Fault
from assistant.front.http.health import PATHS
from assistant.front.http.settings import Settings

BUSY_WAIT = 1
WHOLE_CHAT = 16  # times a question: such a client sends all that was said, each time
HOME = 64  # bits of an IPv6 address that a network gives to one customer

log = logging.getLogger("gongkai")


class Guard:
    """Lets a request pass that keeps within the limits, and answers for those that do not.

    The state of health may always be asked.
    """

    def __init__(
        self, app: ASGIApp, settings: Settings, complaints: Complaints, counts: SharedCounts
    ) -> None:
        """Around this application."""
        self.app = app
        self._settings = settings
        self._complaints = complaints
        self._rates = FixedWindowRateLimiter(counts)
        self._each = RateLimitItemPerMinute(settings.rate, namespace="each")
        self._total = RateLimitItemPerMinute(settings.total, namespace="total")
        self._running = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or answer why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, path = False, scope["path"]

        async def sending(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._pass(scope, receive, sending)
            return
        except Fault as fault:
            answer = self._complaints.to(fault, path)
        except TimeoutError:
            answer = self._complaints.answer("too_slow", path)
        except StoreError as fault:
            log.error("store gone", extra={"said": {"fault": str(fault)}})
            scope["app"].state.desk.mistrust()
            answer = self._complaints.answer("store_gone", path)
        except Exception:
            log.exception("broken")
            answer = self._complaints.answer("broken", path)
        # Where half an answer is out already, the connection ends here.
        if not started:
            await answer(scope, receive, send)

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] in PATHS:
            await self.app(scope, receive, send)
            return
        self._keep_rate(scope)
        async with asyncio.timeout(self._settings.timeout):
            # Who is slow to send takes no place from those who wait for an answer.
            body = await self._body(scope, receive)
            if self._running >= self._settings.concurrent:
                raise Fault("busy", wait=BUSY_WAIT)
            self._running += 1
            try:
                await self.app(scope, _once(body, receive), send)
            finally:
                self._running -= 1

    def _keep_rate(self, scope: Scope) -> None:
        """Refuse what comes too often; raises `Fault`."""
        for item, key in ((self._each, client_of(scope)), (self._total, "")):
            if not self._rates.hit(item, key):
                again = self._rates.get_window_stats(item, key).reset_time
                raise Fault("too_many", wait=max(1, ceil(again - time())))

    async def _body(self, scope: Scope, receive: Receive) -> bytes:
        """All that the client sends; raises `Fault` where that is too much, or is broken off."""
        most = self._settings.body * (WHOLE_CHAT if scope["path"].startswith(OPENAI) else 1)
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdigit() and int(declared) > most:
            raise Fault("too_large")
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Fault("broken_off")
            body += message.get("body", b"")
            if len(body) > most:
                raise Fault("too_large")
            if not message.get("more_body", False):
                return bytes(body)


def _once(body: bytes, receive: Receive) -> Receive:
    """What an application receives of a body that is here already."""
    given = False

    async def receiving() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

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

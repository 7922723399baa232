"""Who may use the desk: who has the link that was printed when it was started, on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hmac import compare_digest
from secrets import token_urlsafe

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
COOKIE = "gongkai_desk"
LOCAL = ("127.0.0.1", "localhost")


@dataclass(frozen=True, slots=True)
class Keys:
    """The token of the link, what the browser has in its stead from then on, and what every form has to send."""

    token: str = field(default_factory=token_urlsafe)
    visit: str = field(default_factory=token_urlsafe)
    form: str = field(default_factory=token_urlsafe)


class Locked:
    """Lets pass who has the link, and sends the others away; a link that is opened becomes a cookie."""

    def __init__(self, app: ASGIApp, keys: Keys, port: int, said: Mapping[str, str]) -> None:
        """Around this application, which listens on this port; `said` are the sentences of the desk."""
        self.app = app
        self._keys, self._said = keys, said
        # By another name a page from elsewhere might be meant (DNS rebinding).
        self._hosts = {f"{host}:{port}" for host in LOCAL}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or answer it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = self._answer(Request(scope))
        await (answer or self.app)(scope, receive, send)

    def _answer(self, request: Request) -> Response | None:
        """What is answered in the place of the application, if anything."""
        if request.headers.get("host", "") not in self._hosts:
            return PlainTextResponse(self._said["elsewhere"], 421)
        if _same(request.cookies.get(COOKIE, ""), self._keys.visit):
            return None
        if not _same(request.query_params.get("token", ""), self._keys.token):
            return PlainTextResponse(self._said["locked"], 403)
        # So that the token stands in no page's address.
        entered = RedirectResponse("/", 303)
        entered.set_cookie(COOKIE, self._keys.visit, httponly=True, samesite="lax")
        return entered


def _same(given: str, wanted: str) -> bool:
    return compare_digest(given.encode(), wanted.encode())

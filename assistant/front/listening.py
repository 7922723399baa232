"""The address on which a service listens."""

from __future__ import annotations

import errno
import socket

from assistant.front.streams import UsageError

BACKLOG = 2048


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections there; port 0 lets the system choose.

    It is a TCP socket by name, or else asyncio would let small answers wait for others to join them.
    Raises `UsageError` where the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except (OSError, UnicodeError) as fault:
        raise UsageError(
            f"不能在 {host}:{port} 提供服务（{_why(fault)}），请换一个地址或端口"
        ) from None
    listening.set_inheritable(True)
    return listening


def address_of(listening: socket.socket) -> str:
    """Where it listens, as it stands in an address of the web: `127.0.0.1:8000`, `[::1]:8000`."""
    host, port = listening.getsockname()[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _why(fault: Exception) -> str:
    match getattr(fault, "errno", None):
        case errno.EADDRINUSE:
            return "已被别的程序占用"
        case errno.EACCES:
            return "没有权限"
        case _:
            return "没有这个地址"

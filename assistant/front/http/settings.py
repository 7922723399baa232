"""How the service is set up: a table of options, each a flag and a variable of the environment."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from typing import Any, NamedTuple

from assistant.front.stored import STORE
from assistant.front.streams import UsageError

PREFIX = "GONGKAI_"
HIGHEST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that the service is told when it is started; the same in each of its workers.

    Times are in seconds, `body` in bytes; `rate` and `total` are requests a minute, of one client and
    of all together.
    """

    store: str | None = None
    report: tuple[str, ...] = ()
    knowledge: Path | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    origin: tuple[str, ...] = ()
    proxy: tuple[str, ...] = ()
    body: int = 65536
    rate: int = 300
    total: int = 6000
    concurrent: int = 64
    threads: int = 4
    timeout: float = 20.0
    drain: float = 0.0
    grace: int = 30
    watch: float = 2.0
    log: Path | None = None
    learn: Path | None = None
    keep: int | None = None


class Option(NamedTuple):
    """A setting as a person writes it: its name, what it holds, what for, and how it is read.

    `read` raises `ValueError` with what is wrong; a setting that holds `many` may be given often.
    """

    name: str
    holds: str
    about: str
    read: Callable[[str], Any]
    many: bool = False


def _number(
    least: float, most: float, kind: type[int | float] = int
) -> Callable[[str], int | float]:
    def read(text: str) -> int | float:
        known = text.isascii() and text.replace(".", "", int(kind is float)).isdigit()
        if not known or not least <= kind(text) <= most:
            raise ValueError(f"要写{least:g}到{most:g}的{'整' if kind is int else ''}数")
        return kind(text)

    return read


def _origin(text: str) -> str:
    text = text.lower()
    scheme, _, rest = text.partition("://")
    if scheme not in ("http", "https") or not rest or set("/*?# ") & set(rest):
        raise ValueError("要像 https://www.example.gov.cn，不带路径")
    return text


def _network(text: str) -> str:
    try:
        return str(ip_network(text))
    except ValueError:
        raise ValueError("要写地址或网段，例如 127.0.0.1 或 10.0.0.0/8") from None


OPTIONS = (
    Option("store", "库", f"{STORE}；不写则用自带的报告", str),
    Option("report", "编号", "只用这些报告，见 gongkai reports", str, many=True),
    Option("knowledge", "文件夹", "用这个 knowledge 文件夹里的词表和句子，不用自带的", Path),
    Option("host", "地址", "监听的地址，默认只有本机能访问", str),
    Option("port", "端口", "监听的端口，0 由系统挑选", _number(0, HIGHEST_PORT)),
    Option("workers", "数", "工作进程数，一般与处理器数相同", _number(1, 256)),
    Option("origin", "网站", "允许这些网站的网页调用（CORS）", _origin, many=True),
    Option("proxy", "地址", "信任这些反向代理转告的访问者地址", _network, many=True),
    Option("body", "字节", "请求正文的上限", _number(1024, 2**30)),
    Option("rate", "次", "每个访问者每分钟的请求数", _number(1, 10**9)),
    Option("total", "次", "所有访问者每分钟的请求数", _number(1, 10**9)),
    Option("concurrent", "数", "每个工作进程同时处理的请求数", _number(1, 10**6)),
    Option("threads", "数", "每个工作进程同时作答的线程数", _number(1, 256)),
    Option("timeout", "秒", "一个请求从收到到答完的时限", _number(0.1, 3600, float)),
    Option("drain", "秒", "停止前先说“未就绪”多久，让反向代理改道", _number(0, 3600, float)),
    Option("grace", "秒", "停止时等正在处理的请求多久", _number(0, 3600)),
    Option("watch", "秒", "隔多久看一次库和词表有没有改动", _number(0.1, 3600, float)),
    Option("log", "文件", "日志写到文件；不写则写到标准错误", Path),
    Option("learn", "文件", "把没答上的和说没有用的问题记到这个文件（SQLite）；不写则不记", Path),
    Option("keep", "天", "这些问题保留多少天，新文件是90天", _number(1, 3650)),
)


def declare(parser: argparse.ArgumentParser, *names: str) -> None:
    """Add a flag for every setting, or for these, to the words of a command, with its default in the help."""
    add, usual = parser.add_argument, Settings()
    for option in OPTIONS:
        if names and option.name not in names:
            continue
        default = getattr(usual, option.name)
        shown = f"，默认 {default:g}" if isinstance(default, int | float) else ""
        about = option.about + shown
        if option.many:
            add(f"--{option.name}", metavar=option.holds, help=about, nargs="+", action="extend")
        else:
            add(f"--{option.name}", metavar=option.holds, help=about)


def settle(options: argparse.Namespace, environment: Mapping[str, str]) -> Settings:
    """The settings by the flags, else by `GONGKAI_*`, else as usual.

    In the environment several are parted by blanks or commas. Raises `UsageError` with the name of
    the flag or variable that cannot be used.
    """
    found: dict[str, Any] = {}
    for option in OPTIONS:
        flag, variable = f"--{option.name}", PREFIX + option.name.upper()
        given = getattr(options, option.name, None)
        if given is not None:
            found[option.name] = _read(option, flag, given if option.many else [given])
        elif written := environment.get(variable, "").strip():
            words = written.replace(",", " ").split() if option.many else [written]
            found[option.name] = _read(option, variable, words)
    return Settings(**found)


def _read(option: Option, name: str, words: Iterable[str]) -> Any:
    try:
        values = tuple(map(option.read, words))
    except ValueError as fault:
        raise UsageError(f"{name} {fault}") from None
    return values if option.many else values[0]

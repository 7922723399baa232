"""A real PostgreSQL server for tests, from the system's packages, in a folder of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

from tests.patience import PATIENCE

USER, PASSWORD = "gongkai", "s3cret-密"
WHERE = "/usr/lib/postgresql"


@dataclass(frozen=True)
class Server:
    """A running server that wants a password."""

    port: int
    names: Iterator[int]

    def url(self, database: str, password: str = "s3cret-%E5%AF%86", port: int = 0) -> str:
        return f"postgresql://{USER}:{password}@127.0.0.1:{port or self.port}/{database}"

    def new(self) -> str:
        """The URL of a new, empty database."""
        name = f"gongkai{next(self.names)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.url(name)


@contextmanager
def running() -> Iterator[Server]:
    """A server, stopped and removed at the end; it may be killed with everything it holds."""
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="gongkai-postgres-"))
    owner = _owner()
    if owner:
        shutil.chown(folder, owner)
    data, secret = folder / "data", folder / "secret"
    secret.write_text(PASSWORD, encoding="utf-8")
    if owner:
        shutil.chown(secret, owner)

    def run(program: str, *words: str) -> None:
        done = subprocess.run(
            [str(programs / program), *words],
            user=owner,
            group=owner and pwd.getpwnam(owner).pw_gid,
            extra_groups=[] if owner else None,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{program}: {done.stderr}{_log(folder)}"

    try:
        run(
            *("initdb", f"--pgdata={data}", f"--username={USER}", f"--pwfile={secret}"),
            *("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"),
        )
        port = _free_port()
        settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -F"
        log = f"--log={folder / 'log'}"
        waits = ("-w", f"--timeout={PATIENCE:.0f}")
        run("pg_ctl", "start", *waits, f"--pgdata={data}", log, f"--options={settings}")
        try:
            yield Server(port, count(1))
        finally:
            run("pg_ctl", "stop", "-w", f"--pgdata={data}", "--mode=immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path:
    """Where initdb and pg_ctl are: Debian keeps them outside of the path."""
    known = shutil.which("initdb")
    found = [Path(known)] if known else []
    found += sorted(Path(WHERE).glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    assert found, "no PostgreSQL server to test with: apt-get install postgresql"
    return found[-1].parent


def _owner() -> str | None:
    """Whom the server runs as: it refuses root."""
    if os.getuid():
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _log(folder: Path) -> str:
    log = folder / "log"
    return log.read_text(encoding="utf-8", errors="replace")[-2000:] if log.exists() else ""

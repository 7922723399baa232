"""Reports in a PostgreSQL database, by psycopg (the extra `postgres`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from assistant.errors import StoreError
from assistant.parts import mend, packages_of
from assistant.store import tables
from assistant.store.packing import Compiled
from assistant.store.tabled import TabledStore
from assistant.store.terms import GivesTerms, no_terms

if TYPE_CHECKING:
    import psycopg

PATIENCE = 10  # seconds to wait for a server that does not answer
LOCK = 0x676F6E67  # two that make the tables at once take turns
BAD_ADDRESS = "地址写得不对，应当像 postgresql://用户:密码@主机:5432/数据库"
EXISTS = "SELECT to_regclass(%s) IS NOT NULL"


class PostgresStore(TabledStore):
    """Tables in the database that a URL names; a connection that broke is made anew for reading."""

    def __init__(self, url: str, give_terms: GivesTerms = no_terms, write: bool = False) -> None:
        """The store in this database; its tables are made where they are missing and `write` is wanted.

        Raises `StoreError` where the server cannot be reached, or holds no store of this version.
        """
        super().__init__(give_terms)
        self._url = url
        self.where = _without_secrets(url)
        self._turn = RLock()
        self._connection = self._connect()
        try:
            with self._said():
                self._settle(write)
        except BaseException:
            self._connection.close()
            raise

    def save(self, compiled: Compiled) -> None:
        """Store a report, in one transaction."""
        card, report = tables.rows_of(compiled)
        with self._said(), self._turn, self._connection.transaction():
            self._connection.execute(_own(tables.UPSERT_CARD), card)
            self._connection.execute(_own(tables.UPSERT_REPORT), report)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        import psycopg

        if "\x00" in "".join(map(str, values)):
            return []
        with self._turn:
            try:
                return self._connection.execute(_own(statement), values).fetchall()
            except psycopg.Error as fault:
                if not self._connection.broken:
                    raise StoreError(f"{self.where}: {_mend(fault)}") from None
            self._connection.close()
            self._connection = self._connect()
            with self._said():
                return self._connection.execute(_own(statement), values).fetchall()

    def _connect(self) -> psycopg.Connection[tuple[Any, ...]]:
        try:
            import psycopg
        except ImportError as fault:
            # Not only where it is missing: it may be there without the library that it speaks through.
            said = mend(*packages_of("postgres"))
            raise StoreError(f"没有装齐 PostgreSQL 所需的程序包，{said}") from fault
        try:
            settings = psycopg.conninfo.conninfo_to_dict(self._url)
            settings.setdefault("connect_timeout", PATIENCE)
            return psycopg.connect(**cast(Any, settings), autocommit=True)
        except psycopg.ProgrammingError:
            raise StoreError(f"{self.where}: {BAD_ADDRESS}") from None
        except psycopg.Error as fault:
            # Without the cause: what the driver says may hold the address with its password.
            raise StoreError(f"{self.where}: {_no_connection(fault)}") from None

    def _settle(self, write: bool) -> None:
        """See that there is a store of this version, or make one."""
        if write:
            with self._connection.transaction():
                self._connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
                if not self._exists():
                    for statement in tables.CREATE:
                        self._connection.execute(_own(statement.format(blob="BYTEA")))
        if not self._exists():
            raise StoreError(
                f"{self.where}: 数据库里还没有报告库，请先用 gongkai compile --store 建立"
            )
        row = self._connection.execute(_own(tables.SELECT_VERSION)).fetchone()
        version = row[0] if row else 0
        if version != tables.SCHEMA:
            raise StoreError(f"{self.where}: {tables.version_fault(version)}")

    def _exists(self) -> bool:
        row = self._connection.execute(_own(EXISTS), (tables.VERSION_TABLE,)).fetchone()
        return bool(row and row[0])

    @contextmanager
    def _said(self) -> Iterator[None]:
        """A fault of the database in one line, with what to do."""
        import psycopg

        try:
            yield
        except psycopg.Error as fault:
            raise StoreError(f"{self.where}: {_mend(fault)}") from None


def _own(statement: str) -> bytes:
    return statement.encode()


def _without_secrets(url: str) -> str:
    """The address without its password and settings, which may hold one."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "postgresql://…"
    user = f"{parts.username}@" if parts.username else ""
    return f"postgresql://{user}{parts.hostname or ''}{port}{parts.path}"


def _no_connection(fault: psycopg.Error) -> str:
    said = str(fault)
    if "does not exist" in said and "database" in said:
        return "没有这个数据库，请先用 createdb 建立，或检查地址"
    if getattr(fault.pgconn, "needs_password", False):
        return "服务器要密码，请写在地址里（postgresql://用户:密码@…）或环境变量 PGPASSWORD 里"
    if getattr(fault.pgconn, "used_password", False) or "authentication" in said:
        return "服务器不接受这个用户名或密码，请检查地址"
    return "连不上 PostgreSQL 服务器，请检查地址，以及服务器是否在运行"


def _mend(fault: psycopg.Error) -> str:
    state = fault.sqlstate or ""
    for start, said in MENDS.items():
        if state.startswith(start):
            return said
    return f"数据库出错（{state or type(fault).__name__}），请检查服务器后再运行一次"


MENDS = {
    "42501": "这个用户没有所需的权限，请向数据库管理员要权限",
    "25006": "数据库现在只能读，请连到能写的服务器",
    "53100": "数据库服务器的磁盘已满，请腾出空间后再运行一次",
    "53": "数据库服务器资源不足，请稍后再运行一次",
    "57": "数据库服务器正在停止或重启，请稍后再运行一次",
    "08": "与数据库的连接断了，请检查服务器后再运行一次",
}

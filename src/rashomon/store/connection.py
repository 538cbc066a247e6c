"""Open SQLite files, and say in words what went wrong with them."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from rashomon.errors import CaseError

LOCK_WAIT_SECONDS = 10.0

REASONS = {
    "SQLITE_FULL": "the disk is full; nothing that was kept before is lost, make room and run the command again",
    "SQLITE_IOERR": "the disk could not be read or written",
    "SQLITE_BUSY": "another program is writing to it; wait until that is done and run the command again",
    "SQLITE_LOCKED": "another program is writing to it; wait until that is done and run the command again",
    "SQLITE_READONLY": "it cannot be written to (no permission, or a read-only disk)",
    "SQLITE_PERM": "it cannot be opened (no permission)",
    "SQLITE_CANTOPEN": "it cannot be opened (does the folder exist, and may you write there?)",
    "SQLITE_NOTADB": "this is not a case file",
    "SQLITE_CORRUPT": "the file is damaged",
}


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside the block into a `CaseError` that names the file and says why."""
    try:
        yield
    except DBAPIError as error:
        raise CaseError(f"{path}: {_reason(error.orig)}") from error


def _reason(error: object) -> str:
    name = getattr(error, "sqlite_errorname", None) or ""
    for prefix, words in REASONS.items():
        if name == prefix or name.startswith(f"{prefix}_"):
            return words
    return str(error)


def make_engine(path: Path, *, write: bool) -> Engine:
    """An engine on the SQLite file at `path`, which holds one connection. SQLite may create the file if `write`."""
    address = f"file:{quote(str(path.absolute()).encode('utf-8', 'surrogateescape'))}?{_mode(path, write=write)}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, LOCK_WAIT_SECONDS, isolation_level=None, check_same_thread=False, uri=True)

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # Python's driver opens no transaction before CREATE TABLE; without this a stopped migration would leave half.
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN")


def _mode(path: Path, *, write: bool) -> str:
    """`immutable` reads a case file on a read-only disk, where SQLite could not make the files a WAL reader needs."""
    if write:
        return "mode=rwc"
    writable = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    return "mode=rw" if writable or Path(f"{path}-wal").exists() else "mode=ro&immutable=1"

"""The case file as the rest of the package sees it."""

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, delete, insert, select, text
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import DatabaseError, OperationalError

from rashomon.errors import CaseError, UsageError
from rashomon.model import Account, Extraction, Issue, Lineage, RawReport, Story
from rashomon.model.contract import from_json
from rashomon.store import tables
from rashomon.store.connection import in_words, make_engine
from rashomon.store.encoding import json_text, storable
from rashomon.store.migration import upgrade
from rashomon.store.search import (
    MARK_END,
    MARK_START,
    FoundPassage,
    found_passage,
    full_text_query,
    indexed_text,
    passages,
)

ADD_PASSAGE = text('INSERT INTO passages (text, document_id, start, "end") VALUES (:text, :document_id, :start, :end)')
DROP_PASSAGES = text("DELETE FROM passages WHERE document_id = :document_id")
SEARCH = text(
    'SELECT document_id, start, "end", highlight(passages, 0, :mark_start, :mark_end) FROM passages '
    "WHERE passages MATCH :query ORDER BY rank, document_id, start LIMIT :limit"
)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """An open case file. Made by `open_case`; use it in a `with` block, or call `close` when done.

    Every method raises `CaseError` when the file cannot be read or written (full disk, locked, damaged); what was
    kept before stays kept. Each `add` is one transaction, so that work that is stopped can be taken up again.
    """

    path: Path
    engine: Engine

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Fold the write-ahead log into the file, so that this one file is the whole case, and close it."""
        try:
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        except DatabaseError:
            pass  # The log stays beside the file and SQLite reads both; the error that led here is the one to show.
        finally:
            self.engine.dispose()

    def vacuum(self) -> None:
        """Rewrite the file without the room that deleted rows left."""
        with in_words(self.path), self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM")

    def known(self) -> set[str]:
        """Ids of the documents that are in the case with their extraction."""
        return {row[0] for row in self._rows(select(tables.extractions.c.document_id))}

    def note_path(self, document_id: str, path: str) -> bool:
        """Note that a known document was (also) given as `path`. True if that was not known before. An issue of an
        earlier try to read `path` is settled with it."""
        with in_words(self.path), self.engine.begin() as connection:
            return _note_path(connection, document_id, path)

    def add(self, raw: RawReport, extraction: Extraction) -> None:
        """Keep a report and what was read from it, all or nothing. A document that is there already keeps its bytes
        and the time it was first read; its extraction is replaced."""
        document = extraction.document
        if document.id != raw.document.id:
            raise ValueError(f"the extraction is of document {document.id}, the report is document {raw.document.id}")
        with in_words(self.path), self.engine.begin() as connection:
            kept = connection.execute(sqlite_insert(tables.documents).on_conflict_do_nothing(), _document_row(raw))
            if kept.rowcount == 0:
                connection.execute(DROP_PASSAGES, {"document_id": document.id})
            _note_path(connection, document.id, raw.document.path)
            row = {"document_id": document.id, "made_by": version("rashomon"), "json": json_text(extraction)}
            statement = sqlite_insert(tables.extractions)
            connection.execute(statement.on_conflict_do_update(index_elements=["document_id"], set_=row), row)
            rows = [
                {"text": indexed_text(document, span), "document_id": document.id, "start": span.start, "end": span.end}
                for span in passages(document)
            ]
            if rows:
                connection.execute(ADD_PASSAGE, rows)

    def add_issue(self, issue: Issue) -> None:
        """Keep an issue; one that is there already is kept once."""
        row = {"stage": issue.stage, "document": storable(issue.document), "message": storable(issue.message)}
        with in_words(self.path), self.engine.begin() as connection:
            connection.execute(sqlite_insert(tables.issues).on_conflict_do_nothing(), row)

    def issues(self) -> tuple[Issue, ...]:
        """What could not be done, in the order it was met."""
        columns = (tables.issues.c.stage, tables.issues.c.document, tables.issues.c.message)
        return tuple(Issue(*row) for row in self._rows(select(*columns).order_by(tables.issues.c.id)))

    def extractions(self) -> Iterator[Extraction]:
        """What was read from each document, in order of document id; one at a time is held in memory."""
        for document_id in sorted(self.known()):
            query = select(tables.extractions.c.json).where(tables.extractions.c.document_id == document_id)
            for row in self._rows(query):
                yield from_json(Extraction, json.loads(row[0]))

    def documents_raw(self, document_id: str) -> bytes:
        """The bytes of a report as they came in. Raises `CaseError` for a document that is not in the case."""
        rows = self._rows(select(tables.documents.c.raw).where(tables.documents.c.id == document_id))
        if not rows:
            raise CaseError(f"{self.path}: there is no document {document_id} in this case")
        return zlib.decompress(rows[0][0])

    def read_at(self, document_id: str) -> str | None:
        """When a document was first read (ISO, UTC), or None for a document that is not in the case."""
        rows = self._rows(select(tables.documents.c.read_at).where(tables.documents.c.id == document_id))
        return rows[0][0] if rows else None

    def paths(self, document_id: str) -> tuple[str, ...]:
        """The paths a document was given as, sorted."""
        column = tables.paths.c.path
        return tuple(row[0] for row in self._rows(select(column).where(tables.paths.c.document_id == document_id)))

    def save_account(
        self, lineage: Iterable[Lineage], stories: Iterable[Story], reread: Iterable[Extraction] = ()
    ) -> None:
        """Keep what the documents of the case say together. It covers the documents that are in the case now.

        reread  documents as the account reads them, where other reports gave them a date or showed that lines of
                theirs recur; what was read from them alone is kept beside it, since another report may change that
        """
        parts = {
            "lineage": json_text(tuple(lineage)),
            "stories": json_text(tuple(stories)),
            "reread": json_text(tuple(reread)),
            "documents": json_text(sorted(self.known())),
        }
        with in_words(self.path), self.engine.begin() as connection:
            _replace(connection, tables.account, "part", "json", parts)

    def account(self) -> Account:
        """The whole case. Lineage and stories are empty until they have been saved."""
        lineage = tuple(from_json(Lineage, item) for item in self._part("lineage"))
        stories = tuple(from_json(Story, item) for item in self._part("stories"))
        reread = {extraction.document.id: extraction for extraction in self.reread()}
        extractions = tuple(reread.get(kept.document.id, kept) for kept in self.extractions())
        return Account(extractions, lineage, stories)

    def reread(self) -> tuple[Extraction, ...]:
        """The documents that the kept account reads otherwise than when they came in."""
        return tuple(from_json(Extraction, item) for item in self._part("reread"))

    def save_corrections(self, lines: Iterable[str]) -> bool:
        """Keep the lines of a corrections file in place of those kept before. True if they differ from those."""
        kept = [storable(line) for line in lines]
        if kept == self.corrections():
            return False
        with in_words(self.path), self.engine.begin() as connection:
            _replace(connection, tables.account, "part", "json", {"corrections": json_text(kept)})
        return True

    def corrections(self) -> list[str]:
        """The lines of the corrections file that every build of this case applies."""
        return list(self._part("corrections"))

    def waiting(self) -> tuple[str, ...]:
        """Ids of documents that the saved account does not cover: a build was stopped after reading them."""
        return tuple(sorted(self.known().difference(self._part("documents"))))

    def save_counts(self, counts: Iterable[tuple[str, int, int]]) -> None:
        """Keep, for each stage in order, its name, how many things came in and how many went out."""
        rows = [
            {"stage": stage, "position": position, "came_in": came_in, "went_out": went_out}
            for position, (stage, came_in, went_out) in enumerate(counts)
        ]
        if [tuple(row.values()) for row in rows] == self._stage_counts():
            return
        with in_words(self.path), self.engine.begin() as connection:
            connection.execute(delete(tables.stage_counts))
            if rows:
                connection.execute(insert(tables.stage_counts), rows)

    def counts(self) -> tuple[tuple[str, int, int], ...]:
        """For each stage in order: its name, how many things came in and how many went out."""
        return tuple((stage, came_in, went_out) for stage, _, came_in, went_out in self._stage_counts())

    def search(self, query: str, limit: int = 50) -> tuple[FoundPassage, ...]:
        """The passages that hold the words of `query`, best first (BM25). Plain words must all occur; FTS5's own
        query language works too ("a phrase", OR, NOT, prefix*). Raises `UsageError` if it is not understood."""
        if not query.split():
            raise UsageError("nothing to search for: give at least one word")
        values = {"query": full_text_query(query), "limit": limit, "mark_start": MARK_START, "mark_end": MARK_END}
        with in_words(self.path), self.engine.connect() as connection:
            try:
                rows = connection.execute(SEARCH, values).all()
            except OperationalError as error:
                if getattr(error.orig, "sqlite_errorname", "") != "SQLITE_ERROR":
                    raise
                raise UsageError(
                    f"the search {query!r} is not understood ({error.orig}); put words in quotes"
                ) from error
        return tuple(found_passage(*row) for row in rows)

    def _rows(self, query: Any) -> list[Any]:
        with in_words(self.path), self.engine.connect() as connection:
            return list(connection.execute(query).all())

    def _part(self, name: str) -> Any:
        rows = self._rows(select(tables.account.c.json).where(tables.account.c.part == name))
        return json.loads(rows[0][0]) if rows else []

    def _stage_counts(self) -> list[tuple[str, int, int, int]]:
        table = tables.stage_counts
        return [tuple(row) for row in self._rows(select(table).order_by(table.c.position))]


def _note_path(connection: Connection, document_id: str, path: str) -> bool:
    row = {"document_id": document_id, "path": storable(path)}
    could_not_be_read = (tables.issues.c.stage == "reading") & (tables.issues.c.document == row["path"])
    connection.execute(delete(tables.issues).where(could_not_be_read))
    return connection.execute(sqlite_insert(tables.paths).on_conflict_do_nothing(), row).rowcount > 0


def _document_row(raw: RawReport) -> dict[str, object]:
    document = raw.document
    return {
        "id": document.id,
        "sha256": document.sha256 or "",
        "media_type": document.media_type,
        "size": len(raw.raw),
        "raw": zlib.compress(raw.raw),
        "read_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _replace(connection: Connection, table: Any, key: str, value: str, rows: dict[str, str]) -> None:
    """Write the rows that differ from what is there, so that saving the same again leaves the file as it is."""
    there = {row[0]: row[1] for row in connection.execute(select(table.c[key], table.c[value]))}
    for name, content in rows.items():
        if there.get(name) != content:
            row = {key: name, value: content}
            connection.execute(sqlite_insert(table).on_conflict_do_update(index_elements=[key], set_=row), row)


def open_case(path: str | PathLike[str], *, create: bool, write: bool = True) -> CaseFile:
    """Open the case file at `path`, and bring a file of an older version up to date.

    create  make the file if it is not there; else a missing file is an error
    write   False for commands that only show: the file may then be on a read-only disk

    Raises `CaseError`, in words, if the file is missing, is no case file, is of a newer version, cannot be written,
    is locked by another program, or the disk is full.
    """
    path = Path(path)
    _check_place(path, create=create)
    engine = make_engine(path, write=write or create)
    case = CaseFile(path, engine)
    try:
        with in_words(path):
            _prepare(engine, path, create=create, write=write or create)
    except BaseException:
        engine.dispose()
        raise
    return case


def _check_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise CaseError(f"{path}: this is a folder, not a case file")
    if not path.exists() and not create:
        raise CaseError(f"{path}: there is no such case file (make one with: rashomon build REPORTS... -o {path})")
    if not path.absolute().parent.is_dir():
        raise CaseError(f"{path}: the folder {path.parent} does not exist")


def _prepare(engine: Engine, path: Path, *, create: bool, write: bool) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        application = connection.exec_driver_sql("PRAGMA application_id").scalar()
        empty = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0
        if application != tables.APPLICATION_ID and not (empty and create):
            raise CaseError(f"{path}: this is not a case file")
        revision = None if empty else connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if revision is not None and revision > tables.HEAD:
            raise CaseError(f"{path}: made by a newer version of rashomon ({_made_by(connection)}); please update")
        if write:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        connection.exec_driver_sql("PRAGMA synchronous = NORMAL")
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
    if revision != tables.HEAD:
        with engine.begin() as transaction:
            transaction.exec_driver_sql(f"PRAGMA application_id = {tables.APPLICATION_ID}")
            upgrade(transaction)
            _replace(transaction, tables.meta, "key", "value", {"rashomon": version("rashomon"), "schema": tables.HEAD})


def _made_by(connection: Connection) -> str:
    made_by = connection.execute(select(tables.meta.c.value).where(tables.meta.c.key == "rashomon")).scalar()
    return made_by if isinstance(made_by, str) else "unknown"

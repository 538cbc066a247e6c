"""The tables of a case file, as the newest migration leaves them. A test holds this module and the migrations equal.

Beside the tables stand `passages`, a full-text index (FTS5), and the views `reports`, `figures` and `attributions`,
which read the extractions' JSON, so that anyone with an SQLite browser can ask the file without this package.
"""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint

APPLICATION_ID = 0x5241_5348
"""Written into the header of every case file ("RASH"), so that another SQLite file is never taken for one."""

HEAD = "0001"
"""The revision of the newest migration. Revisions count up, so a higher one is from a newer rashomon."""

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("read_at", Text, nullable=False),
)

paths = Table(
    "paths",
    metadata,
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    Column("path", Text, primary_key=True),
)

extractions = Table(
    "extractions",
    metadata,
    Column("document_id", Text, ForeignKey("documents.id"), primary_key=True),
    Column("made_by", Text, nullable=False),
    Column("json", Text, nullable=False),
)

issues = Table(
    "issues",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stage", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("message", Text, nullable=False),
    UniqueConstraint("stage", "document", "message"),
)

account = Table(
    "account",
    metadata,
    Column("part", Text, primary_key=True),
    Column("json", Text, nullable=False),
)

stage_counts = Table(
    "stage_counts",
    metadata,
    Column("stage", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("came_in", Integer, nullable=False),
    Column("went_out", Integer, nullable=False),
)

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

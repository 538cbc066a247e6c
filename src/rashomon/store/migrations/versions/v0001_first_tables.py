"""The first tables of the case file."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

FULL_TEXT = """
CREATE VIRTUAL TABLE passages USING fts5(
    text, document_id UNINDEXED, start UNINDEXED, "end" UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2'
)
"""

REPORTS = ("title", "byline", "outlet", "agency", "published", "published_from", "language", "url")
FIGURES = ("id", "quantity", "value", "low", "high", "qualifier", "group", "unit", "status", "as_of", "place")
ATTRIBUTIONS = ("id", "speaker", "chain", "kind", "stance", "parent")


def _columns(names: tuple[str, ...], source: str, **paths: str) -> str:
    fields = {**{name: name for name in names}, **paths}
    return ", ".join(f"json_extract({source}, '$.{path}') AS \"{name}\"" for name, path in fields.items())


def _item_view(name: str, columns: str) -> str:
    items = f"json_each(extractions.json, '$.{name}') AS item"
    return f"CREATE VIEW {name} AS SELECT document_id, {columns} FROM extractions, {items}"


VIEWS = (
    f"CREATE VIEW reports AS SELECT document_id AS id, {_columns(REPORTS, 'json')} FROM extractions",
    _item_view("figures", _columns(FIGURES, "item.value", attribution="attribution", start="span[0]", end="span[1]")),
    _item_view("attributions", _columns(ATTRIBUTIONS, "item.value", start="content[0][0]", end="content[#-1][1]")),
)


def _text(name: str, *, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=primary_key, nullable=False)


def _document_id() -> sa.Column[str]:
    return sa.Column("document_id", sa.Text, sa.ForeignKey("documents.id"), primary_key=True)


def upgrade() -> None:
    op.create_table(
        "documents",
        _text("id", primary_key=True),
        _text("sha256"),
        _text("media_type"),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        _text("read_at"),
    )
    op.create_table("paths", _document_id(), _text("path", primary_key=True))
    op.create_table("extractions", _document_id(), _text("made_by"), _text("json"))
    op.create_table(
        "issues",
        sa.Column("id", sa.Integer, primary_key=True),
        _text("stage"),
        _text("document"),
        _text("message"),
        sa.UniqueConstraint("stage", "document", "message"),
    )
    op.create_table("account", _text("part", primary_key=True), _text("json"))
    op.create_table(
        "stage_counts",
        _text("stage", primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("came_in", sa.Integer, nullable=False),
        sa.Column("went_out", sa.Integer, nullable=False),
    )
    op.create_table("meta", _text("key", primary_key=True), _text("value"))
    for statement in (FULL_TEXT, *VIEWS):
        op.execute(statement)

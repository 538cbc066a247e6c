"""The migrations."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from rashomon.store import open_case, tables
from rashomon.store.migration import MIGRATIONS, upgrade

FULL_TEXT = "passages"


def test_newest_migration_is_the_one_the_code_expects() -> None:
    """HEAD is read without loading Alembic."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [tables.HEAD]


def test_migrations_give_the_tables_of_the_code(tmp_path: Path) -> None:
    """Neither lacks what the other has; the full-text index makes its own tables."""
    with open_case(tmp_path / "x.rashomon", create=True) as case, case.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), tables.metadata)
    unexpected = [change for change in differences if not str(change[1].name).startswith(FULL_TEXT)]
    assert unexpected == []


def test_a_stopped_migration_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half the tables would make the file unusable for good."""
    path = tmp_path / "x.rashomon"

    def stop_after_work(connection: Connection) -> None:
        upgrade(connection)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("rashomon.store.case_file.upgrade", stop_after_work)
        with pytest.raises(KeyboardInterrupt):
            open_case(path, create=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    with open_case(path, create=True) as case:
        assert case.known() == set()

"""Alembic migrations of the case file, run from inside the package; no `alembic.ini` is needed."""

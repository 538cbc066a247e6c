"""Run by Alembic: the connection comes from `rashomon.store.migration`, and so does the transaction around it."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()

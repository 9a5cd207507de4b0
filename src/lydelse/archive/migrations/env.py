"""What Alembic runs to bring an archive up to date: on the connection that it is given, within its transaction."""

from __future__ import annotations

from alembic import context

from lydelse.archive.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()

"""The steps, each a module that Alembic runs."""

"""How an archive of one version of the program becomes one of the next: Alembic's own layout."""

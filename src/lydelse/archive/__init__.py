"""What was read and found, kept in a database: SQLite in a file, or PostgreSQL by its address.

Everything is keyed by the content of the documents. What came from a document goes with it when it is forgotten. Several runs may use one
archive at once: whatever two of them work out is the same, and is kept once.
"""

from lydelse.archive.history import history_of
from lydelse.archive.keeping import Archive, Kept
from lydelse.archive.opening import opened

__all__ = ["Archive", "Kept", "history_of", "opened"]

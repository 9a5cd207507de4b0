"""The tables of the archive, as the latest migration leaves them; a test holds the two against each other."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()


def _of_document(name: str = "sha256", *, nullable: bool = False, primary_key: bool = False) -> Column[str]:
    """Return a column that names a document, and whose row goes when the document does."""
    key = ForeignKey("documents.sha256", ondelete="CASCADE")
    return Column(name, String(64), key, nullable=nullable, primary_key=primary_key)


DOCUMENTS = Table("documents", METADATA, Column("sha256", String(64), primary_key=True))
"""The documents, by the hash of their content."""

READINGS = Table(
    "readings",
    METADATA,
    Column("work", String(64), primary_key=True),
    _of_document(),
    Column("name", Text, nullable=False),
    Column("described", Text, nullable=False),
    Column("json", LargeBinary, nullable=False),
    Column("html", LargeBinary, nullable=False),
    Index("ix_readings_sha256", "sha256"),
)
"""A document as one version of the program read it, by one set of wishes: ``work`` names all of it. The reports are deflated."""

REFUSALS = Table(
    "refusals",
    METADATA,
    Column("work", String(64), primary_key=True),
    _of_document(),
    Column("message", Text, nullable=False),
    Index("ix_refusals_sha256", "sha256"),
)
"""Documents that cannot be read, and why."""

PAIRS = Table(
    "pairs",
    METADATA,
    Column("work", String(64), primary_key=True),
    _of_document("before"),
    _of_document("after"),
    Column("json", LargeBinary, nullable=False),
    Column("html", LargeBinary, nullable=False),
    Index("ix_pairs_before", "before"),
    Index("ix_pairs_after", "after"),
)
"""Two versions, reviewed."""

AMOUNTS = Table(
    "amounts",
    METADATA,
    _of_document(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("section", Text, nullable=False),
    Column("heading", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("column", Text),
    Column("kind", String(16), nullable=False),
    Column("unit", String(32), nullable=False),
    Column("per", Text),
    Column("year", Integer),
    Column("version", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("value", Text, nullable=False),
    Column("literal", Text, nullable=False),
    Column("page", Integer),
    Column("said", Text, nullable=False),
)
"""The amounts of a document, as it was read last; ``value`` is an exact decimal with its printed decimals."""

PASSAGES = Table(
    "passages",
    METADATA,
    _of_document(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("section", Text, nullable=False),
    Column("heading", Text, nullable=False),
    Column("page", Integer),
    Column("text", Text, nullable=False),
)
"""The text of a document, block by block."""

FINDINGS = Table(
    "findings",
    METADATA,
    _of_document(primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", String(64), nullable=False),
    Column("code", String(16), nullable=False),
    Column("severity", String(16), nullable=False),
    Column("section", Text, nullable=False),
    Column("page", Integer),
    Column("message", Text, nullable=False),
)
"""What was found in a document by itself, as it was read last."""

WORDS = Table(
    "words",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    _of_document(),
    Column("of", String(8), nullable=False),
    Column("position", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Index("ix_words_sha256", "sha256"),
)
"""The words of an amount or a passage (``of``), as ``lydelse.archive.words`` writes them: what a search looks in."""

"""The first archive."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "a001"
down_revision = None


def upgrade() -> None:
    """Make the tables, and what a search looks in."""
    op.create_table("documents", sa.Column("sha256", sa.String(64), primary_key=True))
    _works()
    _contents()
    if op.get_bind().dialect.name == "sqlite":
        _searched_by_sqlite()
    else:
        op.execute(
            "ALTER TABLE words ADD COLUMN lexemes tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED"
        )
        op.execute("CREATE INDEX ix_words_lexemes ON words USING gin (lexemes)")


def _document(name: str = "sha256", *, primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), sa.ForeignKey("documents.sha256", ondelete="CASCADE"), nullable=False, primary_key=primary_key)


def _works() -> None:
    op.create_table("readings", _work(), _document(), _text("name"), _text("described"), *_reports())
    op.create_table("refusals", _work(), _document(), _text("message"))
    op.create_table("pairs", _work(), _document("before"), _document("after"), *_reports())
    for table, column in (("readings", "sha256"), ("refusals", "sha256"), ("pairs", "before"), ("pairs", "after")):
        op.create_index(f"ix_{table}_{column}", table, [column])


def _work() -> sa.Column[str]:
    return sa.Column("work", sa.String(64), primary_key=True)


def _reports() -> tuple[sa.Column[bytes], ...]:
    return tuple(sa.Column(name, sa.LargeBinary, nullable=False) for name in ("json", "html"))


def _listed(name: str, *columns: sa.Column[str] | sa.Column[int]) -> None:
    op.create_table(name, _document(primary_key=True), sa.Column("position", sa.Integer, primary_key=True), *columns)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _short(name: str, most: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(most), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer)


def _contents() -> None:
    where = ("section", "heading")
    named = [_text(name) for name in (*where, "label")]
    amounts: list[sa.Column[str] | sa.Column[int]] = [
        *named,
        _text("column", nullable=True),
        _short("kind", 16),
        _short("unit", 32),
        _text("per", nullable=True),
    ]
    stated: list[sa.Column[str] | sa.Column[int]] = [
        _number("year"),
        _short("version", 16),
        _short("status", 16),
        _text("value"),
        _text("literal"),
        _number("page"),
        _text("said"),
    ]
    _listed("amounts", *amounts, *stated)
    _listed("passages", *[_text(name) for name in where], _number("page"), _text("text"))
    _listed("findings", _short("id", 64), _short("code", 16), _short("severity", 16), _text("section"), _number("page"), _text("message"))
    number = sa.Column("id", sa.Integer, primary_key=True, autoincrement=True)
    op.create_table("words", number, _document(), _short("of", 8), sa.Column("position", sa.Integer, nullable=False), _text("words"))
    op.create_index("ix_words_sha256", "words", ["sha256"])


def _searched_by_sqlite() -> None:
    """Make a full-text index beside the words, which follows them when they are added and when they go."""
    op.execute(
        "CREATE VIRTUAL TABLE words_index USING fts5(words, content='words', content_rowid='id', tokenize='unicode61 remove_diacritics 0')"
    )
    op.execute(
        "CREATE TRIGGER words_added AFTER INSERT ON words BEGIN INSERT INTO words_index(rowid, words) VALUES (new.id, new.words); END"
    )
    op.execute(
        "CREATE TRIGGER words_gone AFTER DELETE ON words BEGIN "
        "INSERT INTO words_index(words_index, rowid, words) VALUES ('delete', old.id, old.words); END"
    )

"""A query as each database asks it: every word of it must stand in the text, as a word's beginning or as a whole figure."""

from __future__ import annotations

from sqlalchemy import ColumnElement, text

from lydelse.archive.tables import WORDS
from lydelse.archive.words import is_figure, words_in


def matching(dialect: str, of: str, query: str) -> ColumnElement[bool] | None:
    """Return the condition that a row of ``words`` answers a query, None where the query holds no word.

    Args:
        dialect: the database's name to SQLAlchemy.
        of: what is looked for, "amount" or "passage".
        query: what a user wrote.
    """
    words = words_in(query)
    if not words:
        return None
    if dialect == "postgresql":
        asked = " & ".join(f"'{word}'" + ("" if is_figure(word) else ":*") for word in words)
        found = text("words.lexemes @@ CAST(:asked AS tsquery)").bindparams(asked=asked)
    else:
        asked = " ".join(f'"{word}"' + ("" if is_figure(word) else "*") for word in words)
        found = text("words.id IN (SELECT rowid FROM words_index WHERE words_index MATCH :asked)").bindparams(asked=asked)
    return (WORDS.c.of == of) & found

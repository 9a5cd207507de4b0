"""What an archive keeps and gives back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from lydelse.archive.searching import matching
from lydelse.archive.tables import AMOUNTS, DOCUMENTS, FINDINGS, PAIRS, PASSAGES, READINGS, REFUSALS, WORDS
from lydelse.archive.words import words_in
from lydelse.model.amount import AmountKind
from lydelse.model.archive import Described, KeptAmount, KeptPassage, Reading, Report
from lydelse.model.message import Fact, Message
from lydelse.model.quantity import Status
from lydelse.model.text import Version
from lydelse.records import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that the archive knows, with the names that it was read by."""

    sha256: str
    names: tuple[str, ...]


class Archive:
    """An archive that has been opened. Each call is whole or not at all."""

    def __init__(self, engine: Engine) -> None:
        """Use a database that is up to date."""
        self._engine = engine

    def described(self, work: str) -> Described | None:
        """Return what a document said of itself when a work read it, None where it has not been done."""
        with self._engine.begin() as connection:
            row = connection.execute(select(READINGS.c.described).where(READINGS.c.work == work)).first()
        return _described(row.described) if row else None

    def refusal(self, work: str) -> Message | None:
        """Return why a work could not read a document, None where it could or has not been done."""
        with self._engine.begin() as connection:
            row = connection.execute(select(REFUSALS.c.message).where(REFUSALS.c.work == work)).first()
        return _message(row.message) if row else None

    def has_pair(self, work: str) -> bool:
        """Tell whether a work on two versions has been done."""
        with self._engine.begin() as connection:
            return connection.execute(select(PAIRS.c.work).where(PAIRS.c.work == work)).first() is not None

    def report(self, work: str) -> Report | None:
        """Return the reports of a work, None where it has not been done."""
        with self._engine.begin() as connection:
            for table in (READINGS, PAIRS):
                row = connection.execute(select(table.c.json, table.c.html).where(table.c.work == work)).first()
                if row:
                    return Report(_inflated(row.json), _inflated(row.html))
        return None

    def keep_reading(self, work: str, reading: Reading, report: Report) -> None:
        """Keep a document as it was read; what an earlier reading of it gave to search is replaced."""
        described = reading.described
        row = {"work": work, "sha256": described.sha256, "name": described.name, "described": json.dumps(asdict(described))}
        with self._engine.begin() as connection:
            _add(connection, DOCUMENTS, [{"sha256": described.sha256}])
            _add(connection, READINGS, [row | _deflated(report)])
            _replace_contents(connection, reading, report)

    def keep_refusal(self, work: str, sha256: str, message: Message) -> None:
        """Keep why a document cannot be read."""
        told = json.dumps({"key": message.key, "facts": dict(message.facts)}, default=str)
        with self._engine.begin() as connection:
            _add(connection, DOCUMENTS, [{"sha256": sha256}])
            _add(connection, REFUSALS, [{"work": work, "sha256": sha256, "message": told}])

    def keep_pair(self, work: str, before: str, after: str, report: Report) -> None:
        """Keep the review of two versions, which are known by their hashes."""
        with self._engine.begin() as connection:
            _add(connection, DOCUMENTS, [{"sha256": before}, {"sha256": after}])
            _add(connection, PAIRS, [{"work": work, "before": before, "after": after} | _deflated(report)])

    def documents(self) -> tuple[Kept, ...]:
        """Return the documents, in the order of their hashes."""
        with self._engine.begin() as connection:
            rows = connection.execute(
                select(DOCUMENTS.c.sha256, READINGS.c.name).outerjoin(READINGS).order_by(DOCUMENTS.c.sha256, READINGS.c.name)
            ).all()
        names: dict[str, dict[str, None]] = {}
        for sha256, name in rows:
            names.setdefault(sha256, {}).update({name: None} if name else {})
        return tuple(Kept(sha256, tuple(known)) for sha256, known in names.items())

    def forget(self, sha256: str) -> None:
        """Delete a document, and all that came from it."""
        with self._engine.begin() as connection:
            connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.sha256 == sha256))

    def passages_of(self, sha256: str) -> tuple[str, ...]:
        """Return the text of a document, block by block, as it was read last."""
        with self._engine.begin() as connection:
            asked = select(PASSAGES.c.text).where(PASSAGES.c.sha256 == sha256).order_by(PASSAGES.c.position)
            return tuple(connection.execute(asked).scalars())

    def amounts_with(self, query: str) -> tuple[tuple[Described, KeptAmount], ...]:
        """Return the amounts in whose text, headings included, every word of a query stands, in the order of documents and places."""
        return tuple((document, _amount(row)) for document, row in self._found(AMOUNTS, "amount", query))

    def passages_with(self, query: str) -> tuple[tuple[Described, KeptPassage], ...]:
        """Return the passages in which every word of a query stands, in the order of documents and places."""
        return tuple((document, _passage(row)) for document, row in self._found(PASSAGES, "passage", query))

    def _found(self, table: Table, of: str, query: str) -> Iterable[tuple[Described, Mapping[str, Any]]]:
        with self._engine.begin() as connection:
            where = matching(connection.dialect.name, of, query)
            if where is None:
                return []
            joined = (WORDS.c.sha256 == table.c.sha256) & (WORDS.c.position == table.c.position)
            asked = select(table).join(WORDS, joined).where(where).order_by(table.c.sha256, table.c.position)
            rows = connection.execute(asked).mappings().all()
            latest = select(READINGS.c.sha256, READINGS.c.described).order_by(READINGS.c.name.desc(), READINGS.c.work.desc())
            documents = {row.sha256: row.described for row in connection.execute(latest)}
        known = {sha256: _described(documents[sha256]) for sha256 in {row["sha256"] for row in rows}}
        found = [(known[row["sha256"]], dict(row)) for row in rows]
        return sorted(found, key=lambda each: (each[0].name, each[0].sha256, each[1]["position"]))


def _replace_contents(connection: Connection, reading: Reading, report: Report) -> None:
    sha256 = reading.described.sha256
    for table in (AMOUNTS, PASSAGES, FINDINGS, WORDS):
        connection.execute(delete(table).where(table.c.sha256 == sha256))
    amounts = [asdict(each) | {"value": format(each.value, "f")} for each in reading.amounts]
    passages = [asdict(each) for each in reading.passages]
    findings = [{name: each[name] for name in _OF_FINDING} for each in json.loads(report.json)["findings"]]
    for table, rows in ((AMOUNTS, amounts), (PASSAGES, passages), (FINDINGS, findings)):
        _fill(connection, table, [row | {"sha256": sha256, "position": at} for at, row in enumerate(rows)])
    said = [("amount", at, each["said"]) for at, each in enumerate(amounts)] + [
        ("passage", at, f"{each['heading']} {each['text']}") for at, each in enumerate(passages)
    ]
    _fill(connection, WORDS, [{"sha256": sha256, "of": of, "position": at, "words": " ".join(words_in(text))} for of, at, text in said])


_OF_FINDING = ("id", "code", "severity", "section", "page", "message")


def _fill(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _add(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Add rows; one that another run has added meanwhile says the same, and stays."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def _deflated(report: Report) -> dict[str, bytes]:
    return {"json": zlib.compress(report.json.encode()), "html": zlib.compress(report.html.encode())}


def _inflated(content: bytes) -> str:
    return zlib.decompress(content).decode()


def _described(told: str) -> Described:
    values = json.loads(told)
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return Described(**values | lists)


def _message(told: str) -> Message:
    values = json.loads(told)
    facts: dict[str, Fact] = {name: tuple(fact) if isinstance(fact, list) else fact for name, fact in values["facts"].items()}
    return Message(values["key"], facts)


def _amount(row: Mapping[str, Any]) -> KeptAmount:
    values = {name: value for name, value in row.items() if name not in {"sha256", "position"}}
    typed = {"kind": AmountKind(values["kind"]), "version": Version(values["version"]), "status": Status(values["status"])}
    return KeptAmount(**values | typed | {"value": Decimal(values["value"])})


def _passage(row: Mapping[str, Any]) -> KeptPassage:
    return KeptPassage(row["section"], row["heading"], row["page"], row["text"])

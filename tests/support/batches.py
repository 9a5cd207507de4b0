"""An index and a history made by hand, so that their reports can be tried without the rest."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lydelse.model.amount import AmountKind
from lydelse.model.archive import Described, KeptAmount, KeptPassage
from lydelse.model.batch import Batch, Doubt, FileTold, FindingTold, ReviewTold, Standing
from lydelse.model.finding import Severity
from lydelse.model.history import History, Point, Quoted, Series
from lydelse.model.message import Message
from lydelse.model.quantity import Status
from lydelse.model.text import Version


def described(name: str, year: int = 2025) -> Described:
    """Return what a document says of itself."""
    return Described(
        f"{year}" * 16, name, "pdf", 3, "none", "tender", "Villkor <för> vård", f"{year}-01-02", ("RS/1/2025",), year, 400, (1, 2)
    )


def _finding(code: str, severity: Severity, message: str, *, known: bool = False) -> FindingTold:
    place = {"document": "", "section": "2", "section_id": "2", "page": 1, "box": [], "text": "100 tkr"}
    told: dict[str, Any] = {"id": f"{code}-1", "code": code, "name": "a-name", "severity": severity.value, "document": ""}
    told |= {
        "section": "2",
        "section_id": "2",
        "page": 1,
        "message": message,
        "relation": "",
        "found": "",
        "expected": "",
        "suggestion": "",
    }
    return FindingTold(told | {"places": [place, place]}, severity, known)


def small_batch(*, since: bool = False) -> Batch:
    """Return an index with a file of every standing; ``since`` where an earlier one knew of one finding."""
    source = {
        "name": "villkor.pdf",
        "sha256": "2025" * 16,
        "format": "pdf",
        "producer": "",
        "pages": 3,
        "redline": "none",
        "convention": "",
    }
    unread = {"code": "X901", "severity": "warning", "message": "Sidan 3 är inte läst.", "page": 3, "document": ""}
    found = (_finding("S101", Severity.ERROR, "Summan <stämmer> inte."), _finding("L402", Severity.WARNING, "En lucka.", known=since))
    asked = (_finding("Y201", Severity.QUESTION, "Avses 2026?"),)
    return Batch(
        folder="Handlingar & bilagor",
        files=(
            FileTold("2024/villkor.pdf", Standing.PAIRED, "2024" * 16, described("villkor.pdf", 2024)),
            FileTold("2025/villkor.pdf", Standing.PAIRED, "2025" * 16, described("villkor.pdf")),
            FileTold("kopia.pdf", Standing.COPY, "2025" * 16, said=Message("batch.copy", {"path": "2025/villkor.pdf"})),
            FileTold("lista.csv", Standing.SKIPPED, said=Message("batch.skipped.kind", {"suffix": ".csv"})),
            FileTold("protokoll <1>.pdf", Standing.REVIEWED, "1" * 64, described("protokoll <1>.pdf")),
            FileTold("stor.pdf", Standing.BROKEN, "2" * 64, said=Message("worker.time", {"seconds": 600})),
            FileTold("trasig.pdf", Standing.REFUSED, "3" * 64, said=Message("error.empty", {"file": "trasig.pdf"})),
        ),
        reviews=(
            ReviewTold(
                ("2024/villkor.pdf", "2025/villkor.pdf"), "pair", "handlingar/villkor.pdf-1.html", found, (unread,), (source, source)
            ),
            ReviewTold(("protokoll <1>.pdf",), "minutes", "handlingar/protokoll-1-.pdf-2.html", asked, (), (source,)),
        ),
        doubts=(Doubt("a.pdf", "b.pdf", Message("batch.doubt.order", {"before": "a.pdf", "after": "b.pdf", "percent": 97})),),
        since=since,
        gone=2 if since else 0,
    )


def _point(year: int, value: str, unit: str, *, said: bool = True, version: Version = Version.AFTER) -> Point:
    stated = (AmountKind.MONEY, unit, None, year if said else None, version, Status.CHANGED, Decimal(value), value)
    amount = KeptAmount("2.1", "Ersättning <a>", "Ersättning för vikt 1,00", "Belopp", *stated, 4, "")
    return Point(year, said, amount, described(f"villkor {year}.pdf", year))


def small_history() -> History:
    """Return a quantity of four years, in two units and two versions of one of them, and one that is stated for one year alone."""
    points = (_point(2022, "1.5", "mkr"), _point(2023, "1600", "tkr", version=Version.BEFORE), _point(2023, "1650", "tkr"))
    series = Series("Ersättning för vikt 1,00", "Belopp", "Ersättning <a>", (*points, _point(2026, "1650", "tkr", said=False)))
    passage = KeptPassage("2.1", "Ersättning", 4, "Ersättningen för vikt 1,00 är 1 650 tkr & mer. " * 12)
    alone = Series("Avgift", None, "", (_point(2026, "10", "kr"),))
    return History("ersättning vikt 1,00", (series, alone), (Quoted(passage, described("villkor 2026.pdf", 2026)),))

"""Reviews made by hand: a small redline with its amounts, findings and relations, so that reports can be tried without the rest."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from lydelse.extractors.written import written
from lydelse.model.amount import Amount, AmountKind
from lydelse.model.calculation import Origin, Verdict
from lydelse.model.case import Case
from lydelse.model.change import Added, Change, Comparison, Moved, Nature, Proof, Removed, Renumbered, Reworded, Unit
from lydelse.model.document import Document, Redline, Source
from lydelse.model.finding import Finding, Passage, Severity, Unread
from lydelse.model.message import Message
from lydelse.model.place import Box, Place
from lydelse.model.quantity import Entry, Status
from lydelse.model.readings import accepting_marks, rejecting_marks
from lydelse.model.review import Confirmed, Coverage, Review
from lydelse.model.text import Mark, Run, Version
from lydelse.records import replace

SMALL = r"""
#0 Ändringar i villkoren för vårdval <2026> & framåt
Villkoren gäller från 1 januari 202[-5-]{+6+}.
# 5 Ersättning
# 5.1 Fast ersättning
För år [-2025-] {+2026+} fördelas totalt [-773 096-] {+798 047+} tkr.
Ersättningen betalas varje månad.
Fördelningen har tre delar:
* listning, [-304 262-] {+312 400+} tkr
* läkemedel, 15 % av hela beloppet
* {+digitala besök, 25 000 kr+}
# 5.1.1 Vikter efter ålder
|= Ålder | Vikt
| 0–4 år | [-1,04-] {+1,16+}
| 75–79 år | [-2,75-] {+2,44+}
| 80–84 år | 2,21
-| 85 år och äldre | 2,39
# 5.2 Tak
Högst 36 197 tkr betalas ut under [-2025-] {+2026+}.
[-Taket får överskridas efter beslut.-]
# 6 Avtal
Avtalet gäller tills vidare.
"""
"""A redline of our own: money, weights, a year in two halves, a struck row, an amount that stands still."""


def small_comparison() -> Comparison:
    """Return what the small redline changes."""
    redline = _from_file(written(SMALL))
    return Comparison(
        before=rejecting_marks(redline),
        after=accepting_marks(redline),
        redline=redline,
        changes=_changes(),
        entries=_entries(),
        proof=Proof(reject_all_is_before=True, accept_all_is_after=True),
    )


def small_review() -> Review:
    """Return a review of the small redline that holds something of everything a report shows."""
    return Review(
        comparisons=(small_comparison(),),
        findings=_findings(),
        confirmed=_confirmed(),
        coverage=(Coverage(AmountKind.MONEY, 4, 1, 1, 2), Coverage(AmountKind.WEIGHT, 4, 0, 0, 2), Coverage(AmountKind.SHARE, 1, 1, 0, 0)),
        unread=(Unread("X905", Severity.WARNING, Message("X905.word-picture", {"count": 2}), page=3, document="andringar.pdf"),),
        case=Case(number="RS/123/2025", title="Ändrade villkor 2026", status="utkast"),
        rules_off=("T307",),
    )


def _from_file(document: Document) -> Document:
    source = Source(name="andringar.pdf", sha256="7d" * 32, format="pdf", producer="own", pages=4, redline=Redline.DRAWN)
    return replace(document, source=replace(source, convention="convention.red-underlined")).with_marks_counted()


def amount(kind: AmountKind, value: str, unit: str = "", *, page: int = 2) -> Amount:
    """Return an amount by itself, as if it stood on a page."""
    return Amount(kind, Decimal(value), unit, f"{value} {unit}".strip(), 0, len(value), place=Place(page=page))


def entry(label: str, before: Amount | None, after: Amount | None, section: str, **more: str) -> Entry:
    """Return a line of the table of amounts, its status as the two amounts say."""
    if before is None or after is None:
        status = Status.ADDED if after else Status.REMOVED
    else:
        status = Status.UNCHANGED if before.value == after.value else Status.CHANGED
    place = Place(section=section, section_id=section, page=2, box=Box(72, 100.126, 200, 112))
    return Entry(f"q-{label}", label, before, after, status, place, column=more.get("column"), year_before=2025, year_after=2026)


def _entries() -> tuple[Entry, ...]:
    def money(value: str, unit: str = "tkr") -> Amount:
        return amount(AmountKind.MONEY, value, unit)

    def weight(value: str) -> Amount:
        return amount(AmountKind.WEIGHT, value)

    share = amount(AmountKind.SHARE, "15", "%")
    return (
        entry("Totalt fördelas", money("773096"), money("798047"), "5.1"),
        entry("Listning", money("304262"), money("312400"), "5.1"),
        entry("Läkemedel", share, share, "5.1"),
        entry("Digitala besök", None, money("25000", "kr"), "5.1"),
        entry("0–4 år", weight("1.04"), weight("1.16"), "5.1.1", column="Vikt"),
        entry("75–79 år", weight("2.75"), weight("2.44"), "5.1.1", column="Vikt"),
        entry("80–84 år", weight("2.21"), weight("2.21"), "5.1.1", column="Vikt"),
        entry("85 år och äldre", weight("2.39"), None, "5.1.1", column="Vikt"),
        entry("Tak", money("36197"), money("36197"), "5.2"),
    )


def passage(section: str, text: str, page: int = 2) -> Passage:
    """Return a passage of the small redline."""
    return Passage(Place(section=section, section_id=section, path=f"{section}/p1", page=page), text, "andringar.pdf")


def _findings() -> tuple[Finding, ...]:
    return (
        Finding(
            "S101",
            "sum-mismatch",
            Severity.ERROR,
            Message(
                "S101.list",
                {
                    "section": "5.1",
                    "count": Decimal(3),
                    "summed": Decimal(798057),
                    "total": Decimal(798047),
                    "unit": " tkr",
                    "difference": Decimal(-10),
                    "rounding": Decimal("1.5"),
                },
            ),
            (passage("5.1", "fördelas totalt 798 047 tkr"), passage("5.1", "listning, 312 400 tkr")),
            relation="312 400 + 119 707 + 365 950 = 798 057 ≠ 798 047 tkr",
            found="798 047 tkr",
            expected="798 057 tkr",
            suggestion="798 057 tkr",
        ),
        Finding(
            "T301",
            "malformed-number",
            Severity.ERROR,
            Message("T301.letter.open", {"section": "6", "literal": "<b>1o & 2</b>"}),
            (passage("6", "<b>1o & 2</b> miljoner", page=4),),
        ),
        Finding(
            "L402",
            "interval-gap",
            Severity.WARNING,
            Message("L402.one", {"section": "5.1.1", "first": Decimal(5), "unit": " år", "below": "0–4 år", "above": "75–79 år"}),
            (passage("5.1.1", "0–4 år"), passage("5.1.1", "75–79 år")),
        ),
        Finding(
            "Y201",
            "stale-amount",
            Severity.QUESTION,
            Message("Y201.alone", {"section": "5.2", "what": "36 197 tkr (Tak)", "before": 2025, "after": 2026}),
            (passage("5.2", "Högst 36 197 tkr", page=3),),
            found="36 197 tkr",
        ),
    )


def _confirmed() -> tuple[Confirmed, ...]:
    total = Message("relation.sum.list", {"label": "Totalt fördelas", "count": Decimal(3)})
    share = Message("relation.share", {"section": "5.1", "share": Decimal(15), "base": "hela beloppet"})
    heads = Message("relation.ratio.heads", {"sections": ("5.1", "5.1.1")})
    at = (passage("5.1", "fördelas totalt 773 096 tkr"),)
    return (
        Confirmed(total, Origin.STATED, Verdict.EXACT, Version.BEFORE, 2025, at, arithmetic="304 262 + 115 964 + 352 870 = 773 096 tkr"),
        Confirmed(share, Origin.STATED, Verdict.BARELY, Version.BEFORE, 2025, at, Fraction(14, 1000), "15 % × 773 096 = 115 964,4 tkr"),
        Confirmed(heads, Origin.INFERRED, Verdict.WITHIN_ROUNDING, Version.AFTER, 2026, (*at, passage("5.1.1", "1,16")), Fraction(1, 2)),
    )


def _changes() -> tuple[Change, ...]:
    at, later = Place(section="5.1", section_id="5.1", page=2), Place(section="5.2", section_id="5.2", page=3)
    struck, added = Run("773 096", Mark.STRUCK), Run("798 047", Mark.INSERTED)
    kept = Run("För varje år som ersättningen betalas ut till den som är ansluten fördelas totalt ")
    removed = "Taket får överskridas efter beslut."
    header = (Run("Version "), Run("1", Mark.STRUCK), Run("2", Mark.INSERTED))
    return (
        Reworded(Unit.PARAGRAPH, "773 096", "798 047", (kept, struck, Run(" "), added, Run(" tkr.")), at, at, Nature.AMOUNT),
        Added(Unit.ITEM, "digitala besök, 25 000 kr", (Run("digitala besök, 25 000 kr", Mark.INSERTED),), at, Nature.AMOUNT),
        Removed(Unit.PARAGRAPH, removed, (Run(removed, Mark.STRUCK),), later),
        Renumbered("5.3 Tak", "5.2 Tak", Place(section="5.3", section_id="5.3", page=3), later),
        Moved(Unit.PARAGRAPH, "Ersättningen betalas.", "Ersättningen betalas.", (Run("Ersättningen betalas."),), later, at),
        Reworded(Unit.FURNITURE, "Version 1", "Version 2", header, Place(), Place()),
    )

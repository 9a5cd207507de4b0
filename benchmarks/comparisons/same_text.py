"""One text of ten pages made by several programs, in several formats and settings: compared with one another they differ in nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from benchmarks.kinds.case import CHROMIUM, DRAWN, TYPST, WEASYPRINT, WRITER, Case, Layout, plain
from benchmarks.kinds.opendocument import fodt_of
from benchmarks.kinds.producers import PATIENCE, MissingError, make
from benchmarks.standing.made_up import Author, wording

from lydelse.differ import compare
from lydelse.extractors import read
from lydelse.extractors.written import written
from lydelse.model.change import Change, Unit
from lydelse.model.document import Document

SECTIONS = 34

OWN = """
# Inledning

Villkoren gäller under 2026 – 2027 för dem som bedriver specificerad, officiellt godkänd verksamhet; ”huvudmannen” är regionen. Frågor om
profil, affischering och efterfrågan besvaras av avtalsgruppen (se www.exempelregionen.se/avtal), telefon 010-123 45 67.

# Ord och uttryck

*1) huvudman: den som har ansvaret
*2) utförare: den som på huvudmannens uppdrag bedriver verksamheten
*a) den som är anställd hos utföraren räknas inte
*– annat framgår av lag eller avtal

Avgiften är 200 kr för vuxna och 0 kr för barn. För den som är 85 år eller äldre gäller det som sägs i avsnitt 2.

|= Åldersgrupp | Vikt 2026 | Andel (%)
| 0–6 år | 1,42 | 7,5
| 7–19 år | 0,61 | 14,25
| 20–64 år | 0,93 | −0,5
| 65 år och äldre | 2,07 | 21,0

Tabellen gäller till och med 2026-12-31. Kostnader enligt 3 kap. 2 § lagen (2008:962) om valfrihetssystem ingår inte, och inte heller
AT-läkare, ST-läkare, in- och utdata eller hälso- och sjukvårdsinsatser.
"""

NOTES = """
# Avgifter

Avgiften är 200 kr⟦f:1⟧ för vuxna och 0 kr för barn⟦f:2⟧. Den som uteblir betalar full avgift.⟦f:3⟧

[^1] Avgiften fastställs av fullmäktige för ett år i sänder.

[^2] Den som inte har fyllt 20 år.

[^3] Gäller inte akuta besök eller besök som avbokas senast 24 timmar i förväg.
"""
"""Footnotes, which browsers do not set: for the other programs alone."""


@dataclass(frozen=True)
class Form:
    """How the text is set, and by which program."""

    producer: str
    layout: Layout


HEADER, FOOTER = "Villkor för vårdval, beslutade av nämnden", "Sida {page}"
PAPERS: Mapping[str, Form] = {
    "Writer": Form(WRITER, Layout(header=HEADER, footer=FOOTER)),
    "Writer, two columns": Form(WRITER, Layout(columns=2, justified=True, footer=FOOTER)),
    "Chromium, level rules": Form(CHROMIUM, Layout(rules="level", justified=True, header=HEADER)),
    "Chromium, two columns": Form(CHROMIUM, Layout(columns=2, justified=True)),
    "WeasyPrint, no rules": Form(WEASYPRINT, Layout(rules="none", justified=True, footer=FOOTER)),
    "Typst": Form(TYPST, Layout(header=HEADER, footer=FOOTER, tinted=True)),
    "Typst, level rules": Form(TYPST, Layout(rules="level", landscape=True)),
    "drawn": Form(DRAWN, Layout(footer=FOOTER)),
}
TEXT, WORD, OPEN_DOCUMENT = "text", "Word", "OpenDocument"


@dataclass(frozen=True)
class Pair:
    """Two files of one text and what was said to differ, running headers and footers apart."""

    before: str
    after: str
    changes: tuple[Change, ...]


def text_of(seed: int, *, notes: bool) -> str:
    """Return the text, with a soft hyphen in its long words."""
    made_up = wording(Author(seed).document(SECTIONS), "force")
    divided = re.sub(r"(?<=[a-zåäö]{4}[aeiouyåäö])(?=[bdfgklmnprstv][aeiouyåäö][a-zåäö]{2})", "\u00ad", made_up)
    own = re.sub(r"(?<=\S)\n(?=[a-zåäöA])", " ", OWN.strip())
    return "\n\n".join((own, re.sub(r"\n(?![|*])", "\n\n", divided), NOTES.strip() if notes else "Villkoren gäller tills vidare."))


def documents_of(seed: int, folder: Path, *, notes: bool) -> Iterator[tuple[str, Document]]:
    """Yield the text as it is read from each file that can be made here."""
    source = text_of(seed, notes=notes)
    yield TEXT, written(plain(source))
    for name, form in PAPERS.items():
        path = folder / f"{re.sub(r'[^a-z]', '-', name.lower())}.pdf"
        if notes and form.producer == CHROMIUM:
            continue
        try:
            make(form.producer, [(Case("same text", source, layout=form.layout), path)])
        except MissingError as missing:
            print(f"not measured: {missing}")
            continue
        yield name, read(path)
    if shutil.which("soffice"):
        (folder / "office.fodt").write_text(fodt_of(Case("same text", source)), "utf-8")
        for suffix, name in (("docx", WORD), ("odt", OPEN_DOCUMENT)):
            _converted(folder / "office.fodt", suffix)
            yield name, read(folder / f"office.{suffix}")


def _converted(file: Path, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", suffix, "--outdir"]
        subprocess.run([*command, str(file.parent), str(file)], check=True, capture_output=True, timeout=PATIENCE)


def pairs(seed: int, *, notes: bool) -> Iterator[Pair]:
    """Yield each file compared with each other one."""
    with tempfile.TemporaryDirectory() as name:
        documents = list(documents_of(seed, Path(name), notes=notes))
    for (one, before), (other, after) in permutations(documents, 2):
        changes = compare(before, after).changes
        yield Pair(one, other, tuple(change for change in changes if change.unit is not Unit.FURNITURE))

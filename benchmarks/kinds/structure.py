"""Kinds of pages: reading order, words in pieces, hyphens, footnotes, contents, running lines, and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.kinds.case import CHROMIUM, DRAWN, PAGED, TYPST, WEASYPRINT, WRITER, Case, Layout
from benchmarks.kinds.texts import MARKED, SHORT

FOOTNOTES = """
# 14 Patientavgifter

Patientavgiften för besök hos läkare är [-200-] {+250+} kr.⟦f:1⟧ För barn och unga under 20 år är besöket avgiftsfritt.

Den som uteblir betalar [-full avgift-] {+dubbel avgift+}⟦f:2⟧ om besöket inte har avbokats i tid. Avgiften tillfaller regionen.

[^1] Avgiften fastställs av fullmäktige och gäller från [-februari-] {+januari+} månad varje år.

[^2] Gäller inte akuta besök.
"""

HYPHENS = """
# 15 Utbildning

{lines}
"""

CONTENTS = """
# Innehåll

1 Inledning ............................................................ 3

2 Uppdraget ............................................................ 4

2.1 Målgrupp ........................................................... 5

3 Ersättning ........................................................... 7

# 1 Inledning

Villkoren beskriver vad som gäller för den som driver en vårdcentral på uppdrag av regionen, [-2025-] {+2026+}.

# 2 Uppdraget

Uppdraget omfattar [-planerad-] {+planerad och akut+} vård för alla som är listade.

# 2.1 Målgrupp

Målgruppen är alla som bor i regionen och de som söker vård tillfälligt.

# 3 Ersättning

Ersättningen beskrivs i bilagorna.
"""

HEADINGS = """
# 3.1 Allmänt

Avtalet gäller mellan regionen och den som driver [-verksamheten-] {+vårdcentralen+}.

# 3.1.2 Avtalets handlingar

Handlingarna kompletterar varandra. Vid motsägelser gäller de i den ordning som anges här.

# 5. Avtalstid

Avtalet gäller i [-fyra-] {+fem+} år.

# 5.1 Förlängning

Avtalet kan förlängas med högst två år i taget.

# 5.1.1 Villkor för förlängning av avtal som har ingåtts före den dag då de nya villkoren började gälla i hela regionen

Förlängning kräver att målen har nåtts.

# § 4 Uppsägning

Uppsägning ska vara skriftlig. Uppsägningstiden är [-tolv-] {+nio+} månader.

# Kapitel 3 Ekonomi

Kapitlet beskriver hur betalning sker.

# Bilaga 2 Prislista

Priserna anges i kronor och utan mervärdesskatt.
"""

NUMBERS_ALONE = """
# 4.1 Tillträde

Regionen har rätt att besöka verksamheten [-varje år-] {+utan föranmälan+}.

# 4.2 Insyn

Handlingar lämnas ut på begäran inom skälig tid.
"""


def cases() -> Iterator[Case]:
    """Yield the cases of structure."""
    yield Case("two columns", MARKED, layout=Layout(columns=2), producers=PAGED)
    yield Case("two columns, justified and divided", _divided(), layout=Layout(columns=2, justified=True), producers=PAGED)
    yield Case("hyphens at line ends, kept and taken away", _hyphens(), layout=Layout(columns=2), producers=PAGED)
    yield from _boxes()
    yield Case("landscape", MARKED, layout=Layout(landscape=True), producers=PAGED)
    yield Case("page turned", MARKED, layout=Layout(landscape=True, trick="turned"), producers=(DRAWN,))
    yield Case("text drawn out of order", MARKED, layout=Layout(trick="shuffled"), producers=(DRAWN,))
    yield Case("words in pieces by kerning", MARKED, layout=Layout(trick="kerned"), producers=(DRAWN,))
    yield Case("ligatures", _ligatures(), producers=(WRITER, CHROMIUM, WEASYPRINT, TYPST))
    ligature_line = "Den finansiella profilen och konflikten med efficiens 2026 specificeras i avtalet."
    yield Case(
        "ligatures as letters of their own", SHORT, layout=Layout(trick="ligatures"), producers=(DRAWN,), truths=(SHORT + ligature_line,)
    )
    yield Case("footnotes with marks", FOOTNOTES, producers=(DRAWN, WRITER, WEASYPRINT, TYPST))
    yield Case("table of contents", CONTENTS, producers=PAGED, truths=(_without_pages(CONTENTS),))
    running = Layout(header="Dnr RS 2025/118 Villkor för vårdcentraler", footer="Sida {page} (3)")
    yield Case("running header and footer", MARKED, layout=running, producers=PAGED)
    dated = Layout(header="Region Exempel 2026-01-{page} Version {page}.0", footer="Utskriven den {page} mars 2026")
    yield Case("running lines whose date changes", MARKED, layout=dated, producers=PAGED)
    yield Case("headings of all kinds", HEADINGS, producers=PAGED)
    yield Case("headings set as the body", HEADINGS, layout=Layout(plain_titles=True), producers=(DRAWN,))
    said = frozenset({"X905"})
    yield Case("line numbers in the margin", MARKED, layout=Layout(trick="numbered"), producers=(DRAWN, WRITER), said=said)
    yield Case("balloons in the margin", SHORT, layout=Layout(trick="balloons"), producers=(DRAWN,), said=said)
    yield Case("large word across the page", SHORT, layout=Layout(trick="across"), producers=(DRAWN,), said=said)
    yield Case("heading numbers alone on a line", _numbers_alone(), producers=(DRAWN, CHROMIUM, TYPST), truths=(NUMBERS_ALONE,))


def _boxes() -> Iterator[Case]:
    parts = [part for part in SHORT.strip().split("\n\n") if part]
    box = "Kontakt: Avtalsgruppen svarar på frågor om bemanning vardagar mellan nio och elva, telefon 010 123 45 67."
    orders = [[*parts[:at], box, *parts[at:]] for at in range(1, 6)]
    truths = tuple("\n\n".join(order) for order in orders)
    for kind, sign in (("side box", "¦"), ("side box on the left", "¦¦")):
        yield Case(kind, "\n\n".join([*parts[:1], f"{sign}{box}", *parts[1:]]), producers=(CHROMIUM, WEASYPRINT), truths=truths)


def _divided() -> str:
    """Return the text with a soft hyphen in its long words, between a vowel and the letters after it."""
    return re.sub(r"(?<=[a-zåäö]{4}[aeiouyåäö])(?=[bdfgklmnprstv][aeiouyåäö][a-zåäö]{2})", "\u00ad", MARKED)


def _hyphens() -> str:
    sentences = [
        "Under året anställs {n} AT-läkare och {m} ST-läkare vid de större enheterna i länet.",
        "Kvalitets\u00adregister och patient\u00adenkäter används vid upp\u00adföljningen av god\u00adkända enheter.",
        "Verksamhets\u00adchefen ansvarar för bemannings\u00adplanering och fort\u00adbildning av e-hälso-ansvariga.",
        "IT-stöd, röntgen-remisser och lab-prover beställs [-i pappers\u00adform-] {{+digi\u00adtalt+}} av {n} enheter.",
        "Hälso- och sjukvårds\u00adnämnden samt patient\u00adnämnden får in- och utdata [-kvartals\u00advis-] {{+månads\u00advis+}}.",
    ]
    texts = [" ".join(sentences[(at + k) % 5].format(n=at + 3, m=2 * at + 5) for k in range(4)) for at in range(8)]
    return HYPHENS.format(lines="\n\n".join(texts))


def _ligatures() -> str:
    extra = "Finansiering, profil, konflikt, fläkt, officiell, affisch och efterfrågan [-specificeras-] {+definieras+} i avtalet."
    return SHORT + "\n\n" + "\n\n".join(f"{extra} Afferent flöde {at} fick fyllas på." for at in range(3, 9))


def _without_pages(contents: str) -> str:
    """Return contents as they are read: entries without the dots and page numbers, which are no text of the document."""
    return re.sub(r" \.{4,} \d+$", "", contents, flags=re.MULTILINE)


def _numbers_alone() -> str:
    return re.sub(r"# (4\.\d) (\w+)", r"# \1\\n\2", NUMBERS_ALONE)

"""Documents that hold no marks, full of what looks like them: underlined headings, links, warnings, rules and coloured tables."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.kinds.case import PAGED, Case, Layout

SUBJECTS = (
    "Vårdcentralen",
    "Leverantören",
    "Beställaren",
    "Nämnden",
    "Verksamhetschefen",
    "Den enskilde",
    "Kommunen",
    "Enheten",
    "Styrelsen",
)
VERBS = ("ska redovisa", "får besluta om", "ansvarar för", "följer upp", "ersätter", "planerar", "dokumenterar", "samordnar")
OBJECTS = (
    "tillgängligheten under {n} veckor",
    "kostnaden om {n} {m} kr per år",
    "behovet av utbildning för {n} anställda",
    "högst {n} procent av ramen",
    "besöken enligt avsnitt {s}",
    "bemanningen den {d} mars 202{y}",
    "samverkan med skola och socialtjänst",
    "priserna i bilaga {y}",
)
ENDS = (
    "efter samråd med berörda parter",
    "senast tio arbetsdagar efter varje kvartal",
    "om inte annat framgår av avtalet",
    "i den ordning som regionen anvisar",
    "med hänsyn till patientens behov",
    "utan särskild ersättning",
)
WARNING = "⟦v:Observera att uppgiften måste lämnas i tid.⟧"
LINK = "Mer finns på ⟦l:www.exempelregionen.se/villkor⟧ och i anvisningarna."
EMPHASIS = "Detta gäller ⟦u:endast⟧ för ⟦b:nya avtal⟧ som har ingåtts efter den 1 juli."


def sentence(at: int) -> str:
    """Return one sentence of its own, decided by its number alone."""
    what = OBJECTS[at * 5 % 8].format(n=at % 90 + 10, m=f"{at * 37 % 1000:03}", s=f"{at % 9 + 1}.{at % 4 + 1}", d=at % 28 + 1, y=at % 10)
    return f"{SUBJECTS[at * 7 % 9]} {VERBS[at * 3 % 8]} {what} {ENDS[at * 11 % 6]}."


def document(seed: int, *, tables: bool, signs: bool) -> str:
    """Return about 1 600 words under numbered headings."""
    parts: list[str] = []
    at = seed * 1000
    for chapter in range(1, 9):
        parts.append(f"# {chapter} {('Uppdrag', 'Ersättning', 'Uppföljning', 'Samverkan')[chapter % 4]} och villkor {chapter}")
        for paragraph in range(4):
            text = " ".join(sentence(at + k) for k in range(4))
            at += 4
            extra = (WARNING, LINK, EMPHASIS, "")[paragraph] if signs else ""
            parts.append(f"{text} {extra}".strip())
        if tables:
            rows = "\n".join(
                f"| {('Läkare', 'Sjuksköterska', 'Fotvård', 'Hembesök')[k]} | {at % 70 + k} {at * 7 % 900 + 100} | {k + 1},{at % 9}"
                for k in range(4)
            )
            parts.append(f"|= Åtgärd | Kostnad, kr | Andel, %\n{rows}")
    return "\n\n".join(parts)


def cases() -> Iterator[Case]:
    """Yield the cases without marks."""
    yield Case("clean, links, warnings, emphasis", document(1, tables=False, signs=True), producers=PAGED)
    yield Case("clean, underlined headings", document(2, tables=False, signs=False), layout=Layout(underlined_titles=True), producers=PAGED)
    tinted = Layout(rules="full", tinted=True, header="Region Exempel", footer="Sida {page}")
    yield Case("clean, tables with rules and colours", document(3, tables=True, signs=True), layout=tinted, producers=PAGED)
    yield Case("clean, level rules", document(4, tables=True, signs=False), layout=Layout(rules="level", columns=1), producers=PAGED)

"""Kinds of tables: with full rules, level ones and none; merged, wrapped, over several pages, with marks in their cells."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.kinds.case import BLACK, DRAWN, EVERY, GREEN, PAGED, Case, Layout, Look

MARKED_CELLS = """
# 5 Prislista

Beloppen i tabellen gäller från och med den 1 januari [-2025-] {+2026+} och räknas om en gång om året.

|= Åtgärd | Ersättning 2025, kr | Ersättning 2026, kr | Förändring, %
| Besök hos läkare | 410 | [-420-] {+425+} | [-2,4-] {+3,7+}
| Besök hos sjuksköterska | 205 | 215 | 4,9
| [-Telefonrådgivning-] | [-90-] | [-92-] | [-2,2-]
| {+Digitalt vårdmöte+} | {+160+} | {+180+} | {+12,5+}
| Hembesök av läkare | 600 | [-630-] {+640+} | [-5,0-] {+6,7+}
| Vaccination av barn och unga | 145 | 149 | 2,8
| Hälsosamtal | 1 250 | [-1 275-] {+1 290+} | [-2,0-] {+3,2+}

Ersättning lämnas inte för besök som har avbokats [-senast dagen före-] {+mindre än fyra timmar i förväg+}.
"""

WRAPPED = """
# 6 Ansvarsfördelning

Tabellen visar vem som ansvarar för vad när vården ges av flera.

|= Område | Vårdcentralens ansvar | Regionens ansvar
| Läkemedel | Kostnaden för allmänna läkemedel som verksamheten själv förskriver, [-utom dyra läkemedel-] {+även dyra läkemedel+} | Rekvisition till sjukhus
| Hjälpmedel | Förskrivning och uppföljning av personliga hjälpmedel enligt regionens anvisningar | Inköp, lager och reparationer av {+alla+} hjälpmedel
| Tolk | Bokning [-senast två dagar-] {+senast en dag+} i förväg genom den gemensamma växeln | Kostnaden för tolken, även när besöket ställs in sent
| Utbildning | Handledning av studenter och läkare under utbildning i [-mån av plats-] {+minst åtta veckor per år+} | Ersättning för handledning

Frågor om ansvar avgörs i samråd.
"""

MERGED = """
# 7 Fördelning av medel

Fördelningen mellan områdena framgår av tabellen.

|= ⟦1x2⟧Område | ⟦2x1⟧År 2025 | ⟦2x1⟧År 2026
|= Listade | Tkr | Listade | Tkr
| Norra området | 41 200 | 61 058 | [-41 900-] {+42 100+} | [-64 270-] {+64 581+}
| Södra området | 38 450 | 56 983 | 38 700 | 59 366
| Västra området | 27 310 | 40 473 | [-27 100-] {+27 050+} | [-41 571-] {+41 495+}
| Summa | 106 960 | 158 514 | [-107 700-] {+107 850+} | [-165 207-] {+165 442+}

Beloppen är avrundade var för sig.
"""

PLAIN = """
# 8 Vikter

Vikten beror på ålder. Övriga grupper har vikten 1,00.

|= Ålder | Vikt 2025 | Vikt 2026 | Antal
| 0–4 år | 1,04 | [-1,10-] {+1,16+} | 12 480
| 5–19 år | 0,62 | 0,64 | 38 115
| 20–64 år | 0,91 | [-0,90-] {+0,93+} | 129 740
| 65–79 år | 1,58 | 1,61 | 36 902
| 80 år och äldre | 2,21 | [-2,25-] {+2,30+} | 14 057

Vikterna används från och med [-mars-] {+april+} månad.
"""

GROUPED = """
# 16 Prislista

Priserna anges i kronor och utan mervärdesskatt.

|= Artikel | Benämning | Pris 2025 | Pris 2026 | Enhet
| ⟦2x1⟧Besök på mottagning | | | |
| 1001 | Läkare | 410 | [-425-] {+431+} | besök
| 1002 | Psykolog eller kurator, också per telefon inom två veckor | 447 | 462 | besök
| 1003 | Fotvård | 96 | [-98-] {+101+} | besök
| ⟦2x1⟧Besök i hemmet | | | |
| 2001 | Läkare | 1 210 | 1 255 | besök
| 2002 | Sjuksköterska | 640 | [-655-] {+660+} | besök
| 2003 | Provtagning | 385 | 392 | besök

Resor ingår i priserna.
"""

COVER = """
# 17 Sammanträde

Protokoll från nämndens sammanträde den 14 mars.

| Plats och tid | Residenset, sal Skog, klockan 9–15. Uppehåll för lunch mellan klockan 12 och 13 och för överläggning mellan klockan 14 och halv tre
| Beslutande | Anna Berg, ordförande, Karl Nilsson, vice ordförande, Maria Öhman, Per Åström och Eva Lind, som ersätter Olof Sjö till och med § 48
| Övriga närvarande | Lena Holm, direktör
| Justeringens plats och tid | Regionens hus den [-14-] {+21+} mars
| Paragrafer | 45–52

Protokollet fortsätter på nästa sida.
"""


def cases() -> Iterator[Case]:
    """Yield the cases of tables."""
    for rules, name in (("full", "all rules"), ("level", "level rules alone"), ("none", "no rules")):
        yield Case(
            f"price list with groups, {name}", GROUPED, layout=Layout(rules=rules, widths=(0.1, 0.4, 0.18, 0.18, 0.14)), producers=PAGED
        )
    yield Case("cover page of minutes, level rules", COVER, layout=Layout("level", widths=(0.26, 0.74)), producers=PAGED)
    for rules, name in (("full", "all rules"), ("level", "level rules alone"), ("none", "no rules")):
        widths = Layout(rules=rules, widths=(0.4, 0.2, 0.2, 0.2))
        yield Case(f"table, {name}, marks in cells", MARKED_CELLS, layout=widths, producers=EVERY if rules == "none" else PAGED)
        yield Case(f"table, {name}, number columns", PLAIN, layout=Layout(rules=rules), producers=PAGED)
        yield Case(f"table, {name}, wrapped cells", WRAPPED, layout=Layout(rules=rules, widths=(0.18, 0.46, 0.36)), producers=PAGED)
    yield Case("table, all rules, black marks", MARKED_CELLS, Look(struck=BLACK, inserted=BLACK), producers=PAGED)
    yield Case("table, level rules, black marks", MARKED_CELLS, Look(struck=BLACK, inserted=BLACK), Layout("level"), producers=PAGED)
    yield Case("table, green additions alone", MARKED_CELLS, Look(inserted=GREEN, underline=False), producers=PAGED)
    yield Case("table, coloured header", MARKED_CELLS, layout=Layout(tinted=True, widths=(0.4, 0.2, 0.2, 0.2)), producers=PAGED)
    yield Case("table, merged cells", MERGED, layout=Layout(widths=(0.28, 0.18, 0.18, 0.18, 0.18)), producers=PAGED)
    open_head = MERGED.replace("⟦2x1⟧År 2025 |", "År 2025 | |").replace("⟦2x1⟧År 2026", "År 2026 | |").replace("|= Listade", "|= | Listade")
    yield Case("table, merged cells, level rules", MERGED, layout=Layout("level"), producers=PAGED, truths=(MERGED, open_head))
    for rules in ("full", "level", "none"):
        yield Case(f"table over pages, {rules} rules", _long_table(), layout=Layout(rules=rules, widths=(0.4, 0.3, 0.3)), producers=PAGED)
    yield Case("redlined prose beside tables", _beside(), producers=PAGED)
    yield Case("redlined prose beside tables without rules", _beside(), layout=Layout("none"), producers=PAGED)
    yield Case("text with wide gaps and marks, no table", _filled_lines(), producers=(DRAWN,), layout=Layout(justified=True, columns=2))


def _long_table() -> str:
    rows = [
        "# 9 Ersättning per vårdcentral",
        "Tabellen visar ersättningen för varje vårdcentral.",
        "|= Vårdcentral | Listade | Ersättning, tkr",
    ]
    places = ("Aspen", "Björken", "Cedern", "Döderhult", "Eken", "Furan", "Granen", "Hasseln", "Idegran", "Jolstern")
    for at in range(90):
        amount, name = (
            1_200 + 37 * at,
            f"{places[at % 10]} {['norra', 'södra', 'östra', 'västra', 'yttre', 'inre', 'övre', 'nedre', 'gamla'][at // 10]}",
        )
        listed = f"{3 + at % 9} {(137 * at) % 900 + 100}"
        value = f"{amount // 1000} {amount % 1000:03}"
        new = f"{(amount + 45) // 1000} {(amount + 45) % 1000:03}"
        rows.append(f"| {name} | {listed} | " + (f"[-{value}-] {{+{new}+}}" if at % 3 == 0 else value))
    return "\n\n".join(rows[:2]) + "\n\n" + "\n".join(rows[2:]) + "\n\nBeloppen fastställs av [-nämnden-] {+styrelsen+}."


def _beside() -> str:
    return MARKED_CELLS.replace("# 5", "# 10") + PLAIN.replace("# 8", "# 11") + WRAPPED.replace("# 6", "# 12")


def _filled_lines() -> str:
    kept = (
        "Den som har fyllt åttiofem år ska erbjudas en namngiven kontakt med ansvar för samordningen.",
        "Tiden räknas från den dag då remissen kom in till mottagningen.",
        "För barn gäller kortare tider, om inte vårdnadshavaren vill annat.",
        "Undantag beslutas av verksamhetschefen och antecknas i journalen tillsammans med skälen.",
    )
    lines = (
        f"Under [-{year}-] {{+{year + 1}+}} gäller [-{year - 1900}-] {{+{year - 1890}+}} dagar. {kept[year % 4]} {kept[year * 7 % 3]}"
        for year in range(2011, 2026)
    )
    return "# 13 Samordning\n\n" + "\n\n".join(lines)

"""Kinds of tables by what their cells hold and how they are divided: headers of several levels, spans, notes, units, signs, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.kinds.case import PAGED, Case, Layout

NESTED = """
# 21 Driftbudget

Budgeten per verksamhet visas i tusental kronor och som andel av det hela.

|= ⟦1x3⟧Verksamhet | ⟦4x1⟧Budget
|= ⟦2x1⟧2025 | ⟦2x1⟧2026
|= Tkr | % | Tkr | %
| Förskola | 41 200 | 31,2 | [-42 310-] {+42 640+} | 31,4
| Grundskola | 61 458 | 46,5 | 62 980 | [-46,8-] {+46,4+}
| Gymnasieskola | 29 540 | 22,3 | 30 150 | 22,2
| Summa | 132 198 | 100,0 | [-135 440-] {+135 770+} | 100,0

Beloppen anges i löpande priser.
"""

GROUPS = """
# 22 Platser

Platserna fördelas mellan enheterna i varje område.

|= Område | Enhet | Platser | Kostnad, tkr
| ⟦1x3⟧Norra | Aspen | 24 | 9 120
| Björken | 31 | [-11 780-] {+11 940+}
| Cedern | 18 | 6 840
| ⟦1x2⟧Södra | Eken | 40 | 15 200
| Furan | [-22-] {+26+} | 8 360
| ⟦1x2⟧Västra | Granen | 27 | 10 260
| Hasseln | 35 | 13 300

Ändringar anmäls till nämnden.
"""

MARKED_NOTES = """
# 23 Hyror

Hyrorna gäller per månad.

|= Lokal | Hyra 2025, kr | Hyra 2026, kr
| Sporthallen | 12 340⟦r:1⟧ | 12 710⟦r:1⟧
| Simhallen | 18 250 | [-18 800-] {+18 950+}⟦r:2⟧
| Ishallen | 21 400⟦r:2⟧ | 22 040
| Ridhuset | 9 870 * | 10 160 *

⟦r:1⟧ Exklusive städning.

⟦r:2⟧ Halva hyran under juni och juli.

** Hyran fastställs av nämnden.
"""

TWO_LISTS = """
# 24 Priser i två spalter

Priserna gäller per besök.

|= Kod | Pris, kr | Kod | Pris, kr
| A101 | 410 | B201 | 1 210
| A102 | 447 | B202 | [-640-] {+655+}
| A103 | 96 | B203 | 385
| A104 | [-180-] {+184+} | B204 | 2 150
| A105 | 520 | B205 | 75

Andra besök ersätts inte.
"""

UNITS_ALONE = """
# 25 Avgifter med enhet för sig

Avgifterna tas ut i förskott.

|= Avgift | Belopp | Enhet
| Grundavgift | [-1 250-] {+1 290+} | kr
| Förseningsavgift | 60 | kr
| Ränta på obetalt belopp | 8,5 | %
| Sent återlämnad nyckel | 450 | kr
| Rabatt för föreningar | [-15-] {+20+} | %

Avgifterna räknas om varje år.
"""

UNITS_WITHIN = """
# 26 Avgifter med enhet i cellen

Avgifterna tas ut i efterskott.

|= Tjänst | 2025 | 2026
| Timme dagtid | 412 kr | [-424 kr-] {+431 kr+}
| Timme kväll och natt | 498 kr | 512 kr
| Tillägg för helg | 35 % | [-35 %-] {+40 %+}
| Startavgift per uppdrag | 1 250 kr | 1 290 kr
| Årlig ram | 3,4 mkr | 3,5 mkr

Beloppen är utan moms.
"""

NEGATIVE = """
# 27 Resultat per nämnd

Avvikelser anges med tecken.

|= Nämnd | Budget | Utfall | Avvikelse
| Barnnämnden | 41 200 | 42 610 | −1 410
| Vårdnämnden | 61 458 | 60 990 | 468
| Kulturnämnden | 9 540 | 9 575 | [-−35-] {+(35)+}
| Byggnämnden | 4 300 | 4 300 | –
| Finansiering | −116 498 | [-−117 475-] {+−117 480+} | +977

Tecknet minus anger ett underskott.
"""

EMPTY_COLUMN = """
# 28 Uppföljning

Kolumnen för utfall fylls i av leverantören.

|= Mått | Mål 2026 | Utfall | Kommentar
| Svar inom en dag | [-85 %-] {+90 %+} | | Mäts varje vecka
| Besök inom tre dagar | 75 % | | |
| Nöjda besökare | 4,2 | | Enkät i oktober
| Fast kontakt | [-60 %-] {+65 %+} | | |

Uppgifterna lämnas senast den 31 januari.
"""

LONG_LABELS = """
# 29 Ramar

Ramarna gäller för ett år.

|= Ändamål | Tkr
| Ersättning för läkarinsatser vid särskilda boenden och korttidsplatser i länets kommuner, med beredskap | [-12 410-] {+12 640+}
| Ersättning för hjälpmedel | 8 275
| Utvecklingsmedel för digitala vårdmöten, egen monitorering i hemmet och samordnad planering mellan vårdgivare | 3 150
| Tolkar vid besök | 940
| Medel till nämndens förfogande för oförutsedda kostnader under året, sådana som inte kunde förutses när budgeten beslutades | [-1 500-] {+1 250+}

Ramarna följs upp varje kvartal.
"""

REPLACED_ROWS = """
# 30 Ersatta rader

Raderna ersätts av nya.

|= Insats | Beskrivning | Pris, kr
-| Dagverksamhet | Plats för den som har beslut om dagverksamhet, fem dagar i veckan | 812
+| Dagverksamhet, hel dag | Plats för den som har beslut om dagverksamhet, högst fem dagar i veckan | 835
+| Dagverksamhet, halv dag | Plats högst fyra timmar, med en måltid | 470
| Ledsagning | Följeslagare vid besök i vården | 388
-| Avlösning | Avlösning i hemmet | 402
+| Avlösning | Avlösning i hemmet, också kvällar | 415
-| Larm | Trygghetslarm per månad | 240

Nya priser gäller från årsskiftet.
"""

REPLACED_COLUMNS = """
# 31 Ersatt kolumn

Kolumnen för 2025 utgår.

|= Åtgärd | [-2025-] | {+2026+} | Enhet
| Provtagning | [-385-] | {+392+} | kr
| Hembesök | [-1 210-] | {+1 255+} | kr
| Fotvård | [-96-] | {+101+} | kr
| Vaccination | [-149-] | {+149+} | kr
| Intyg | [-450-] | {+465+} | kr

Priserna är utan moms.
"""

PARAGRAPHS = """
# 32 Krav och uppföljning

Kraven följs upp en gång om året.

|= Område | Krav | Uppföljning
| Bemanning | Det ska finnas en sjuksköterska på varje enhet.\\nUtanför kontorstid ska sjuksköterska kunna nås per telefon. | Stickprov
| Utbildning | Personalen ska ha utbildning i:\\n• hygien\\n• [-lyftteknik-] {+förflyttning+}\\n• läkemedel | Intyg och lista över kurser
| Lokaler | Lokalerna ska vara tillgängliga. Den som använder rullstol ska kunna nå alla rum.\\nBrandskyddet ska vara dokumenterat. | Besök på plats\\nProtokoll från tillsyn

Brister rättas inom tre månader.
"""

FRAMED = """
# 33 Rubrik i ramen

Tabellens rubrik står i dess första rad.

|= ⟦4x1⟧Tabell 4. Prestationer per kvartal och enhet
|= Enhet | Kvartal 1 | Kvartal 2 | Kvartal 3
| Aspen | 412 | 438 | [-390-] {+401+}
| Björken | 1 208 | 1 190 | 1 044
| Cedern | 655 | [-640-] {+648+} | 602
| ⟦4x1⟧Källa: verksamhetens egen redovisning.

Siffrorna är preliminära.
"""

CAPTIONED = """
# 34 Rubrik över och anmärkning under

Tabellerna visar antalet platser.

Tabell 5. Platser per enhet

|= Enhet | 2025 | 2026
| Aspen | 24 | [-26-] {+27+}
| Björken | 31 | 31
| Cedern | 18 | 20

Källa: enheternas egna uppgifter.

Tabell 6. Platser per åldersgrupp

|= Ålder | 2025 | 2026
| 0–5 år | 44 | 45
| 6–12 år | 18 | [-20-] {+22+}
| 13–18 år | 11 | 11

Anm. Uppgifterna avser den 15 oktober.
"""

NEAR_HEADERS = """
# 35 Täta kolumner

Kolumnerna står tätt.

|= Enhet | Listade totalt | Besök läkare | Besök övriga | Andel digitalt | Andel akuta
| Aspen | 12 480 | 14 210 | 22 904 | 11,2 | 4,1
| Björken | 8 115 | [-9 044-] {+9 050+} | 15 310 | 9,8 | 3,7
| Cedern | 9 740 | 10 377 | 18 266 | [-14,0-] {+14,4+} | 5,2
| Eken | 6 902 | 7 105 | 12 048 | 8,3 | 2,9

Andelarna anges i procent.
"""

DEFINITIONS = """
# 36 Ord och begrepp

I avtalet används följande ord.

| Basår | Det år vars priser ersättningen räknas från. Basåret ändras bara genom ett nytt beslut av nämnden.
| Listad | Person som har valt eller har fått en vårdcentral och som är folkbokförd i länet den sista dagen i månaden före.
| Besök | Möte mellan patient och vårdgivare. Också ett möte på distans räknas, om det har bokats och [-varat minst tio minuter-] {+dokumenterats i journalen+}.
| Täckningsgrad | Andel av de listades besök i öppen vård som görs hos den egna vårdcentralen.

Övriga ord har samma betydelse som i lagen.
"""

_NARROW = (0.46, 0.27, 0.27)


def cases() -> Iterator[Case]:
    """Yield the cases, each with full rules, level ones and none where all three are usual."""
    five = (0.28, 0.18, 0.18, 0.18, 0.18)
    for rules, name in (("full", "all rules"), ("level", "level rules"), ("none", "no rules")):
        open_head = NESTED.replace("|= ⟦2x1⟧2025", "|= | ⟦2x1⟧2025").replace("|= Tkr", "|= | Tkr").replace("⟦1x3⟧", "")
        beside = re.sub(r"^\| (?=Bj|Ce|Fu|Ha)", "| | ", GROUPS, flags=re.MULTILINE)
        yield Case(
            f"table, three header rows, {name}",
            NESTED,
            layout=Layout(rules, widths=five, right=True),
            producers=PAGED,
            truths=(NESTED, open_head),
        )
        yield Case(
            f"table, group labels over rows, {name}", GROUPS, layout=Layout(rules, right=True), producers=PAGED, truths=(GROUPS, beside)
        )
        yield Case(f"table, notes and signs at figures, {name}", MARKED_NOTES, layout=Layout(rules, right=True), producers=PAGED)
        yield Case(f"table, two price lists in one, {name}", TWO_LISTS, layout=Layout(rules, right=True), producers=PAGED)
        yield Case(f"table, units in a column, {name}", UNITS_ALONE, layout=Layout(rules, widths=_NARROW, right=True), producers=PAGED)
        yield Case(f"table, units in the cells, {name}", UNITS_WITHIN, layout=Layout(rules, widths=_NARROW, right=True), producers=PAGED)
        yield Case(f"table, negative figures, {name}", NEGATIVE, layout=Layout(rules, right=True), producers=PAGED)
        yield Case(f"table, empty column, {name}", EMPTY_COLUMN, layout=Layout(rules, widths=(0.3, 0.15, 0.2, 0.35)), producers=PAGED)
        yield Case(
            f"table, long labels, one figure, {name}", LONG_LABELS, layout=Layout(rules, widths=(0.75, 0.25), right=True), producers=PAGED
        )
        yield Case(
            f"table, rows replaced, {name}", REPLACED_ROWS, layout=Layout(rules, widths=(0.28, 0.52, 0.2), right=True), producers=PAGED
        )
        one = REPLACED_COLUMNS.replace("-] | {+", "-] {+")
        yield Case(
            f"table, column replaced, {name}",
            REPLACED_COLUMNS,
            layout=Layout(rules, right=True),
            producers=PAGED,
            truths=(REPLACED_COLUMNS, one),
        )
        bare = PARAGRAPHS.replace("• ", "")
        yield Case(
            f"table, paragraphs and lists in cells, {name}",
            PARAGRAPHS,
            layout=Layout(rules, widths=(0.18, 0.52, 0.3)),
            producers=PAGED,
            truths=(bare,),
        )
        outside = FRAMED.replace("|= ⟦4x1⟧", "").replace("| ⟦4x1⟧", "\n")
        yield Case(
            f"table, caption and source in the frame, {name}",
            FRAMED,
            layout=Layout(rules, right=True),
            producers=PAGED,
            truths=(FRAMED, outside),
        )
        yield Case(f"tables, captions over, notes under, {name}", CAPTIONED, layout=Layout(rules, right=True), producers=PAGED)
        yield Case(
            f"table, headers that nearly touch, {name}",
            NEAR_HEADERS,
            layout=Layout(rules, widths=(0.15, 0.17, 0.17, 0.17, 0.17, 0.17), right=True),
            producers=PAGED,
        )
    for rules, name in (("full", "all rules"), ("level", "level rules"), ("none", "no rules")):
        said = frozenset({"X905"} if rules == "none" else ())
        yield Case(f"words and meanings, {name}", DEFINITIONS, layout=Layout(rules, widths=(0.25, 0.75)), producers=PAGED, said=said)

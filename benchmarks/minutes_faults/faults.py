"""Seeded inconsistencies: what is changed in which file of which folder, and which rule is to tell of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """A fault: in ``file`` each ``before`` becomes its ``after``. ``says`` stands in the finding; ``also`` are rules that may tell too."""

    code: str
    folder: str
    file: str
    changes: tuple[tuple[str, str], ...]
    says: str
    also: tuple[str, ...] = ()


R, M, C = "region", "municipality", "committee"
_NOT_IN_MEMO = ("K502", "K503", "K508")
LUNDS = "kommunstyrelsen enligt Cecilia Lunds yrkande."
FOUND = f"finner att kommunstyrelsen beslutar {LUNDS.removeprefix('kommunstyrelsen ')}"
_FELL = "finner att kommunstyrelsen avslår Cecilia Lunds yrkande och beslutar enligt arbetsutskottets förslag."
BALLOT = "finner att förslaget bifalls. Omröstning begärs. Ja-röst för arbetsutskottets förslag, nej-röst för Cecilia Lunds yrkande."
_AFTER_DECISION = "\n\nFörening   Belopp"
DECIDED = (
    "\n\n1. Bidrag till föreningar för drift av anläggningar beviljas med 1 284 500 kronor enligt förvaltningens fördelning.\n\n"
    "2. Medlen tas ur kommunstyrelsens anslag för föreningsbidrag.\n\n"
    "3. Föreningarna ska redovisa hur bidraget har använts senast den 31 mars 2023.\n\n"
)
FAULTS: tuple[Fault, ...] = (
    Fault(
        "K502",
        R,
        "tjansteskrivelse.txt",
        (("2. att nämnden tillförs 12,4 miljoner", "2. att nämnden tillförs 14,2 miljoner"),),
        "14,2",
        _NOT_IN_MEMO,
    ),
    Fault("K502", R, "fullmaktige.txt", (("är 375 kronor per besök", "är 357 kronor per besök"),), "357", ("K503",)),
    Fault("K502", M, "tjansteskrivelse.txt", (("Västra scoutkåren   147 000 kr", "Västra scoutkåren   174 000 kr"),), "174 000", ("S101",)),
    Fault(
        "K502",
        M,
        "tjansteskrivelse.txt",
        (("beviljas med 1 284 500 kronor", "beviljas med 1 248 500 kronor"),),
        "1 248 500",
        ("K503", "K501", "K508"),
    ),
    Fault("K502", C, "tjansteutlatande.txt", (("investering om 46 500 tkr", "investering om 46,5 tkr"),), "46,5", ("K503", "K508")),
    Fault("K502", C, "tjansteutlatande.txt", (("Hyran om 3 900 tkr", "Hyran om 3 600 tkr"),), "3 600", ("K503", "K508")),
    Fault(
        "K502",
        M,
        "kommunstyrelsen.txt",
        (("Södra idrottsklubben   385 500 kr", "Södra idrottsklubben   358 500 kr"),),
        "358 500",
        ("S101",),
    ),
    Fault("K503", C, "protokoll.txt", (("om 46 500 tkr, samt", "om 45 600 tkr, samt"),), "45 600", ("K502",)),
    Fault(
        "K503",
        C,
        "protokoll.txt",
        (("inarbetas i nämndens budget för 2026.\n\nReservation", "inarbetas i nämndens budget för 2027.\n\nReservation"),),
        "2027",
    ),
    Fault("K503", C, "protokoll.txt", (("1. godkänna utredningen", "1. inte godkänna utredningen"),), "inte"),
    Fault(
        "K503",
        C,
        "protokoll.txt",
        (("med 80 platser till en investering om 46 500 tkr, samt", "med 60 platser till en investering om 46 500 tkr, samt"),),
        "60",
    ),
    Fault("K503", R, "namnden.txt", (("senast 2024-03-31", "senast 2024-05-31"),), "2024-05-31"),
    Fault("K503", R, "namnden.txt", (("12,4 mnkr för år 2023", "12,4 mnkr per år från 2023"),), "12,4 mnkr per"),
    Fault(
        "K503",
        R,
        "namnden.txt",
        (("2. Nämnden tillförs 12,4 mnkr för år 2023.\n\n3. Hälso", "2. Hälso"),),
        "finns inte i beslutet",
        ("K508",),
    ),
    Fault(
        "K503",
        M,
        "kommunstyrelsen.txt",
        (("har använts senast den 31 mars 2023.\n\nFörening", "har använts senast den 30 april 2023.\n\nFörening"),),
        "30 april",
    ),
    Fault("K503", M, "arbetsutskottet.txt", (("kommunstyrelsen\n\n1. Bidrag", "kommunstyrelsen\n\n1. Lån"),), "Lån"),
    Fault(
        "K503",
        R,
        "fullmaktige.txt",
        (("Regionfullmäktiges beslut\n", "Regionfullmäktiges beslut\n\n0. Avgiften för besök på akutmottagning höjs till 400 kronor.\n"),),
        "akutmottagning",
        ("K502", "L405"),
    ),
    Fault(
        "K504",
        R,
        "fullmaktige.txt",
        (("§ 21 nya ersättningar för digitala besök (HSN/412/2022)", "§ 21 nya ersättningar för digitala besök (HSN/421/2022)"),),
        "HSN/421/2022",
    ),
    Fault("K504", R, "fullmaktige.txt", (("den 8 mars 2023 § 21", "den 9 mars 2023 § 21"),), "2023-03-09", ("K509",)),
    Fault("K504", R, "fullmaktige.txt", (("den 8 mars 2023 § 21", "den 8 mars 2023 § 12"),), "§ 12"),
    Fault(
        "K504",
        R,
        "tjansteskrivelse.txt",
        (
            (
                "§ 88 att se över ersättningen för digitala besök (HSN/412/2022)",
                "§ 88 att se över ersättningen för digitala besök (HSN/421/2022)",
            ),
        ),
        "HSN/421/2022",
    ),
    Fault("K504", M, "kommunstyrelsen.txt", (("2022-09-13 § 101 (KS 2022:318)", "2022-09-13 § 110 (KS 2022:318)"),), "§ 110"),
    Fault("K504", M, "kommunstyrelsen.txt", (("den 8 februari 2022 § 14", "den 18 februari 2022 § 14"),), "2022-02-18"),
    Fault("K504", C, "protokoll.txt", (("§ 6 förvaltningen i uppdrag", "§ 9 förvaltningen i uppdrag"),), "§ 9"),
    Fault("K504", C, "tjansteutlatande.txt", (("Dnr BUN-2024/205", "Dnr BUN-2024/250"),), "BUN-2024/250", ("K510",)),
    Fault(
        "K508",
        R,
        "tjansteskrivelse.txt",
        (("Ersättningen var tidigare", "Lokalerna medför en engångskostnad om 2,7 mkr. Ersättningen var tidigare"),),
        "2,7 mkr",
    ),
    Fault(
        "K508",
        R,
        "tjansteskrivelse.txt",
        (("Ersättningen var tidigare", "Direktören föreslås få i uppdrag att upphandla ett bokningssystem. Ersättningen var tidigare"),),
        "bokningssystem",
    ),
    Fault("K508", C, "tjansteutlatande.txt", (("Alternativ 2 är", "Rivningen beräknas kosta 1 850 tkr. Alternativ 2 är"),), "1 850 tkr"),
    Fault(
        "K508",
        C,
        "tjansteutlatande.txt",
        (("Alternativ 2 är", "Intäkterna från den gamla tomten bedöms bli 7,2 mkr. Alternativ 2 är"),),
        "7,2 mkr",
    ),
    Fault(
        "K508",
        M,
        "tjansteskrivelse.txt",
        (("Fyra föreningar har ansökt.", "Fyra föreningar har ansökt. Kommunens egna kostnader för snöröjning ökar med 95 000 kr."),),
        "95 000 kr",
    ),
    Fault(
        "K508",
        M,
        "tjansteskrivelse.txt",
        (("Fyra föreningar har ansökt.", "Fyra föreningar har ansökt. Ekonomichefen bör få i uppdrag att se över reglerna för lån."),),
        "regl",
    ),
    Fault("K509", R, "fullmaktige.txt", (("Regionfullmäktige 2023-04-19", "Regionfullmäktige 2023-02-19"),), "2023-02-19", ("K504",)),
    Fault(
        "K509",
        R,
        "namnden.txt",
        (("beslutade den 14 september 2022 § 88", "beslutade den 14 september 2023 § 88"),),
        "2023-09-14",
        ("K504",),
    ),
    Fault("K509", M, "kommunstyrelsen.txt", (("Tjänsteskrivelse 2022-08-29", "Tjänsteskrivelse 2022-10-29"),), "2022-10-29", ("K510",)),
    Fault("K509", M, "kommunstyrelsen.txt", (("den 8 februari 2022 § 14", "den 8 februari 2022 § 214"),), "§ 162", ("K504",)),
    Fault("K509", C, "protokoll.txt", (("gav den 16 januari 2024 § 6", "gav den 16 januari 2024 § 66"),), "§ 66", ("K504",)),
    Fault("K509", C, "protokoll.txt", (("(BUN-2024/205)", "(BUN-2025/205)"),), "BUN-2025/205", ("K504", "K510")),
    Fault(
        "K510",
        M,
        "kommunstyrelsen.txt",
        (
            (
                "Arbetsutskottets protokoll 2022-09-13 § 101\n",
                "Arbetsutskottets protokoll 2022-09-13 § 101\nEkonomisk redovisning från Norra bygdegården\n",
            ),
        ),
        "Norra bygdegården",
    ),
    Fault("K510", M, "kommunstyrelsen.txt", (("Tjänsteskrivelse 2022-08-29\n", ""),), "tjansteskrivelse.txt"),
    Fault("K510", M, "kommunstyrelsen.txt", (("Tjänsteskrivelse 2022-08-29", "Tjänsteskrivelse 2022-08-19"),), "2022-08-19"),
    Fault("K510", R, "tjansteskrivelse.txt", (("2023-02-20\n", ""),), "tjansteskrivelse.txt"),
    Fault("K510", C, "tjansteutlatande.txt", (("Dnr BUN-2024/205\n", ""),), "tjansteutlatande.txt", ("K504",)),
    Fault(
        "K510",
        C,
        "protokoll.txt",
        (("Tjänsteutlåtande, 2024-04-22", "Tjänsteutlåtande, 2024-04-22\nRitningar över förskolan"),),
        "Ritningar",
    ),
    Fault("K503", M, "kommunstyrelsen.txt", ((f"31 mars 2023.{_AFTER_DECISION}", f"28 februari 2023.{_AFTER_DECISION}"),), "oförändrat"),
    Fault(
        "K503",
        M,
        "kommunstyrelsen.txt",
        ((f"31 mars 2023.{_AFTER_DECISION}", f"30 april 2023.{_AFTER_DECISION}"),),
        "eller det yrkande som bifölls",
    ),
    Fault("K503", M, "kommunstyrelsen.txt", ((FOUND, _FELL),), "framgår inte att yrkandet bifölls"),
    Fault(
        "K503",
        M,
        "kommunstyrelsen.txt",
        ((FOUND, _FELL), (DECIDED, "\n\nKommunstyrelsen beslutar enligt Cecilia Lunds yrkande.\n\n")),
        "avslogs",
    ),
    Fault(
        "K511",
        M,
        "kommunstyrelsen.txt",
        ((FOUND, f"{BALLOT} Med 9 ja-röster mot 6 nej-röster beslutar {LUNDS}"),),
        "9 ja och 6 nej",
        ("K503",),
    ),
    Fault("K511", M, "kommunstyrelsen.txt", ((FOUND, f"{BALLOT} 7 ja-röster och 7 nej-röster."),), "7 ja och 7 nej", ("K503",)),
)

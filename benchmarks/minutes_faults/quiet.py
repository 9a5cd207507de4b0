"""Other ways to write what the folders say: nothing of it is a fault, and nothing may be found."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.minutes_faults.faults import BALLOT, DECIDED, FOUND, LUNDS


@dataclass(frozen=True)
class Quiet:
    """A rewriting: in ``file`` each ``before`` becomes its ``after``."""

    folder: str
    file: str
    changes: tuple[tuple[str, str], ...]


R, M, C = "region", "municipality", "committee"
_POINTS = (
    "1. godkänna utredningen om förskoleplatser i Ekbacken,\n\n2. beställa en ny förskola med 80 platser till en investering om 46 500 tkr,"
    " samt att\n\n"
    "3. hyran om 3 900 tkr per år inarbetas i nämndens budget för 2026."
)
_DECISION = f"Barn- och utbildningsnämnden beslutar att\n\n{_POINTS}"
QUIET: tuple[Quiet, ...] = (
    Quiet(C, "protokoll.txt", ((_DECISION, "Barn- och utbildningsnämnden beslutar enligt förslaget."),)),
    Quiet(C, "protokoll.txt", ((_DECISION, "Nämnden bifaller förslaget."),)),
    Quiet(C, "protokoll.txt", ((_DECISION, "Förslaget bifalls."),)),
    Quiet(
        C,
        "protokoll.txt",
        (
            (_DECISION, "Ärendet återremitteras till förvaltningen för att belysa kostnaderna."),
            ("Dan Falk (S) yrkar avslag på förslaget.", "Dan Falk (S) yrkar att ärendet återremitteras för att belysa kostnaderna."),
            ("nämnden beslutar enligt förslaget", "ärendet återremitteras"),
        ),
    ),
    Quiet(
        C,
        "protokoll.txt",
        (
            ("Eva Gran (L) yrkar bifall", "Eva Gran (L) yrkar att punkt 2 ändras till 90 platser och 48 000 tkr samt i övrigt bifall"),
            ("om 46 500 tkr, samt", "om 48 000 tkr, samt"),
            ("förskola med 80 platser till en investering om 48", "förskola med 90 platser till en investering om 48"),
            ("enligt förslaget.", "enligt Eva Grans yrkande."),
        ),
    ),
    Quiet(
        C,
        "protokoll.txt",
        (
            ("om 46 500 tkr, samt", "om 46,5 mnkr, samt"),
            (
                "3 900 tkr per år inarbetas i nämndens budget för 2026.\n\nReserv",
                "3 900 000 kronor per år inarbetas i nämndens budget för 2026.\n\nReserv",
            ),
        ),
    ),
    Quiet(
        C,
        "protokoll.txt",
        (("1. godkänna utredningen om förskoleplatser i Ekbacken", "1. Utredningen om förskoleplatser i Ekbacken godkänns"),),
    ),
    Quiet(C, "tjansteutlatande.txt", (("beräknas till 46 500 tkr", "beräknas till drygt 46 miljoner kronor"),)),
    Quiet(C, "tjansteutlatande.txt", (("Den årliga", "År 2019 byggdes en förskola i Granby för 38 000 tkr. Den årliga"),)),
    Quiet(
        R,
        "namnden.txt",
        (("Nämnden beslutar i enlighet med förslaget.", "Delegationsordningen godkänns.\n\nParagrafen förklaras omedelbart justerad."),),
    ),
    Quiet(
        R,
        "namnden.txt",
        (
            (
                "Hälso- och sjukvårdsnämnden föreslår regionfullmäktige\n\n1. Ersättningen",
                "Nämnden föreslår regionfullmäktige besluta följande:\n\n1. Ersättningen",
            ),
        ),
    ),
    Quiet(
        R,
        "namnden.txt",
        (
            (
                "3. Hälso- och sjukvårdsdirektören får i uppdrag att redovisa utfallet senast 2024-03-31.",
                "3. Att ge hälso- och sjukvårdsdirektören i uppdrag att redovisa utfallet senast den 31 mars 2024.",
            ),
        ),
    ),
    Quiet(R, "fullmaktige.txt", (("föreslog den 8 mars 2023 § 21", "behandlade ärendet i mars 2023, § 21, och föreslog"),)),
    Quiet(
        R,
        "fullmaktige.txt",
        (
            (
                "Sammanfattning\n",
                "Sammanfattning\n\nEnligt 5 kap. 65 § kommunallagen (2017:725) förs protokoll. År 2022 var anslaget 11,0 mkr.\n",
            ),
        ),
    ),
    Quiet(M, "kommunstyrelsen.txt", (("Tjänsteskrivelse 2022-08-29", "Förvaltningens skrivelse daterad den 29 augusti 2022"),)),
    Quiet(M, "kommunstyrelsen.txt", (("Arbetsutskottets protokoll 2022-09-13 § 101", "Protokollsutdrag KSAU 2022-09-13 § 101"),)),
    Quiet(
        M,
        "kommunstyrelsen.txt",
        (
            (
                "Ordföranden ställer proposition på punkt 3 och finner att kommunstyrelsen beslutar enligt Cecilia Lunds yrkande.",
                "Ordföranden finner att kommunstyrelsen bifaller arbetsutskottets förslag med Cecilia Lunds ändring.",
            ),
        ),
    ),
    Quiet(
        M,
        "tjansteskrivelse.txt",
        (("Fyra föreningar har ansökt.", "Fyra föreningar har ansökt. Under 2021 betalades 1 150 000 kronor ut."),),
    ),
    Quiet(
        M,
        "arbetsutskottet.txt",
        (("Arbetsutskottet föreslår kommunstyrelsen\n", "Arbetsutskottet föreslår att kommunstyrelsen beslutar\n"),),
    ),
    Quiet(M, "kommunstyrelsen.txt", ((FOUND, f"{BALLOT} Med 6 ja-röster mot 9 nej-röster beslutar {LUNDS}"),)),
    Quiet(M, "kommunstyrelsen.txt", ((DECIDED, "\n\nKommunstyrelsen beslutar enligt Cecilia Lunds yrkande.\n\n"),)),
    Quiet(M, "kommunstyrelsen.txt", (("\n\nBeslutsgång", "\n\nNils Ros (M) yrkar avslag på arbetsutskottets förslag.\n\nBeslutsgång"),)),
)

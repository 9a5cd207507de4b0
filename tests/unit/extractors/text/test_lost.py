"""Old and new figures side by side, in a text whose marks were lost."""

from __future__ import annotations

import pytest

from lydelse.extractors.text import document_of
from lydelse.extractors.written import in_words
from lydelse.model.document import Document, Redline
from lydelse.model.text import Version

MOVED = "Beloppen nedan avser de nivåer som gäller för 2025 2026.\n\nVillkoren ses över inför varje år och gäller nu 2025 2026.\n\n"


def read(text: str) -> Document:
    return document_of(MOVED + text)


def last(text: str) -> tuple[str, str]:
    """Return the two wordings of a text's last paragraph, read among others that move a year."""
    paragraph = list(read(text).paragraphs)[-1]
    return paragraph.before, paragraph.after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Sammanlagt avsätts för år 2025 2026, 773 096 798 047 tkr till utförarna.", "år 2025, 773 096 tkr", "år 2026, 798 047 tkr"),
        ("Beloppet för vikt 1,00 är 2 222 2 301 kr.", "är 2 222 kr", "är 2 301 kr"),
        (
            "2025 2026 är snittet per person 1 482 1 534 kr, totalt 195 921 202 842 tkr.",
            "2025 är snittet per person 1 482 kr, totalt 195 921 tkr",
            "2026 är snittet",
        ),
        (
            "Snittet 2025 2026 per person är 103 106 kr, totalt 8 425 8 686 tkr.",
            "är 103 kr, totalt 8 425 tkr",
            "är 106 kr, totalt 8 686 tkr",
        ),
        ("Uppdraget ersätts 2025 2026 med 998 1 012 kr.", "2025 med 998 kr", "2026 med 1 012 kr"),
        ("Avtalet gäller från den 1 januari 2024 2026.", "1 januari 2024.", "1 januari 2026."),
        ("Avtalet gäller från den 1 maj 2025 1 juni 2026.", "den 1 maj 2025.", "den 1 juni 2026."),
        ("Andelen är 3,1 2,9 % av summan.", "3,1 % av", "2,9 % av"),
        ("Avgiften är 700 kr 725 kr per besök.", "är 700 kr per", "är 725 kr per"),
        ("Antalet är 4 512 4 643 listade.", "är 4 512 listade", "är 4 643 listade"),
        ("Beloppet räknas upp med tre (3) fyra (4) procent.", "tre (3) procent", "fyra (4) procent"),
        ("Beslut fattas senast i juni maj året före.", "i juni året", "i maj året"),
        ("Betalning sker den 15 20 juni.", "den 15 juni", "den 20 juni"),
        ("Läsåret 2024/25 2025/26 gäller annat.", "Läsåret 2024/25 gäller", "Läsåret 2025/26 gäller"),
        ("Avgiften är 2222 kr 2301 kr per besök.", "är 2222 kr per", "är 2301 kr per"),
        ("Målen gäller för 20246.", "för 2024.", "för 2026."),
        ("Målen gäller för 20252026.", "för 2025.", "för 2026."),
        ("Taket är 36 197 tkr för 2025 2026.", "36 197 tkr för 2025.", "36 197 tkr för 2026."),
        ("Ersättningen 2025 2026 är 1\u00a0425 1\u00a0458 kr.", "är 1\u00a0425 kr", "är 1\u00a0458 kr"),
    ],
)
def test_figures_side_by_side_are_the_old_and_the_new(text: str, before: str, after: str) -> None:
    old, new = last(text)
    assert before in old
    assert after in new


@pytest.mark.parametrize(
    "text",
    [
        "Perioden är 2025–2026, läsåret 2025/2026, och även 2025 och 2026.",
        "Beloppet är 100 000 kr per mottagning och år.",
        "Mottagningen finns på Storgatan 4, 831 27 Orten, telefon 063-14 75 00.",
        "Kostnaden tas från konto 2990 kst 7000.",
        "Under 2026 1 652 kr per person, i övrigt inget.",
        "Lagen (2008:962) gäller, liksom dnr RS/12/2025.",
        "Åren 2024 2025 2026 behandlas var för sig.",
        "Robusthet på nivå 2 3 gäller inte.",
        "Det gäller i juni, maj och mars samt den 15 och 20 juni.",
        "Med 5 10 menas något annat.",
    ],
)
def test_other_figures_are_left_alone(text: str) -> None:
    old, new = last(text)
    assert old == new == text


def test_a_text_with_one_doubled_year_is_an_ordinary_document() -> None:
    text = "Rapporten avser 2025 2026.\n\nKostnaden var 773 096 tkr och antalet personer 132 250.\n"
    document = document_of(text)
    assert (document.is_marked, document.source.redline, document.unread) == (False, Redline.NONE, ())


def test_a_text_with_doubled_years_says_that_its_marks_are_lost() -> None:
    document = read("Avgiften är 700 725 kr för 2025 2026.")
    assert document.source.redline is Redline.UNMARKED
    assert document.unread[0].message.key == "X903.prose"
    assert document.unread[-1].message.facts["readings"] == ("700 → 725 kr", "2025 → 2026")


def test_the_space_goes_with_the_figure_so_that_both_wordings_are_clean() -> None:
    (paragraph, *_) = read("").paragraphs
    assert paragraph.reading(Version.AFTER).text == "Beloppen nedan avser de nivåer som gäller för 2026."


def test_cells_with_two_figures_under_one_header_are_old_and_new() -> None:
    document = read("Ålder Vikt\n0–4 1,04  1,16\n5–9 0,43 0,43\nPlus 100 1,10  1,38\n")
    assert in_words(document).splitlines()[-3:] == [
        "| 0–4 | [-1,04 -]{+1,16+}",
        "| 5–9 | [-0,43 -]{+0,43+}",
        "| Plus 100 | [-1,10 -]{+1,38+}",
    ]
    assert document.unread[-1].message.facts["rows"] == 3


def test_whole_amounts_in_cells_are_parted_by_the_column_they_stand_in() -> None:
    document = read("Ålder Belopp\n0–17 250 260\n18–64 300 310\nPlus 65 410 400\n")
    assert in_words(document).splitlines()[-3:] == ["| 0–17 | [-250 -]{+260+}", "| 18–64 | [-300 -]{+310+}", "| Plus 65 | [-410 -]{+400+}"]


def test_two_columns_with_headers_of_their_own_are_columns() -> None:
    document = read("Ålder Kvinnor Män\n0–4 1,04 1,16\n5–9 0,43 0,45\n")
    assert in_words(document).splitlines()[-2:] == ["| 0–4 | 1,04 | 1,16", "| 5–9 | 0,43 | 0,45"]


def test_columns_of_other_years_than_the_moved_ones_are_columns_and_asked_about() -> None:
    document = read("Utfall 2023 2024\nLokaler 1 200 1 250\nPersonal 5 300 5 410\n")
    assert in_words(document).splitlines()[-2:] == ["| Lokaler | 1 200 | 1 250", "| Personal | 5 300 | 5 410"]
    assert document.unread[-1].message.key.startswith("X903.columns")


def test_a_header_with_the_moved_years_is_one_column() -> None:
    document = read("Pris 2025 2026\nLäkare 700 725\nSköterska 400 415\n")
    assert in_words(document).splitlines()[-3:] == [
        "|= Pris | [-2025 -]{+2026+}",
        "| Läkare | [-700 -]{+725+}",
        "| Sköterska | [-400 -]{+415+}",
    ]


def test_prices_that_stand_once_are_kept_under_a_moved_year() -> None:
    document = read("Belopp 2025 2026\n\nLäkarbesök 700 kronor\nHembesök 400 kronor\nSamtal 250 kronor\n")
    assert in_words(document).splitlines()[-4:] == [
        "Belopp[- 2025-]{+ 2026+}",
        "| Läkarbesök | 700 kronor",
        "| Hembesök | 400 kronor",
        "| Samtal | 250 kronor",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Utföraren svarar för lokalerna enligt avtalet. samt för utrustning och transporter.",
        "Utföraren deltar i den planering som regionen fastställer. , se särskild rutin för detta.",
        (
            "För att fler ska arbeta utanför tätorten och för att minska kostnaden för den enskilde svarar utföraren för ökade kostnader"
            " vid dubbelt boende enligt reglerna för utbildning betalar utföraren ett tillägg vid dubbelt boende enligt rutin."
        ),
    ],
)
def test_wordings_that_run_together_are_asked_about(text: str) -> None:
    assert read(text).unread[-1].message.key.startswith("X903.collision")


def test_a_reference_after_a_full_stop_is_no_trace_of_striking() -> None:
    assert not any("collision" in each.message.key for each in read("Ersättning ges för deltagande. se särskild rutin.").unread)


GLUED = "Beloppen gäller för 20252026. Taket är 36 000 kr.\n\n"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Avgiften är 612631 kr per besök.", "är 612 kr", "är 631 kr"),
        ("Ramen är 773 096798 047 tkr.", "är 773 096 tkr", "är 798 047 tkr"),
        (
            "Ramen är 2 5092 650 tkr och antalet 4 1004 200 besök.",
            "är 2 509 tkr och antalet 4 100 besök",
            "är 2 650 tkr och antalet 4 200 besök",
        ),
        ("Ersättningen är 9981 012 kr.", "är 998 kr", "är 1 012 kr"),
        ("Ersättningen är 10001050 kr.", "är 1000 kr", "är 1050 kr"),
        ("Vikten är 1,041,16 och andelen 3,12,9 %.", "andelen 3,1 %", "andelen 2,9 %"),
        ("Avgiften är 700 kr725 kr per besök.", "är 700 kr per", "är 725 kr per"),
        ("Under 2026 1 6521 701 kr per person.", "Under 2026 1 652 kr", "Under 2026 1 701 kr"),
    ],
)
def test_figures_that_run_together_are_cut_where_their_ratio_is_the_usual_one(text: str, before: str, after: str) -> None:
    paragraph = list(document_of(GLUED + text).paragraphs)[-1]
    assert before in paragraph.before
    assert after in paragraph.after


@pytest.mark.parametrize(
    "text",
    [
        "Priset är 125000 kr.",
        "Priset är 48200 kr.",
        "Kontot är 5344-1120.",
        "Den 20251231 gäller 2500 kr.",
        "Talet 1,041,161,2 kr725 kr står fel.",
    ],
)
def test_figures_that_cannot_be_two_stay_one_where_years_run_together(text: str) -> None:
    paragraph = list(document_of(GLUED + text).paragraphs)[-1]
    assert paragraph.before == paragraph.after == text


def test_a_figure_that_may_be_two_is_asked_about() -> None:
    document = document_of("Beloppen gäller för 20252026. Priset är 600799 kr.")
    assert {each.message.key for each in document.unread} == {"X903.prose", "X903.pairs.unplaced", "X903.glued.unplaced"}


def test_a_text_whose_years_do_not_run_together_keeps_its_long_figures() -> None:
    document = document_of("Beloppen gäller för 2026. Priset är 612631 kr.")
    assert (document.is_marked, document.unread) == (False, ())


def test_cells_whose_figures_run_together_are_pairs_under_a_moved_year() -> None:
    document = document_of("Tjänst               Pris 20252026 (kr)\nMatlåda              310325\nLarm                 198\n")
    assert in_words(document).splitlines() == [
        "|= Tjänst | Pris [-2025-]{+2026+} (kr)",
        "| Matlåda | [-310-]{+325+}",
        "| Larm | 198",
    ]

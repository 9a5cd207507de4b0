"""Lines of text become headings, paragraphs, items and tables."""

from __future__ import annotations

from lydelse.extractors.text import document_of
from lydelse.extractors.written import in_words

LONG = "Utföraren svarar för att verksamheten bedrivs i lokaler som är ändamålsenliga och väl"


def words(text: str) -> list[str]:
    """Return the text as read, in the mini-language, one line a block."""
    return in_words(document_of(text)).splitlines()


def test_lines_broken_by_the_margin_are_one_paragraph() -> None:
    assert words(f"{LONG}\nunderhållna under hela avtalstiden.\n") == [f"{LONG} underhållna under hela avtalstiden."]


def test_a_line_broken_by_its_author_ends_the_paragraph() -> None:
    text = f"{LONG}\nunderhållna.\n{LONG}\nskötta.\n\nI tjänsten\nAnna Andersson\nDirektör\n"
    assert words(text)[-3:] == ["I tjänsten", "Anna Andersson", "Direktör"]


def test_a_sentence_goes_on_over_a_page_end_and_its_links() -> None:
    text = f"{LONG}\n{LONG} och i en form som är tydlig\n\nhttps://exempel.se/a-b\n och känd för alla.\n\nNästa stycke.\n"
    assert words(text) == [f"{LONG} {LONG} och i en form som är tydlig och känd för alla.", "https://exempel.se/a-b", "Nästa stycke."]


def test_a_hyphen_last_on_a_line_is_kept_and_a_shared_word_stands_apart() -> None:
    text = f"{LONG} i AT-\nläkares tjänst och i hälso-\noch sjukvårdens övriga verksamheter, nu och framöver.\n"
    assert words(text) == [f"{LONG} i AT-läkares tjänst och i hälso- och sjukvårdens övriga verksamheter, nu och framöver."]


def test_numbered_headings_are_found_with_and_without_empty_lines_around_them() -> None:
    text = (
        f"4. Ersättning\n\n4.1 Grundbelopp\n{LONG}.\n4.2 Tillägg\n{LONG}.\n"
        f"4.3 Personer från andra län som inte har valt en utförare\neller någon annan\n\n{LONG}.\n"
    )
    headings = [line for line in words(text) if line.startswith("#")]
    assert headings == [
        "# 4. Ersättning",
        "# 4.1 Grundbelopp",
        "# 4.2 Tillägg",
        "# 4.3 Personer från andra län som inte har valt en utförare eller någon annan",
    ]


def test_a_reference_that_the_margin_put_first_on_its_line_is_no_heading() -> None:
    text = f"{LONG} i avsnitt\n5.1.1 Ersättning per person i de fall som sägs där, om inte annat har avtalats mellan\nparterna.\n"
    assert words(text) == [
        f"{LONG} i avsnitt 5.1.1 Ersättning per person i de fall som sägs där, om inte annat har avtalats mellan parterna."
    ]


def test_a_numbered_list_of_nouns_is_items_and_a_chapter_is_a_heading() -> None:
    text = (
        "Uppdraget omfattar:\n\n1. Fotvård\n2. Rehabilitering\n3. Hjälpmedel\n\n4. Uppföljning\n\n"
        f"4.1 Allmänt\n\n{LONG}.\n\n4.2 Mål\n\n4.3 Mått\n"
    )
    assert words(text)[1:6] == ["*1. Fotvård", "*2. Rehabilitering", "*3. Hjälpmedel", "# 4. Uppföljning", "# 4.1 Allmänt"]


def test_bullets_dashes_and_signs_of_symbol_fonts_begin_items() -> None:
    text = (
        "Detta ingår:\n\n• fotvård i hemmet\n\n"
        "- hjälpmedel som skrivs ut av legitimerad personal hos den som ansvarar för\nuppdraget\n"
        "\uf0b7 Rapport\n\uf0b7 Rapport\n"
    )
    assert words(text) == [
        "Detta ingår:",
        "* fotvård i hemmet",
        "*- hjälpmedel som skrivs ut av legitimerad personal hos den som ansvarar för uppdraget",
        "* Rapport",
        "* Rapport",
    ]


def test_a_dash_in_running_text_begins_no_item() -> None:
    text = f"{LONG}\n– i den mån det går – skötta under hela den tid som avtalet mellan parterna gäller.\n"
    assert len(words(text)) == 1


def test_the_usual_words_are_headings_and_those_who_sign_are_not() -> None:
    text = (
        f"Nytt avtal 2026\nSammanfattning\n{LONG}\nskötta under tiden.\n\nDirektörens förslag\n\n"
        "1. Avtalet godkänns.\n2. Beslutet gäller från 2026.\n\nI tjänsten\nAnna Andersson\n\nUtdrag till\n\n"
        "Ekonomichef\n"
    )
    assert [line for line in words(text) if line.startswith(("#", "*"))] == [
        "#0 Nytt avtal 2026",
        "# Sammanfattning",
        "# Direktörens förslag",
        "*1. Avtalet godkänns.",
        "*2. Beslutet gäller från 2026.",
        "# Utdrag till",
    ]


def test_a_short_line_alone_above_prose_is_a_heading_where_nothing_is_numbered() -> None:
    text = f"{LONG}.\n\nBeräkning av åtagandet\n\n{LONG}\nskötta.\n\nRegionstyrelsen föreslår fullmäktige\n\n1. Avtalet godkänns.\n"
    assert [line for line in words(text) if line.startswith("#")] == ["# Beräkning av åtagandet"]


def test_an_item_of_minutes_takes_its_title_from_the_lines_below() -> None:
    text = (
        "PROTOKOLL\n\n§27\n\nVillkor för utförare inom valfrihetssystem i hela\nregionen (RS/12/2026)\n\n"
        f"Sammanfattning\n{LONG}\nskötta.\n\nBeslut\nNämnden beslutar\n\n1. Villkoren fastställs.\n"
    )
    assert [line for line in words(text) if line.startswith("#")] == [
        "# §27 Villkor för utförare inom valfrihetssystem i hela regionen (RS/12/2026)",
        "## Sammanfattning",
        "## Beslut",
    ]


def test_a_table_of_contents_has_no_headings() -> None:
    text = f"1. Inledning 3\n2. Uppdrag 4\n2.1 Omfattning 4\n3. Ersättning 9\n\n3. Ersättning\n\n{LONG}.\n"
    assert [line for line in words(text) if line.startswith("#")] == ["# 3. Ersättning"]


def test_rows_below_a_header_are_a_table() -> None:
    assert words("Ålder Vikt\n0–4 1,04\n5–9 0,33\nPlus 100 1,10\n") == [
        "|= Ålder | Vikt",
        "| 0–4 | 1,04",
        "| 5–9 | 0,33",
        "| Plus 100 | 1,10",
    ]


def test_a_header_may_wrap_and_intervals_keep_their_groups() -> None:
    text = "Listade personer \nVikt per \nintervall \n\n0–2 000  1 \n2 001–4 000 0,8 \n>4 001 0,6 \n> 150 km 2,25\n"
    assert words(text) == [
        "|= Listade personer | Vikt per intervall",
        "| 0–2 000 | 1",
        "| 2 001–4 000 | 0,8",
        "| >4 001 | 0,6",
        "| > 150 km | 2,25",
    ]


def test_a_label_may_wrap_over_lines_and_its_figure_stand_alone() -> None:
    text = (
        "Variabel Vikt\nÄldre än 65 år 6,15\nFödda i södra Europa, \nAfrika eller Asien\n\n5,72\n\n"
        "Inflyttade till \nområdet \n\n4,19\n\nVariablerna vägs ihop.\n"
    )
    assert words(text) == [
        "|= Variabel | Vikt",
        "| Äldre än 65 år | 6,15",
        "| Födda i södra Europa, Afrika eller Asien | 5,72",
        "| Inflyttade till området | 4,19",
        "Variablerna vägs ihop.",
    ]


def test_a_list_of_names_and_amounts_with_gaps_is_a_table() -> None:
    text = (
        "Medlen fördelas enligt nedan.\n\nNorra mottagningen     2 093 107 kr\n\n"
        "Södra mottagningen   1 201 669kr\n\nSUMMA   3 294 776 kr\n\nBeslut\n\n1. Medlen betalas ut.\n"
    )
    assert words(text)[1:4] == ["| Norra mottagningen | 2 093 107 kr", "| Södra mottagningen | 1 201 669kr", "| SUMMA | 3 294 776 kr"]


def test_a_price_list_may_say_a_price_in_words_and_explain_a_label() -> None:
    text = (
        "Pris per besök\n\nLäkarbesök 700 kronor\nBesök hos sköterska 400 kronor\n(utom samtal)\n"
        "Provtagning Enligt särskild prislista\nHembesök  500 kronor\n"
    )
    assert words(text)[1:] == [
        "| Läkarbesök | 700 kronor",
        "| Besök hos sköterska (utom samtal) | 400 kronor",
        "| Provtagning | Enligt särskild prislista",
        "| Hembesök | 500 kronor",
    ]


def test_columns_of_years_are_columns() -> None:
    assert words("År 2024 2025 2026\nKostnad 100 103 106\nIntäkt 200 206 212\n") == [
        "|= År | 2024 | 2025 | 2026",
        "| Kostnad | 100 | 103 | 106",
        "| Intäkt | 200 | 206 | 212",
    ]


def test_a_table_of_markdown_is_a_table() -> None:
    assert words("# Bilaga 1\n\n| Ålder | Vikt |\n|---|---|\n| 0–4 | 1,04 |\n") == ["# Bilaga 1", "|= Ålder | Vikt", "| 0–4 | 1,04"]


def test_running_lines_and_page_numbers_are_furniture() -> None:
    pages = [
        f"Region Exempel\n{number} (3)\n\n{word} {LONG}\noch {word.lower()} rena.\n"
        for number, word in enumerate(("Nu", "Sedan", "Till sist"), 1)
    ]
    document = document_of("\f".join(pages))
    assert [paragraph.after for paragraph in document.paragraphs] == [
        f"{word} {LONG} och {word.lower()} rena." for word in ("Nu", "Sedan", "Till sist")
    ]
    assert {piece.text for piece in document.furniture} == {"Region Exempel", "1 (3)", "2 (3)", "3 (3)"}
    assert [paragraph.place.page for paragraph in document.paragraphs] == [1, 2, 3]
    assert document.source.pages == 3


def test_the_bookmarks_that_a_copied_pdf_ends_with_are_furniture() -> None:
    text = f"Nytt avtal\n\nSammanfattning\n\n{LONG}.\n\nBeslut\n\n1. Avtalet godkänns.\n\n\n\tNytt avtal\n\tSammanfattning\n\tBeslut\n"
    document = document_of(text)
    assert [section.title for section in document.sections] == ["Nytt avtal", "Sammanfattning", "Beslut"]
    assert [piece.text for piece in document.furniture] == ["Nytt avtal", "Sammanfattning", "Beslut"]


def test_a_decision_that_repeats_the_proposal_is_no_bookmark() -> None:
    points = "1. Planen fastställs.\n2. Avgiften höjs.\n"
    text = f"§ 5 Plan\n\nFörslag till beslut\n\n{points}\nBeslut\n\n{points}"
    document = document_of(text)
    assert document.furniture == ()
    assert words(text)[-2:] == ["*1. Planen fastställs.", "*2. Avgiften höjs."]


def test_recipients_that_stand_under_two_items_are_no_bookmarks() -> None:
    item = "\n\n{}\n\nBeslut\n\nPlanen fastställs.\n\nExpedieras till\n\nEkonomidirektören\nSkolchefen\n"
    text = "Protokoll\n\nSkolnämnden 2022-03-01" + "".join(map(item.format, ("§ 5 Plan", "§ 6 Taxa")))
    assert words(text)[-2:] == ["Ekonomidirektören", "Skolchefen"]
    assert document_of(text).furniture == ()


def test_explicit_marks_are_read_as_they_are_written() -> None:
    assert words("# 5.1 Ersättning\nFör [-2025-]{+2026+} gäller 1 425 1 458 kr.\n")[1] == "För [-2025-]{+2026+} gäller 1 425 1 458 kr."


def test_letters_parted_from_their_words_are_reported() -> None:
    document = document_of("5.1 Vikter\n\nVariabel Vikt\nÅ lder ö ver 65 å r 6,15\nBarn under 5 å r 3,23\n")
    assert [(each.code, each.message.key, each.message.facts["section"]) for each in document.unread] == [("X902", "X902.letters", "5.1")]


def test_cells_on_lines_of_their_own_are_a_table() -> None:
    text = "Vikterna framgår nedan.\n\nÅlder\n\nVikt\n\n0–4\n\n1,04\n\n5–9\n\n0,33\n\nPlus 100\n\n1,10\n\nDe räknas om varje år.\n"
    assert words(text)[1:] == ["|= Ålder | Vikt", "| 0–4 | 1,04", "| 5–9 | 0,33", "| Plus 100 | 1,10", "De räknas om varje år."]


def test_columns_copied_one_after_the_other_are_a_table() -> None:
    text = "Vikterna framgår.\nVariabel\nÄldre än 65 år\nFödda i Europa (ej EU),\nAfrika eller Asien\nEnsam\n\nVikt\n6,15\n5,72\n4,19\n"
    assert words(text)[1:] == [
        "|= Variabel | Vikt",
        "| Äldre än 65 år | 6,15",
        "| Födda i Europa (ej EU), Afrika eller Asien | 5,72",
        "| Ensam | 4,19",
    ]


def test_a_line_that_stands_alone_on_most_pages_is_furniture_wherever_it_stands() -> None:
    pages = [
        f"{word} {LONG}\noch {word.lower()} rena.\n{word} a.\n{word} b.\n\nFörslag\n\n{word} {LONG}\noch varma.\n{word} c.\n{word} d.\n"
        for word in ("Nu", "Sen", "Ofta", "Alltid")
    ]
    document = document_of("\f".join(pages))
    assert {piece.text for piece in document.furniture} == {"Förslag"}


def test_rows_at_the_edges_of_pages_are_no_running_lines() -> None:
    pages = ["".join(f"{page}{at}–{page}{at + 1} 1,0{at}\n" for at in range(1, 8)) for page in (1, 2, 3)]
    assert document_of("\f".join(pages)).furniture == ()


def test_an_item_of_minutes_may_have_its_case_number_before_its_title() -> None:
    text = (
        "§ 45 Dnr HSN 2025/112\nRegelbok för vårdval 2026\n\nNämndens beslut\n1. Regelboken godkänns.\n\n"
        f"§ 46 Dnr HSN 2025/98\nDelårsrapport\n\nBeslut\n{LONG}\nskötta.\n"
    )
    assert [line for line in words(text) if line.startswith("#")] == [
        "# § 45 Dnr HSN 2025/112 Regelbok för vårdval 2026",
        "## Nämndens beslut",
        "# § 46 Dnr HSN 2025/98 Delårsrapport",
        "## Beslut",
    ]


def test_two_prices_in_a_block_of_their_own_are_a_table() -> None:
    assert words("Bilaga 1 Prislista\n\nVaccination 250 kr\nIntyg 600 kr\n")[1:] == ["| Vaccination | 250 kr", "| Intyg | 600 kr"]


def test_columns_with_wide_gaps_are_read_by_their_gaps() -> None:
    text = "Enhet                     2025      2026\nNorr                    12 300    12 650\nSöder                    8 400     8 640\n"
    assert words(text) == ["|= Enhet | 2025 | 2026", "| Norr | 12 300 | 12 650", "| Söder | 8 400 | 8 640"]


def test_chapters_and_annexes_in_capitals_are_headings_with_the_title_below() -> None:
    text = f"5.1 Vikter\n\n{LONG}.\n\nKAPITEL 6\nERSÄTTNING\n\n{LONG}.\n\n6.1 Pris\n\n{LONG}.\n\nBILAGA 2\nPRISLISTA\n\n{LONG}.\n"
    sections = document_of(text).sections
    assert [(each.number, each.title, each.level) for each in sections[1:]] == [
        ("6", "ERSÄTTNING", 1),
        ("6.1", "Pris", 2),
        ("Bilaga 2", "PRISLISTA", 1),
    ]


def test_sections_that_are_counted_anew_in_each_chapter_leave_the_chapters_their_headings() -> None:
    text = f"Kapitel 1 Allmänt\n\n1 Inledning\n\n{LONG}.\n\n2 Syfte\n\n{LONG}.\n\nKapitel 2 Pris\n\n{LONG}.\n"
    assert [each.number for each in document_of(text).sections] == ["1", "2"]


def test_lines_below_headings_are_no_text() -> None:
    assert words(f"Villkor\n=======\n\n5.1 Pris\n--------\n\n{LONG}.\n") == ["# Villkor", "# 5.1 Pris", f"{LONG}."]


def test_a_line_below_the_header_of_a_table_makes_no_heading_of_it() -> None:
    assert not any(line.startswith("#") for line in words("Tjänst   2025\n-------------\nBesök   100 kr\nResa   200 kr\n"))
    assert "---" in words(f"{LONG}.\n\n---\n\n{LONG}.\n")


def test_a_table_of_markdown_needs_no_bars_at_the_ends_of_its_rows() -> None:
    text = "Tjänst | 2025 | 2026\n--- | ---: | ---:\nBesök | 100 kr | 105 kr\nResa | 200 kr | 210 kr\n"
    assert words(text) == ["|= Tjänst | 2025 | 2026", "| Besök | 100 kr | 105 kr", "| Resa | 200 kr | 210 kr"]


def test_stars_around_a_word_are_no_bullet() -> None:
    assert words("* ett\n* två\n\n**Obs** att priset gäller.\n") == ["** ett", "** två", "\\**Obs** att priset gäller."]

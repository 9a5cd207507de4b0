from lydelse.model.minutes import Minutes, Role
from support import words
from support.minutes import COVER, item_in, minutes_in, minutes_in_word

ITEM = "\n§ 12 Taxa för larm\n\nBeslut\nNämnden godkänner taxan.\n"


def present(minutes: Minutes) -> list[tuple[str, str, Role]]:
    """Return those who were present."""
    return [(each.name, each.party, each.role) for each in minutes.attendance]


def test_a_cover_of_two_columns_gives_body_date_venue_and_attendance() -> None:
    rows = [
        ("Sammanträdesdatum", "2024-03-05"), ("Plats och tid", "Kommunhuset, Lilla salen"), ("Beslutande", "Anna Ek (S), ordförande"),
        ("", "Bo Alm (M), vice ordförande"), ("", "Kaj Berg (C)"), ("Tjänstgörande ersättare", "Mia Sund (V) ersätter Jan Ros (V)"),
        ("Sekreterare", "Disa Kvarn"), ("Utses att justera", "Bo Alm (M)"), ("Paragrafer", "12–14"),
    ]  # fmt: skip
    minutes = minutes_in_word(
        words.paragraph("Protokoll"), words.paragraph("Omsorgsnämnden"), words.table(*(words.row(*row) for row in rows)),
        words.heading("§ 12 Taxa för larm", 1), words.heading("Beslut", 2), words.paragraph("Nämnden godkänner taxan."),
    )  # fmt: skip
    assert (minutes.body, minutes.date, minutes.venue) == ("Omsorgsnämnden", "2024-03-05", "Kommunhuset, Lilla salen")
    assert present(minutes) == [
        ("Anna Ek", "S", Role.CHAIR), ("Bo Alm", "M", Role.VICE_CHAIR), ("Kaj Berg", "C", Role.MEMBER),
        ("Mia Sund", "V", Role.SERVING_SUBSTITUTE), ("Disa Kvarn", "", Role.SECRETARY),
    ]  # fmt: skip
    assert [(each.name, each.party) for each in minutes.adjusters] == [("Bo Alm", "M")]


def test_a_running_header_names_the_body_and_the_day() -> None:
    minutes = minutes_in_word(
        words.heading("§ 12 Taxa för larm", 1), words.heading("Beslut", 2), words.paragraph("Nämnden godkänner taxan."),
        header=words.paragraph("Almvik kommun   Protokoll   Omsorgsnämnden   2024-03-05"), footer=words.paragraph("Justerandes sign"),
    )  # fmt: skip
    assert (minutes.body, minutes.date) == ("Omsorgsnämnden", "2024-03-05")


def test_lists_of_names_in_lines_are_read() -> None:
    text = f"{COVER}Ledamöter\nAnna Ek (S), ordförande\nBo Alm (M)\n\nÖvriga närvarande\nIda Storm, nämndsekreterare\n{ITEM}"
    assert present(minutes_in(text)) == [
        ("Anna Ek", "S", Role.CHAIR), ("Bo Alm", "M", Role.MEMBER), ("Ida Storm", "", Role.OFFICIAL),
    ]  # fmt: skip


def test_a_body_and_a_day_that_are_not_told_are_said() -> None:
    minutes = minutes_in("Protokoll\nJusterandes sign\n\n§ 12 Taxa\n\nBeslut\nTaxan godkänns.\n")
    assert [each.message.key for each in minutes.unread] == ["X905.minutes-body", "X905.minutes-date"]


def test_the_body_is_the_one_that_decides_where_the_first_page_names_none() -> None:
    minutes = minutes_in("Protokoll\n2024-03-05\nJusterandes sign\n\n§ 12 Taxa\n\nBeslut\nOmsorgsnämnden beslutar att godkänna taxan.\n")
    assert minutes.body == "Omsorgsnämnden"


def test_reservations_and_statements_have_those_who_made_them() -> None:
    item = item_in(
        "Beslut\nNämnden godkänner taxan.\n\nReservationer\nAnna Ek (S) och Bo Alm (båda S) reserverar sig mot beslutet.\n\n"
        "Protokollsanteckning\nVänsterpartiet anför att taxan är för hög.\n"
    )
    assert [[(by.name, by.party) for by in each.by] for each in item.reservations] == [[("Anna Ek", "S"), ("Bo Alm", "S")]]
    assert [[(by.name, by.party) for by in each.by] for each in item.statements] == [[("Vänsterpartiet", "V")]]


def test_attachments_and_recipients_are_listed_one_by_one() -> None:
    minutes = minutes_in(
        f"{COVER}§ 12 Taxa\n\nBeslut\nNämnden godkänner taxan.\n\n"
        "Beslutsunderlag\n- Tjänsteskrivelse 2024-02-01, ON/2024:7\n- Kalkyl\n- Kalkyl\n\n"
        "Beslutet skickas till\nHälso- och sjukvårdsnämnden, ekonomichefen samt kommunrevisionen\n"
    )
    (item,) = minutes.items
    assert [entry.text for entry in item.attachments] == ["Tjänsteskrivelse 2024-02-01, ON/2024:7", "Kalkyl", "Kalkyl"]
    assert (item.attachments[0].date, item.attachments[0].case_number and item.attachments[0].case_number.shown) == (
        "2024-02-01",
        "ON/2024:7",
    )
    assert [entry.text for entry in item.recipients] == ["Hälso- och sjukvårdsnämnden", "ekonomichefen", "kommunrevisionen"]


def test_names_parties_and_roles_may_have_columns_of_their_own() -> None:
    minutes = minutes_in_word(
        words.paragraph("Protokoll"), words.paragraph("Tekniska nämnden"), words.paragraph("2024-03-05"),
        words.table(
            words.row("Ledamöter", "Parti", "Uppdrag"), words.row("Anna Ek", "S", "ordförande"),
            words.row("Bo Alm", "M", "vice ordförande"), words.row("Kaj Berg", "C", ""),
        ),
        words.table(words.row("§ 31", "Vinterväghållning", "Dnr TN 2024/88")),
        words.table(words.row("Beslut", "1. Upphandlingen godkänns."), words.row("Expedieras till", "Upphandlingsenheten")),
    )  # fmt: skip
    assert minutes.body == "Tekniska nämnden"
    assert present(minutes) == [("Anna Ek", "S", Role.CHAIR), ("Bo Alm", "M", Role.VICE_CHAIR), ("Kaj Berg", "C", Role.MEMBER)]
    (item,) = minutes.items
    assert (item.paragraph, item.title, [case.shown for case in item.case_numbers]) == (31, "Vinterväghållning", ["TN 2024/88"])
    assert [(point.number, point.text) for point in item.decision] == [(1, "Upphandlingen godkänns.")]
    assert [entry.text for entry in item.recipients] == ["Upphandlingsenheten"]

from decimal import Decimal

from support.minutes import item_in


def test_points_have_their_numbers_texts_amounts_and_the_line_that_they_complete() -> None:
    item = item_in("Beslut\nNämnden föreslår kommunfullmäktige\n1. Taxan höjs till 210 kronor.\n2. Kostnaden om 1,5 mkr finansieras.\n")
    assert [(point.number, point.text, point.lead) for point in item.decision] == [
        (1, "Taxan höjs till 210 kronor.", "Nämnden föreslår kommunfullmäktige"),
        (2, "Kostnaden om 1,5 mkr finansieras.", "Nämnden föreslår kommunfullmäktige"),
    ]
    assert [(amount.value, amount.unit) for point in item.decision for amount in point.amounts] == [
        (Decimal(210), "kr"),
        (Decimal("1.5"), "mkr"),
    ]


def test_each_att_is_a_point_on_lines_of_their_own_and_in_one_sentence() -> None:
    lines = item_in("Beslut\nNämnden beslutar\natt godkänna taxan,\natt uppdra åt direktören att införa den, samt\natt avsluta ärendet.\n")
    sentence = item_in("Beslut\nNämnden beslutar att godkänna taxan, att uppdra åt direktören att införa den, samt att avsluta ärendet.\n")
    expected = ["att godkänna taxan", "att uppdra åt direktören att införa den", "att avsluta ärendet."]
    assert [point.text for point in lines.decision] == expected
    assert [point.text for point in sentence.decision] == expected


def test_two_leads_give_two_groups_of_points() -> None:
    text = "Beslut\nNämnden föreslår fullmäktige\n1. Taxan antas.\nNämnden beslutar för egen del\n1. Ärendet avslutas.\n"
    assert [(point.number, point.lead) for point in item_in(text).decision] == [
        (1, "Nämnden föreslår fullmäktige"),
        (1, "Nämnden beslutar för egen del"),
    ]


def test_a_sentence_without_a_number_is_a_point() -> None:
    assert [(point.number, point.text) for point in item_in("Beslut\nNämnden godkänner rapporten.\n").decision] == [
        (None, "Nämnden godkänner rapporten.")
    ]


def test_lettered_parts_belong_to_the_point_above_them() -> None:
    (first, second) = item_in("Beslut\n1. Taxan består av\na) en fast avgift\nb) en rörlig avgift\n2. Ärendet avslutas.\n").decision
    assert first.text == "Taxan består av\na) en fast avgift\nb) en rörlig avgift"
    assert second.number == 2


def test_points_that_were_read_as_one_paragraph_are_parted_at_their_numbers() -> None:
    text = "Beslut\nNämnden beslutar 1. Taxan för larm godkänns. 2. Taxan gäller från den 1 maj 2024. 3. Ärendet avslutas.\n"
    assert [point.number for point in item_in(text).decision] == [1, 2, 3]

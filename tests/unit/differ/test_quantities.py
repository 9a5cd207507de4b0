from lydelse.differ import compare, compare_marked
from lydelse.extractors.written import written


def test_two_statements_for_different_years_are_of_one_quantity() -> None:
    found = compare_marked(written("# 1 Stöd\n|= Skola | 2025 | 2026\n| Norra | 20 kr | 25 kr")).entries
    assert found[0].quantity == found[1].quantity


def test_two_values_for_one_year_are_told_apart() -> None:
    found = compare_marked(written("# 1 Stöd\nBidraget är 20 kr.\nBidraget är 25 kr.\nBidraget är 20 kr.")).entries
    assert found[0].quantity != found[1].quantity
    assert found[0].quantity == found[2].quantity


def test_a_quantitys_name_does_not_depend_on_its_value() -> None:
    one = compare_marked(written("# 1 Stöd\nBidraget är 20 kr.")).entries[0]
    other = compare(written("# 1 Stöd\nBidraget är 20 kr."), written("# 1 Stöd\nNy text.\nBidraget är 30 kr.")).entries[0]
    assert one.quantity == other.quantity


def test_row_labels_with_dashes_keep_apart() -> None:
    found = compare_marked(written("|= Ålder | Vikt\n| 1–4 | 1,00\n| 14 | 2,00")).entries
    assert found[0].quantity != found[1].quantity

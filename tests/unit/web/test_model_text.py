"""A model's text with what a form changed in it, and nothing else."""

from lydelse.web.model_text import QUANTITY, RELATION, Edits, edited, parts_of

MODEL = """# Ett utkast.

[storhet.listning]
# 100 tkr → 110 tkr
avsnitt = "4.1 \\"Listning\\""
etikett = "Totalt"

[storhet.rest]
avsnitt = "4.2"

[storhet.rest.tal]
2026 = "10"

[relation.summa]
# Står i handlingen.
uttryck = "summa = listning + rest" # så står det
[relation.andel]
uttryck = "rest = 15 % * listning"

[index.uppräkning]
procent = "3,1"
storheter = ["listning", "rest"]

[befolkning.alla]
pris = "rest"
"""


def test_a_text_that_nothing_is_changed_in_is_itself() -> None:
    assert edited(MODEL, Edits()) == MODEL


def test_the_parts_are_shown_as_they_are_written() -> None:
    listning, rest, summa, andel = parts_of(MODEL)
    assert (listning.kind, listning.name, listning.where) == (QUANTITY, "listning", '4.1 "Listning", Totalt')
    assert listning.comments == ("100 tkr → 110 tkr",)
    assert (rest.name, rest.where) == ("rest", "4.2")
    assert (summa.kind, andel.expression) == (RELATION, "rest = 15 % * listning")


def test_a_quantity_is_renamed_wherever_it_is_named() -> None:
    text = edited(MODEL, Edits(names={(QUANTITY, "rest"): "övrigt"}))
    for line in (
        '[storhet."övrigt"]',
        '[storhet."övrigt".tal]',
        'uttryck = "övrigt = 15 % * listning"',
        'storheter = ["listning", "övrigt"]',
        'pris = "övrigt"',
    ):
        assert line in text.split("\n")
    assert 'avsnitt = "4.2"' in text


def test_a_relation_s_name_is_no_quantity_s() -> None:
    text = edited(MODEL, Edits(names={(RELATION, "andel"): "listning"}))
    assert "[relation.listning]" in text
    assert "[storhet.listning]" in text
    assert 'uttryck = "rest = 15 % * listning"' in text


def test_a_new_expression_is_written_so_that_it_is_read_as_it_was_typed() -> None:
    text = edited(MODEL, Edits(expressions={"andel": 'rest = "listning" \\ 2'}))
    assert parts_of(text)[3].expression == 'rest = "listning" \\ 2'


def test_what_stands_after_an_expression_stays() -> None:
    text = edited(MODEL, Edits(expressions={"summa": "summa = rest"}))
    assert 'uttryck = "summa = rest" # så står det' in text


def test_two_quantities_change_names_with_one_another() -> None:
    text = edited(MODEL, Edits(names={(QUANTITY, "listning"): "rest", (QUANTITY, "rest"): "listning"}))
    assert 'uttryck = "listning = 15 % * rest"' in text


def test_a_part_that_is_left_out_takes_its_tables_with_it() -> None:
    text = edited(MODEL, Edits(left_out={(QUANTITY, "rest"), (RELATION, "summa")}))
    assert "[storhet.rest" not in text
    assert "2026" not in text
    assert "[relation.summa]" not in text
    assert "[relation.andel]" in text

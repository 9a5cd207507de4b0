from lydelse.differ.pairing import WIDEST_GRID, Stated, context_of, likeness, paired
from lydelse.figures.amounts import amounts_in


def stated(text: str, shift: int = 0) -> list[Stated]:
    return [
        Stated(amount, amount.start + shift, amount.end + shift, kept=False, context=context_of(text, amount.start, amount.end))
        for amount in amounts_in(text)
    ]


def values(before: str, after: str) -> list[tuple[str | None, str | None]]:
    pairs = paired(stated(before), stated(after, len(before)))
    return [(str(one.amount.value) if one else None, str(other.amount.value) if other else None) for one, other in pairs]


def test_amounts_in_alike_sentences_pair() -> None:
    assert values("Hyran är 500 kr. ", "Hyran är 600 kr.") == [("500", "600")]


def test_an_amount_put_in_between_stands_alone() -> None:
    assert values("Hyran är 500 kr. Vitet är 90 kr. ", "Hyran är 600 kr. Moms är 20 kr. Vitet är 95 kr.") == [
        ("500", "600"),
        (None, "20"),
        ("90", "95"),
    ]


def test_words_of_the_next_sentence_are_no_context() -> None:
    text = "Hyran är 500 kr. Vägar lagas."
    assert context_of(text, 9, 15) == frozenset({"hyran"})


def test_contexts_without_words_are_alike() -> None:
    assert likeness(frozenset(), frozenset()) == 1.0
    assert likeness(frozenset({"a"}), frozenset()) == 0.0


def test_a_great_many_amounts_go_by_their_order() -> None:
    text = "Hyran är 500 kr. " * (int(WIDEST_GRID**0.5) + 1)
    assert values(text, text) == [("500", "500")] * (int(WIDEST_GRID**0.5) + 1)

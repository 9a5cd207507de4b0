from lydelse.differ.folding import folded, masked


def test_text_that_reads_the_same_folds_the_same() -> None:
    assert folded("0\u20134\u00a0år \u201dså\u201d vård\u00adenhet") == folded('0-4 år "så" vårdenhet')


def test_letters_are_kept() -> None:
    assert folded("ägg") != folded("agg")
    assert folded("a\u0308gg") == "ägg"


def test_figures_are_masked_whole() -> None:
    assert masked("För 2025, 773 096 tkr") == masked("För 2026, 8 047 tkr") == "för #, # tkr"

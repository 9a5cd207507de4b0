"""No word of a text is lost on its way into a document, whatever its lines look like."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from lydelse.extractors.text import document_of
from lydelse.model.document import Document
from lydelse.model.table import Table

PIECES = st.sampled_from(
    [
        *("5.1 Ersättning", "§ 118", "Bilaga 2", "Sammanfattning", "1. Förslaget fastställs.", "2.", "•", "- punkt", "– och", "a) led"),
        *("Ålder Vikt", "0–4", "Plus 100", "1,04  1,16", "2025 2026", "773 096 798 047 tkr", "103 106 kr", "20246", "700 kronor"),
        *(
            "Utföraren svarar för",
            "lokalerna.",
            "och",
            "(RS/12/2026)",
            "https://exempel.se/a",
            "3 (13)",
            "7",
            "SUMMA   13 878 702 kr",
            "AT-",
        ),
    ]
)
LINES = st.lists(PIECES, max_size=4).map(" ".join)
TEXTS = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\n "])), max_size=14).map(lambda of: "".join(a + b for a, b in of))
PAGES = st.lists(TEXTS, max_size=5).map("\f".join)


def letters(text: str) -> Counter[str]:
    """Return the letters, digits and signs of a text, spaces apart."""
    return Counter(character for character in text if not character.isspace())


def texts_of(document: Document) -> str:
    """Return all that a document holds as one text: its blocks, the markers of its items, its furniture."""
    blocks = [
        "".join(paragraph.marked_text for paragraph in block.paragraphs()) if isinstance(block, Table) else block.marker + block.marked_text
        for block in document.blocks
    ]
    return "".join([*blocks, *(piece.text for piece in document.furniture)])


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_character_of_a_text_is_in_its_document(text: str) -> None:
    assert letters(texts_of(document_of(text))) == letters(text)


@settings(max_examples=200, deadline=None)
@given(PAGES)
def test_no_line_of_a_paged_text_is_lost(text: str) -> None:
    read = re.sub(r"\s", "", texts_of(document_of(text)))
    assert all(re.sub(r"\s", "", word) in read for word in text.split())


@settings(max_examples=60, deadline=None)
@given(PAGES)
def test_a_text_is_read_the_same_every_time(text: str) -> None:
    assert document_of(text) == document_of(text)

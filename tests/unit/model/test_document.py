from lydelse.extractors.written import written


def test_a_place_is_an_unbroken_stretch_of_marked_text() -> None:
    source = written("Ett [-412-] [-kr-] {+428+} kr, [-två-]\n\n[-Tre-]\n\n| a | {+b+}").with_marks_counted().source
    assert (source.struck_places, source.inserted_places) == (3, 2)


def test_a_document_without_marks_has_no_marked_places() -> None:
    source = written("Ett stycke").with_marks_counted().source
    assert (source.struck_places, source.inserted_places) == (0, 0)

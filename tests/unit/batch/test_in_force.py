"""Which document an amendment of a folder amends, and which is only asked about."""

from typing import Any

from lydelse.batch.in_force import Amended, amended_among, prints_in
from lydelse.batch.likeness import print_of, sketch_of, words_of
from lydelse.model.archive import Described
from lydelse.records import replace
from support.archives import terms

Folder = dict[str, tuple[str, Described]]
NOTHING = Amended((), ())


def told(text: str, **facts: Any) -> tuple[str, Described]:
    words = words_of(text)
    plain = Described("0" * 64, "x", "docx", None, "none", "tender", "", None, (), 2025, len(words), sketch_of(words))
    return text, replace(plain, **facts)


def amendment(before: str, after: str, **facts: Any) -> tuple[str, Described]:
    pairs = [(one, other) for one, other in zip(before.splitlines(), after.splitlines(), strict=True) if one != other]
    struck, inserted = (tuple(print_of(each) for each in side if each) for side in zip(*pairs, strict=True))
    return told(after, **{"redline": "tracked", "struck": struck, "inserted": inserted} | facts)


def among(folder: Folder, *settled: str) -> Amended:
    documents = {path: described for path, (_, described) in folder.items()}
    return amended_among(documents, lambda path: prints_in(folder[path][0].splitlines()), settled)


IN_FORCE, LATER = terms(2025, 2222, 9400), terms(2025, 2301, 9800)
ASKED = ["batch.doubt.in-force"]


def test_an_amendment_is_held_against_the_document_that_says_what_its_marks_strike() -> None:
    folder = {"villkor.docx": told(IN_FORCE), "ändringar i villkor.docx": amendment(IN_FORCE, LATER)}
    assert among(folder) == Amended((("villkor.docx", "ändringar i villkor.docx"),), ())


def test_a_document_that_has_been_amended_already_is_not_amended_again() -> None:
    assert among({"villkor.docx": told(LATER), "ändringar i villkor.docx": amendment(IN_FORCE, LATER)}) == NOTHING


def test_that_of_the_right_year_is_amended_among_several() -> None:
    years = {f"villkor {year}.docx": told(terms(year, 2222, 9400)) for year in (2024, 2025, 2026)}
    assert among(years | {"ändringar.docx": amendment(IN_FORCE, LATER)}).sure == (("villkor 2025.docx", "ändringar.docx"),)


def test_two_documents_that_both_may_be_amended_are_asked_about() -> None:
    other = IN_FORCE.replace("sex månaders", "tre månaders")
    longer = "\n".join(f"Stycke {number} om vad utföraren ska göra." for number in range(60))
    folder = {name: told(f"{text}\n{longer}") for name, text in (("a/villkor.docx", IN_FORCE), ("b/villkor.docx", other))}
    folder["ändring.docx"] = amendment(f"{IN_FORCE}\n{longer}", f"{LATER}\n{longer}")
    doubtful = among(folder)
    assert (doubtful.sure, [doubt.why.key for doubt in doubtful.doubts]) == ((), ASKED)


def test_of_one_document_in_two_formats_that_of_the_amendment_is_taken() -> None:
    folder = {"a.pdf": told(IN_FORCE, format="pdf"), "b.docx": told(IN_FORCE)}
    assert among(folder | {"ändringar.docx": amendment(IN_FORCE, LATER)}).sure == (("b.docx", "ändringar.docx"),)
    assert among(folder | {"ändringar.pdf": amendment(IN_FORCE, LATER, format="pdf")}).sure == (("a.pdf", "ändringar.pdf"),)


def test_another_document_of_the_same_words_is_asked_about_where_names_tell_them_apart() -> None:
    folder = {"villkor norr.docx": told(IN_FORCE), "villkor syd, ändringar.docx": amendment(IN_FORCE, LATER)}
    doubtful = among(folder)
    assert (doubtful.sure, [doubt.why.key for doubt in doubtful.doubts]) == ((), ASKED)


def test_a_document_with_much_else_is_not_asked_about() -> None:
    other = told("\n".join(f"Stycke {number} handlar om något helt annat än detta." for number in range(80)))
    assert among({"annat.docx": other, "ändringar.docx": amendment(IN_FORCE, LATER)}) == NOTHING


def test_marks_that_were_guessed_and_minutes_are_held_against_nothing() -> None:
    for facts in ({"redline": "unmarked"}, {"kind": "minutes"}):
        assert among({"villkor.docx": told(IN_FORCE), "ändringar.docx": amendment(IN_FORCE, LATER, **facts)}) == NOTHING


def test_what_somebody_has_settled_is_not_held_against_anything() -> None:
    folder = {"villkor.docx": told(IN_FORCE), "ändringar.docx": amendment(IN_FORCE, LATER)}
    assert among(folder, "ändringar.docx") == among(folder, "villkor.docx") == NOTHING

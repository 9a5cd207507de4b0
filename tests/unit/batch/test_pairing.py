"""Which documents are paired, and which are only asked about."""

from typing import Any

from lydelse.batch.likeness import likeness, sketch_of, words_of
from lydelse.batch.pairing import pairs_among
from lydelse.model.archive import Described
from lydelse.records import replace
from support.archives import terms

OTHER = " ".join(f"en helt annan handling om ämne {chr(97 + at % 26)}{chr(97 + at // 26)} med egna ord" for at in range(60))


def described(text: str, **facts: Any) -> Described:
    words = words_of(text)
    plain = Described("0" * 64, "x", "text", None, "none", "tender", "", None, (), None, len(words), sketch_of(words))
    return replace(plain, **facts)


def year(number: int) -> Described:
    return described(terms(number, 2000 + number, 9000))


def test_likeness_is_that_of_the_words_and_not_of_the_figures() -> None:
    assert likeness(year(2025).sketch, year(2026).sketch) == 1.0
    assert likeness(year(2025).sketch, described(OTHER).sketch) < 0.05
    assert likeness((), ()) == 0.0


def test_a_sketch_tells_how_much_two_long_texts_have_in_common() -> None:
    words = [chr(97 + at % 26) + chr(97 + at // 26 % 26) + chr(97 + at // 676) for at in range(9000)]
    half = sketch_of(tuple(words[:6000])), sketch_of(tuple(words[3000:]))
    assert abs(likeness(*half) - 1 / 3) < 0.08


def test_versions_of_several_years_are_paired_each_with_the_next() -> None:
    documents = {f"villkor {number}.pdf": year(number) for number in (2026, 2024, 2025)}
    pairs = pairs_among(documents)
    assert pairs.sure == (("villkor 2024.pdf", "villkor 2025.pdf"), ("villkor 2025.pdf", "villkor 2026.pdf"))
    assert pairs.doubts == ()


def test_the_same_name_with_another_text_is_no_version() -> None:
    pairs = pairs_among({"2025/bilaga.pdf": year(2025), "2026/bilaga.pdf": described(OTHER)})
    assert (pairs.sure, pairs.doubts) == ((), ())


def test_alike_texts_with_different_names_are_asked_about_and_not_paired() -> None:
    pairs = pairs_among({"avtal norr 2025.pdf": year(2025), "avtal syd 2026.pdf": year(2026)})
    assert pairs.sure == ()
    assert [doubt.why.key for doubt in pairs.doubts] == ["batch.doubt.names"]


def test_alike_texts_in_folders_of_different_names_are_asked_about_and_not_paired() -> None:
    pairs = pairs_among({"norr/avtal 2025.pdf": year(2025), "syd/avtal 2026.pdf": year(2026)})
    assert pairs.sure == ()
    assert [doubt.why.key for doubt in pairs.doubts] == ["batch.doubt.names"]


def test_versions_whose_order_nothing_tells_are_asked_about() -> None:
    pairs = pairs_among({"villkor a/x.pdf": year(2025), "villkor a/x kopia.pdf": described(terms(2025, 1, 2) + " Ett tillägg sist.")})
    assert pairs.sure == ()
    assert [doubt.why.key for doubt in pairs.doubts] == ["batch.doubt.order"]


def test_one_document_in_two_formats_is_not_compared_with_itself() -> None:
    pairs = pairs_among({"villkor.docx": replace(year(2025), format="docx"), "villkor.pdf": replace(year(2025), format="pdf")})
    assert pairs.sure == ()
    assert [doubt.why.key for doubt in pairs.doubts] == ["batch.doubt.formats"]


def test_the_day_or_the_year_of_the_text_tells_the_order_where_names_do_not() -> None:
    by_date = {"villkor a.pdf": year(2025), "villkor a kopia.pdf": year(2026)}
    dated = {path: replace(each, date=date) for (path, each), date in zip(by_date.items(), ("2025-11-01", "2025-02-01"), strict=True)}
    assert pairs_among(dated).sure == (("villkor a kopia.pdf", "villkor a.pdf"),)
    told = {path: replace(each, year=number) for (path, each), number in zip(by_date.items(), (2025, 2026), strict=True)}
    assert pairs_among(told).sure == (("villkor a.pdf", "villkor a kopia.pdf"),)


def test_a_case_number_or_a_title_pairs_documents_whose_names_say_less() -> None:
    saying: list[dict[str, Any]] = [{"case_numbers": ("RS/1/2025",)}, {"title": "Villkor för vårdval"}]
    for facts in saying:
        documents = {"scan 2025.pdf": replace(year(2025), **facts), "villkor 2026.pdf": replace(year(2026), **facts)}
        assert pairs_among(documents).sure == (("scan 2025.pdf", "villkor 2026.pdf"),)
    bare = {"scan 2025.pdf": year(2025), "villkor 2026.pdf": year(2026)}
    assert pairs_among(bare).sure == ()
    assert len(pairs_among(bare).doubts) == 1


def test_two_that_a_third_joins_are_not_versions_where_their_names_tell_them_apart() -> None:
    names = ("avtal 2024.pdf", "avtal norr 2025.pdf", "avtal syd 2026.pdf")
    documents = {name: replace(year(2024 + at), title="Avtal om vård") for at, name in enumerate(names)}
    pairs = pairs_among(documents)
    assert pairs.sure == ()
    assert [doubt.why.key for doubt in pairs.doubts] == ["batch.doubt.names"]
    more = pairs_among(documents | {"avtal syd 2025.pdf": replace(year(2023), title="Avtal om vård")})
    assert more.sure == (("avtal syd 2025.pdf", "avtal syd 2026.pdf"),)


def test_documents_that_have_versions_of_their_own_are_not_asked_about() -> None:
    documents = {f"avtal {name} {number}.pdf": year(number) for name in ("norr", "syd") for number in (2025, 2026)}
    pairs = pairs_among(documents)
    assert len(pairs.sure) == 2
    assert pairs.doubts == ()


def test_redlines_and_minutes_are_versions_of_nothing() -> None:
    saying: list[dict[str, Any]] = [{"redline": "drawn"}, {"kind": "minutes"}]
    for facts in saying:
        documents = {f"villkor {number}.pdf": replace(year(number), **facts) for number in (2025, 2026)}
        assert pairs_among(documents) == pairs_among({})


def test_memos_are_versions_within_one_case_alone() -> None:
    documents = {f"skrivelse v{number}.pdf": replace(year(2025), kind="memo") for number in (1, 2)}
    assert pairs_among(documents).sure == ()
    in_case = {path: replace(each, case_numbers=("RS/1/2025",)) for path, each in documents.items()}
    assert pairs_among(in_case).sure == (("skrivelse v1.pdf", "skrivelse v2.pdf"),)


def test_what_somebody_has_settled_is_not_guessed_about() -> None:
    documents = {f"villkor {number}.pdf": year(number) for number in (2025, 2026)}
    assert pairs_among(documents, {"villkor 2025.pdf"}).sure == ()


def test_short_texts_are_alike_by_chance_and_not_asked_about() -> None:
    assert pairs_among({"a.txt": described("Hej och välkommen hit"), "b.txt": described("Hej och välkommen hit")}).doubts == ()


def test_each_document_is_asked_about_with_one_other_at_most() -> None:
    documents = {f"avtal {name}.pdf": year(2026) for name in ("norr", "syd", "öst", "väst", "mitt")}
    doubts = pairs_among(documents).doubts
    told = [path for doubt in doubts for path in (doubt.before, doubt.after)]
    assert len(doubts) == 2
    assert len(set(told)) == len(told)

"""What paths say of versions."""

import pytest

from lydelse.batch.names import named, ordered_by


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("villkor 2025.docx", "villkor 2026.docx"),
        ("2025/villkor.docx", "2026/villkor.docx"),
        ("Villkor_v1.docx", "Villkor_v2.docx"),
        ("villkor version 1.9.pdf", "villkor version 1.10.pdf"),
        ("villkor gällande.docx", "villkor.docx"),
        ("villkor.docx", "villkor - ny.docx"),
        ("villkor nuvarande.docx", "villkor föreslagen.docx"),
        ("villkor 2025-03-01.pdf", "villkor 2025-04-01.pdf"),
        ("20250301 villkor.pdf", "20250401 villkor.pdf"),
        ("villkor (1).pdf", "villkor (2).pdf"),
        ("gammal/villkor.pdf", "ny/villkor.pdf"),
    ],
)
def test_names_tell_which_version_is_earlier(before: str, after: str) -> None:
    assert named(before).words == named(after).words == ("villkor",)
    assert (ordered_by(named(before), named(after)), ordered_by(named(after), named(before))) == (-1, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [("villkor.docx", "villkor.pdf"), ("villkor 2025.docx", "villkor 2025 kopia.docx"), ("villkor.docx", "villkor 2025.docx")],
)
def test_names_that_do_not_tell_are_not_guessed_from(one: str, other: str) -> None:
    assert ordered_by(named(one), named(other)) == 0


@pytest.mark.parametrize(
    ("one", "other"), [("bilaga 1.pdf", "bilaga 2.pdf"), ("avtal norr.pdf", "avtal syd.pdf"), ("novell.pdf", "vell.pdf")]
)
def test_numbers_and_words_that_name_documents_are_no_versions(one: str, other: str) -> None:
    assert named(one).words != named(other).words


def test_a_name_is_the_same_however_its_letters_are_composed() -> None:
    assert named("fo\u0308rslag va\u030ard.pdf").words == named("förslag vård.pdf").words

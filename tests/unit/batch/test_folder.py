"""What is found in a folder, and what is passed over."""

import os
import sys
from pathlib import Path

import pytest

from lydelse.batch.folder import found_in
from lydelse.batch.pair_file import Fixed, fixed_in
from lydelse.errors import LydelseError, UsageError
from lydelse.model.batch import Together
from support.archives import fill, put


def skipped_in(folder: Path, *apart_from: Path) -> dict[str, str]:
    return {found.path: found.skipped.key if found.skipped else "" for found in found_in(folder, apart_from)}


def test_every_file_is_told_in_the_order_of_paths_and_passed_over_with_a_reason(tmp_path: Path) -> None:
    fill(tmp_path)
    assert list(skipped_in(tmp_path).items()) == [
        (".dold", "batch.skipped.hidden-folder"),
        ("2024/villkor vårdval 2024.md", ""),
        ("2025/villkor vårdval 2025.md", ""),
        ("2026/villkor vårdval 2026.md", ""),
        ("kopior/protokoll.txt", ""),
        ("protokoll 2025-03-12.txt", ""),
        ("tabell.csv", "batch.skipped.kind"),
        ("tom.docx", ""),
        ("trasig.pdf", ""),
        ("~$villkor.docx", "batch.skipped.hidden"),
    ]


def test_the_output_folder_and_the_archive_are_not_told(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", "x")
    put(tmp_path / "ut" / "index.html", "x")
    put(tmp_path / "arkiv.sqlite", "x")
    assert skipped_in(tmp_path, tmp_path / "ut", tmp_path / "arkiv.sqlite") == {"a.txt": ""}


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as POSIX has them")
def test_links_and_pipes_are_told_and_followed_nowhere(tmp_path: Path) -> None:
    put(tmp_path / "mapp" / "a.txt", "x")
    (tmp_path / "mapp" / "runt").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b.txt").symlink_to(tmp_path / "mapp" / "a.txt")
    os.mkfifo(tmp_path / "c.txt")
    assert skipped_in(tmp_path) == {"b.txt": "", "c.txt": "batch.skipped.no-file", "mapp/a.txt": "", "mapp/runt": "batch.skipped.linked"}


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text are Linux's own")
def test_a_name_that_is_no_text_is_told_in_figures_and_not_read(tmp_path: Path) -> None:
    for name in (b"v\xe5rd.txt", b"v\xe4rd.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("x", encoding="utf-8")
    assert skipped_in(tmp_path) == {"v\\xe4rd.txt": "batch.skipped.name", "v\\xe5rd.txt": "batch.skipped.name"}


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"batch\.folder"):
        found_in(tmp_path / "no")


def test_a_file_fixes_pairs_and_what_is_in_none(tmp_path: Path) -> None:
    file = tmp_path / "par.toml"
    put(file, 'ensam = ["c.pdf"]\n[[par]]\nfore = "a.pdf"\nefter = "b.pdf"\n')
    assert fixed_in(file, {"a.pdf", "b.pdf", "c.pdf"}) == Fixed(((Together.VERSIONS, "a.pdf", "b.pdf"),), ("c.pdf",))


def test_a_file_fixes_what_is_amended_and_what_is_of_one_case(tmp_path: Path) -> None:
    file = tmp_path / "par.toml"
    put(file, '[[i_kraft]]\ngallande = "a"\nandring = "b"\n[[arende]]\nskrivelse = "c"\nprotokoll = "d"\n')
    fixed = fixed_in(file, {"a", "b", "c", "d"})
    assert fixed.pairs == ((Together.IN_FORCE, "a", "b"), (Together.CASE, "c", "d"))
    assert [fixed.settled(each) for each in Together] == [frozenset(), {"b"}, {"c", "d"}]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('par = "a.pdf"', "batch.pairs.pair"),
        ('[[par]]\nfore = "a.pdf"\n', "batch.pairs.pair"),
        ('[[par]]\nfore = "a.pdf"\nefter = "a.pdf"\n', "batch.pairs.pair"),
        ('[[par]]\nfore = "a.pdf"\nefter = "z.pdf"\n', "batch.pairs.missing"),
        ('[[i_kraft]]\nfore = "a.pdf"\nefter = "b.pdf"\n', "batch.pairs.in-force"),
        ('[[arende]]\nskrivelse = "a.pdf"\n', "batch.pairs.case"),
        ("pair = []", "batch.pairs.key"),
        ("par = [", "model.toml.syntax"),
    ],
)
def test_a_file_of_pairs_that_says_something_else_is_refused(tmp_path: Path, text: str, key: str) -> None:
    put(tmp_path / "par.toml", text)
    with pytest.raises(LydelseError) as refused:
        fixed_in(tmp_path / "par.toml", {"a.pdf", "b.pdf"})
    assert refused.value.message.key == key

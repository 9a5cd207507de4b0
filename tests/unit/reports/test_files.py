from pathlib import Path

import pytest

from lydelse.errors import UsageError
from lydelse.reports.files import write_whole


def test_text_is_written_as_utf_8_with_the_line_ends_that_it_has(tmp_path: Path) -> None:
    write_whole(tmp_path / "rapport.txt", "åtgärd\nklar\n")
    assert (tmp_path / "rapport.txt").read_bytes() == "åtgärd\nklar\n".encode()


def test_an_earlier_report_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "rapport.html"
    path.write_text("gammal")
    write_whole(path, b"ny")
    assert path.read_bytes() == b"ny"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_report_has_the_permissions_that_the_user_s_files_have(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write_whole(tmp_path / "rapport.html", "ny")
    assert (tmp_path / "rapport.html").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_folder_that_is_not_there_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        write_whole(tmp_path / "none" / "rapport.html", "ny")
    assert caught.value.message.key == "error.output"


def test_a_name_that_is_taken_by_a_folder_leaves_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / "rapport.html").mkdir()
    with pytest.raises(UsageError):
        write_whole(tmp_path / "rapport.html", "ny")
    assert [file.name for file in tmp_path.iterdir()] == ["rapport.html"]
    assert list((tmp_path / "rapport.html").iterdir()) == []

"""Finished work in the user's folder: kept as agreed, found again, and nothing else touched."""

import asyncio
import json
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest

from lydelse.errors import UsageError
from lydelse.web.desk import UNKEPT_FOR, Desk
from lydelse.web.kept import TOLD, history_in
from lydelse.web.orders import Kind, Order, Role
from support.visitors import served

TEXT = "# 4 Pris\n\nPriset är 100 kr per besök.\n".encode()


def one_kept(tmp_path: Path, days: int = 30) -> Path:
    """Return the folder of a history that holds one work."""
    folder = tmp_path / "historik"
    (tmp_path / "sida").mkdir()
    with served(tmp_path / "sida", history=history_in(folder, days)) as opened:
        visitor = opened.visitor()
        shown = visitor.finished(visitor.order("check", [("paper", "pris.md", TEXT)], {"password": "hemligt"}))
        assert "är sparad och raderas" in shown
    return folder


def test_work_is_found_again_the_next_time(tmp_path: Path) -> None:
    folder = one_kept(tmp_path)
    with served(tmp_path / "sida", history=history_in(folder, 30)) as opened:
        visitor = opened.visitor()
        listed = visitor.get("/works").text
        assert "pris.md" in listed
        work = next(iter(opened.site.desk.works))
        assert visitor.get(f"/works/{work.name}/report").status == 200
        assert "style-src 'sha256-" in visitor.get(f"/works/{work.name}/report").headers["content-security-policy"]
        assert visitor.get(f"/works/{work.name}/files/docx").status == 200
        again = visitor.post(f"/works/{work.name}/again").headers["location"].removeprefix(visitor.door.prefix)
        assert "Kontrollen är klar" in visitor.finished(again)
        assert visitor.post(f"/works/{work.name}/delete").status == 303
        assert work.name not in "".join(each.name for each in folder.iterdir())


def test_no_password_is_kept(tmp_path: Path) -> None:
    folder = one_kept(tmp_path)
    assert [file for file in folder.rglob("*") if file.is_file() and b"hemligt" in file.read_bytes()] == []


def test_work_is_deleted_when_its_days_are_over(tmp_path: Path) -> None:
    folder = one_kept(tmp_path, days=30)
    desk = Desk(tmp_path / "sida", 1, history=history_in(folder, 30))
    work = next(iter(desk.works))
    assert work.kept_until is not None
    asyncio.run(desk.sweep(work.kept_until - timedelta(seconds=1)))
    assert work.folder.exists()
    asyncio.run(desk.sweep(work.kept_until))
    assert not work.folder.exists()
    assert list(desk.works) == []


def test_work_that_is_not_kept_is_deleted_after_a_working_day(tmp_path: Path) -> None:
    with served(tmp_path) as opened:
        visitor = opened.visitor()
        visitor.finished(visitor.order("check", [("paper", "pris.md", TEXT)]))
        work = next(iter(opened.site.desk.works))
        asyncio.run(opened.site.desk.sweep(work.ordered + UNKEPT_FOR))
        assert not work.folder.exists()


def test_what_else_lies_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    folder = one_kept(tmp_path)
    (folder / "mina anteckningar").mkdir()
    (folder / "2001-01-01-0123456789abcdef").mkdir()
    (folder / "2001-01-01-0123456789abcdef" / "bild.txt").write_text("kvar")
    (folder / "fil.txt").write_text("kvar")
    desk = Desk(tmp_path / "sida", 1, history=history_in(folder, 1))
    work = next(iter(desk.works))
    asyncio.run(desk.sweep(work.ordered + timedelta(days=100)))
    assert sorted(each.name for each in folder.iterdir()) == ["2001-01-01-0123456789abcdef", "fil.txt", "mina anteckningar"]
    assert (folder / "2001-01-01-0123456789abcdef" / "bild.txt").exists()


def test_a_folder_that_somebody_has_changed_is_no_work(tmp_path: Path) -> None:
    folder = one_kept(tmp_path)
    told = next(folder.rglob(TOLD))
    whole = json.loads(told.read_text("utf-8"))
    changes = (
        {"schema": "annat/1"},
        {"styles": ["'unsafe-inline'"]},
        {"script": "https://ond.example/x.js"},
        {"order": {**whole["order"], "given": [{"role": "paper", "name": "../../../../etc/passwd", "number": 0}]}},
        {"order": None},
        {"ordered": "igår"},
    )
    for change in changes:
        told.write_text(json.dumps({**whole, **change}), "utf-8")
        assert list(history_in(folder, 30).kept()) == []
    told.write_text("{", "utf-8")
    assert list(history_in(folder, 30).kept()) == []
    told.write_text(json.dumps(whole), "utf-8")
    assert len(list(history_in(folder, 30).kept())) == 1


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    folder = one_kept(tmp_path)
    kept = next(each for each in folder.iterdir() if each.is_dir())
    elsewhere = tmp_path / kept.name
    kept.rename(elsewhere)
    (folder / kept.name).symlink_to(elsewhere, target_is_directory=True)
    assert list(history_in(folder, 30).kept()) == []


def test_a_folder_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x")
    for folder in (tmp_path / "fil", tmp_path / "finns" / "inte"):
        with pytest.raises(UsageError) as told:
            history_in(folder, 30)
        assert told.value.message.key == "web.no-history"


def test_work_that_cannot_be_kept_is_there_all_the_same_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "historik"
    (tmp_path / "sida").mkdir()
    with served(tmp_path / "sida", history=history_in(folder, 30)) as opened:
        folder.rmdir()
        folder.write_text("en fil i vägen")
        visitor = opened.visitor()
        work = visitor.order("check", [("paper", "pris.md", TEXT)])
        assert "kunde inte sparas" in visitor.finished(work)
        assert visitor.get(f"{work}/report").status == 200


def test_what_is_cancelled_while_it_is_being_kept_is_found_and_deleted_where_it_lies(tmp_path: Path) -> None:
    folder = tmp_path / "historik"
    (tmp_path / "sida").mkdir()

    async def deleted_meanwhile() -> None:
        desk = Desk(tmp_path / "sida", 1, history=history_in(folder, 30))
        order = Order(Kind.CHECK, ())
        work = await desk.take_in("någon", order, [(Role.PAPER, "pris.md", BytesIO(TEXT))], None)
        for number in range(3000):
            (work.folder / f"{number}.txt").write_text("100 kr", encoding="utf-8")
        while not any(folder.iterdir()):
            await asyncio.sleep(0.001)
        await desk.cancel(work)
        while work.folder.exists():
            await asyncio.sleep(0.01)
        left = desk.works.get(work.name)
        assert left is not None
        assert left.word == "finished"
        await desk.delete(left)

    asyncio.run(deleted_meanwhile())
    assert list(folder.iterdir()) == []

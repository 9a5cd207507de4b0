"""Who is let in to a page that several share, behind a proxy that signs them in."""

from collections.abc import Iterator

import pytest

from support.visitors import Served, Visitor, served


def through_the_proxy(shared: Served) -> Visitor:
    visitor = shared.stranger()
    visitor.extra = {"lydelse-key": shared.site.keys.key}
    return visitor


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("shared"), names=("granska.example",)) as opened:
        yield opened


def test_who_comes_past_the_proxy_gets_403(shared: Served) -> None:
    stranger = shared.stranger()
    assert stranger.send("GET", "/").status == 403
    assert stranger.send("GET", "/", {"lydelse-key": "fel"}).status == 403
    assert stranger.send("GET", f"/?nyckel={shared.site.keys.key}").status == 403


def test_who_comes_through_the_proxy_gets_a_cookie_that_only_travels_encrypted(shared: Served) -> None:
    visitor = shared.stranger()
    visitor.extra = {"lydelse-key": shared.site.keys.key}
    opened = visitor.open("")
    assert opened.status == 200
    assert "secure" in opened.headers["set-cookie"].lower()
    assert visitor.get("/").status == 200
    assert visitor.token


def test_the_machine_s_own_name_is_no_name_of_a_shared_page(shared: Served) -> None:
    visitor = shared.stranger()
    visitor.extra = {"lydelse-key": shared.site.keys.key}
    assert visitor.send("GET", "/", {"host": f"127.0.0.1:{shared.site.door.port}"}).status == 403


def test_nobody_sees_another_s_work(shared: Served) -> None:
    one, other = shared.stranger(), shared.stranger()
    for each in (one, other):
        each.extra = {"lydelse-key": shared.site.keys.key}
        each.open("")
    work = one.order("review", [("before", "a.md", b"# 1 Pris\nPriset [-1-]{+2+} kr.")])
    one.finished(work)
    assert one.get(work).status == 200
    assert other.get(work).status == 404
    assert other.get(f"{work}/report").status == 404
    assert other.get(f"{work}/files/docx").status == 404
    assert other.post(f"{work}/delete").status == 404
    assert "a.md" not in other.get("/works").text
    assert one.get(work).status == 200

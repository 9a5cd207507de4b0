"""Who is let in: each attack that the guard is against, as its requests would look."""

from collections.abc import Iterator

import pytest

from lydelse.web.guard import POLICY
from support.visitors import Served, served

POST = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("page")) as opened:
        yield opened


def test_the_key_is_exchanged_for_a_cookie_that_no_script_and_no_other_site_gets(page: Served) -> None:
    opened = page.stranger().open(page.site.keys.key)
    cookie = opened.headers["set-cookie"].lower()
    assert opened.status == 200
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert f"path={page.site.door.start}".lower() in cookie
    assert page.site.keys.key not in opened.text
    assert page.site.keys.key not in cookie


def test_whoever_came_with_the_key_sees_the_page(page: Served) -> None:
    visitor = page.visitor()
    assert visitor.get("/").status == 200
    assert visitor.token


@pytest.mark.parametrize("path", ["/", "/?nyckel=", "/?nyckel=fel", "/?token=x", "/favicon.ico", "/static/page.css", "/works"])
def test_a_neighbour_on_the_same_machine_gets_403_whatever_is_asked_for(page: Served, path: str) -> None:
    stranger = page.stranger()
    assert stranger.send("GET", path).status == 403
    assert stranger.get(path).status == 403


def test_a_neighbour_learns_nothing_of_where_the_pages_are(page: Served) -> None:
    stranger = page.stranger()
    told = [stranger.send("GET", path).text for path in ("/", "/finns-inte", page.site.door.start, f"{page.site.door.prefix}/finns-inte")]
    assert len(set(told)) == 1
    assert page.site.door.prefix not in told[0]


def test_a_cookie_that_is_made_up_opens_nothing(page: Served) -> None:
    stranger = page.stranger()
    for cookie in ("lydelse=", "lydelse=gissad", 'lydelse="', "annan=1", "lydelse=a; lydelse=b", "\x80"):
        assert stranger.get("/", {"cookie": cookie}).status == 403


def test_a_session_is_good_for_no_address_outside_its_own(page: Served) -> None:
    visitor = page.visitor()
    assert visitor.send("GET", "/works").status == 403
    assert visitor.send("GET", "//works").status == 403
    assert visitor.send("GET", f"{page.site.door.prefix}x/works").status == 403


def test_a_foreign_name_that_leads_to_this_machine_gets_403_even_with_the_key(page: Served) -> None:
    visitor = page.visitor()
    port = page.site.door.port
    for host in ("ond.example", f"ond.example:{port}", f"127.0.0.1.ond.example:{port}", "127.0.0.1", f"127.0.0.1:{port + 1}", "", None):
        assert visitor.get("/", {"host": host}).status in {400, 403}
        assert visitor.send("GET", f"/?nyckel={page.site.keys.key}", {"host": host}).status in {400, 403}


def test_this_machine_is_known_by_each_of_its_own_names(page: Served) -> None:
    visitor = page.visitor()
    assert {
        visitor.get("/", {"host": f"{name}:{page.site.door.port}"}).status for name in ("127.0.0.1", "localhost", "LOCALHOST", "[::1]")
    } == {200}


@pytest.mark.parametrize(
    "origin", [None, "null", "https://ond.example", "http://127.0.0.1", "http://127.0.0.1:1", "https://127.0.0.1:{port}"]
)
def test_a_form_that_another_page_sends_gets_403(page: Served, origin: str | None) -> None:
    visitor = page.visitor()
    sent = origin.format(port=page.site.door.port) if origin else None
    assert visitor.post("/language", {"language": "en"}, headers={"origin": sent}).status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_of_the_same_browser_gets_nothing_with_the_cookie(page: Served, site: str) -> None:
    visitor = page.visitor()
    assert visitor.get("/", {"sec-fetch-site": site}).status == 403
    assert visitor.post("/language", {"language": "en"}, headers={"sec-fetch-site": site}).status == 403
    assert visitor.get("/", {"sec-fetch-site": "same-origin"}).status == 200
    assert visitor.get("/", {"sec-fetch-site": "none"}).status == 200


def test_a_file_may_lead_to_the_page_with_the_key(page: Served) -> None:
    """The browser is opened with a file, which is another site to it."""
    opened = page.stranger().send("GET", f"/?nyckel={page.site.keys.key}", {"sec-fetch-site": "cross-site"})
    assert opened.status == 200
    assert "set-cookie" in opened.headers


@pytest.mark.parametrize("token", ["", "gissad", "å"])
def test_a_form_without_its_token_gets_403(page: Served, token: str) -> None:
    visitor = page.visitor()
    for path in ("/language", "/order/review", "/works/0123456789abcdef/delete"):
        assert visitor.post(path, {"formular": token}).status == 403
    assert visitor.post("/order/review", {"formular": token}, [("before", "a.md", b"x")]).status == 403


def test_the_token_of_one_session_is_not_that_of_another(page: Served) -> None:
    one, other = page.visitor(), page.visitor()
    assert one.token != other.token
    assert one.post("/language", {"formular": other.token, "language": "en"}).status == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_other_ways_to_ask_are_refused(page: Served, method: str) -> None:
    assert page.visitor().send(method, page.site.door.start).status == 405


def test_nothing_is_changed_by_looking(page: Served) -> None:
    visitor = page.visitor()
    for path in ("/language", "/order/review", "/works/0123456789abcdef/delete"):
        assert visitor.get(path).status in {404, 405}


@pytest.mark.parametrize(
    "path", ["/", "/check", "/minutes", "/model", "/works", "/static/page.css", "/finns-inte", "/works/0000000000000000"]
)
def test_every_answer_has_the_headers_that_keep_others_out(page: Served, path: str) -> None:
    headers = page.visitor().get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert headers["x-frame-options"] == "DENY"
    assert "server" not in headers


def test_a_stranger_s_refusal_has_them_too(page: Served) -> None:
    headers = page.stranger().get("/").headers
    assert headers["content-security-policy"] == POLICY
    assert headers["cache-control"] == "no-store"


def test_a_language_leads_back_to_our_own_pages_alone(page: Served) -> None:
    visitor = page.visitor()
    for back in ("https://ond.example/", "//ond.example", "/\\ond.example", "/works\r\nset-cookie: x=1", "javascript:alert(1)", "/../../x"):
        assert visitor.post("/language", {"language": "sv", "back": back}).headers["location"] == page.site.door.start
    assert visitor.post("/language", {"language": "sv", "back": "/works"}).headers["location"] == f"{page.site.door.prefix}/works"


@pytest.mark.parametrize(
    "path", ["/static/../application.py", "/static/%2e%2e/application.py", "/static/..%2fapplication.py", "/static//etc/passwd"]
)
def test_no_file_outside_our_own_is_sent(page: Served, path: str) -> None:
    assert page.visitor().get(path).status in {403, 404}


def test_a_websocket_is_closed(page: Served) -> None:
    headers = {"connection": "upgrade", "upgrade": "websocket", "sec-websocket-version": "13", "sec-websocket-key": "x"}
    assert page.stranger().get("/", headers).status == 403

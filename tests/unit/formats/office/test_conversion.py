"""LibreOffice as a process of its own: what it gives, what is left behind, and what is said where it cannot."""

import tempfile
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from lydelse.errors import UnreadableFileError
from lydelse.formats.office import conversion
from lydelse.formats.office.conversion import as_word
from lydelse.formats.office.kinds import OfficeKind
from support.office import libreoffice

ODT = "application/vnd.oasis.opendocument.text"


def refusal(path: Path, kind: OfficeKind, seconds: float = 240) -> str:
    with pytest.raises(UnreadableFileError) as refused, as_word(path, kind, seconds):
        pass
    assert refused.value.message.facts["file"] == path.name
    return refused.value.message.key


def rtf(path: Path) -> Path:
    path.write_text(r"{\rtf1\ansi Beloppet \'e4r 1 425 kr.\par}", encoding="ascii")
    return path


def test_the_converted_file_is_there_within_the_block_and_nothing_after_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    libreoffice()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    source = tmp_path / "avtal.rtf"
    with as_word(rtf(source), OfficeKind.RTF) as word:
        assert "1 425 kr" in zipfile.ZipFile(word).read("word/document.xml").decode()
    assert [file.name for file in tmp_path.iterdir()] == ["avtal.rtf"]


def test_a_file_that_takes_too_long_is_refused_and_the_process_ended(tmp_path: Path) -> None:
    libreoffice()
    assert refusal(rtf(tmp_path / "avtal.rtf"), OfficeKind.RTF, seconds=0.01) == "error.conversion-late"


def test_a_file_that_libreoffice_cannot_open_is_refused(tmp_path: Path) -> None:
    libreoffice()
    path = tmp_path / "skadad.odt"
    path.write_bytes(b"PK\x03\x04" + bytes(26) + b"mimetype" + ODT.encode())
    assert refusal(path, OfficeKind.ODT) == "error.not-converted"


def test_without_libreoffice_a_sentence_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(conversion, "PLACES", ())
    assert refusal(rtf(tmp_path / "avtal.rtf"), OfficeKind.RTF) == "error.office-missing"


def test_a_program_that_does_not_start_is_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "soffice"
    broken.write_text("no program", encoding="ascii")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal(rtf(tmp_path / "avtal.rtf"), OfficeKind.RTF) == "error.not-converted"


def test_a_protected_file_is_refused_before_libreoffice_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "avtal.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", ODT)
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert refusal(path, OfficeKind.ODT) == "error.office-password"


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine: its address, and what it was asked for."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815  # the names that the library calls

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()


def test_nothing_is_fetched_for_a_file_that_links_to_a_picture_and_a_text(tmp_path: Path, asked: tuple[str, list[str]]) -> None:
    libreoffice()
    address, paths = asked
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"), ("m", "manifest"))
    )
    linked = f'<draw:frame svg:width="1cm" svg:height="1cm"><draw:image xlink:type="simple" xlink:href="{address}/bild.png"/></draw:frame>'
    section = f'<text:section text:name="a"><text:section-source xlink:type="simple" xlink:href="{address}/del.odt"/></text:section>'
    path = tmp_path / "avtal.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", ODT)
        archive.writestr(
            "content.xml",
            f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body>'
            f"<office:text><text:p>Text {linked}</text:p>{section}</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest {names}><m:file-entry m:full-path="/" m:media-type="{ODT}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        )
    with as_word(path, OfficeKind.ODT) as word:
        assert "Text" in zipfile.ZipFile(word).read("word/document.xml").decode()
    assert paths == []

"""Files of other word processors made Word files by LibreOffice: a process of its own, in a folder of its own, with a time limit.

The profile (LibreOffice's settings) is a new one each time, so that nothing of the user's is touched, an open LibreOffice is not in
the way, and two conversions do not meet. It says no to macros, to links and to the network.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.sax.saxutils import quoteattr

from lydelse.errors import UnreadableFileError
from lydelse.formats.office.kinds import OfficeKind, is_protected, is_too_large
from lydelse.formats.office.left_behind import working_folder
from lydelse.formats.office.rtf import as_libreoffice_reads

MOST_SECONDS = 180.0  # for one file; a document of 13 pages takes 2 to 3 seconds, most of them to start
NAMES = ("soffice", "libreoffice")
PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("/opt/libreoffice/program/soffice"),
)
"""Where LibreOffice is installed on systems that do not put programs on the search path."""

_NOWHERE = ("127.0.0.1", "9")  # a proxy that is not there: the port "discard"
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", _NOWHERE[0]),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", _NOWHERE[1]),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", _NOWHERE[0]),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", _NOWHERE[1]),
    ("org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
)
"""No macros, no pictures or sections by link from anywhere, no way out to a network."""


def program() -> str | None:
    """Return the command that starts LibreOffice, None where it is not installed."""
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), None) or next((str(place) for place in PLACES if place.is_file()), None)


@contextmanager
def as_word(path: Path, kind: OfficeKind, seconds: float = MOST_SECONDS) -> Iterator[Path]:
    """Give the file as a Word file, which is gone again when the block is left.

    Raises:
        UnreadableFileError: LibreOffice is not installed, the file is protected or damaged, or ``seconds`` were not enough.
    """
    content = path.read_bytes()
    if is_protected(content, kind):
        raise UnreadableFileError("error.office-password", file=path.name)
    if is_too_large(content):
        raise UnreadableFileError("error.too-large", file=path.name)
    command = program()
    if command is None:
        raise UnreadableFileError("error.office-missing", file=path.name, kind=kind.value)
    with working_folder() as folder:
        source = folder / f"document{kind}"
        source.write_bytes(as_libreoffice_reads(content) if kind is OfficeKind.RTF else content)
        yield _converted(command, source, path.name, seconds)


def _converted(command: str, source: Path, name: str, seconds: float) -> Path:
    folder = source.parent
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    arguments = (f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck", "--convert-to", "docx")
    _run([command, *arguments, "--outdir", str(folder), str(source)], folder, name, seconds)
    result = source.with_suffix(".docx")
    if not result.is_file():  # whatever was wrong, LibreOffice ends with 0
        raise UnreadableFileError("error.not-converted", file=name)
    return result


def _run(command: list[str], folder: Path, name: str, seconds: float) -> None:
    own = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))
    environment = os.environ | own | {"XDG_CACHE_HOME": str(folder)}  # kept between runs: the desktop's settings too
    silent = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603  # the program that was looked up, and names of our own making
            command, env=environment, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
        )
    except OSError as problem:
        raise UnreadableFileError("error.not-converted", file=name) from problem
    with process:
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired as late:
            raise UnreadableFileError("error.conversion-late", file=name, seconds=round(seconds)) from late
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and those that it started: soffice is a script that starts the program proper."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _registry() -> str:
    """Return the settings as LibreOffice keeps them in a profile."""
    items = "".join(
        f'<item oor:path={quoteattr("/" + path)}><prop oor:name={quoteattr(name)} oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'

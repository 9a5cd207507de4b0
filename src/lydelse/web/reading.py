"""The report as it is read in the browser, exactly as it was written but for a bar above it, and the reports as files."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from lydelse.reports.html.scripts import digest_of, script_of, style_of
from lydelse.web.site import Visit
from lydelse.web.tasks import REPORTS, report_file
from lydelse.web.works import Finished, Work

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
    ".json": "application/json",
    ".sarif": "application/sarif+json",
    ".xml": "application/xml",
    ".csv": "text/csv; charset=utf-8",
    ".toml": "application/toml",
    ".txt": "text/plain; charset=utf-8",
}
STATIC = Path(__file__).parent / "static"
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_BODY = re.compile(r"<body>\n?")


async def report(request: Request) -> Response:
    """Show the HTML report under a bar that leads back to its work."""
    visit = Visit(request)
    work = _with_form(visit, "html")
    written = report_file(work.folder, "html").read_text(encoding="utf-8")
    bar = visit.site.renderer.page("bar.html", visit.language, work=work, style=_bar_style())
    framed = _BODY.sub(lambda body: body[0] + bar, written, count=1)
    return HTMLResponse(framed, headers={"content-security-policy": _policy(written)})


async def download(request: Request) -> Response:
    """Send a report as a file."""
    visit = Visit(request)
    form = request.path_params["form"]
    work = _with_form(visit, form)
    file = report_file(work.folder, form)
    return FileResponse(file, media_type=TYPES[file.suffix], headers={"content-disposition": _named(work, form, file.suffix)})


def _with_form(visit: Visit, form: str) -> Work:
    """Return the work that the address names, which has a form of report.

    Raises:
        HTTPException: 404 where there is no such work or it has no such report.
    """
    work = visit.work()
    if form not in REPORTS or not isinstance(work.state, Finished) or form not in work.state.made.forms:
        raise HTTPException(404)
    return work


def _named(work: Work, form: str, suffix: str) -> str:
    """Return the header that names a file for whoever saves it."""
    stem = Path(work.order.given[-1].name).stem
    return f"attachment; filename*=UTF-8''{quote(f'{stem}-{form}{suffix}', safe='')}"


def _policy(written: str) -> str:
    """Return the policy of a report's page: its own style, that of its pictures and the bar's, its own script, and nothing else.

    A report that another version of the program wrote has another style, which stands first; its script is not run.
    """
    own = _STYLE.search(written)
    styles = " ".join(f"'{digest}'" for digest in (digest_of(own[1] if own else ""), style_of("chart.css"), digest_of(_bar_style())))
    return (
        f"default-src 'none'; style-src {styles}; script-src '{script_of('amounts.js').permit}'; img-src data:; form-action 'none'; "
        "frame-ancestors 'none'; base-uri 'none'"
    )


def _bar_style() -> str:
    return (STATIC / "bar.css").read_text(encoding="utf-8")

"""The report as it is read in the browser, exactly as it was written but for a bar above it, and the reports as files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from lydelse.patterns import compiled
from lydelse.web.permitted import Permitted, digest_of
from lydelse.web.site import Visit
from lydelse.web.tasks import REPORTS, Made, report_file
from lydelse.web.works import Finished, Work
from lydelse.workers import Broken, Refused

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
_SKIP = compiled(r'<body>\s*<a class="skip"[^>]*>[^<]*</a>\n?')
"""Where a report begins: with the link past what stands before its content, which the bar is a part of."""


async def report(request: Request) -> Response:
    """Show the HTML report under a bar that leads back to its work."""
    visit = Visit(request)
    work, made = _with_form(visit, "html")
    written = report_file(work.folder, "html").read_text(encoding="utf-8")
    bar = visit.site.renderer.page("bar.html", visit.language, work=work, style=_bar_style())
    framed = _SKIP.sub(lambda begins: begins[0] + bar, written, count=1)
    return HTMLResponse(framed, headers={"content-security-policy": _policy(made.permitted)})


async def download(request: Request) -> Response:
    """Send a report as a file."""
    visit = Visit(request)
    form = request.path_params["form"]
    work, _ = _with_form(visit, "html" if form == "pdf" else form)
    if form == "pdf":
        match await visit.site.desk.print(work):
            case Refused(message) | Broken(message):
                return visit.page("unprinted.html", {"work": work, "message": message}, status=422)
            case _:
                pass
    file = report_file(work.folder, form)
    return FileResponse(file, media_type=TYPES[file.suffix], headers={"content-disposition": _named(work, form, file.suffix)})


def _with_form(visit: Visit, form: str) -> tuple[Work, Made]:
    """Return the work that the address names, which has a form of report, and what came of it.

    Raises:
        HTTPException: 404 where there is no such work or it has no such report.
    """
    work = visit.work()
    if form not in REPORTS or not isinstance(work.state, Finished) or form not in work.state.made.forms:
        raise HTTPException(404)
    return work, work.state.made


def _named(work: Work, form: str, suffix: str) -> str:
    """Return the header that names a file for whoever saves it."""
    stem = Path(work.order.given[-1].name).stem
    return f"attachment; filename*=UTF-8''{quote(f'{stem}-{form}{suffix}', safe='')}"


def _policy(permitted: Permitted) -> str:
    """Return the policy of a report's page: its own styles and the bar's, its own script, and nothing else."""
    styles = " ".join(f"'{digest}'" for digest in (*permitted.styles, _bar_digest()))
    scripts = f"'{permitted.script}'" if permitted.script else "'none'"
    return (
        f"default-src 'none'; style-src {styles}; script-src {scripts}; img-src data:; form-action 'none'; "
        "frame-ancestors 'none'; base-uri 'none'"
    )


@cache
def _bar_style() -> str:
    return (STATIC / "bar.css").read_text(encoding="utf-8")


@cache
def _bar_digest() -> str:
    return digest_of(_bar_style())

"""What a worker process does: the work that was ordered, and every report of it, written into the work's folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from lydelse import __version__, flow
from lydelse.errors import UsageError
from lydelse.flow import Watcher, Wishes, unwatched
from lydelse.formats.toml import read_toml
from lydelse.model.corrections import Corrections
from lydelse.model.message import Message
from lydelse.records import dataclass, field, replace
from lydelse.reports.files import write_whole
from lydelse.reports.wording import say
from lydelse.web.orders import Kind, Order, Role
from lydelse.web.permitted import Permitted, permitted_in
from lydelse.web.readings import write_readings

if TYPE_CHECKING:
    from lydelse.model.impact_coverage import Counted
    from lydelse.model.review import Review

# ruff: noqa: PLC0415 - each report is imported where it is written

REPORTS = {
    "html": "report.html",
    "docx": "report.docx",
    "xlsx": "report.xlsx",
    "pdf": "report.pdf",
    "tracked": "tracked.docx",
    "annotated": "annotated.pdf",
    "json": "report.json",
    "sarif": "report.sarif",
    "junit": "report.xml",
    "csv": "report.csv",
    "handled": "handled.toml",
    "corrections": "corrections.toml",
    "toml": "model.toml",
    "workbook": "model.xlsx",
    "text": "model.txt",
}
"""The file of each form of report, in the order in which they are offered."""
EARLIER = "earlier.json"
"""The report of an earlier review in a work's folder, where the work is to say what is new since."""
GIVES_WAY = 5
"""How much a worker yields to the process that answers the pages."""

Written = str | bytes
Writers = Mapping[str, Callable[[], Written]]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of an order: the forms of report that were written, what is to be said of them, and what the page of one may run."""

    forms: tuple[str, ...]
    said: tuple[Message, ...] = ()
    permitted: Permitted = field(default_factory=Permitted)


def carry_out(order: Order, folder: Path, password: str | None, *, watch: Watcher = unwatched) -> Made:
    """Do what is ordered and write the reports into ``folder``.

    Raises:
        UnreadableFileError: a file cannot be read at all.
        UsageError: a model's file says something that is no model.
    """
    if hasattr(os, "nice"):
        os.nice(GIVES_WAY)
    said: list[Message] = []
    match order.kind:
        case Kind.REVIEW | Kind.CHECK:
            writers = _review_writers(order, folder, password, said, watch)
        case Kind.MINUTES:
            writers = _minutes_writers(order, folder, password, watch)
        case Kind.DRAFT:
            writers = _draft_writers(order, folder, password, said, watch)
        case Kind.MODEL:
            writers = _model_writers(order, folder, password, watch)
    watch(Message("web.step.writing"))
    return _written(writers, folder, said)


def print_report(folder: Path, *, watch: Watcher = unwatched) -> None:
    """Print a work's HTML report as a PDF beside it.

    Raises:
        UsageError: what writes PDF is not installed.
    """
    from lydelse.reports.pdf import printed

    watch(Message("web.step.writing"))
    write_whole(report_file(folder, "pdf"), printed(report_file(folder, "html").read_text(encoding="utf-8")))


def judge_model(model: str, *, watch: Watcher = unwatched) -> None:
    """Read the text of a model by itself.

    Raises:
        UsageError: it says something that is no model; the sentence names the line.
    """
    watch(Message("web.step.reading-model"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "modell.toml"
        file.write_text(model, encoding="utf-8", newline="\n")
        _agree_to(file)
        flow.declared_model(file)


def can_print() -> bool:
    """Tell whether what writes PDF is installed."""
    return find_spec("weasyprint") is not None


def report_file(folder: Path, form: str) -> Path:
    """Return where a form of report lies in the folder of its work."""
    return folder / "reports" / REPORTS[form]


def _written(writers: Writers, folder: Path, said: list[Message]) -> Made:
    """Write each report; one that this document does not allow is told, and the others are written."""
    (folder / "reports").mkdir(exist_ok=True)
    forms = []
    for form, writer in writers.items():
        try:
            write_whole(report_file(folder, form), writer())
        except UsageError as refused:
            said.append(refused.message)
        else:
            forms.append(form)
    return Made(tuple(forms), tuple(said), _permitted(folder) if "html" in forms else Permitted())


def _permitted(folder: Path) -> Permitted:
    return permitted_in(report_file(folder, "html").read_text(encoding="utf-8"))


def _agree_to(model: Path | None) -> None:
    """See to it that a model names no other file: whoever leaves one here says what is read by leaving it.

    Raises:
        UsageError: it does.
    """
    if model is None or model.suffix.lower() != ".toml":
        return
    from lydelse.calculation.declared.parts import plain

    for part in read_toml(model).values.values():
        named = [str(name) for key, name in part.items() if plain(str(key)) == "fil"] if isinstance(part, dict) else []
        if named:
            raise UsageError("web.model-names-a-file", file=model.name, name=named[0])


def _wishes(order: Order, folder: Path, password: str | None) -> Wishes:
    model = order.file(Role.MODEL, folder)
    _agree_to(model)
    status = say(Message(f"case.{order.case.status}"), order.language) if order.case.status else ""
    case = replace(order.case, status=status)
    corrections = order.corrections if order.corrections != Corrections() else None
    return Wishes(ignore=order.ignore, password=password, model=model, case=case, corrections=corrections)


def _versions(order: Order, folder: Path) -> tuple[Path, Path | None]:
    before = order.file(Role.BEFORE, folder)
    assert before is not None, "an order of this kind has a document"
    return before, order.file(Role.AFTER, folder)


def _review_writers(order: Order, folder: Path, password: str | None, said: list[Message], watch: Watcher) -> Writers:
    wishes, in_force = _wishes(order, folder, password), order.file(Role.IN_FORCE, folder)
    if order.kind is Kind.CHECK:
        papers = order.papers(folder)
        checked = _since(flow.check_each(papers, in_force=in_force, wishes=wishes, watch=watch), order, folder)
        return _forms_of(checked, order, papers, password)
    before, after = _versions(order, folder)
    reviewed = _since(flow.review(before, after, in_force=in_force, wishes=wishes, watch=watch), order, folder)
    write_readings(reviewed.comparison, folder)
    later = after or before
    return {**_forms_of(reviewed, order, [later], password), **dict(_of_the_file(reviewed, order, later, password, said))}


def _since(reviewed: Review, order: Order, folder: Path) -> Review:
    """Return a review with what an earlier one told, where there is one, and what is said of findings that are handled."""
    from lydelse.reports.earlier import known_findings

    earlier = folder / EARLIER
    return replace(reviewed, known=known_findings(earlier) if earlier.exists() else None, handled=order.handled)


def _forms_of(reviewed: Review, order: Order, files: tuple[Path, ...] | list[Path], password: str | None) -> Writers:
    """Return the writers of a review's reports."""
    from lydelse.checks.catalogue import CATALOGUE
    from lydelse.reports import excel, findings_csv, html, json_findings, junit, sarif, word_report
    from lydelse.reports.corrections_file import corrections_text
    from lydelse.reports.html.clips import Clips
    from lydelse.reports.rules_told import RuleTold

    rules = [RuleTold(rule.code, rule.name, rule.severity, rule.page) for rule in CATALOGUE]
    language = order.language

    def pictured(write: Callable[..., str | bytes]) -> str | bytes:
        with Clips({file.name: file for file in files}, password) as clips:
            return write(reviewed, version=__version__, language=language, clips=clips)

    return {
        "html": lambda: pictured(html.write),
        "json": lambda: json_findings.write(reviewed, version=__version__, language=language),
        "docx": lambda: pictured(word_report.write),
        "xlsx": lambda: excel.write(reviewed, language),
        "sarif": lambda: sarif.write(reviewed, rules, version=__version__, language=language),
        "junit": lambda: junit.write(reviewed, rules, language=language),
        "csv": lambda: findings_csv.write(reviewed, language),
        **_handled_writer(order),
        **({"corrections": lambda: corrections_text(order.corrections)} if order.corrections != Corrections() else {}),
    }


def _handled_writer(order: Order) -> Writers:
    """Return the writer of the file of findings that are handled, none where none is."""
    from lydelse.reports.handled_file import handled_text

    return {"handled": lambda: handled_text(order.handled)} if order.handled else {}


def _of_the_file(
    reviewed: Review, order: Order, later: Path, password: str | None, said: list[Message]
) -> Iterator[tuple[str, Callable[[], Written]]]:
    """Yield the writers of what is made of the reviewed file itself: its changes as tracked ones, a PDF with its findings marked."""
    from lydelse.reports import annotated, tracked

    def changes() -> bytes:
        word = later.read_bytes() if later.suffix.lower() == ".docx" else None
        content, told = tracked.write(reviewed.comparison, word, order.case.date)
        said.extend(told)
        return content

    def marked() -> bytes:
        content, told = annotated.write(reviewed, later, password, order.language)
        said.extend([told] if told else [])
        return content

    if not reviewed.comparison.one_version:
        yield "tracked", changes
    if later.suffix.lower() == ".pdf":
        yield "annotated", marked


def _minutes_writers(order: Order, folder: Path, password: str | None, watch: Watcher) -> Writers:
    from lydelse.reports import html, json_minutes, minutes_word, minutes_workbook

    read = flow.minutes_of(order.papers(folder), wishes=_wishes(order, folder, password), watch=watch)
    read = replace(read, handled=order.handled)
    return {
        "html": lambda: html.write_minutes(read, version=__version__, language=order.language),
        "json": lambda: json_minutes.write(read, version=__version__, language=order.language),
        "docx": lambda: minutes_word.write(read, version=__version__, language=order.language),
        "xlsx": lambda: minutes_workbook.write(read, order.language),
        **_handled_writer(order),
    }


def _draft_writers(order: Order, folder: Path, password: str | None, said: list[Message], watch: Watcher) -> Writers:
    from lydelse.reports import model_toml, model_workbook

    before, after = _versions(order, folder)
    drafted, questions = flow.draft_model(before, after, password=password, watch=watch)
    said.extend(_told(drafted.counted) if drafted.counted else ())
    return {
        "toml": lambda: model_toml.write(drafted, questions, source=before.name, language=order.language),
        "workbook": lambda: model_workbook.write(drafted, order.language),
    }


def _told(counted: Counted) -> Iterator[Message]:
    """Yield how much of the money in the document the parts of a drafted model take in."""
    facts = {"amounts": counted.amounts, "counted": counted.counted}
    yield Message("web.counted.some" if counted.left_out else "counted.all", facts)


def _model_writers(order: Order, folder: Path, password: str | None, watch: Watcher) -> Writers:
    from lydelse.reports import json_model, model_lines

    before, after = _versions(order, folder)
    wishes = replace(_wishes(order, folder, password), select=frozenset({"M"}))
    assert wishes.model is not None, "an order of this kind has a model"
    model = wishes.model
    reviewed = flow.review(before, after, wishes=wishes, watch=watch)
    own = {"toml": model.read_bytes} if model.suffix.lower() == ".toml" else {"workbook": model.read_bytes}
    return {
        **own,
        "text": lambda: model_lines.write(reviewed, order.language),
        "json": lambda: json_model.write(reviewed, version=__version__, language=order.language),
    }

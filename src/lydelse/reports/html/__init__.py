"""The report as one HTML page: self-contained, for the screen and for paper.

``page`` says what stands on it, ``redline`` and ``amounts`` its two large parts, the templates how; all words come from ``wording``. The
page is whole without scripts. The one that it may run sorts the tables of amounts and searches them, and its policy permits no other.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from lydelse.model.change import Comparison
from lydelse.model.message import Fact, Message
from lydelse.model.minutes_review import MinutesReview
from lydelse.model.review import Review
from lydelse.model.text import Version
from lydelse.reports.arithmetic_lines import arithmetic_lines
from lydelse.reports.html.clips import Clips
from lydelse.reports.html.drawings import Drawings
from lydelse.reports.html.marks import Marker
from lydelse.reports.html.page import comparison_page, review_page
from lydelse.reports.html.scripts import script_of
from lydelse.reports.html.unbroken import unbroken
from lydelse.reports.model_lines import decompositions_in
from lydelse.reports.two_wordings import rows_of, wording_of
from lydelse.reports.wording import convention_in_words, figure, name_of, say, worked

TEMPLATES = Path(__file__).parent / "templates"


def write(review: Review, *, version: str, language: str = "sv", clips: Clips | None = None) -> str:
    """Return the report of a review; ``version`` is that of the program, ``clips`` cuts pictures of places out of the reviewed files."""
    page = review_page(review, language, clips)
    drawn = Drawings(language, page.headings)
    told = decompositions_in(review, language)
    return rendered("review.html", language, page=page, version=version, decompositions=told, drawn=drawn, script=script_of("amounts.js"))


def write_comparison(comparison: Comparison, *, version: str, language: str = "sv") -> str:
    """Return what a comparison changed: the amounts and the wording, without any checks."""
    return rendered(
        "comparison.html", language, page=comparison_page(comparison, language), version=version, script=script_of("amounts.js")
    )


def write_minutes(review: MinutesReview, *, version: str, language: str = "sv") -> str:
    """Return minutes that were read together, § by §, with what was found in them."""
    from lydelse.reports.html.minutes import minutes_page  # noqa: PLC0415 - few reports are of minutes, and these load their rules

    return rendered("minutes.html", language, page=minutes_page(review, language), version=version, script=None)


def rendered(template: str, language: str, **facts: object) -> str:
    """Return a page of ours: a template with its facts, the words of a language and the style."""
    environment = _environment()
    words = {
        "t": _sayer(language),
        "say": lambda message: say(message, language),
        "runs": Marker.of(language),
        "name_of": lambda value: name_of(value, language),
        "convention_of": lambda source: convention_in_words(source, language),
        "worked": lambda calculation: worked(calculation, language),
        "arithmetic": lambda finding: arithmetic_lines(finding, language),
        "figure": lambda value: figure(value, language),
        "wording_of": lambda runs, version: wording_of(runs, Version(version)),
        "rows_of": lambda table, version: rows_of(table, Version(version)),
    }
    return environment.get_template(template).render(language=language, style=_style(), **words, **facts)


def _sayer(language: str) -> Callable[..., str]:
    def t(key: str, /, **facts: Fact) -> str:
        return say(Message(key, facts), language)

    return t


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    environment.filters["unbroken"] = unbroken
    return environment


@cache
def _style() -> Markup:
    """Return the style sheet, which is ours and holds nothing of any document."""
    return Markup((TEMPLATES / "report.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file, shipped with the package

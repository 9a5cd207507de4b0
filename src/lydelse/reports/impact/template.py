"""The template of a units' file: a workbook with the columns that a model asks for, to be filled in, and a sheet that explains them."""

from __future__ import annotations

from collections.abc import Sequence

from lydelse.formats.workbook.writing import Content, Page, workbook_bytes
from lydelse.model.impact_model import UnitModel
from lydelse.reports.impact.words import Words

SHEET = "Enheter"
GENERAL_BANDS = (*(f"{first}–{first + 4}" for first in range(0, 100, 5)), "100 år och äldre")
EMPTY_ROWS = 3


def write(model: UnitModel | None, bands: Sequence[str], ranges: Sequence[tuple[int, int]], language: str = "sv") -> bytes:
    """Return the template; ``bands`` are the age bands of the document's tables, ``ranges`` the ages that are counted beside them.

    Without a model it has the columns that most models ask for. The headings are Swedish, as the file is read.
    """
    words = Words(language)
    columns = model.columns if model else ()
    own = [f"{column.heading} ({column.unit})" if column.unit else column.heading for column in columns]
    general = [] if model else ["CNI", "Avstånd (km)"]
    aged = [f"{lower}–{upper} år" for lower, upper in ranges]
    heads = ["Enhet", "Driftsform", *(bands or GENERAL_BANDS), *aged, *own, *general]
    told: list[Sequence[Content]] = [
        [words.say("impact.template.column"), words.say("impact.template.what")],
        ["Enhet", words.say("impact.template.name")],
        ["Driftsform", words.say("impact.template.owner")],
        [f"{(bands or GENERAL_BANDS)[0]} …", words.say("impact.template.bands")],
        *([each, words.say("impact.template.range")] for each in aged),
        *([each, words.say("impact.template.figure")] for each in (*own, *general)),
        ["", words.say("impact.template.rules")],
    ]
    blank: list[Sequence[Content]] = [[None for _ in heads] for _ in range(EMPTY_ROWS)]
    widths = (34, 14, *(max(10, len(head) + 3) for head in heads[2:]))
    return workbook_bytes(
        [Page(SHEET, [heads, *blank], widths=widths), Page(words.say("impact.template.sheet"), told, widths=(30, 90))], ()
    )

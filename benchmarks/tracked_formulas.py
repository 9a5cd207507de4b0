"""What LibreOffice makes of tracked formulas when all is accepted and rejected: a file by hand for each form in which one is written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.settling import settled

from lydelse.extractors.word import extract

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support import words

_CHANGE = 'w:id="901" w:author="lydelse"'
_SUM = "<m:r><m:t>B=C</m:t></m:r>"
FORMS = {
    f"{told} around the formula": f"<w:{name} {_CHANGE}><m:oMath>{_SUM}</m:oMath></w:{name}>"
    for name, told in (("ins", "inserted"), ("del", "struck"))
} | {
    f"{told} within the formula": f"<m:oMath><w:{name} {_CHANGE}>{_SUM}</w:{name}></m:oMath>"
    for name, told in (("ins", "inserted"), ("del", "struck"))
}
"""The forms that the schema permits, each in a paragraph between two words."""


def kept_formulas(folder: Path) -> Iterator[str]:
    """Yield a line for each form: the paragraph with all accepted and with all rejected."""
    folder.mkdir()
    for at, formula in enumerate(FORMS.values()):
        words.write(folder / f"{at}.docx", words.paragraph(words.run("one "), formula, words.run(" two")))
    settled(folder)
    for at, form in enumerate(FORMS):
        accepted, rejected = (next(iter(extract(folder / way / f"{at}.docx").paragraphs)).after for way in ("Accept", "Reject"))
        yield f"by hand, {form}: accepted {accepted!r}, rejected {rejected!r}"

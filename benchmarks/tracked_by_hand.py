"""What LibreOffice makes of files written by hand when all is accepted and rejected.

They hold a tracked formula in each form that the schema permits, and a struck sign of a note after a note with and without a paragraph.
"""

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
_FORMULA = f"<m:oMath>{_SUM}</m:oMath>"
_WITHIN = f"{words.run('a')}{_FORMULA}{words.run('b')}"
FORMS |= {
    "inserted with words beside it": f"<w:ins {_CHANGE}>{_WITHIN}</w:ins>",
    "inserted on a line of its own": f"<w:ins {_CHANGE}><m:oMathPara>{_FORMULA}</m:oMathPara></w:ins>",
    "inserted in a content control": f"<w:sdt><w:sdtContent><w:ins {_CHANGE}>{_WITHIN}</w:ins></w:sdtContent></w:sdt>",
    "inserted in a link": f'<w:hyperlink w:anchor="x"><w:ins {_CHANGE}>{_WITHIN}</w:ins></w:hyperlink>',
    "moved": f'<w:moveToRangeStart {_CHANGE} w:name="m"/><w:moveTo {_CHANGE.replace("901", "902")}>{_WITHIN}</w:moveTo>'
    f'<w:moveToRangeEnd w:id="901"/>',
    "inserted by the look of its run": f"<m:oMath><m:r><w:rPr><w:ins {_CHANGE}/></w:rPr><m:t>B=C</m:t></m:r></m:oMath>",
}
"""Other forms in which Word itself writes what is inserted."""


NOTES = (
    (f'<w:footnote w:id="1">{words.paragraph("the first note")}</w:footnote>', "a struck sign of the second note"),
    ('<w:footnote w:id="1"/>', "the same, the first note without a paragraph"),
)


def made_by_hand(folder: Path) -> Iterator[str]:
    """Yield a line for each file: what it reads as with all accepted and with all rejected."""
    folder.mkdir()
    for at, formula in enumerate(FORMS.values()):
        words.write(folder / f"{at}.docx", words.paragraph(words.run("one "), formula, words.run(" two")))
    for at, (first, _) in enumerate(NOTES, len(FORMS)):
        struck = f"<w:del {_CHANGE}>{words.cited(2)}</w:del>"
        notes = f'{first}<w:footnote w:id="2">{words.paragraph("the second note")}</w:footnote>'
        cited = words.paragraph(words.run("one"), words.cited(1), words.run(" two"), struck)
        words.write(folder / f"{at}.docx", cited, others={"footnotes": notes})
    settled(folder)
    for at, form in enumerate((*FORMS, *(told for _, told in NOTES))):
        read = [extract(folder / way / f"{at}.docx") for way in ("Accept", "Reject")]
        accepted, rejected = ([each.after for each in document.paragraphs if each.after.strip()] for document in read)
        yield f"by hand, {form}: accepted {accepted}, rejected {rejected}"

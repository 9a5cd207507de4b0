"""How many formulas a file of another word processor holds, and how many the Word file that LibreOffice makes of it.

LibreOffice without its package for formulas (``libreoffice-math``) leaves every one out, and says nothing.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from lydelse.formats.office.kinds import OfficeKind, manifest_of

_ODF_FORMULA = re.compile(rb'media-type\s*=\s*"application/vnd\.oasis\.opendocument\.formula"')
_RTF_FORMULA = re.compile(rb"\\moMath(?![A-Za-z])")
_OLE_FORMULA = "Equation Native".encode("utf-16-le")  # the stream of an object of the equation editor, by its name in the directory
_WORD_FORMULA = re.compile(rb"<m:oMath[\s>]")


def formulas_in(content: bytes, kind: OfficeKind) -> int:
    """Return how many formulas a file holds, as far as it can be seen before it is converted: objects, and those of RTF."""
    match kind:
        case OfficeKind.ODT:
            return len(_ODF_FORMULA.findall(manifest_of(content)))
        case OfficeKind.RTF:
            return len(_RTF_FORMULA.findall(content))
        case OfficeKind.DOC:
            return content.count(_OLE_FORMULA)


def formulas_of_word(content: bytes) -> int:
    """Return how many formulas the parts of a Word file hold, which has been read."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return sum(len(_WORD_FORMULA.findall(archive.read(name))) for name in parts)

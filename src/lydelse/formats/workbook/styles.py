"""The looks of a workbook's cells: collected as cells are written, told once in the workbook."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from lydelse.records import dataclass

TEXT_FORMAT = "@"
TWO_DECIMALS = "#,##0.00"
_BUILT_IN = {"": 0, TEXT_FORMAT: 49, TWO_DECIMALS: 4}
_FIRST_OWN = 164
"""The numbers below are formats that every program knows."""
_HEADING_GROUND = 2


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks: the code of its number format; if it is a heading, wraps its lines, holds text that is no formula, is set right."""

    form: str = ""
    heading: bool = False
    wraps: bool = False
    quoted: bool = False
    right: bool = False


class Looks:
    """The looks of one workbook, each with the number that its cells name it by."""

    def __init__(self) -> None:
        """Begin with the plain one, which cells have that name none."""
        self._numbers: dict[Look, int] = {Look(): 0}

    def number_of(self, look: Look) -> int:
        """Return the number of a look, a new one where it has none."""
        return self._numbers.setdefault(look, len(self._numbers))

    def xml(self, namespace: str) -> str:
        """Return the part that tells the looks, without the XML declaration."""
        codes = dict.fromkeys(look.form for look in self._numbers if look.form not in _BUILT_IN)
        own = {code: _FIRST_OWN + at for at, code in enumerate(codes)}
        told = "".join(f'<numFmt numFmtId="{number}" formatCode={quoteattr(code)}/>' for code, number in own.items())
        formats = f'<numFmts count="{len(own)}">{told}</numFmts>' if own else ""
        cells = "".join(_cell_format(look, _BUILT_IN.get(look.form, own.get(look.form, 0))) for look in self._numbers)
        return (
            f'<styleSheet xmlns="{namespace}">{formats}'
            '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
            '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
            '<fill><patternFill patternType="solid"><fgColor rgb="FFEEF1F4"/><bgColor indexed="64"/></patternFill></fill></fills>'
            '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
            '<border><left/><right/><top/><bottom style="hair"><color rgb="FF9AA5B1"/></bottom><diagonal/></border></borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{len(self._numbers)}">{cells}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
        )


def _cell_format(look: Look, number: int) -> str:
    quoted = ' quotePrefix="1"' if look.quoted else ""
    applied = ' applyNumberFormat="1"' if number else ""
    bold = ' applyFont="1" applyFill="1"' if look.heading else ""
    ground = _HEADING_GROUND if look.heading else 0
    attributes = (
        f'numFmtId="{number}" fontId="{int(look.heading)}" fillId="{ground}" borderId="{int(look.wraps)}" xfId="0"{quoted}{applied}{bold}'
    )
    if look.wraps:
        aligned = ' horizontal="right"' if look.right else ' horizontal="left" indent="1"' if look.form in {"", TEXT_FORMAT} else ""
        return f'<xf {attributes} applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"{aligned}/></xf>'
    return f"<xf {attributes}/>"

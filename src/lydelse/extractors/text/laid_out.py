"""Tables whose columns are kept by wide gaps: each cell belongs where it stands on its line."""

from __future__ import annotations

from lydelse.extractors.outline import heading_level
from lydelse.extractors.text.lines import SPACES, Line
from lydelse.extractors.text.rows import LABEL_MAY_BE, is_dash, is_figure
from lydelse.extractors.text.tables import FoundTable, table_of_cells
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

_HEADER_LINES = 4  # a header wraps over a few lines at most
_ROWS_FROM = 2  # rows with figures: one alone is no table for certain
_TAB = 8  # characters between the stops of a tab, where tabs are used to line things up
_PIECE = compiled(rf"\S+(?:[{SPACES.replace(chr(9), '')}]\S+)*")
_ENDS_SENTENCE = compiled(r"[.:;!?]$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text between wide gaps, and where on its line it stands."""

    start: int
    end: int
    text: str

    def overlaps(self, other: Piece) -> bool:
        """Tell whether two pieces stand above one another."""
        return self.start < other.end and other.start < self.end

    def over(self, other: Piece) -> Piece:
        """Return one piece from both, which reads downwards."""
        return Piece(min(self.start, other.start), max(self.end, other.end), f"{self.text} {other.text}".strip())

    def off(self, other: Piece) -> int:
        """Return how many characters apart two pieces stand, 0 where they overlap."""
        return max(0, other.start - self.end, self.start - other.end)


def laid_out_table_at(lines: list[Line], at: int) -> FoundTable | None:
    """Return the table whose header begins at a line, parted by wide gaps as its rows are; None where none does."""
    if len(pieces_of(lines[at])) < 2:
        return None
    first = _first_row(lines, at)
    columns = _header_columns(lines[at:first]) if first else []
    if not first or len(columns) < 2:
        return None
    body = _Body(columns)
    end = first
    while end < len(lines) and body.takes(lines, end):
        end += 1
    if body.figured < _ROWS_FROM or len(body.stretches()) > len(columns):
        return None
    rows = body.placed()
    return FoundTable(table_of_cells([column.text for column in columns], rows, lines[at].page), end)


def is_columned(lines: list[Line]) -> bool:
    """Tell whether lines that made no table hold figures in columns all the same."""
    figured = [pieces for pieces in map(pieces_of, lines) if len(pieces) > 1 and _has_figures(pieces)]
    return len(figured) >= _ROWS_FROM or any(sum(is_figure(piece.text) for piece in pieces[1:]) > 1 for pieces in figured)


def pieces_of(line: Line) -> list[Piece]:
    """Return what stands between the wide gaps of a line."""
    text = (line.indent + line.raw).expandtabs(_TAB)
    if "\t" in line.raw:  # a tab parts cells however narrow the gap looks
        text = "".join("   " + cell if at else cell for at, cell in enumerate(_at_stops(line)))
    return [Piece(match.start(), match.end(), match[0]) for match in _PIECE.finditer(text)]


def _at_stops(line: Line) -> list[str]:
    return [cell.ljust(_TAB * (len(cell) // _TAB + 1)) for cell in (line.indent + line.raw).split("\t")]


def _first_row(lines: list[Line], at: int) -> int | None:
    """Return the line of the first row with figures, below at least one line of header; None where no header stands above it."""
    for place in range(at, min(at + _HEADER_LINES + 1, len(lines))):
        pieces = pieces_of(lines[place])
        if _has_figures(pieces):
            first = next((above + 1 for above in range(place - 1, at, -1) if not _is_label(lines[above])), at + 1)
            return min(first, place) if place > at else None
        if _ENDS_SENTENCE.search(lines[place].text) or (place > at and _ends_header(lines, place)):
            return None
    return None


def _is_label(line: Line) -> bool:
    """Tell whether a line below a header begins a row rather than goes on with the header."""
    return len(pieces_of(line)) == 1 and len(line.indent) < 2 and line.text[0].isupper()


def _ends_header(lines: list[Line], place: int) -> bool:
    return lines[place].after_gap or heading_level(lines[place].text) is not None


def _has_figures(pieces: list[Piece]) -> bool:
    """Tell whether a line states figures beside its label; a line of figures alone is a row whose label stands elsewhere."""
    beside = pieces[1:] if pieces and not is_figure(pieces[0].text) else pieces
    return any(is_figure(piece.text) for piece in beside)


def _header_columns(lines: list[Line]) -> list[Piece]:
    """Return the columns of a header: those of its line with most of them, and what stands above or below each."""
    pieces = [pieces_of(line) for line in lines]
    most = max(range(len(pieces)), key=lambda at: len(pieces[at]))
    columns = list(pieces[most])
    for at, others in enumerate(pieces):
        for piece in others if at != most else ():
            near = [place for place, column in enumerate(pieces[most]) if column.overlaps(piece)]
            if near:  # text is read once: what spans several columns stands over the one that it covers most of
                place = max(near, key=lambda place: (_shared(pieces[most][place], piece), -place))
                columns[place] = piece.over(columns[place]) if at < most else columns[place].over(piece)
            else:
                columns.append(piece)
    columns.sort(key=lambda column: column.start)
    indented = all(len(line.indent) > 1 for line in lines)
    return [Piece(0, 1, ""), *columns] if indented else columns


class _Body:
    """The rows below a header, as their lines come."""

    def __init__(self, columns: list[Piece]) -> None:
        self.columns = columns
        self.rows: list[list[Piece]] = []
        self.figured = 0
        self._waiting = False

    def takes(self, lines: list[Line], at: int) -> bool:
        """Add a line, False where it belongs to what follows the table."""
        line, pieces = lines[at], pieces_of(lines[at])
        if _has_figures(pieces):
            return self._takes_row(pieces)
        if self._is_outside(line, pieces):
            return False
        hanging = bool(self.rows) and self.rows[-1][0].text.endswith(("-", ","))
        if self.rows and not line.after_gap and (hanging or line.text[0].islower() or not self._has_label(pieces)):
            self.rows[-1] = _below(self.rows[-1], pieces)
            return True
        below = pieces_of(lines[at + 1]) if at + 1 < len(lines) and not lines[at + 1].after_gap else []
        if not self._has_label(pieces) or not (_has_figures(below) or len(pieces) > 1) or (line.after_gap and len(pieces) == 1):
            return False
        self.rows.append(pieces)
        self._waiting = len(pieces) == 1
        return True

    def _takes_row(self, pieces: list[Piece]) -> bool:
        goes_on = self._waiting and (not self._has_label(pieces) or pieces[0].text[0].islower())
        if goes_on:
            self.rows[-1] = _below(self.rows[-1], pieces)
        else:
            self.rows.append(pieces)
        self._waiting = False
        self.figured += 1
        return True

    def _is_outside(self, line: Line, pieces: list[Piece]) -> bool:
        long = len(pieces) == 1 and (pieces[0].end > self.columns[1].end or len(line.text) > LABEL_MAY_BE)
        heading = heading_level(line.text) is not None and len(pieces) == 1
        return long or heading or (len(pieces) == 1 and bool(_ENDS_SENTENCE.search(line.text))) or (line.after_gap and not self.rows)

    def _has_label(self, pieces: list[Piece]) -> bool:
        first = pieces[0]
        return first.start < self.columns[1].start and (first.overlaps(self.columns[0]) or not is_figure(first.text))

    def stretches(self) -> list[Piece]:
        """Return the columns that the rows themselves make, their labels' included."""
        labels = [row[0].end for row in self.rows if self._has_label(row)]
        found: list[Piece] = [Piece(0, max(labels, default=1), "")]
        beside = [piece for row in self.rows for piece in row[1 if self._has_label(row) else 0 :]]
        cells = sorted(beside, key=lambda piece: piece.start)
        for piece in cells:
            if len(found) > 1 and found[-1].overlaps(piece):
                found[-1] = replace(found[-1].over(piece), text="")
            else:
                found.append(piece)
        return found

    def placed(self) -> list[tuple[str, ...]]:
        """Return the cells of every row; two pieces that fall in one column stand there together, parted by two spaces."""
        stretches = self.stretches()
        standing = stretches if len(stretches) == len(self.columns) else self.columns
        rows: list[tuple[str, ...]] = []
        for row in self.rows:
            cells = [""] * len(self.columns)
            for at, piece in enumerate(row):
                column = 0 if at == 0 and self._has_label(row) else _nearest(piece, standing)
                cells[column] = f"{cells[column]}  {piece.text}".strip()
            rows.append(tuple(cells))
        return rows


def _nearest(piece: Piece, columns: list[Piece]) -> int:
    """Return the column beside the labels that a piece stands in, or nearest to."""
    return min(range(1, len(columns)), key=lambda at: (columns[at].off(piece), -_shared(columns[at], piece)))


def _shared(one: Piece, other: Piece) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _below(row: list[Piece], pieces: list[Piece]) -> list[Piece]:
    """Return a row with what goes on below its cells."""
    cells = list(row)
    for piece in pieces:
        at = next((at for at, cell in enumerate(row) if cell.overlaps(piece) and not (is_figure(cell.text) or is_dash(cell.text))), None)
        if at is None:
            cells.append(piece)
        else:
            cells[at] = replace(cells[at], text=f"{cells[at].text} {piece.text}")
    return sorted(cells, key=lambda cell: cell.start)

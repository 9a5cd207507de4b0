r"""The mini-language: a marked document as lines of text that a person can write and read.

One line is one block:

    # 5.1 Title                 a heading; its level is that of its number, 1 where it has none
    ## Title                    a heading of level 2 (the number of #)
    #0 Title                    a heading of the level that is written: 0 is the document's title
    * text                      an item with the marker "•"
    *2. text                    an item with the marker "2."
    *[-2.-]{+3.+} text          an item that was number 2 and is number 3; "" is no marker: ``*[--]{+1.+} text``
    [^1] text                   a footnote with the marker "1"
    |= Year | Amount            a header row; a plain row with ``|---|---|`` under it is one too, as in Markdown
    | 2026 | [-100-]{+103+}     a row; lines of rows that follow one another make a table
    -| 2025 | 100               a struck row, its text with it
    +| 2027 | 106               an inserted row
    | 2028 | [-¤-] 109          a row whose second cell is struck, ``{+¤+}`` one whose cell is inserted, its text with it
    >> (Eva Ek) text            a comment on the block above: see ``lydelse.extractors.marginal``
    text                        a paragraph, as is every line that is nothing else

``[-struck-]`` and ``{+inserted+}`` stand anywhere within; ``[-¶-]`` and ``{+¶+}`` last on a line say that the paragraph's own
end is struck or inserted. A backslash takes the meaning from the character after it, and ``\n`` is a line break: within a cell it
parts two paragraphs. Space at the ends of a line or a cell does not count, nor do empty lines, except between two tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lydelse.extractors.marginal import comment_in, comment_in_words, unescaped
from lydelse.model.comment import Comment
from lydelse.model.document import Document, Redline, Source
from lydelse.model.numbering import level_of, split_number
from lydelse.model.place import Place
from lydelse.model.section import Block, sections_of
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Kind, Mark, Paragraph, Run, joined
from lydelse.patterns import compiled
from lydelse.records import replace

BULLET = "•"

_TOKEN = compiled(
    r"""(?P<escaped>\\.)
      | \[-(?P<struck>(?:\\.|[^\\])*?)-\]
      | \{\+(?P<inserted>(?:\\.|[^\\])*?)\+\}
      | (?P<plain>[^\\\[{]+|.)""",
    re.VERBOSE,
)
_LINE = compiled(
    r"""(?P<heading>\#+)(?P<level>\d*)\s+(?=\S)
      | \*(?P<item>\S*)\s+(?=\S)
      | \[\^(?P<footnote>[^\]]*)\]\s*
      | (?P<row>[-+]?\|=?)(?:\s+|$)""",
    re.VERBOSE,
)
_RENUMBERED = compiled(r"\[-(?P<before>.*)-\]\{\+(?P<after>.*)\+\}")
_ROW_MARK = {"-": Mark.STRUCK, "+": Mark.INSERTED, "|": Mark.KEPT}
_ROW_SIGN = {Mark.STRUCK: "-|", Mark.INSERTED: "+|", Mark.KEPT: "|"}
_SIGNS = {Mark.STRUCK: ("[-", "-]"), Mark.INSERTED: ("{+", "+}"), Mark.KEPT: ("", "")}
_CELL_END = compiled(r"((?:\\.|[^\\|])*)(?:\||$)")
_RULED = compiled(r"\|\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?")
_CELL_SIGN = compiled(r"(?:\[(?=-¤-\])|\{(?=\+¤\+\}))([-+])¤[-+][\]}]\s*")
_PILCROW = "¶"
_CELL = "¤"


def written(text: str) -> Document:
    """Return the document that the lines of ``text`` describe."""
    above: list[Block] = []
    about: list[tuple[int, Comment]] = []
    for each in _parts(text.split("\n")):
        if isinstance(each, Comment):
            about.append((len(above) - 1, each))
        else:
            above.append(each)
    document = Document(source=Source(format="text"), sections=sections_of(above))
    places = [block.place for block in document.blocks]
    comments = tuple(comment if at < 0 else replace(comment, place=places[at]) for at, comment in about)
    document = replace(document, comments=comments)
    redline = Redline.TRACKED if document.is_marked else Redline.NONE
    return replace(document, source=replace(document.source, redline=redline)).with_title()


def in_words(document: Document) -> str:
    """Return the document as lines of the mini-language; ``written`` gives the document back."""
    about = comments_by_block(document)
    lines = [comment_in_words(comment) for comment in about.pop("", ())]
    table_above = False
    for block in document.blocks:
        if isinstance(block, Table):
            lines.extend([""] if table_above else [])
            lines.extend(_row_in_words(row) for row in block.rows)
        else:
            lines.append(_paragraph_in_words(block))
        said = about.get(block.place.path, ())
        lines.extend(comment_in_words(comment) for comment in said)
        table_above = isinstance(block, Table) and not said
    return "".join(f"{line}\n" for line in lines)


def comments_by_block(document: Document) -> dict[str, list[Comment]]:
    """Return the comments by the path of the block that they are about, "" for those that are about none; a cell's by that of its table."""
    paths = {block.place.path for block in document.blocks}
    about: dict[str, list[Comment]] = {}
    for comment in document.comments:
        path = comment.place.path
        table = re.sub(r"/r\d+/c\d+$", "", path)
        about.setdefault(path if path in paths else table if table in paths else "", []).append(comment)
    return about


def marked_runs(text: str) -> tuple[Run, ...]:
    """Return the runs of one stretch of the mini-language: ``a [-b-] {+c+}``."""
    runs, _ = _runs(text)
    return runs


def _parts(lines: Iterable[str]) -> Iterator[Block | Comment]:
    rows: list[Row] = []
    for line in map(str.strip, lines):
        match = _LINE.match(line)
        if match and match["row"]:
            rows.append(_row(match["row"], line[match.end() :]))
            continue
        if len(rows) == 1 and _RULED.fullmatch(line):
            rows = [replace(rows[0], cells=tuple(replace(cell, header=True) for cell in rows[0].cells))]
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        comment = comment_in(line, Place()) if line.startswith(">>") else None
        if comment:
            yield comment
        elif line:
            yield _paragraph(match, line[match.end() :] if match else line)
    if rows:
        yield Table(tuple(rows))


def _paragraph(match: re.Match[str] | None, text: str) -> Paragraph:
    runs, ending = _runs(text)
    paragraph = Paragraph(runs, ending=ending)
    if match is None:
        return paragraph
    if match["heading"]:
        return replace(paragraph, kind=Kind.HEADING, level=_level(match, paragraph))
    if match["item"] is not None:
        renumbered = _RENUMBERED.fullmatch(match["item"])
        if renumbered:
            return replace(paragraph, kind=Kind.ITEM, marker=renumbered["after"], marker_before=renumbered["before"])
        return replace(paragraph, kind=Kind.ITEM, marker=match["item"] or BULLET)
    return replace(paragraph, kind=Kind.FOOTNOTE, marker=match["footnote"])


def _level(match: re.Match[str], heading: Paragraph) -> int:
    if match["level"]:
        return int(match["level"])
    signs = len(match["heading"])
    number, _ = split_number(heading.after or heading.before)
    return level_of(number) if signs == 1 and number else signs


def _row(sign: str, text: str) -> Row:
    mark = _ROW_MARK[sign[0]]
    texts = [match[1] for match in _CELL_END.finditer(text) if match[0]]
    return Row(tuple(_cell(cell.strip(), mark, header=sign.endswith("=")) for cell in texts), mark)


def _cell(text: str, mark: Mark, *, header: bool) -> Cell:
    sign = _CELL_SIGN.match(text)
    own = Mark.KEPT if sign is None else Mark.STRUCK if sign[1] == "-" else Mark.INSERTED
    mark = mark if own is Mark.KEPT else own
    text = text[sign.end() :] if sign else text
    pieces = re.split(r"(?<!\\)((?:\\\\)*)\\n", text)
    texts = ["".join(pieces[at : at + 2]) for at in range(0, len(pieces), 2)]
    paragraphs = (Paragraph(_marked_as(runs, mark), ending=ending) for runs, ending in map(_runs, texts) if runs)
    return Cell(tuple(paragraphs), header=header, mark=own)


def _marked_as(runs: tuple[Run, ...], mark: Mark) -> tuple[Run, ...]:
    """Return the runs of a cell in a row with a mark: its text has the row's."""
    return joined([replace(run, mark=mark) if run.mark is Mark.KEPT else run for run in runs])


def _runs(text: str) -> tuple[tuple[Run, ...], Mark]:
    runs: list[Run] = []
    ending = Mark.KEPT
    for match in _TOKEN.finditer(text):
        mark = Mark(match.lastgroup) if match.lastgroup in {"struck", "inserted"} else Mark.KEPT
        content = match[match.lastgroup or 0]
        if content == _PILCROW and mark is not Mark.KEPT and match.end() == len(text):
            ending = mark
        else:
            runs.append(Run(unescaped(content), mark))
    return joined(runs), ending


def _paragraph_in_words(paragraph: Paragraph) -> str:
    text = _runs_in_words(paragraph.runs, Mark.KEPT, paragraph.ending)
    match paragraph.kind:
        case Kind.HEADING:
            return f"{_heading_sign(paragraph)} {text}"
        case Kind.ITEM:
            return f"*{_marker_in_words(paragraph)} {text}"
        case Kind.FOOTNOTE:
            return f"[^{paragraph.marker}] {text}"
        case Kind.PARAGRAPH:
            return f"\\{text}" if _LINE.match(text) or text.startswith(">>") else text


def _marker_in_words(item: Paragraph) -> str:
    if item.marker_before is not None:
        return f"[-{item.marker_before}-]{{+{item.marker}+}}"
    return "" if item.marker == BULLET else item.marker


def _heading_sign(heading: Paragraph) -> str:
    number, _ = split_number(heading.after or heading.before)
    if heading.level == (level_of(number) if number else 1):
        return "#"
    return "#" * heading.level if heading.level > 1 else f"#{heading.level}"


def _row_in_words(row: Row) -> str:
    header = bool(row.cells) and all(cell.header for cell in row.cells)
    texts = [_cell_in_words(cell, row.mark) for cell in row.cells]
    closed = " |" if not texts or not texts[-1] else ""
    return f"{_ROW_SIGN[row.mark]}{'=' if header else ''} {' | '.join(texts)}{closed}"


def _cell_in_words(cell: Cell, row_mark: Mark) -> str:
    outer = row_mark if cell.mark is Mark.KEPT else cell.mark
    sign = "" if cell.mark is Mark.KEPT else _signed(_CELL, cell.mark)
    text = r"\n".join(_runs_in_words(p.runs, outer, p.ending).replace("|", r"\|") for p in cell.paragraphs)
    return f"{sign} {text}".strip() if sign else text


def _runs_in_words(runs: tuple[Run, ...], row_mark: Mark, ending: Mark) -> str:
    texts = [_signed(_escaped(run.text), Mark.KEPT if run.mark is row_mark else run.mark) for run in runs]
    return "".join(texts) + (_signed(_PILCROW, ending) if ending is not Mark.KEPT else "")


def _signed(text: str, mark: Mark) -> str:
    opening, closing = _SIGNS[mark]
    return f"{opening}{text}{closing}"


def _escaped(text: str) -> str:
    marked = re.sub(r"\\|\[(?=-)|\{(?=\+)|(?<=-)\]|(?<=\+)\}|[¶¤]", lambda match: f"\\{match[0]}", text)
    return marked.replace("\n", r"\n")

"""The text of a calculation model, as a form shows it part by part, and with what the form changed in it.

Only names and expressions are changed in a form; all else stands as it was written, comments too. What a model may say is not known here:
the text is read as a model before it is used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping

from lydelse.patterns import compiled
from lydelse.records import dataclass, field

QUANTITY, RELATION = "storhet", "relation"
NAME = compiled(r"[^\W\d]\w*")
"""What a name in an expression looks like."""
_HEAD = compiled(r'\[(?P<kind>[^\].]+)\.(?P<name>[^\]."]+|"[^"]+")(?P<rest>(?:\.[^\]]+)?)\]\s*')
_TEXT = compiled(r"""(?P<key>[\w-]+)\s*=\s*(?P<value>"(?:[^"\\]|\\.)*"|'[^']*')(?P<rest>\s*(?:\#.*)?)""")
_BARE = compiled(r"[A-Za-z0-9_-]+")
"""A name that TOML takes without quotation marks."""
_QUOTED = compiled(r'"([^"\\]*)"')
_NAMING = compiled(r'\s*(?:storheter\s*=\s*\[.*|pris\s*=.*|total\s*=.*|"[^"]*"\s*,?\s*\]?\s*)')
"""Lines that name quantities between quotation marks: lists, which may go on over lines, and the keys that name one."""


@dataclass(frozen=True, slots=True)
class ModelPart:
    """A quantity or a relation of a model: what its comments say and what its keys hold, as they are written."""

    kind: str
    name: str
    comments: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def where(self) -> str:
        """The section, label and column that a quantity is bound to."""
        return ", ".join(self.values[key] for key in ("avsnitt", "etikett", "kolumn") if self.values.get(key))

    @property
    def expression(self) -> str:
        """What a relation says."""
        return self.values.get("uttryck", "")


@dataclass(frozen=True, slots=True)
class Edits:
    """What a form changed: new names by kind and name, new expressions by the relation's name, and the parts to be left out."""

    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    expressions: Mapping[str, str] = field(default_factory=dict)
    left_out: Collection[tuple[str, str]] = ()


def parts_of(text: str) -> tuple[ModelPart, ...]:
    """Return the quantities and relations of a model, in the order in which they are written."""
    return tuple(_part(kind, name, lines) for kind, name, lines in _blocks(text) if kind in {QUANTITY, RELATION})


def edited(text: str, edits: Edits) -> str:
    """Return a model's text with what a form changed; a quantity's new name stands wherever its old one did."""
    renamed = {name: new for (kind, name), new in edits.names.items() if kind == QUANTITY}
    written = []
    for kind, name, lines in _blocks(text):
        if (kind, name) not in edits.left_out:
            expression = edits.expressions.get(name) if kind == RELATION else None
            written += [_line(line, edits.names.get((kind, name)), expression, renamed) for line in lines]
    return "\n".join(written)


def _blocks(text: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the lines of a text, parted where another part begins; what stands before the first belongs to none."""
    kind, name, lines = "", "", list[str]()
    for line in text.split("\n"):
        head = _HEAD.fullmatch(line)
        if head and (head["kind"].strip(), head["name"].strip(' "')) != (kind, name):
            yield kind, name, lines
            kind, name, lines = head["kind"].strip(), head["name"].strip(' "'), []
        lines.append(line)
    yield kind, name, lines


def _part(kind: str, name: str, lines: list[str]) -> ModelPart:
    values = {found["key"]: _said(found["value"]) for line in lines if (found := _TEXT.fullmatch(line))}
    comments: list[str] = []
    for line in lines[1:]:
        if not line.startswith("#"):
            break
        said = line.lstrip("# ").rstrip()
        if comments and said[:1].islower():  # a sentence that goes on
            comments[-1] += f" {said}"
        else:
            comments.append(said)
    return ModelPart(kind, name, tuple(comments), values)


def _line(line: str, name: str | None, expression: str | None, renamed: Mapping[str, str]) -> str:
    """Return a line of a part with the part's new name, its new expression, and the new names of quantities."""
    head = _HEAD.fullmatch(line)
    if head:
        return (
            line
            if name is None
            else f"[{head['kind']}.{name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)}{head['rest']}]"
        )
    found = _TEXT.fullmatch(line)
    if found and found["key"] == "uttryck":
        said = _said(found["value"]) if expression is None else expression
        return f"uttryck = {json.dumps(_renamed(said, renamed), ensure_ascii=False)}{found['rest']}"
    if _NAMING.fullmatch(line):
        return _QUOTED.sub(_by(renamed), line)
    return line


def _said(value: str) -> str:
    """Return what a text of TOML says; the escapes that JSON has are those that a model's are written with."""
    return value[1:-1] if value.startswith("'") else str(json.loads(value))


def _renamed(expression: str, renamed: Mapping[str, str]) -> str:
    return NAME.sub(lambda name: renamed.get(name[0], name[0]), expression)


def _by(renamed: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda quoted: f'"{renamed.get(quoted[1], quoted[1])}"'

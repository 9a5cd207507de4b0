"""A file that declares a calculation model -> the model, every reference in it looked up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from lydelse.calculation.declared.parts import Part, plain
from lydelse.calculation.declared.saved import with_cells, with_workbook
from lydelse.calculation.declared.sheets import PartsByKind, parts_in
from lydelse.calculation.declared.unit_parts import PAYMENT, UNIT_KINDS, unit_model
from lydelse.calculation.declared.unit_sheets import payment_in
from lydelse.calculation.expressions import DEEPEST, TOO_LONG, NotAnEquationError, equation_of
from lydelse.errors import UsageError
from lydelse.figures.statements.brackets import bracket_of
from lydelse.figures.units import unit_in
from lydelse.formats.toml import TomlFile, read_toml
from lydelse.formats.workbook import SUFFIXES, read_workbook
from lydelse.model.declared import Binding, DeclaredModel, DeclaredRelation, Index, Population, Quantity, YearChoice
from lydelse.patterns import compiled
from lydelse.records import replace

KINDS = ("storhet", "relation", "befolkning", "index", "arbetsbok", "modell", *UNIT_KINDS, PAYMENT)
QUANTITY_KEYS = ("avsnitt", "etikett", "kolumn", "ar", "enhet", "exakt", "tal", "cell", "cellens_enhet", "cellens_ar")
POPULATION_KEYS = ("datum", "grupper", "avsnitt", "etikett", "kolumn", "snitt", "pris", "total", "ar")
INDEX_KEYS = ("procent", "storheter", "volym", "exakt")

_NAME = compiled(r"[^\W\d]\w*")
_RESERVED = frozenset({"procent", "promille"})
_FIRST_AND_LAST = {"forsta": "first", "sista": "last"}
_PER = compiled(r"\s*(?:/|\bper\b)\s*", re.IGNORECASE)


def read_model(path: Path) -> DeclaredModel:
    """Return the model that a file declares: .toml, or a workbook as ``lydelse model draft`` writes it.

    Raises:
        UnreadableFileError: a file is not there, or cannot be read at all.
        UsageError: the file says something that is no model; the sentence names the line.
    """
    if path.suffix.lower() in SUFFIXES:
        workbook = read_workbook(path)
        parts = parts_in(workbook)
        return with_cells(_whole(path.name, parts, payment_in(workbook)), dict(parts["storhet"]), workbook)
    file = read_toml(path)
    _only_known_kinds(file)
    parts = {kind: list(_parts(file, kind)) for kind in (*KINDS[:4], *UNIT_KINDS)}
    model = _whole(path.name, parts, _lone_part(file, PAYMENT))
    return with_workbook(model, dict(parts["storhet"]), _lone_part(file, "arbetsbok"), path.parent)


def _whole(file: str, parts: PartsByKind, payment: Part | None) -> DeclaredModel:
    """Return the model with how a unit's reimbursement is made, where the file says that."""
    model = _model(file, parts)
    return replace(model, units=unit_model(parts, payment, _names_of(parts["storhet"])))


def _model(file: str, parts: PartsByKind) -> DeclaredModel:
    """Return the model that the parts of a file declare."""
    model = DeclaredModel(
        file,
        tuple(_quantity(part, name) for name, part in parts["storhet"]),
        tuple(_relation(part, name) for name, part in parts["relation"]),
        tuple(_population(part, name) for name, part in parts["befolkning"]),
        tuple(_index(part, name) for name, part in parts["index"]),
    )
    if not model.quantities and not model.populations:
        raise UsageError("model.empty", file=file)
    known = _names_of(parts["storhet"])
    return replace(
        model,
        relations=tuple(_with_names(each, known, part) for each, (_, part) in zip(model.relations, parts["relation"], strict=True)),
        populations=tuple(_priced(each, known, part) for each, (_, part) in zip(model.populations, parts["befolkning"], strict=True)),
        indices=tuple(_indexing(each, known, part) for each, (_, part) in zip(model.indices, parts["index"], strict=True)),
    )


def _names_of(quantities: list[tuple[str, Part]]) -> dict[str, str]:
    """Return the names of the quantities by how they are looked up, each of which must be one quantity's alone."""
    known: dict[str, str] = {}
    for name, part in quantities:
        if plain(name) in known:
            part.fail("", "model.same-name", name=name, other=known[plain(name)])
        known[plain(name)] = name
    return known


def _only_known_kinds(file: TomlFile) -> None:
    for kind in file.values:
        if plain(kind) not in KINDS:
            raise UsageError("model.unknown-part", file=file.name, line=file.line_of(kind), name=kind, known=KINDS)


def _parts(file: TomlFile, kind: str) -> Iterator[tuple[str, Part]]:
    """Yield the parts of one kind by name, in the order of the file."""
    for raw, parts in file.values.items():
        if plain(raw) != kind:
            continue
        if not isinstance(parts, dict):
            raise UsageError("model.not-table", file=file.name, line=file.line_of(raw), name=raw)
        for name, values in parts.items():
            if not isinstance(values, dict):
                raise UsageError("model.no-name", file=file.name, line=file.line_of(raw, name), part=kind, name=name)
            yield name, Part(file.name, f"{kind}.{name}", values, _lines(file, (raw, name), values))


def _lines(file: TomlFile, path: tuple[str, ...], values: Mapping[str, object]) -> Callable[[str], int]:
    def line_of(key: str) -> int:
        raw = next((each for each in values if plain(each) == plain(key)), key)
        return file.line_of(*path, raw) if key else file.line_of(*path)

    return line_of


def _lone_part(file: TomlFile, kind: str) -> Part | None:
    """Return a part of which a file has one alone, None where it has none."""
    raw = next((each for each in file.values if plain(each) == kind), None)
    values = file.values.get(raw) if raw else None
    if raw is None or values is None:
        return None
    if not isinstance(values, dict):
        raise UsageError("model.not-table", file=file.name, line=file.line_of(raw), name=raw)
    return Part(file.name, kind, values, _lines(file, (raw,), values))


def _quantity(part: Part, name: str) -> Quantity:
    part.only(QUANTITY_KEYS)
    if not _NAME.fullmatch(name) or plain(name) in _RESERVED:
        part.fail("", "model.bad-name", name=name)
    unit, per = _unit_of(part)
    quantity = Quantity(name, _binding(part), unit, per, part.flag("exakt"), tuple(_values(part)), line=part.line)
    if quantity.binding is None and not quantity.values:
        part.fail("", "model.nowhere", name=name)
    if quantity.binding is not None and quantity.values:
        part.fail("tal", "model.both", name=name)
    return quantity


def _unit_of(part: Part) -> tuple[str, str]:
    written = part.text("enhet")
    if not written:
        return "", ""
    unit, *per = _PER.split(written, maxsplit=1)
    read = unit_in(unit)
    if read is None and unit.strip() and not unit.replace(" ", "").isalpha():
        part.fail("enhet", "model.unknown-unit", value=written)
    return read.unit if read else "", per[0].strip() if per else ""


def _values(part: Part) -> Iterator[tuple[int | None, Decimal]]:
    if not part.is_table("tal"):
        number = part.number("tal")
        if number is not None:
            yield None, number
        return
    for year, number in part.numbers("tal"):
        yield part.as_year("tal", year), number


def _binding(part: Part) -> Binding | None:
    section, label, column = part.text("avsnitt"), part.text("etikett"), part.text("kolumn")
    if not (section or label or column):
        return None
    return Binding(section, label, column, _year_choice(part))


def _year_choice(part: Part) -> YearChoice | None:
    written = part.text("ar")
    match _FIRST_AND_LAST.get(plain(written)):
        case "first":
            return "first"
        case "last":
            return "last"
    if not written:
        return None
    return part.year("ar")


def _relation(part: Part, name: str) -> DeclaredRelation:
    part.only(("uttryck",))
    text = part.needed_text("uttryck")
    try:
        return DeclaredRelation(name, equation_of(text), part.line)
    except NotAnEquationError as error:
        if error.at == TOO_LONG:
            part.fail("uttryck", "model.too-long", signs=DEEPEST)
        if "=" not in text:
            part.fail("uttryck", "model.no-equals", text=text)
        if error.word in {".", ","}:
            part.fail("uttryck", "model.decimal-sign", text=text)
        if error.at >= len(text):
            part.fail("uttryck", "model.expression-ends", text=text)
        part.fail("uttryck", "model.expression", text=text, word=error.word, at=error.at + 1)


def _with_names(relation: DeclaredRelation, known: Mapping[str, str], part: Part) -> DeclaredRelation:
    """Return the relation with every quantity under the name that it was declared with."""
    spelled = {name: _known(name, known, part, "uttryck") for name in relation.equation.names}
    if not spelled:
        part.fail("uttryck", "model.no-quantity", text=relation.equation.text)
    return replace(relation, equation=relation.equation.renamed(spelled))


def _known(name: str, known: Mapping[str, str], part: Part, key: str) -> str:
    if plain(name) not in known:
        part.fail(key, "model.unknown-quantity", name=name)
    return known[plain(name)]


def _population(part: Part, name: str) -> Population:
    part.only(POPULATION_KEYS)
    bands = tuple(part.numbers("grupper"))
    if not bands:
        part.fail("", "model.missing-key", name="grupper", part=part.called)
    for label, heads in bands:
        if bracket_of(label) is None:
            part.fail("grupper", "model.not-band", value=label)
        if heads < 0:
            part.fail("grupper", "model.negative", value=label)
    if not any(heads for _, heads in bands):
        part.fail("grupper", "model.nobody")
    binding = _binding(part)
    if binding is None:
        part.fail("", "model.missing-key", name="avsnitt", part=part.called)
    mean = part.number("snitt")
    year, price, total = part.year("ar"), part.text("pris"), part.text("total")
    return Population(
        name, part.text("datum"), bands, binding, Fraction(1 if mean is None else mean), price, total, year=year, line=part.line
    )


def _priced(population: Population, known: Mapping[str, str], part: Part) -> Population:
    named = {key: _known(name, known, part, key) for key, name in (("pris", population.price), ("total", population.total)) if name}
    if len(named) == 1:
        part.fail("", "model.price-and-total")
    return replace(population, price=named.get("pris", ""), total=named.get("total", ""))


def _index(part: Part, name: str) -> Index:
    part.only(INDEX_KEYS)
    percent = part.number("procent")
    if percent is None:
        part.fail("", "model.missing-key", name="procent", part=part.called)
    return Index(name, percent, part.texts("storheter"), part.text("volym"), part.flag("exakt") is not False, part.line)


def _indexing(index: Index, known: Mapping[str, str], part: Part) -> Index:
    quantities = tuple(_known(name, known, part, "storheter") for name in index.quantities)
    if not quantities:
        part.fail("", "model.missing-key", name="storheter", part=part.called)
    return replace(index, quantities=quantities, heads=_known(index.heads, known, part, "volym") if index.heads else "")

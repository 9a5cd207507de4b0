"""The parts of a model's file that say how a unit's reimbursement is made: columns, tables, questions, components."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Never

from lydelse.calculation.declared.parts import Part, plain
from lydelse.calculation.expressions import DEEPEST, TOO_LONG, NotAnEquationError
from lydelse.calculation.unit_expressions import NoSuchFunctionError, formula_of
from lydelse.figures.statements.brackets import bracket_of
from lydelse.model.declared import Binding
from lydelse.model.impact_model import (
    OF_TABLES,
    Called,
    Choice,
    Combined,
    Component,
    Formula,
    Function,
    Literally,
    Name,
    Term,
    Turned,
    UnitColumn,
    UnitModel,
    UnitTable,
    names_in_term,
    terms_in,
)
from lydelse.records import replace

UNIT_KINDS = ("enhet", "tabell", "fraga", "mellanled", "ersattning")
"""The parts that have a name each; besides them a model may say how often is paid ("utbetalning")."""
PAYMENT = "utbetalning"
RESIDENTS, PRIVATE, PUBLIC = "listade", "privat", "offentlig"
BUILT_IN = (RESIDENTS, PRIVATE, PUBLIC)
"""What every units' file tells: how many are listed, and who owns the unit."""
_OWNERS = ("", PRIVATE, PUBLIC)
_MOST_INSTALMENTS = 366

NamedParts = Mapping[str, list[tuple[str, Part]]]


def unit_model(parts: NamedParts, payment: Part | None, quantities: Mapping[str, str]) -> UnitModel | None:
    """Return how a unit's reimbursement is made, None where the file says nothing of it; ``quantities`` are the names that there are."""
    if not any(parts[kind] for kind in UNIT_KINDS):
        return None
    columns = tuple(_column(part, name) for name, part in parts["enhet"])
    tables = tuple(_table(part, name) for name, part in parts["tabell"])
    choices = tuple(_choice(part, name) for name, part in parts["fraga"])
    steps = tuple(_component(part, name, is_step=True) for name, part in parts["mellanled"])
    components = tuple(_component(part, name, is_step=False) for name, part in parts["ersattning"])
    names = dict(quantities)
    for name, part in parts["storhet"]:
        if plain(name) in BUILT_IN:
            part.fail("", "impact.model.built-in", name=name)
    for kind in ("enhet", "fraga", "mellanled", "ersattning"):
        for name, part in parts[kind]:
            if plain(name) in names or plain(name) in BUILT_IN:
                part.fail("", "model.same-name", name=name, other=names.get(plain(name), plain(name)))
            names[plain(name)] = name
    lookup = _Lookup({**names, **{each: each for each in BUILT_IN}}, {plain(table.name): table.name for table in tables})
    looked_up = UnitModel(
        tuple(
            lookup.component(each, part)
            for each, (_, part) in zip((*steps, *components), [*parts["mellanled"], *parts["ersattning"]], strict=True)
        ),
        columns,
        tables,
        tuple(lookup.choice(each, part) for each, (_, part) in zip(choices, parts["fraga"], strict=True)),
        _instalments(payment),
    )
    _only_forwards(looked_up, dict([*parts["fraga"], *parts["mellanled"], *parts["ersattning"]]))
    return looked_up


def _instalments(payment: Part | None) -> int:
    if payment is None:
        return 0
    payment.only(("delar",))
    number = payment.number("delar")
    if number is None or number != int(number) or not 0 < number <= _MOST_INSTALMENTS:
        payment.fail("delar", "model.not-number", name="delar", value=payment.text("delar"))
    return int(number)


def _column(part: Part, name: str) -> UnitColumn:
    part.only(("rubrik", "kravs", "enhet"))
    return UnitColumn(name, part.text("rubrik") or name, part.flag("kravs") is not False, part.text("enhet"), part.line)


def _table(part: Part, name: str) -> UnitTable:
    part.only(("avsnitt", "kolumn", "rubrik", "exakt", "rader"))
    rows = tuple(part.numbers("rader"))
    for label, _ in rows:
        if bracket_of(label) is None:
            part.fail("rader", "model.not-band", value=label)
    binding = Binding(part.text("avsnitt"), "", part.text("kolumn"))
    if not rows and not binding.section:
        part.fail("", "model.missing-key", name="avsnitt", part=part.called)
    return UnitTable(name, binding, part.text("rubrik"), part.flag("exakt") is not False, rows, part.line)


def _choice(part: Part, name: str) -> Choice:
    part.only(("text", "alternativ", "svar"))
    written = part.texts_by_name("alternativ")
    alternatives = tuple((label, _formula(text, part, "alternativ")) for label, text in written.items())
    if len(alternatives) < 2:
        part.fail("alternativ", "impact.model.alternatives", name=name)
    answer = part.text("svar")
    chosen = next((label for label, _ in alternatives if plain(label) == plain(answer)), "")
    if answer and not chosen:
        part.fail("svar", "impact.model.answer", name=name, value=answer, known=tuple(label for label, _ in alternatives))
    return Choice(name, part.text("text") or name, alternatives, chosen, part.line)


def _component(part: Part, name: str, *, is_step: bool) -> Component:
    part.only(("titel", "uttryck", "avsnitt", "total", *(() if is_step else ("galler",))))
    owner = "" if is_step else plain(part.text("galler"))
    if owner not in _OWNERS:
        part.fail("galler", "impact.model.owner", value=part.text("galler"))
    formula = _formula(part.needed_text("uttryck"), part, "uttryck")
    return Component(name, part.text("titel") or name, formula, part.text("avsnitt"), part.text("total"), owner, is_step, part.line)


def _formula(text: str, part: Part, key: str) -> Formula:
    try:
        return formula_of(text)
    except NotAnEquationError as error:
        if error.at == TOO_LONG:
            part.fail(key, "model.too-long", signs=DEEPEST)
        if error.word in {".", ","}:
            part.fail(key, "model.decimal-sign", text=text)
        if error.at >= len(text):
            part.fail(key, "model.expression-ends", text=text)
        part.fail(key, "model.expression", text=text, word=error.word, at=error.at + 1)
    except NoSuchFunctionError as error:
        known = tuple(function.value for function in Function)
        if error.takes:
            part.fail(key, "impact.model.arguments", name=error.name, takes=error.takes)
        part.fail(key, "impact.model.function", name=error.name, known=known)


class _Lookup:
    """Puts the names of formulas as they were declared."""

    def __init__(self, names: Mapping[str, str], tables: Mapping[str, str]) -> None:
        self._names = names
        self._tables = tables

    def component(self, component: Component, part: Part) -> Component:
        """Return a component whose names are all known."""
        total = self._known(component.total, part, "total") if component.total else ""
        return replace(component, formula=self._formula(component.formula, part, "uttryck"), total=total)

    def choice(self, choice: Choice, part: Part) -> Choice:
        """Return a question whose answers name only what is known."""
        alternatives = tuple((label, self._formula(formula, part, "alternativ")) for label, formula in choice.alternatives)
        return replace(choice, alternatives=alternatives)

    def _formula(self, formula: Formula, part: Part, key: str) -> Formula:
        return replace(formula, term=self._term(formula.term, part, key))

    def _term(self, term: Term, part: Part, key: str) -> Term:
        match term:
            case Name(name):
                return Name(self._known(name, part, key))
            case Turned(of):
                return Turned(self._term(of, part, key))
            case Combined(sign, left, right):
                return Combined(sign, self._term(left, part, key), self._term(right, part, key))
            case Called(function, arguments):
                return Called(function, tuple(self._arguments(function, arguments, part, key)))
            case Literally():
                return term

    def _arguments(self, function: Function, arguments: tuple[Term, ...], part: Part, key: str) -> Iterator[Term]:
        if function is Function.RESIDENTS and not all(isinstance(each, Literally) and each.value.denominator == 1 for each in arguments):
            part.fail(key, "impact.model.ages")
        for at, argument in enumerate(arguments):
            if at == 0 and function in OF_TABLES and isinstance(argument, Name):
                if plain(argument.name) not in self._tables:
                    part.fail(key, "impact.model.no-table", name=argument.name)
                yield Name(self._tables[plain(argument.name)])
            else:
                yield self._term(argument, part, key)

    def _known(self, name: str, part: Part, key: str) -> str:
        if plain(name) not in self._names:
            part.fail(key, "impact.model.unknown-name", name=name)
        return self._names[plain(name)]


def _only_forwards(model: UnitModel, parts: Mapping[str, Part]) -> None:
    """See to it that nothing is made of itself."""
    made_of: dict[str, set[str]] = {each.name: set(names_in_term(each.formula.term)) for each in model.components}
    for choice in model.choices:
        made_of[choice.name] = {name for _, formula in choice.alternatives for name in names_in_term(formula.term)}
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...], fail: Callable[[str], Never]) -> None:
        if name in above:
            fail(name)
        if name in done or name not in made_of:
            return
        for each in sorted(made_of[name]):
            visit(each, (*above, name), fail)
        done.add(name)

    for name in made_of:
        visit(name, (), lambda cycle: parts[cycle].fail("", "impact.model.cycle", name=cycle))


def ranges_asked(model: UnitModel) -> tuple[tuple[int, int], ...]:
    """Return the ages from and to that the model counts residents of, each pair once."""
    asked: dict[tuple[int, int], None] = {}
    for formula in model.formulas():
        for term in terms_in(formula.term):
            match term:
                case Called(Function.RESIDENTS, (Literally(lower), Literally(upper))):
                    asked[int(lower), int(upper)] = None
                case _:
                    pass
    return tuple(asked)

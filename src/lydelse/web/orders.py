"""What a visitor asks for: the kind of work, the files and their roles, and what is given for the first page."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from lydelse.model.case import Case
from lydelse.model.corrections import Corrections, Pairing, Statement, TableReading
from lydelse.model.handling import Handled
from lydelse.records import asdict, dataclass, field, replace


class Kind(StrEnum):
    """The kinds of work."""

    REVIEW = "review"
    CHECK = "check"
    MINUTES = "minutes"
    DRAFT = "draft"
    MODEL = "model"


class Role(StrEnum):
    """What a file is to the work."""

    BEFORE = "before"
    AFTER = "after"
    IN_FORCE = "in-force"
    MODEL = "model"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Given:
    """A file that was left. ``name`` is the name it came with, made safe; ``number`` that of its folder."""

    role: Role
    name: str
    number: int

    def within(self, folder: Path) -> Path:
        """Return where the file lies in the folder of its work: in a folder of its own, so that two may have one name."""
        return folder / "given" / str(self.number) / self.name


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. ``ignore`` are the codes of rules that are not used.

    ``passed_over`` are the names of files in a folder that was left, of kinds that are not read. ``handled`` is what is said of
    findings that are dealt with, ``corrections`` what is corrected of how the documents are read and held against each other.
    """

    kind: Kind
    given: tuple[Given, ...]
    language: str = "sv"
    case: Case = field(default_factory=Case)
    ignore: frozenset[str] = frozenset()
    passed_over: tuple[str, ...] = ()
    handled: tuple[Handled, ...] = ()
    corrections: Corrections = field(default_factory=Corrections)

    def file(self, role: Role, folder: Path) -> Path | None:
        """Return the file that has a role, None where none was left."""
        return next((given.within(folder) for given in self.given if given.role is role), None)

    def papers(self, folder: Path) -> tuple[Path, ...]:
        """Return the files that are read each by itself, in the order in which they were left."""
        return tuple(given.within(folder) for given in self.given if given.role is Role.PAPER)

    @property
    def title(self) -> str:
        """The names of the files that the work is about, the earlier version first."""
        return ", ".join(given.name for role in (Role.BEFORE, Role.AFTER, Role.PAPER) for given in self.given if given.role is role)

    @property
    def has_two_versions(self) -> bool:
        """Tell whether an earlier and a later version were left."""
        return {Role.BEFORE, Role.AFTER} <= {given.role for given in self.given}

    def without(self, roles: Collection[Role]) -> Order:
        """Return the order without the files that have one of the roles."""
        return replace(self, given=tuple(given for given in self.given if given.role not in roles))

    @property
    def turned(self) -> Order:
        """The same order with the earlier version as the later, and the later as the earlier."""
        other = {Role.BEFORE: Role.AFTER, Role.AFTER: Role.BEFORE}
        given = tuple(Given(other.get(each.role, each.role), each.name, each.number) for each in self.given)
        return replace(self, given=given, corrections=self.corrections.turned)


def as_json(order: Order) -> dict[str, Any]:
    """Return an order as values that JSON has; no password is ever among them."""
    return {
        "kind": order.kind.value,
        "given": [{"role": each.role.value, "name": each.name, "number": each.number} for each in order.given],
        "language": order.language,
        "case": asdict(order.case),
        "ignore": sorted(order.ignore),
        "passed_over": list(order.passed_over),
        "handled": [asdict(each) for each in order.handled],
        "corrections": asdict(order.corrections),
    }


def from_json(values: Mapping[str, Any]) -> Order:
    """Return the order that was written so.

    Raises:
        KeyError, TypeError, ValueError: it was not.
    """
    given = tuple(Given(Role(each["role"]), safe_again(each["name"]), int(each["number"])) for each in values["given"])
    passed_over = tuple(str(name) for name in values["passed_over"])
    handled = tuple(Handled(**{str(key): str(said) for key, said in each.items()}) for each in values["handled"])
    case, ignore = Case(**values["case"]), frozenset(values["ignore"])
    corrections = _corrections(values.get("corrections"))
    return Order(Kind(values["kind"]), given, str(values["language"]), case, ignore, passed_over, handled, corrections)


def _corrections(values: Mapping[str, Any] | None) -> Corrections:
    """Return corrections that were written so; none where the work is older than they are."""
    if values is None:
        return Corrections()
    pairings = (Pairing(Statement(**each["before"]), Statement(**each["after"]), together=each["together"]) for each in values["pairings"])
    return Corrections(tuple(pairings), tuple(TableReading(**each) for each in values["tables"]), str(values["earlier"]))


def safe_again(name: str) -> str:
    """Return a name that was made safe when it was written.

    Raises:
        ValueError: it no longer is.
    """
    from lydelse.web.names import safe_name  # noqa: PLC0415 - see names, which knows nothing of orders

    if safe_name(name) != name:
        raise ValueError(name)
    return name

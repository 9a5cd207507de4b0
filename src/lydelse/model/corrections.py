"""What a person corrects: which amounts belong together, how a table is to be read, which of two files is the earlier version."""

from __future__ import annotations

from lydelse.model.message import Fact, Message
from lydelse.model.place import Place
from lydelse.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Statement:
    """An amount of one version as a person points at it.

    ``section_id`` is the path of its section, ``literal`` its figures as they are printed; ``number`` says which of those that are printed
    so in the section it is, counted from 1 through its paragraphs and then its tables, None where there is but one.
    """

    section_id: str
    literal: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Pairing:
    """That an amount of the earlier version and one of the later are statements of one thing, or (not ``together``) that they are not."""

    before: Statement
    after: Statement
    together: bool = True

    def told(self, section_before: str, section: str) -> Message:
        """Return what is said of it, the sections named as they are printed."""
        facts = {"section": section, "before": self.before.literal, "after": self.after.literal}
        if not self.together:
            return Message("corrected.apart", facts)
        if section_before == section:
            return Message("corrected.together", facts)
        return Message("corrected.together.elsewhere", {**facts, "section_before": section_before})


@dataclass(frozen=True, slots=True)
class TableReading:
    """How a table is to be read: its rows of headers and its columns of names, each None where that stands as read, or as no table at all.

    ``path`` is where the table stands ("5.1/t2"), ``begins`` the text of its first row, by which it is known again.
    """

    path: str
    begins: str
    header_rows: int | None = None
    name_columns: int | None = None
    is_table: bool = True

    def told(self, section: str) -> Message:
        """Return what is said of it, the section named as it is printed."""
        facts: dict[str, Fact] = {"section": section, "begins": self.begins}
        if not self.is_table:
            return Message("corrected.table.none", facts)
        counts = {"rows": self.header_rows, "columns": self.name_columns}
        said = {key: count for key, count in counts.items() if count is not None}
        return Message(f"corrected.table.{'-and-'.join(said)}", {**facts, **said})


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that a person corrects of one review. ``earlier`` names the file that is the earlier version, "" where nothing is said."""

    pairings: tuple[Pairing, ...] = ()
    tables: tuple[TableReading, ...] = ()
    earlier: str = ""

    @property
    def turned(self) -> Corrections:
        """The same corrections where the earlier version is taken as the later, and the later as the earlier."""
        pairings = tuple(replace(each, before=each.after, after=each.before) for each in self.pairings)
        return replace(self, pairings=pairings, earlier="")

    def turns(self, before: str, after: str) -> bool:
        """Tell whether the file that is given as the later version is said to be the earlier one."""
        return self.earlier == after != before


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction that was made: what is said of it, and where it was."""

    message: Message
    place: Place

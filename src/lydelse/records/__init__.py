"""What a value of the program is: a class whose fields are told by its annotations, as :mod:`dataclasses` has it.

To who reads and to the type checker these *are* the names of :mod:`dataclasses`. When the program runs, a class is defined by
:mod:`lydelse.records.defined` instead: the standard decorator writes six methods for every class and compiles each, 1.6 ms a class, and a
short command defines some two hundred classes before it does anything; most of them it never makes a value of.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
else:
    from lydelse.records.defined import dataclass, field
    from lydelse.records.values import asdict, fields, is_dataclass, replace

__all__ = ["asdict", "dataclass", "field", "fields", "is_dataclass", "replace"]

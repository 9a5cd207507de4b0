"""PDFium's functions, asked by plain addresses.

A page has thousands of objects, and each is asked of many things. To make a pointer of Python's own for each of them, and to convert it
for each question, takes several times as long as PDFium's answer; a number does not. The calls keep the interpreter to themselves: each
takes less than a microsecond.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

ADDRESS = ctypes.c_void_p
Value = ctypes.c_int | ctypes.c_uint | ctypes.c_float | ctypes.c_double


def by_address(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return one of PDFium's functions that takes an address, a number, for each pointer, and gives one; None for no pointer."""
    function_: Any = function
    takes = [_plain(kind) for kind in function_.argtypes]
    return ctypes.cast(function_, ctypes.PYFUNCTYPE(_plain(function_.restype), *takes))


def _plain(kind: type) -> type:
    """Return the kind of an argument, that of an address for one of a pointer."""
    return ADDRESS if issubclass(kind, ctypes._Pointer) else kind  # noqa: SLF001 - what all kinds of pointers are made of


def address_of(handle: pdfium.FPDF_TEXTPAGE | pdfium.FPDF_PAGEOBJECT | pdfium.FPDF_FONT) -> int:
    """Return the address that one of PDFium's handles holds."""
    return ctypes.addressof(handle.contents)


def places_in(array: ctypes.Array[Any]) -> tuple[int, ...]:
    """Return the address of each element of an array, for a function to fill."""
    first, size = ctypes.addressof(array), ctypes.sizeof(array) // len(array)
    return tuple(range(first, first + size * len(array), size))


class Filled:
    """An array that functions fill again and again, and the addresses of its places; one thread reads at a time."""

    def __init__(self, kind: type[Value], count: int) -> None:
        """Make room for so many values of one of the kinds of ctypes."""
        self.values: ctypes.Array[Any] = (kind * count)()
        self.places = places_in(self.values)

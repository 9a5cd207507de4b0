"""How programs name the cells of a sheet."""

from __future__ import annotations


def address(row: int, column: int) -> str:
    """Return the address of a cell by its row and column, both counted from 1: "H2"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def fixed(row: int, column: int) -> str:
    """Return a cell's address that does not move with the formula: "$H$2"."""
    letters = address(0, column)[:-1]
    return f"${letters}${row}"

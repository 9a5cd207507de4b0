"""A file has at most 300 lines, a function at most 40; where one must be longer the reason stands here."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES_IN_A_FILE = 300
MOST_LINES_IN_A_FUNCTION = 40

LONGER: dict[str, str] = {}
"""File, or file:function, and why it is longer."""


def test_no_file_is_longer_than_a_reader_holds_in_mind() -> None:
    long = {name for name, length in file_lengths() if length > MOST_LINES_IN_A_FILE}
    assert long == {name for name in LONGER if ":" not in name}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {name for name, length in function_lengths() if length > MOST_LINES_IN_A_FUNCTION}
    assert long == {name for name in LONGER if ":" in name}


def file_lengths() -> Iterator[tuple[str, int]]:
    for file in sorted((ROOT / "src").rglob("*.py")):
        yield file.relative_to(ROOT).as_posix(), len(file.read_text("utf-8").splitlines())


def function_lengths() -> Iterator[tuple[str, int]]:
    for file in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{file.relative_to(ROOT).as_posix()}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1

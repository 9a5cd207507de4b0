"""Each third-party library sits behind one fence, and nothing heavy is loaded before it is needed."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "lydelse"

FENCES = {
    "pypdf": {"formats/pdf"},
    "PIL": {"formats/pdf", "formats/picture"},
    "pypdfium2": {"formats/pdf"},
    "pdfplumber": {"formats/pdf"},
    "numpy": {"formats/picture"},
    "scipy": {"formats/picture"},
    "lxml": {"formats/ooxml"},
    "docx": {"formats/ooxml"},
    "msoffcrypto": {"formats/ooxml"},
    "diff_match_patch": {"differ"},
    "lark": {"calculation"},
    "openpyxl": {"formats/workbook"},
    "rich": {"reports", "cli"},
    "typer": {"cli"},
    "jinja2": {"reports", "web"},
    "weasyprint": {"reports"},
    "markupsafe": {"reports"},
    "starlette": {"web"},
    "uvicorn": {"web"},
    "psutil": {"workers"},
    "alembic": {"archive"},
    "sqlalchemy": {"archive"},
    "distributed": {"batch"},
    "watchfiles": {"batch"},
}
"""Which package may import which library: equality, not subset."""


def imported_by(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names - set(sys.stdlib_module_names) - {"lydelse"}


def package_of(file: Path) -> str:
    parts = file.relative_to(SOURCE).parts
    return "/".join(parts[:2]) if parts[0] == "formats" else parts[0]


def test_each_library_is_imported_exactly_where_its_fence_says() -> None:
    found: dict[str, set[str]] = {}
    for file in SOURCE.rglob("*.py"):
        for name in imported_by(file):
            found.setdefault(name.removesuffix("_raw"), set()).add(package_of(file))
    assert found == FENCES


@pytest.mark.parametrize("package", ["model", "figures", "errors.py"])
def test_the_domain_needs_the_standard_library_alone(package: str) -> None:
    place = SOURCE / package
    files = [place] if place.is_file() else place.rglob("*.py")
    assert {name for file in files for name in imported_by(file)} == set()


def test_the_version_is_told_without_loading_a_library() -> None:
    code = "import sys; sys.argv = ['lydelse', '--version']; from lydelse.__main__ import main; main(); print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.startswith("lydelse ")
    assert not [name for name in FENCES if f"'{name}'" in loaded]


EXAMPLE = str(SOURCE.parents[1] / "examples" / "protokollsutdrag.md")


def loaded_by(*arguments: str) -> list[str]:
    code = f"import sys; from lydelse.cli import run; run({list(arguments)!r}); print(*sys.modules, file=sys.stderr)"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stderr.split()


def test_a_review_without_a_model_loads_nothing_that_models_need() -> None:
    loaded = loaded_by("review", EXAMPLE, "--quiet")
    assert "lydelse.calculation" in loaded
    assert not {"lark", "openpyxl", "tomllib"} & set(loaded)


def test_a_review_loads_no_rules_about_minutes_and_no_consolidation() -> None:
    loaded = loaded_by("review", EXAMPLE, "--quiet")
    assert "lydelse.checks.catalogue" in loaded
    assert not {"lydelse.checks.minutes.catalogue", "lydelse.differ.consolidation", "lydelse.cli.minutes"} & set(loaded)


def test_a_review_loads_no_server_and_the_server_no_readers_or_rules() -> None:
    assert not {"starlette", "uvicorn", "lydelse.web", "lydelse.cli.serve"} & set(loaded_by("review", EXAMPLE, "--quiet"))
    code = "import sys, lydelse.web.server; print(*sys.modules)"
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    assert "starlette" in loaded
    assert not {"pypdfium2", "lxml", "docx", "openpyxl", "lark", "lydelse.checks", "lydelse.differ", "lydelse.calculation"} & loaded


@pytest.mark.parametrize("arguments", [["--help"], ["extract", EXAMPLE, "--format", "text"]])
def test_neither_the_help_nor_reading_loads_what_compares_and_checks(arguments: list[str]) -> None:
    loaded = loaded_by(*arguments)
    assert "lydelse.flow" in loaded
    assert not {"lydelse.calculation", "lydelse.checks", "lydelse.differ"} & set(loaded)


def test_comparing_word_files_loads_neither_what_writes_them_nor_declared_models() -> None:
    word = str(SOURCE.parents[1] / "examples" / "andringar-2026.docx")
    loaded = set(loaded_by("compare", word, "--quiet", "--format", "json"))
    assert "lxml.etree" in loaded
    assert not {"docx", "lydelse.model.declared", "lydelse.calculation.declared.testing"} & loaded

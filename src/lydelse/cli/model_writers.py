"""The reports of the commands about the calculation model, by format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lydelse import __version__
from lydelse.cli.output import Writer

if TYPE_CHECKING:
    from lydelse.model.declared import DeclaredModel
    from lydelse.model.drafted import Drafted
    from lydelse.model.finding import Finding
    from lydelse.model.review import Review

# ruff: noqa: PLC0415 - each report is imported by the one who asks for it


def draft_writers(drafted: Drafted, questions: Sequence[Finding], source: str, language: str) -> Mapping[str, Writer]:
    """Return the writers of a drafted model."""

    def toml() -> str:
        from lydelse.reports import model_toml

        return model_toml.write(drafted, questions, source=source, language=language)

    def xlsx() -> bytes:
        from lydelse.reports import model_workbook

        return model_workbook.write(drafted, language)

    return {"toml": toml, "xlsx": xlsx}


def model_writers(review: Review, language: str) -> Mapping[str, Writer]:
    """Return the writers of a model held against a document."""

    def terminal() -> str:
        from lydelse.reports import model_lines

        return model_lines.write(review, language)

    def json() -> str:
        from lydelse.reports import json_model

        return json_model.write(review, version=__version__, language=language)

    return {"terminal": terminal, "json": json}


def declared_writers(model: DeclaredModel, language: str) -> Mapping[str, Writer]:
    """Return the writers of a model by itself."""

    def terminal() -> str:
        from lydelse.reports import model_lines

        return model_lines.write_declared(model, language)

    return {"terminal": terminal}

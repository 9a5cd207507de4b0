"""Declared models held against documents written in the mini-language, for tests of what a model says of a document."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from lydelse.calculation import held_against_model, infer
from lydelse.calculation.declared.drafting import drafted
from lydelse.calculation.declared.reading import read_model
from lydelse.checks import Checked, Subject, check
from lydelse.differ import compare_marked
from lydelse.errors import LydelseError
from lydelse.extractors.written import written
from lydelse.model.against_model import AgainstModel
from lydelse.model.declared import DeclaredModel
from lydelse.model.drafted import Drafted
from lydelse.reports import model_toml, model_workbook
from lydelse.reports.wording import say

THIS_YEAR = """
# 4 Ersättning
Totalt fördelas för [-2025-]{+2026+} [-773 096-]{+798 047+} tkr.
## 4.1 Ersättning per listad
Totalt fördelas [-293 881-]{+304 262+} tkr. Vikt 1,00 motsvarar [-2 222-]{+2 301+} kr.
## 4.2 Socioekonomi
Måttet är CNI (Care Need Index). Genomsnittet är [-1 482-]{+1 534+} kr per invånare, totalt [-195 921-]{+202 842+} tkr.
## 4.3 Glesbygd
Till glesbygd går 15 % av summan av ersättning per listad, CNI och glesbygd, totalt [-86 435-]{+89 489+} tkr.
## 4.4 Läkemedel
Totalt fördelas [-188 434-]{+192 768+} tkr.
## 4.5 Rehabkoordinering
Totalt fördelas [-8 425-]{+8 686+} tkr.
|= Ålder | Vikt
| 0–19 | [-0,50-]{+0,52+}
| 20–64 | [-0,91-]{+0,90+}
| 65 år och äldre | 1,80
"""
"""A redline of our own whose figures obey a sum, a share of itself, head counts and an index."""


def model_of(text: str) -> DeclaredModel:
    """Return the model that a TOML text declares."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "modell.toml"
        file.write_text(text, "utf-8")
        return read_model(file)


def refusal_of(text: str) -> str:
    """Return the sentence with which a text that is no model is refused."""
    try:
        model_of(text)
    except LydelseError as error:
        return say(error.message)
    return ""


def subject_against(document: str, model: DeclaredModel) -> Subject:
    """Return what the rules look at when a written document is held against a model."""
    comparison = compare_marked(written(document))
    return Subject(comparison, held_against_model(model, comparison, infer(comparison)))


def against(document: str, model: str) -> AgainstModel:
    """Return what holding a written document against a written model gave."""
    held = subject_against(document, model_of(model)).calculation.against_model
    assert held is not None, "a model was given"
    return held


def checked_against(document: str, model: DeclaredModel) -> Checked:
    """Return what the rules about models say of a written document, and what they confirm."""
    return check(subject_against(document, model), select=["M"])


def draft_of(document: str) -> Drafted:
    """Return the draft of a model that a written document gives."""
    comparison = compare_marked(written(document))
    return drafted(comparison, infer(comparison), "handling.md")


def toml_round_trip(draft: Drafted) -> DeclaredModel:
    """Return a draft as it is read back from its TOML file."""
    return model_of(model_toml.write(draft, (), source="handling.md"))


def workbook_round_trip(draft: Drafted) -> DeclaredModel:
    """Return a draft as it is read back from its workbook."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "modell.xlsx"
        file.write_bytes(model_workbook.write(draft))
        return read_model(file)

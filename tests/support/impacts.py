"""Proposals, models and units of our own, small enough to be worked out by hand."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from lydelse.calculation.declared.reading import read_model
from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.impact.assembling import impact_of
from lydelse.impact.faults import UnitsFaultsError
from lydelse.impact.units_file import read_units
from lydelse.model.change import Comparison
from lydelse.model.declared import DeclaredModel
from lydelse.model.impact import Impact
from lydelse.model.impact_units import Units
from lydelse.reports.wording import say

PROPOSAL = """
# 1 Ersättning
Totalt fördelas för [-2025-]{+2026+} [-1 000-]{+1 100+} tkr till glesbygd.
Vikt 1,00 motsvarar [-1 000-]{+1 200+} kr.
|= Ålder | Vikt
| 0–19 | [-0,50-]{+0,60+}
| 20 år och äldre | 1,00
# 2 Glesbygd
|= Listade | Vikt
| 0–100 | 1
| 101–200 | 0,8
| >201 | 0,5
# 3 Besök
För varje hembesök betalas 500 kr per besök, dock högst 4 000 kr.
"""
"""A redline of our own: a price, weights by age, a total that is shared out, sizes with a gap, a price with a ceiling."""

MODEL = """
[storhet.pris]
avsnitt = "1"
etikett = "Vikt 1,00"
enhet = "kr"
exakt = true
[storhet.total]
avsnitt = "1"
etikett = "Totalt fördelas"
enhet = "tkr"
[storhet.besok_pris]
avsnitt = "3"
enhet = "kr per besök"
[enhet.besok]
rubrik = "Besök"
[tabell.alder]
avsnitt = "1"
kolumn = "Vikt"
[tabell.storlek]
avsnitt = "2"
kolumn = "Vikt"
[fraga.vagt]
text = "Steg eller marginal?"
svar = "{answer}"
[fraga.vagt.alternativ]
steg = "listade * steg(storlek; listade)"
marginal = "marginal(storlek; listade)"
[ersattning.listning]
avsnitt = "1"
uttryck = "pris * viktat(alder)"
[ersattning.glesbygd]
avsnitt = "2"
uttryck = "fördelat(total; vagt)"
total = "total"
[ersattning.besok_ersattning]
avsnitt = "3"
uttryck = "högst(4 000; besok_pris * besok)"
[ersattning.moms]
galler = "privat"
uttryck = "3 % * (listning + glesbygd)"
"""

UNITS = """
Enhet;Driftsform;0–19;20 år och äldre;Besök
Almen;region;40;60;2
Björken;privat;50;100;20
Cedern;region;0;0;3
"""


def comparison_of(text: str = PROPOSAL) -> Comparison:
    """Return what a written redline changes."""
    return compare_marked(written(text))


def unit_model(text: str = MODEL, answer: str = "steg") -> DeclaredModel:
    """Return the model that a text declares."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "modell.toml"
        file.write_text(text.replace("{answer}", answer), "utf-8")
        return read_model(file)


def units_of(text: str, model: DeclaredModel, name: str = "enheter.csv") -> Units:
    """Return the units of a file with a text."""
    assert model.units is not None
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_text(text.strip() + "\n", "utf-8")
        return read_units(file, model.units)


def worked(units: str = UNITS, model: str = MODEL, proposal: str = PROPOSAL, answer: str = "steg") -> Impact:
    """Return what a proposal means for units."""
    declared = unit_model(model, answer)
    return impact_of(comparison_of(proposal), declared, units_of(units, declared))


def faults_of(text: str, model: str = MODEL, proposal: str = PROPOSAL) -> list[str]:
    """Return the sentences of the faults of a units' file, none where it has none."""
    try:
        worked(text, model, proposal)
    except UnitsFaultsError as faulty:
        return [say(each) for each in faulty.faults]
    return []

"""The motions with what a reader makes of them, and how the program's answer is held against that."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from lydelse import flow
from lydelse.impact.motions.proposal import Proposal
from lydelse.impact.motions.trying import motions_tried, proposal_of, read_motion
from lydelse.model.document import Document
from lydelse.model.impact_motion import Act, Edit, MotionRead

HERE = Path(__file__).resolve().parents[2] / "benchmarks" / "motions"
DOCUMENTS = {
    "ersattning": HERE.parents[1] / "examples" / "impact" / "ersattning-2026.md",
    "bidrag": HERE / "bidrag.md",
    "skolpeng": HERE / "skolpeng.md",
    "hemtjanst": HERE / "hemtjanst.md",
}
SETS = ("held_out", "shown", "other_words")


@dataclass(frozen=True, slots=True)
class Case:
    """A motion and its truth; ``reason`` is "" where everything is applied."""

    name: str
    document: str
    text: str
    edits: tuple[str, ...]
    reason: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two motions and how they stand to one another; "" where they do not clash."""

    name: str
    document: str
    motions: tuple[str, ...]
    clash: str


def cases(of: str) -> list[Case]:
    """Return the motions of a set."""
    return [
        Case(
            each["name"],
            each["document"],
            each["text"],
            tuple(each.get("edits", ())),
            each.get("reason", ""),
            tuple(each.get("candidates", ())),
        )
        for each in _set(of)["motion"]
    ]


def pairs() -> list[Pair]:
    """Return the pairs of motions."""
    return [
        Pair(each["name"], each["document"], tuple(each["motions"]), each["clash"]) for of in SETS for each in _set(of).get("conflict", ())
    ]


def _set(of: str) -> dict[str, list[dict[str, str]]]:
    return tomllib.loads((HERE / f"{of}.toml").read_text("utf-8"))


@cache
def proposal(name: str) -> Proposal:
    """Return a document as motions are tried on it."""
    return proposal_of(flow.compared(DOCUMENTS[name]))


def document_of(text: str) -> Document:
    """Return a motion's text as it is read from a file."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "yrkande.txt"
        file.write_text(text, "utf-8")
        return flow.extracted(file)


def read(case: Case) -> MotionRead:
    """Return what the program reads of a motion."""
    return read_motion(document_of(case.text), proposal(case.document), case.name)


def told(edit: Edit) -> str:
    """Return an edit as the truth writes it."""
    section = edit.place.section
    match edit.act:
        case Act.STRIKE_SECTION:
            return f"{section}: - {edit.label}"
        case Act.STRIKE:
            return f"{section}: - {edit.before}"
        case Act.ADD:
            return f"{section}: + {edit.after}"
        case _:
            return f"{section}: {edit.before} -> {edit.after}"


def is_right(case: Case) -> bool:
    """Tell whether the program applies what the truth says, and refuses the rest for its reason, naming what may be meant."""
    motion = read(case)
    edits = tuple(told(edit) for edit in motion.edits)
    reasons = tuple(demand.why.value for demand in motion.demands if demand.why)
    named = " | ".join(each for demand in motion.demands for each in demand.candidates)
    return edits == case.edits and reasons == ((case.reason,) if case.reason else ()) and all(each in named for each in case.candidates)


def clashes_of(pair: Pair) -> tuple[str, ...]:
    """Return how the program finds that two motions clash."""
    documents = [(f"{pair.name}.{at}", document_of(text)) for at, text in enumerate(pair.motions)]
    tried = motions_tried(documents, proposal(pair.document).earlier, None, None)
    return tuple(conflict.clash.value for conflict in tried.conflicts)

"""What a proposal means for each unit: ``lydelse/impact/1``."""

from __future__ import annotations

from typing import Literal, TypedDict

from lydelse.model.calculation import Verdict
from lydelse.model.impact import Limit
from lydelse.model.impact_coverage import UncountedKind
from lydelse.model.impact_motion import Act, Clash, Why
from lydelse.model.text import Version
from lydelse.reports.shapes.shared import FindingShape, Source, Unread


class SpanShape(TypedDict):
    """An amount in kronor as the printed figures give it, and the least and the most that rounding allows."""

    amount: str
    lowest: str
    highest: str


class UnitsFile(TypedDict):
    """The units' file, how many units it has and how many residents they have together."""

    file: str
    sha256: str
    count: int
    listed: str


class ImpactYears(TypedDict):
    """The years of the two versions."""

    before: int | None
    after: int | None


class QuestionShape(TypedDict):
    """A question of the model with its answers; ``answer`` is None where nobody has answered it."""

    name: str
    question: str
    answers: list[str]
    answer: str | None


class AnswerShape(TypedDict):
    """A question and the answer that a reading uses."""

    name: str
    answer: str


class SumShape(TypedDict):
    """A component's sum over all units held against the stated total."""

    component: str
    section: str
    version: Version
    year: int | None
    found: SpanShape
    stated: SpanShape
    difference: str
    verdict: Verdict


class ComponentShape(TypedDict):
    """What a component gives a unit."""

    name: str
    title: str
    section: str
    before: SpanShape
    after: SpanShape


class UnitShape(TypedDict):
    """One unit; ``percent`` is None where it got nothing before."""

    name: str
    listed: str
    private: bool
    before: SpanShape
    after: SpanShape
    change: str
    percent: str | None
    components: list[ComponentShape]


class PassedShape(TypedDict):
    """A threshold that a unit passes."""

    unit: str
    limit: Limit
    of: str
    before: str
    after: str


class CliffShape(TypedDict):
    """A boundary that a unit is near, and what the step is worth to it in kronor a year."""

    unit: str
    section: str
    value: str
    lower: str
    upper: str
    jump: str


class ImpactReading(TypedDict):
    """The amounts with one answer to each question."""

    answers: list[AnswerShape]
    before: SpanShape
    after: SpanShape
    sums: list[SumShape]
    units: list[UnitShape]
    passed: list[PassedShape]
    cliffs: list[CliffShape]


class MovedUnit(TypedDict):
    """A unit and what it gains or loses."""

    unit: str
    change: str


class SensitivityShape(TypedDict):
    """What another answer to a question would give."""

    name: str
    used: str
    other: str
    total: str
    gains: MovedUnit
    loses: MovedUnit


class LeftOutShape(TypedDict):
    """A component that is not counted, and what it lacks."""

    name: str
    title: str
    lacking: list[str]


class EditShape(TypedDict):
    """One change of the proposal's text."""

    act: Act
    section: str
    section_id: str
    page: int | None
    label: str
    before: str
    after: str


class DemandShape(TypedDict):
    """One thing that a motion asks for; ``why`` is None where it is applied."""

    text: str
    applied: bool
    why: Why | None
    candidates: list[str]
    edits: list[EditShape]


class FollowingShape(TypedDict):
    """A figure that follows by a relation."""

    section: str
    label: str
    before: str
    after: str
    relation: str


class BrokenShape(TypedDict):
    """A relation that no longer holds."""

    relation: str
    section: str
    found: str
    expected: str


class EffectShape(TypedDict):
    """What a motion gives a unit, in kronor a year."""

    unit: str
    proposal: str
    amended: str
    change: str


class MotionShape(TypedDict):
    """A motion tried on the proposal."""

    name: str
    demands: list[DemandShape]
    background: list[str]
    following: list[FollowingShape]
    broken: list[BrokenShape]
    effects: list[EffectShape]


class ConflictShape(TypedDict):
    """Two motions that clash, and what each wants there."""

    one: str
    other: str
    clash: Clash
    section: str
    wants: list[str]


class UncountedShape(TypedDict):
    """An amount or a share that no part is made of, or a sentence that pays what something costs."""

    kind: UncountedKind
    text: str
    label: str
    section: str
    section_id: str
    page: int | None


class CountedShape(TypedDict):
    """How many of the document's amounts in kronor and per cent the parts take in, and what they leave out."""

    amounts: int
    counted: int
    left_out: list[UncountedShape]


class ImpactReport(TypedDict):
    """What a proposal means for each unit, and what motions would do to it; ``model`` is None where it was drafted."""

    schema: Literal["lydelse/impact/1"]
    version: str
    sources: list[Source]
    model: str | None
    units: UnitsFile
    years: ImpactYears
    questions: list[QuestionShape]
    readings: list[ImpactReading]
    sensitivity: list[SensitivityShape]
    left_out: list[LeftOutShape]
    counted: CountedShape
    motions: list[MotionShape]
    conflicts: list[ConflictShape]
    findings: list[FindingShape]
    notes: list[str]
    unread: list[Unread]

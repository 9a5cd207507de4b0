"""Whatever a motion says, reading it breaks nothing, and what is applied stands in the proposal."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from lydelse.extractors.written import written
from lydelse.impact.motions.editing import amended
from lydelse.impact.motions.proposal import Proposal
from lydelse.impact.motions.trying import proposal_of, read_motion
from lydelse.model.readings import accepting_marks, plain_lines, rejecting_marks
from support.impacts import comparison_of

WORDS = st.sampled_from(
    [
        *("Erik Ek (S) yrkar", "att", "samt", ",", ".", "ersättningen", "för hembesök", "vikt 1,00", "i avsnitt 1", "punkt 3", "avsnitt 9"),
        *(
            "höjs",
            "sänks",
            "till",
            "med",
            "från",
            "fördubblas",
            "stryks",
            "utgår",
            "ersätts med",
            "läggs till",
            "i stället för",
            "inte",
            "ska vara",
        ),
        *("550 kr", "2 procent", "1 200 kr", "3 tkr", "0 kr", "1,5", "0–19", "högst", "lägst", "”För varje hembesök”", "”annat”", "”", "%"),
        *(
            "avslag på höjningen av",
            "återremiss",
            "bifall till förslaget",
            "sista meningen",
            "första stycket",
            "\n",
            "oförändrad",
            "glesbygd",
        ),
    ]
)
MOTIONS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


@cache
def proposal() -> Proposal:
    return proposal_of(comparison_of())


@settings(max_examples=200, deadline=None)
@given(MOTIONS)
def test_any_motion_is_read_and_its_edits_give_back_the_proposal(text: str) -> None:
    lines = "\n".join(line for line in text.split("\n") if line.strip()).replace("|", "")
    motion = read_motion(written(lines), proposal(), "yrkande")
    assert all(demand.edits or demand.why for demand in motion.demands)
    made = amended(proposal().document, motion.edits)
    assert plain_lines(rejecting_marks(made)) == plain_lines(proposal().document)
    if any(edit.before != edit.after for edit in motion.edits):
        assert plain_lines(accepting_marks(made)) != plain_lines(proposal().document)

"""Kinds of text that a program reads and a person does not see, or sees otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.kinds.case import DRAWN, Case, Layout
from benchmarks.kinds.texts import SHORT
from benchmarks.kinds.tricks import DAMAGED

SAID = frozenset({"X904"})


def cases() -> Iterator[Case]:
    """Yield the cases of hidden text."""
    for how, name in (
        ("white", "white text"),
        ("tiny", "tiny text"),
        ("outside", "text outside the page"),
        ("covered", "text under a picture"),
    ):
        yield Case(name, SHORT, layout=Layout(trick=how), producers=(DRAWN,), said=SAID)
    damaged = "\n\n".join(line.replace("a", "å") for line in DAMAGED)
    unknown = damaged.replace("å", "\N{REPLACEMENT CHARACTER}")  # one sign for two letters cannot be repaired
    yield Case(
        "letters mapped wrongly",
        SHORT,
        layout=Layout(trick="damaged"),
        producers=(DRAWN,),
        truths=(SHORT + damaged, SHORT + "\n\n".join(DAMAGED), SHORT + unknown),
        said=frozenset({"X902"}),
    )
    yield Case("text under a clear picture", SHORT, layout=Layout(trick="stamped"), producers=(DRAWN,))
    parted = "Beh å llningen av vå rdcentralens l ä kare och st ö d till Lå gutbildå de ä r god, och f ö rdelningen å terst å r."
    yield Case("letters parted from their words", f"{SHORT}\n{parted}", producers=(DRAWN,), said=frozenset({"X902"}))

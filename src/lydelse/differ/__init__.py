"""Two documents, or one that carries its own marks, held against each other.

``compare`` aligns two documents into one marked document, section by section, block by block, word by word; ``compare_marked``
reads what a marked document says of itself. From there on the two are the same: changes and amounts are read off the marks.
``held_against`` holds a redline's earlier wording against the document in force, ``consolidated`` makes its changes there.
"""

from lydelse.differ.consolidation import consolidated
from lydelse.differ.marked import compare_marked
from lydelse.differ.standing import held_against
from lydelse.differ.versions import compare

__all__ = ["compare", "compare_marked", "consolidated", "held_against"]

"""Two documents, or one that carries its own marks, held against each other.

``compare`` aligns two documents into one marked document, section by section, block by block, word by word; ``compare_marked``
reads what a marked document says of itself. From there on the two are the same: changes and amounts are read off the marks.
"""

from lydelse.differ.marked import compare_marked
from lydelse.differ.versions import compare

__all__ = ["compare", "compare_marked"]

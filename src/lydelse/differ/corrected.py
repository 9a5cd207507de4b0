"""Two documents, or one that carries its own marks, compared as a person has corrected it."""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.differ.corrected_pairs import with_pairs_corrected
from lydelse.differ.corrected_tables import with_table_read
from lydelse.differ.marked import compare_marked
from lydelse.differ.versions import compare
from lydelse.model.change import Comparison
from lydelse.model.corrections import Corrected, Corrections, Pairing, TableReading
from lydelse.model.document import Document
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.place import Place
from lydelse.records import replace


def compared_as_corrected(documents: tuple[Document, ...], corrections: Corrections) -> Comparison:
    """Return what stands differently in the later of two documents, or what one document's own marks change.

    What was corrected is told in ``corrected``. A correction that fits neither document is asked about in what was not read: the
    document is then another than that which was corrected.
    """
    documents, corrected, unfit = _in_order(documents, corrections.earlier)
    for reading in corrections.tables:
        read = [with_table_read(document, reading) for document in documents]
        documents = tuple(document for document, _ in read)
        told = [said for _, said in read if said]
        corrected.extend(told[-1:])
        unfit.extend([] if told else [_unfit_table(reading)])
    comparison = compare_marked(documents[0]) if len(documents) == 1 else compare(*documents)
    comparison, without_amounts = with_pairs_corrected(comparison, corrections.pairings)
    unfit.extend(map(_unfit_pair, without_amounts))
    redline = replace(comparison.redline, unread=(*comparison.redline.unread, *_asked(unfit, documents[-1].source.name)))
    return replace(comparison, redline=redline, corrected=(*corrected, *comparison.corrected))


def _in_order(documents: tuple[Document, ...], earlier: str) -> tuple[tuple[Document, ...], list[Corrected], list[Message]]:
    """Return the documents, the earlier version first; what is said where a person says which it is; and that none is, where none is."""
    if not earlier:
        return documents, [], []
    names = [document.source.name for document in documents]
    if len(documents) == 1 or earlier not in names:
        return documents, [], [Message("corrected.unfit.earlier", {"file": earlier})]
    said = Corrected(Message("corrected.earlier", {"file": earlier}), Place())
    return (documents if names[0] == earlier else documents[::-1]), [said], []


def _unfit_pair(pairing: Pairing) -> Message:
    sections = {"section_before": pairing.before.section_id, "section": pairing.after.section_id}
    return Message("corrected.unfit.pair", {**sections, "before": pairing.before.literal, "after": pairing.after.literal})


def _unfit_table(reading: TableReading) -> Message:
    if not reading.begins:
        return Message("corrected.unfit.place", {"path": reading.path})
    return Message("corrected.unfit.table", {"path": reading.path, "begins": reading.begins})


def _asked(unfit: Iterable[Message], document: str) -> Iterable[Unread]:
    return (Unread("X905", Severity.QUESTION, message, document=document) for message in unfit)

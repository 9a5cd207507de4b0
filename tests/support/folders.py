"""Case folders: several documents in the mini-language, read as minutes and their papers."""

from __future__ import annotations

from collections.abc import Mapping

from lydelse.calculation import infer
from lydelse.checks import Subject
from lydelse.checks.minutes import MinutesSubject
from lydelse.differ import compare_marked
from lydelse.extractors.minutes import minutes_of, vocabulary
from lydelse.extractors.properties import properties_of
from lydelse.extractors.written import written
from lydelse.records import replace


def folder(documents: Mapping[str, str]) -> MinutesSubject:
    """Return documents, by their files' names, as what the rules about several documents look at."""
    minutes, subjects = [], []
    for name, text in documents.items():
        document = written(text)
        properties = replace(properties_of(document), title=document.properties.title)
        document = replace(document, source=replace(document.source, name=name), properties=properties)
        comparison = compare_marked(document)
        minutes.append(minutes_of(document, vocabulary()))
        subjects.append(Subject(comparison, infer(comparison)))
    return MinutesSubject(tuple(minutes), tuple(subjects))

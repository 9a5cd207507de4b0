"""Annotations in layers that are switched off, told from the file's own objects: many annotations have no drawing to be looked at."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

MOST_STEPS = 12
"""Conditions within conditions that are followed."""


class UnknownLayersError(Exception):
    """The file's objects cannot be read so as to tell which layers are on."""


def annotations_off(content: bytes, password: str | None, number: int) -> frozenset[int]:
    """Return which of a page's annotations stand in a layer that is off, by their places among them; ``number`` counts from 1.

    Raises:
        UnknownLayersError: the file is locked in a way, or so damaged, that its layers cannot be told.
    """
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(password or ""):
            raise UnknownLayersError
        layers = _Layers(_dictionary(reader.root_object.get("/OCProperties")))
        every = _array(reader.pages[number - 1].get("/Annots"))
        return frozenset(at for at, each in enumerate(every) if not layers.shows(_dictionary(each).get("/OC")))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as problem:
        raise UnknownLayersError from problem  # what pypdf raises on broken files


class _Layers:
    """Which layers are on when the file is opened to be read on a screen."""

    def __init__(self, properties: DictionaryObject) -> None:
        default = _dictionary(properties.get("/D"))
        self.all_on = default.get("/BaseState") != "/OFF"
        self.on, self.off = set(_numbers(default.get("/ON"))), set(_numbers(default.get("/OFF")))
        for rule in _array(default.get("/AS")):
            if _dictionary(rule).get("/Event") == "/View":
                self._follow(_dictionary(rule))

    def _follow(self, rule: DictionaryObject) -> None:
        for layer in _array(rule.get("/OCGs")):
            state = _dictionary(_dictionary(_dictionary(layer).get("/Usage")).get("/View")).get("/ViewState")
            for number in _numbers(layer) if state else ():
                (self.off if state == "/OFF" else self.on).add(number)
                (self.on if state == "/OFF" else self.off).discard(number)

    def shows(self, condition: object) -> bool:
        """Tell whether what stands in a layer, or under a condition of several layers, is shown; what stands in none is."""
        own = _dictionary(condition)
        if own.get("/Type") != "/OCMD":
            return not isinstance(condition, IndirectObject) or self._is_on(condition.idnum)
        said = _array(own.get("/VE"))
        if said:
            return self._holds(said, MOST_STEPS)
        states = [self._is_on(number) for number in _numbers(own.get("/OCGs"))]
        match own.get("/P"):
            case "/AllOn":
                return all(states)
            case "/AllOff":
                return not any(states)
            case "/AnyOff":
                return not states or not all(states)
            case _:
                return not states or any(states)

    def _is_on(self, number: int) -> bool:
        return number in self.on or (self.all_on and number not in self.off)

    def _holds(self, said: ArrayObject, steps: int) -> bool:
        """Tell whether an expression of layers is true."""
        if not steps:
            raise UnknownLayersError
        parts = (self._holds(_array(part), steps - 1) if _array(part) else self.shows(part) for part in said[1:])
        match said[0]:
            case "/Not":
                return not all(parts)
            case "/Or":
                return any(parts)
            case _:
                return all(parts)


def _dictionary(value: object) -> DictionaryObject:
    """Return the dictionary that a value is or stands for, an empty one where it is none."""
    found = value.get_object() if isinstance(value, PdfObject) else value
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _array(value: object) -> ArrayObject:
    found = value.get_object() if isinstance(value, PdfObject) else value
    return found if isinstance(found, ArrayObject) else ArrayObject()


def _numbers(value: object) -> Iterator[int]:
    """Yield the number of each layer that a value names, one or an array of them."""
    for each in _array(value) or [value]:
        if isinstance(each, IndirectObject):
            yield each.idnum

"""What a unit gets, as a person writes it: ``pris * viktat(aldersvikt)``; read with a grammar, never run as code."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from functools import cache

from lark import Lark, Token, Transformer, UnexpectedInput, UnexpectedToken
from lark.exceptions import LarkError

from lydelse.calculation.expressions import DEEPEST, LONGEST, PARTS_OF_ONE, TERMINALS, TOO_LONG, NotAnEquationError
from lydelse.figures.numbers import parse_number
from lydelse.model.impact_model import ARGUMENTS, OF_TABLES, Called, Combined, Formula, Function, Literally, Name, Sign, Term, Turned
from lydelse.patterns import compiled

_GRAMMAR = rf"""
    formula: compared
    ?compared: side | side SIGN side -> held
    ?side: term ((PLUS | MINUS) term)* -> summed
    ?term: factor | term _TIMES factor -> times | term _OVER factor -> over
    ?factor: atom | MINUS factor -> negative
    ?atom: NUMBER -> number | NUMBER PERCENT -> percent | NAME "(" compared (";" compared)* ")" -> called | NAME -> named
        | "(" compared ")"
    SIGN: "<=" | ">=" | "<" | ">" | "≤" | "≥" | "="
{TERMINALS}"""
_SIGNS: dict[str, Sign] = {"<": "<", ">": ">", "<=": "<=", ">=": ">=", "≤": "<=", "≥": ">=", "=": "="}
_FUNCTIONS = {function.value: function for function in Function}


class NoSuchFunctionError(ValueError):
    """A function that a model does not know, or with another number of arguments than it takes."""

    def __init__(self, name: str, takes: int = 0) -> None:
        """Remember its name, and how many arguments it takes where it is known."""
        super().__init__(name, takes)
        self.name = name
        self.takes = takes


def formula_of(text: str) -> Formula:
    """Return the formula that a text writes; what it names is not looked up.

    Raises:
        NotAnEquationError: the text is none.
        NoSuchFunctionError: it asks for a function that there is not.
    """
    if len(text) > LONGEST or text.count("(") > DEEPEST or sum(text.count(sign) for sign in "+-*/") > DEEPEST:
        raise NotAnEquationError(TOO_LONG, "")
    try:
        tree = _parser().parse(text)
    except UnexpectedInput as unexpected:
        ended = isinstance(unexpected, UnexpectedToken) and unexpected.token.type == "$END"
        at = len(text) if ended or unexpected.pos_in_stream is None else unexpected.pos_in_stream
        word = compiled(r"\w+|\S").search(text, at)
        raise NotAnEquationError(at, word[0] if word else "") from None
    except (LarkError, RecursionError):
        raise NotAnEquationError(len(text), "") from None
    reading = _Reading()
    term = reading.transform(tree)
    if reading.unknown is not None:
        raise reading.unknown
    return Formula(term, " ".join(text.split()))


@cache
def _parser() -> Lark:
    return Lark(_GRAMMAR, start="formula", parser="lalr")


class _Reading(Transformer[Token, Term]):
    """Makes our own types of the grammar's tree; ``unknown`` is the first function that there is not."""

    def __init__(self) -> None:
        super().__init__()
        self.unknown: NoSuchFunctionError | None = None

    def formula(self, terms: list[Term]) -> Term:
        return terms[0]

    def held(self, parts: list[Term | Token]) -> Term:
        left, sign, right = parts
        assert not isinstance(left, Token), "a comparison has terms on both sides"
        assert not isinstance(right, Token), "as above"
        return Combined(_SIGNS[str(sign)], left, right)

    def summed(self, signed: list[Term | Token]) -> Term:
        terms = [each for each in signed if not isinstance(each, Token)]
        signs = [each for each in signed if isinstance(each, Token)]
        made = terms[0]
        for sign, term in zip(signs, terms[1:], strict=True):
            made = Combined("+" if sign == "+" else "-", made, term)
        return made

    def times(self, both: list[Term]) -> Term:
        return Combined("*", both[0], both[1])

    def over(self, both: list[Term]) -> Term:
        return Combined("/", both[0], both[1])

    def negative(self, of: list[Term | Token]) -> Term:
        term = of[-1]
        assert not isinstance(term, Token), "a sign stands before what it turns"
        return Turned(term)

    def number(self, written: list[Token]) -> Term:
        return Literally(Fraction(parse_number(written[0])))

    def percent(self, written: list[Token]) -> Term:
        return Literally(Fraction(parse_number(written[0])) / PARTS_OF_ONE[str(written[1])])

    def named(self, written: list[Token]) -> Term:
        return Name(str(written[0]))

    def called(self, parts: list[Term | Token]) -> Term:
        name, arguments = str(parts[0]), tuple(each for each in parts[1:] if not isinstance(each, Token))
        function = _FUNCTIONS.get(_plain(name))
        if function is None or len(arguments) != ARGUMENTS[function] or (function in OF_TABLES and not isinstance(arguments[0], Name)):
            self.unknown = self.unknown or NoSuchFunctionError(name, ARGUMENTS[function] if function else 0)
            return Literally(Fraction(0))
        return Called(function, arguments)


def _plain(name: str) -> str:
    """Return a function's name as it is looked up: in lower case, with å, ä and ö as a and o."""
    decomposed = unicodedata.normalize("NFKD", name.lower())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))

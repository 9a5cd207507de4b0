"""Relations as a person writes them, ``glesbygd = 15 % * (listning + cni + glesbygd)``: read with a grammar, never run as code."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from lark import Lark, Token, Transformer, UnexpectedInput, UnexpectedToken
from lark.exceptions import LarkError

from lydelse.figures.numbers import GROUP_SPACES, parse_number
from lydelse.model.declared import Equation, Expression, Named, Negative, Number, Operation
from lydelse.patterns import compiled

LONGEST = 20_000
"""Characters of a relation; a longer one is no relation that a person reads."""
DEEPEST = 200
"""How deeply expressions may stand within one another; each term of a sum counts, since it stands beside all that come before it."""

TERMINALS = rf"""
    NUMBER: /[0-9]{{1,3}}(?:[{GROUP_SPACES}][0-9]{{3}})+(?![0-9])(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?/
    PERCENT.2: /%|‰|procent(?!\w)|promille(?!\w)/
    NAME: /[^\W\d]\w*/
    PLUS: "+"
    MINUS: "-" | "\u2212" | "\u2013"
    _TIMES: "*" | "×" | "·"
    _OVER: "/" | "÷"
    %ignore /[\s\u00a0\u202f\u2009\u2007]+/
"""
"""How numbers, names and signs are written, in every grammar of a model."""
_GRAMMAR = rf"""
    equation: side ("=" side)+
    ?side: term ((PLUS | MINUS) term)* -> summed
    ?term: factor | term _TIMES factor -> times | term _OVER factor -> over
    ?factor: atom | MINUS factor -> negative
    ?atom: NUMBER -> number | NUMBER PERCENT -> percent | NAME -> named | "(" side ")"
{TERMINALS}"""
TOO_LONG = -1
"""Where an equation stops making sense that is too long to make any."""
PARTS_OF_ONE = {"%": 100, "procent": 100, "‰": 1000, "promille": 1000}
"""How many of each sign make one."""


class NotAnEquationError(ValueError):
    """Text that is no equation: ``at`` is where it stops making sense, counted from 0, and ``word`` what stands there, "" at its end.

    ``at`` is TOO_LONG of an equation that nobody would read.
    """

    def __init__(self, at: int, word: str) -> None:
        """Remember where the text stops making sense."""
        super().__init__(at, word)
        self.at = at
        self.word = word


def equation_of(text: str) -> Equation:
    """Return the equation that a text writes.

    Raises:
        NotAnEquationError: the text is none.
    """
    if len(text) > LONGEST or _depth(text) > DEEPEST:
        raise NotAnEquationError(TOO_LONG, "")
    try:
        sides = _Reading().transform(_parser().parse(text))
    except UnexpectedInput as unexpected:
        at = _place_of(unexpected, text)
        raise NotAnEquationError(at, _word_at(text, at)) from None
    except (LarkError, RecursionError):
        raise NotAnEquationError(len(text), "") from None
    assert isinstance(sides, tuple), "the grammar's start is an equation"
    return Equation(sides, " ".join(text.split()))


@cache
def _parser() -> Lark:
    return Lark(_GRAMMAR, start="equation", parser="lalr")


def _depth(text: str) -> int:
    """Return how deeply the expressions of a text stand within one another, at most."""
    deepest = depth = 0
    for sign in text:
        if sign in "(+-*/×·÷\u2212\u2013":
            depth += 1
        elif sign == "=":
            depth = 0
        deepest = max(deepest, depth)
    return deepest


def _place_of(unexpected: UnexpectedInput, text: str) -> int:
    at: int | None = unexpected.pos_in_stream
    ended = isinstance(unexpected, UnexpectedToken) and unexpected.token.type == "$END"
    return len(text) if ended or at is None else at


def _word_at(text: str, at: int) -> str:
    match = compiled(r"\w+|\S").search(text, at)
    return match[0] if match else ""


class _Reading(Transformer[Token, object]):
    """Makes our own types of the grammar's tree."""

    def equation(self, sides: list[Expression]) -> tuple[Expression, ...]:
        return tuple(sides)

    def summed(self, signed: list[Expression | Token]) -> Expression:
        terms = [each for each in signed if not isinstance(each, Token)]
        signs = [each for each in signed if isinstance(each, Token)]
        made = terms[0]
        for sign, term in zip(signs, terms[1:], strict=True):
            made = Operation("+" if sign == "+" else "-", made, term)
        return made

    def times(self, both: list[Expression]) -> Expression:
        return Operation("*", both[0], both[1])

    def over(self, both: list[Expression]) -> Expression:
        return Operation("/", both[0], both[1])

    def negative(self, of: list[Expression | Token]) -> Expression:
        term = of[-1]
        assert not isinstance(term, Token), "a sign stands before what it turns"
        return Negative(term)

    def number(self, written: list[Token]) -> Expression:
        return Number(Fraction(parse_number(written[0])), str(written[0]))

    def percent(self, written: list[Token]) -> Expression:
        return Number(Fraction(parse_number(written[0])) / PARTS_OF_ONE[str(written[1])], f"{written[0]} {written[1]}")

    def named(self, written: list[Token]) -> Expression:
        return Named(str(written[0]))

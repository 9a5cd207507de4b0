"""Two wordings of one decision: what is said alike, what differs in form alone, and what differs in substance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import IntEnum

from lydelse.differ.folding import folded
from lydelse.figures.amounts import amounts_in
from lydelse.figures.dates import dates_in
from lydelse.figures.small_words import small_words_in
from lydelse.figures.statements.names import stem_of
from lydelse.figures.tokens import TokenKind, tokens_of
from lydelse.figures.words import number_of_word
from lydelse.patterns import compiled
from lydelse.records import dataclass

_WORDS = r"(?:(?!(?:att|till|av|i|på|med|från|hos|om)\b)[\w-]+,?\s+)"
_BODY = (
    rf"{_WORDS}{{0,4}}[\w-]*(?:styrelsen|nämnden|fullmäktige|utskottet|utskott|beredningen|direktionen|presidiet|presidium|direktören|chefen"
    r"|förvaltningen|kontoret|ordföranden|kommittén|rådet)(?:\s+för\s+egen\s+del)?"
)
_ACTS = r"(?:föreslår|förslår|föreslog|föreslå|hemställer(?:\s+hos)?|tillstyrker|rekommenderar|beslutar|beslutade|besluta)"
_OPENING = compiled(
    rf"^(?:att\s+)?(?:{_BODY}\s+)?{_ACTS}(?:\s+{_BODY}(?=\s|\s*:))?(?:\s+(?:besluta|följande|för\s+(?:egen|sin)\s+del))*(?:\s*:\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
"""How a proposal or a decision opens; who proposes, who decides and to whom is form, what follows is substance."""
_DIRECTLY = compiled(
    rf"^{_BODY}\s+(?=(?:fastställer|godkänner|antar|beviljar|avslår|noterar|uppdrar|ger|anslår|avsätter|delegerar|upphäver|bifaller|lägger"
    r"|överlämnar|anvisar|utser|väljer|avger|yttrar|återremitterar|inrättar|avskaffar|höjer|sänker|tillför|omfördelar|finansierar)\b)",
    re.IGNORECASE,
)
"""A body that decides without saying so: "Fullmäktige fastställer planen"."""
_NUMBERED = compiled(r"^\(?\d{1,2}[.)]\s+")
_GOES_ON = compiled(r"[\s,;]+(?:samt|och|dels)(?:\s+att)?\W*$")
"""What joins a point to the next one."""
_MANDATES = (
    (compiled(r"\b(?:ge|ges|ger|gav|få|får|fick|lämna|lämnas)\s+((?:[\w-]+\s+){0,6}?)i\s+uppdrag\b", re.IGNORECASE), r"\1uppdrag:"),
    (compiled(r"\buppdra(?:s|r)?\s+(?:åt|till)\s+((?:[\w-]+\s+){0,6}?)att\b", re.IGNORECASE), r"\1uppdrag: att"),
    (compiled(r"\buppdras\s+att\b", re.IGNORECASE), "uppdrag: att"),
)
"""The ways to give an assignment, made one."""
_ALIKE = {
    "skall": "ska",
    "samt": "och",
    "tillika": "och",
    "ej": "inte",
    "icke": "inte",
    "fastställes": "fastställs",
    "godkännes": "godkänns",
}
_EMPTY = frozenset(["den", "det", "de", "en", "ett", "att", "som", "och", "även", "härmed", "därmed", "följande"])
"""Words whose coming and going changes the grammar and nothing else."""
_ARTICLES = frozenset(["en", "n", "et", "t", "na", "s", "ens", "ets"])
_SHORTEST_INFLECTED = 4
_KEPT_SIGNS = frozenset("%§/+=<>")
_MOST_TYPED_WRONG = 1
_SHORTEST_MISTYPED = 8


class Closeness(IntEnum):
    """How two wordings agree; less is better."""

    SAME = 0
    FORMAL = 1
    DOUBTFUL = 2
    OTHER = 3


@dataclass(frozen=True, slots=True)
class Unlike:
    """Words of the one wording with those that stand in their place in the other; either may be ""."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Held:
    """Two wordings held against each other: how they agree, and the words that differ (of several kinds, the weightiest alone)."""

    closeness: Closeness
    unlike: tuple[Unlike, ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    text: str
    telling: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a decision, without how it opens: figures, dates and number words by what they say."""

    words: tuple[_Word, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """What each word says."""
        return tuple(word.key for word in self.words)

    def likeness(self, other: Wording) -> float:
        """Return how many of the words the two have in common, from 0 to 1, each figure counted as any other."""
        if not self.words or not other.words:
            return 0.0
        return SequenceMatcher(None, _masked(self), _masked(other), autojunk=False).ratio()


def wording_of(text: str) -> Wording:
    """Return the wording of a point."""
    plain = folded(text)
    for _ in range(3):
        plain = _NUMBERED.sub("", _OPENING.sub("", plain, count=1), count=1)
    plain = _DIRECTLY.sub("", plain, count=1)
    plain = re.sub(r"^(?:dels\s+)?att\s+", "", plain, flags=re.IGNORECASE)
    plain = _GOES_ON.sub("", plain)
    for pattern, made in _MANDATES:
        plain = pattern.sub(made, plain)
    return Wording(tuple(_words(plain)))


def joined(wordings: Sequence[Wording]) -> Wording:
    """Return several wordings as one, in order."""
    return Wording(tuple(word for wording in wordings for word in wording.words))


def held_against(one: Wording, other: Wording) -> Held:
    """Return how two wordings agree."""
    if one.keys == other.keys or _voiced(one.keys) == _voiced(other.keys):
        return Held(Closeness.SAME)
    if _turned(one.keys, other.keys) or _turned(other.keys, one.keys):
        return Held(Closeness.SAME)
    if Counter(one.keys) == Counter(other.keys):
        return Held(Closeness.DOUBTFUL, _differences(one, other))
    unlike = [(_closeness(mine, theirs), Unlike(_said(mine), _said(theirs))) for mine, theirs in _stretches(one, other)]
    worst = max((closeness for closeness, _ in unlike), default=Closeness.SAME)
    return Held(worst, tuple(each for closeness, each in unlike if closeness is worst))


def _words(text: str) -> list[_Word]:
    """Return the words of a text; amounts and whole dates are one word each, signs that say nothing none."""
    figures = [
        (each.start, each.end, f"#{each.exactly} {each.kind} {each.per or ''}")
        for each in amounts_in(text)
        if each.unit in {"kr", "tkr", "mkr", "mdkr", "%"}
    ]
    figures += [(each.start, each.end, f"@{each.iso}") for each in dates_in(text) if each.iso]
    weighty = {at for each in small_words_in(text) for at in range(each.start, each.end)}
    words: list[_Word] = []
    for token in tokens_of(text):
        within = next((figure for figure in figures if figure[0] <= token.start < figure[1]), None)
        if within:
            if token.start == within[0] or (words and words[-1].key != within[2]):
                words.append(_Word(within[2], text[within[0] : within[1]], telling=True))
        elif token.kind is TokenKind.WORD or token.kind not in {TokenKind.SPACE, TokenKind.SIGN}:
            words.append(_word(token.text, token.key, telling=token.start in weighty))
        elif token.kind is TokenKind.SIGN and (token.text in _KEPT_SIGNS or _is_range(text, token.start)):
            words.append(_Word(token.key, token.text, telling=True))
    return [word for at, word in enumerate(words) if not (word.key == "den" and at + 1 < len(words) and words[at + 1].key.startswith("@"))]


def _word(text: str, key: str, *, telling: bool) -> _Word:
    plain = key.lower()
    number = number_of_word(plain) if plain not in {"en", "ett"} else None
    if number is not None:
        return _Word(str(number), text, telling=True)
    return _Word(_ALIKE.get(plain, plain), text, telling=telling or any(sign.isdigit() for sign in plain))


def _is_range(text: str, at: int) -> bool:
    return text[at] in "-–" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _masked(wording: Wording) -> list[str]:
    return ["#" if any(sign.isdigit() for sign in word.key) else stem_of(word.key) for word in wording.words]


def _voiced(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys without empty words, so that "att fastställa" and "fastställa" are the same."""
    return tuple(key for key in keys if key not in {"att", "härmed", "därmed"})


def _turned(active: tuple[str, ...], passive: tuple[str, ...]) -> bool:
    """Tell whether one says in the active voice what the other says in the passive: "fastställa planen", "planen fastställs"."""
    if not active or len(active) != len(passive):
        return False
    forms = {f"{active[0]}s", f"{active[0][:-1]}s", f"{active[0][:-1]}es"}
    return any(word in forms and (*passive[:at], *passive[at + 1 :]) == active[1:] for at, word in enumerate(passive))


def _stretches(one: Wording, other: Wording) -> list[tuple[tuple[_Word, ...], tuple[_Word, ...]]]:
    matcher = SequenceMatcher(None, one.keys, other.keys, autojunk=False)
    return [(one.words[a:b], other.words[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _differences(one: Wording, other: Wording) -> tuple[Unlike, ...]:
    return tuple(Unlike(_said(mine), _said(theirs)) for mine, theirs in _stretches(one, other))


def _said(words: Sequence[_Word]) -> str:
    return " ".join(word.text for word in words)


def _closeness(mine: Sequence[_Word], theirs: Sequence[_Word]) -> Closeness:
    if any(word.telling for word in (*mine, *theirs)):
        return Closeness.OTHER
    ours, others = ([word for word in words if word.key not in _EMPTY] for words in (mine, theirs))
    if len(ours) == len(others) and all(_is_inflected(a.key, b.key) for a, b in zip(ours, others, strict=True)):
        return Closeness.FORMAL
    if "".join(word.key for word in ours) == "".join(word.key for word in others):
        return Closeness.FORMAL
    mistyped = len(ours) == len(others) and all(_is_mistyped(a.key, b.key) for a, b in zip(ours, others, strict=True))
    return Closeness.DOUBTFUL if mistyped else Closeness.OTHER


def _is_inflected(one: str, other: str) -> bool:
    """Tell whether two words are one in two forms: "planen" is "plan" with its article."""
    if stem_of(one) == stem_of(other):
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST_INFLECTED and longer.startswith(shorter) and longer[len(shorter) :] in _ARTICLES


def _is_mistyped(one: str, other: str) -> bool:
    """Tell whether two long words differ by one letter, or by two that changed places."""
    if one == other or stem_of(one) == stem_of(other):
        return True
    if min(len(one), len(other)) < _SHORTEST_MISTYPED or abs(len(one) - len(other)) > _MOST_TYPED_WRONG:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    tails = one[start:], other[start:]
    swapped = tails[0][:2] == tails[1][1::-1] and tails[0][2:] == tails[1][2:]
    return swapped or tails[0][1:] == tails[1][1:] or tails[0][1:] == tails[1] or tails[0] == tails[1][1:]

"""What a text shows of lost marks and damaged letters without letting them be mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lydelse.figures.sentences import sentences_of
from lydelse.patterns import compiled

_STOP_THEN_SMALL = compiled(r"(?P<word>[A-Za-zÅÄÖåäö]{6,})\.\s+(?:,|(?P<next>[a-zåäö]{2,}))")
_GOES_ON = frozenset({"se", "jfr", "dvs"})  # a reference after a full stop is a habit of writing, not a trace of striking
_FUNCTION_WORDS = frozenset(
    {
        *("mellan", "enligt", "under", "eller", "inom", "till", "från", "vilka", "vilken", "vilket", "deras", "dessa", "denna"),
        *("detta", "efter", "innan", "utifrån", "genom", "samtliga", "respektive", "övriga", "andra", "skall", "varje", "kunna"),
    }
)
_PHRASE_WORDS = 3
_PHRASE_FROM = 16  # characters: shorter repeated phrases are grammar ("av den som", "i samband med")
_SENTENCE_FROM = 25  # words: a repeated phrase in a shorter sentence is a list's


def collisions_in(text: str) -> Iterator[str]:
    """Yield the stretches where a struck wording seems to run into its replacement.

    Two signs are safe enough to show: a full stop followed by a comma or a small letter, and a phrase that one long sentence says
    twice. Reworded text without either is not seen; see ``docs/formats/text.md``.
    """
    for match in _STOP_THEN_SMALL.finditer(text):
        if match["next"] not in _GOES_ON:
            yield stretch(text, match.start() - 40, match.end() + 40)
    for start, end in sentences_of(text):
        phrase = _repeated_phrase(text[start:end])
        if phrase:
            first = text.index(phrase, start)
            again = text.index(phrase, first + len(phrase))
            yield stretch(text, max(start, first - 20), min(end, again + len(phrase) + 40))


def stretch(text: str, start: int, end: int) -> str:
    """Return the stretch of a text, widened to whole words."""
    before = text.rfind(" ", 0, start) + 1 if start > 0 else 0
    after = text.find(" ", end) if end < len(text) else -1
    return text[before : after if after > 0 else len(text)].strip()


def _repeated_phrase(sentence: str) -> str | None:
    words = sentence.split()
    if len(words) < _SENTENCE_FROM:
        return None
    phrases = [" ".join(words[at : at + _PHRASE_WORDS]) for at in range(len(words) - _PHRASE_WORDS + 1)]
    counted = Counter(phrases)
    return next((phrase for phrase in phrases if counted[phrase] > 1 and _says_something(phrase)), None)


def _says_something(phrase: str) -> bool:
    """Tell whether a phrase holds two words of meaning, so that saying it twice in a sentence is odd."""
    meant = [word for word in phrase.split() if len(word) > 4 and word.lower() not in _FUNCTION_WORDS]
    return len(meant) > 1 and "," not in phrase and len(phrase) >= _PHRASE_FROM

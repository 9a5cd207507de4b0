"""The parts of an impact report that say what the amounts hang on: thresholds, open questions, formulas."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lydelse.model.impact import Impact, Limit, Reading
from lydelse.model.text import Version
from lydelse.reports.counted_words import counted_in_words, left_out_in_words
from lydelse.reports.impact.blocks import Block, Lists, Part, Pictured, Says, Tabled
from lydelse.reports.impact.drawings import steps_drawn
from lydelse.reports.impact.words import Words
from lydelse.reports.wording import name_of


def thresholds(impact: Impact, reading: Reading, words: Words) -> Iterator[Block]:
    """Yield what units pass between the versions, and the boundaries that they are near."""
    if reading.passed:
        sentences = tuple(
            words.say(
                f"impact.passed.{each.limit.value}{'' if each.limit is Limit.ROW else '.on' if each.after else '.off'}",
                unit=each.unit,
                of=each.of,
                before=each.before,
                after=each.after,
            )
            for each in reading.passed
        )
        yield Lists(sentences)
    else:
        yield Says(words.say("impact.passed.none"))
    if not reading.cliffs:
        yield Says(words.say("impact.cliffs.none"))
        return
    yield Says(words.say("impact.cliffs.told"))
    heads = tuple(words.say(f"impact.head.{key}") for key in ("unit", "section", "value", "boundary", "jump"))
    rows = tuple(
        (
            each.unit,
            each.table,
            words.number(each.value),
            f"{words.number(Fraction(each.lower))} → {words.number(Fraction(each.upper))}",
            words.kronor(each.jump, signed=True),
        )
        for each in reading.cliffs
    )
    yield Tabled(words.say("impact.cliffs.caption"), heads, rows, frozenset({2, 4}), (0.34, 0.12, 0.16, 0.2, 0.18))
    drawn = steps_drawn(impact, reading, words)
    if drawn:
        yield Pictured(*drawn)


def sensitivity(impact: Impact, words: Words) -> Iterator[Part]:
    """Yield what other answers would give."""
    if not impact.sensitivities:
        return
    heads = tuple(words.say(f"impact.head.{key}") for key in ("question", "used", "other", "total-difference", "gains", "loses"))
    rows = tuple(
        (
            each.choice.question,
            each.used,
            each.other,
            words.thousands(each.total, signed=True),
            f"{each.gains[0]} {words.thousands(each.gains[1], signed=True)}" if each.gains[1] > 0 else "\N{EN DASH}",
            f"{each.loses[0]} {words.thousands(each.loses[1], signed=True)}" if each.loses[1] < 0 else "\N{EN DASH}",
        )
        for each in impact.sensitivities
    )
    table = Tabled(words.say("impact.sensitivity.caption"), heads, rows, frozenset({3}), (0.26, 0.12, 0.14, 0.12, 0.18, 0.18))
    yield Part("kanslighet", words.say("impact.sensitivity"), (Says(words.say("impact.sensitivity.told")), table))


def uncounted(impact: Impact, words: Words) -> Iterator[Part]:
    """Yield what the document says of money that no part is made of."""
    counted = impact.counted
    if not counted.left_out:
        return
    heads = (words.say("impact.head.section"), words.say("impact.head.left-out"))
    rows = tuple((each.place.section, left_out_in_words(each, words.language)) for each in counted.left_out)
    table = Tabled(words.say("impact.uncounted.caption"), heads, rows, widths=(0.2, 0.8))
    yield Part("utanfor", words.say("impact.uncounted"), (Says(counted_in_words(counted, words.language)), table))


def how(impact: Impact, words: Words) -> Part:
    """Return how the amounts were worked out: every formula, and every figure of the document that they use."""
    heads = (words.say("impact.head.component"), words.say("impact.head.formula"), words.say("impact.head.total-of"))
    formulas = tuple((each.title, each.formula.text, each.total or words.say("impact.no-total")) for each in impact.model.components)
    figures = tuple(
        (
            name,
            f"{entry.place.section} {entry.label}".strip(),
            *(" ".join(amount.literal.split()) if (amount := entry.amount(version)) else "\N{EN DASH}" for version in Version),
        )
        for name, entry in impact.entries.items()
    )
    stated = (words.say("impact.head.name"), words.say("impact.head.stands"), *(name_of(version, words.language) for version in Version))
    answered = tuple(
        words.say("impact.answered", question=choice.question, answer=choice.answer) for choice in impact.model.choices if choice.answer
    )
    blocks: list[Block] = [
        Says(words.say("impact.how.told")),
        Tabled(words.say("impact.formulas"), heads, formulas, widths=(0.24, 0.56, 0.2)),
    ]
    blocks.append(Tabled(words.say("impact.figures"), stated, figures, frozenset({2, 3}), (0.24, 0.4, 0.18, 0.18)))
    if answered:
        blocks.append(Lists(answered))
    return Part("underlag", words.say("impact.how"), tuple(blocks))

"""Faults between the years: a figure that did not follow."""

from __future__ import annotations

from decimal import Decimal

from benchmarks.figures_made.made import Made, rounded

from lydelse.records import replace


def left_behind(made: Made) -> bool:
    """Leave last year's amount under the new year, where nothing is made of it."""
    return _one_uprated(made, Decimal(1))


def uprated_otherwise(made: Made) -> bool:
    """Uprate one of several amounts by something else than the others."""
    return _one_uprated(made, Decimal(made.chance.choice([94, 96, 109, 112, 115])) / 100)


def ten_times(made: Made) -> bool:
    """Write one zero too many."""
    return _one_uprated(made, Decimal(10))


def other_heads(made: Made) -> bool:
    """Let a section with people of its own have another average than its total gives."""
    relations = made.relations.get("own heads", [])
    if not relations:
        return False
    name = relations[0].whole
    figure = made.figures[name]
    made.figures[name] = replace(figure, after=rounded(figure.after * Decimal(made.chance.choice(["0.975", "1.02", "1.03"]))))
    return True


def _one_uprated(made: Made, factor: Decimal) -> bool:
    """Change one figure of those that are uprated alike, of a list of four or more that nothing is made of."""
    free = [each for each in made.relations.get("uprated", []) if len(each.parts) >= 4 and not _is_used(made, each.whole)]
    if not free:
        return False
    names = [free[0].whole, *free[0].parts]
    name = made.chance.choice(names)
    figure = made.figures[name]
    base = figure.after if factor == Decimal(10) else figure.before
    made.figures[name] = replace(figure, after=rounded(base * factor))
    return True


def _is_used(made: Made, name: str) -> bool:
    return any(name in (relation.whole, *relation.parts) for kind in ("product", "sum") for relation in made.relations.get(kind, []))

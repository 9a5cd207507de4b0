"""Faults of writing, numbering and reference, and figures of one document that speak against each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from benchmarks.figures_made.made import Made

from lydelse.records import replace


def shares_off(made: Made) -> bool:
    """Let the shares of a whole make less or more than 100."""
    return _moved(made, "whole", ["-5", "-3", "2", "5"])


def wrong_change(made: Made) -> bool:
    """State a change that is not the difference, by more than rounding explains."""
    return _moved(made, "change", ["3", "5", "-4", "10"])


def said_otherwise(made: Made) -> bool:
    """State the frame differently in two chapters."""
    if "ramen" not in made.figures:
        return False
    figure = made.figures["ramen"]
    after = figure.before if made.chance.random() < 0.5 else figure.after + made.chance.choice([-90, -9, 9, 270])
    made.figures["ramen"] = replace(figure, after=after)
    return True


def off_the_curve(made: Made) -> bool:
    """Move one weight against its neighbours."""
    if "curve" not in made.relations:
        return False
    name = made.chance.choice(made.relations["curve"][0].parts[1:-1])
    figure = made.figures[name]
    made.figures[name] = replace(figure, after=figure.after + made.chance.choice([Decimal("-0.21"), Decimal("0.25"), Decimal("-0.3")]))
    return True


def year_kept(made: Made) -> bool:
    """Leave the year where a figure that changes stands."""
    lines = [at for at, line in enumerate(made.lines) if "<år>" in line and _changes(made, line) and not line.startswith("|=")]
    if made.chance and sum("<år>" in line for line in made.lines) < 4:
        return False
    if not lines:
        return False
    at = made.chance.choice(lines)
    made.lines[at] = made.lines[at].replace("<år>", "2025")
    return True


def other_unit(made: Made) -> bool:
    """Write kr for tkr in one item of a list with a sum."""
    parts = {name for relation in made.relations.get("sum", []) for name in relation.parts}
    lines = [at for at, line in enumerate(made.lines) if re.fullmatch(r"\* .*<(\w+)> tkr", line) and set(_names(line)) <= parts]
    if not lines:
        return False
    at = made.chance.choice(lines)
    made.lines[at] = made.lines[at].replace("> tkr", "> kr")
    return True


def letter_in_number(made: Made) -> bool:
    """Write a letter for a digit, or part the digits wrongly."""
    return _said(made, "Kostnaden är 1o miljoner kronor.", "Avgiften är 5OO kr.", "Beloppet är 1 2345 kr.", "Ramen är l2 400 tkr.")


def no_such_date(made: Made) -> bool:
    """Name a date that the calendar does not have, or another weekday."""
    dates = ("den 31 september 2026", "2026-02-30", "fredagen den 12 mars 2026", "tis 2026-03-11", "31/6 2026")
    return _said(made, *(f"Redovisning lämnas senast {date}." for date in dates))


def glued(made: Made) -> bool:
    """Write a figure without its space, or a range with a hyphen."""
    return _said(made, "Avgiften är 500kr.", "Andelen är 15%.", "Kontoret är öppet 8 - 16.", "Beslutet är fattat enligt §118.")


def personal(made: Made) -> bool:
    """Leave a personal identity number or a private address."""
    return _said(made, "Ärendet gäller 19811218-9876.", "Personnummer: 811218-9876.", "Frågor till anna.svensson@gmail.com.")


def inside_link(made: Made) -> bool:
    """Leave a link that outside readers cannot open."""
    links = ("https://intranat.kommunen.se/sida", "http://insidan/blankett", "https://www.kommunen.se/?utm_source=brev")
    return _said(made, *(f"Se {link}." for link in links))


def number_skipped(made: Made) -> bool:
    """Let a subsection's number skip or repeat."""
    lines = [at for at, line in enumerate(made.lines) if re.match(r"# 3\.[2-4] ", line)]
    if len(lines) < 3:
        return False
    chosen = made.chance.choice([1, 2])
    for at in lines[chosen:]:
        made.lines[at] = re.sub(r"(?<=# 3\.)\d", lambda match: str(int(match[0]) + 1), made.lines[at])
    return True


def part_unlisted(made: Made) -> bool:
    """Add a subsection that the list does not name, or take one away that it names."""
    heads = [at for at, line in enumerate(made.lines) if line.startswith("# 3.")]
    if not heads:
        return False
    if made.chance.random() < 0.5:
        made.lines[heads[-1] + 2 : heads[-1] + 2] = ["# 3.5 Medicinsk service", "Text."]
    else:
        del made.lines[heads[-1] : heads[-1] + 2]
    return True


def bound_beside(made: Made) -> bool:
    """Let the text begin just beside where the table does."""
    lines = [at for at, line in enumerate(made.lines) if "minst" in line and " km" in line]
    if not lines:
        return False
    made.lines[lines[0]] = re.sub(r".*minst (\d+) km.*", r"Ersättning lämnas för resor om mer än \1 km.", made.lines[lines[0]])
    return True


def leads_nowhere(made: Made) -> bool:
    """Refer to a section that is not there."""
    return "# 6 Övrigt" in made.lines and _said(made, "Se avsnitt 9.", "Detta regleras i avsnitt 3.8.", "Villkoren framgår av kapitel 12.")


def _moved(made: Made, kind: str, steps: Sequence[str]) -> bool:
    relations = made.relations.get(kind, [])
    if not relations:
        return False
    name = relations[0].whole
    figure = made.figures[name]
    moved = figure.after + Decimal(made.chance.choice(steps))
    if moved <= 0:
        return False
    made.figures[name] = replace(figure, before=moved, after=moved)
    return True


def _said(made: Made, *sentences: str) -> bool:
    made.lines.append(made.chance.choice(sentences))
    return True


def _names(line: str) -> list[str]:
    return [name for name in re.findall(r"<(\w+)>", line) if name != "år"]


def _changes(made: Made, line: str) -> bool:
    return any(made.figures[name].before != made.figures[name].after for name in _names(line))

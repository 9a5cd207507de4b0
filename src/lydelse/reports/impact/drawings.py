"""The pictures of an impact report: SVG within the page, told apart by form and words as well as by colour.

Each picture says in words what it shows, and shows nothing that the tables do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from markupsafe import Markup, escape

from lydelse.model.impact import Impact, Reading
from lydelse.reports.impact.words import Words

WIDTH, ROW, LABEL, VALUE = 720, 20, 250, 110
PLOT = WIDTH - LABEL - VALUE
MOST_BARS = 60
"""Units that are drawn, those that move most; the table has all of them."""
_LABEL_AT_MOST = 36
_STYLE = (
    "<style>.impact{font:13px sans-serif;fill:#1a1a1a}.impact .n{text-anchor:end}.impact .m{text-anchor:middle}"
    ".impact .up{fill:#1f5f3f}.impact .down{fill:#fff;stroke:#8c1d18;stroke-width:2}.impact .zero{stroke:#1a1a1a}"
    ".impact .before{fill:#fff;stroke:#5b6570;stroke-width:1.5}.impact .after{fill:#17456e}.impact .grid{stroke:#c4c4c4}"
    ".impact .dot{fill:#17456e;fill-opacity:.7;stroke:#fff}</style>"
)
Drawn = tuple[Markup, str]


def bars_of_units(reading: Reading, words: Words) -> Drawn:
    """Return a bar for each unit's change in per cent: filled to the right for more, an outline to the left for less."""
    moved = [(unit.percent, unit.unit.name) for unit in reading.units if unit.percent is not None]
    shown = sorted(sorted(moved, key=lambda each: (-abs(each[0]), each[1]))[:MOST_BARS], key=lambda each: (-each[0], each[1]))
    values = [value for value, _ in shown]
    least, most = min([Fraction(0), *values]), max([Fraction(0), *values])
    scale = Fraction(PLOT) / ((most - least) or 1)
    zero = LABEL - least * scale
    parts: list[Markup] = []
    for at, (value, name) in enumerate(shown):
        top = at * ROW + 4
        left, right = sorted((zero, zero + value * scale))
        kind = "up" if value >= 0 else "down"
        bar = f'<rect class="{kind}" x="{_at(left)}" y="{top}" width="{_at(max(right - left, Fraction(1)))}" height="{ROW - 6}"/>'
        label = f'<text x="0" y="{top + 12}">{_cut(name)}</text>'
        percent = f'<text class="n" x="{WIDTH}" y="{top + 12}">{words.percent(value)} %</text>'
        parts.append(Markup(bar + label + percent))  # noqa: S704 - the name is escaped, the rest is ours
    height = len(shown) * ROW + 8
    parts.append(Markup(f'<line class="zero" x1="{_at(zero)}" x2="{_at(zero)}" y1="0" y2="{height - 4}"/>'))  # noqa: S704 - numbers of ours
    told = words.say("impact.picture.units", n=len(shown), most=words.percent(most), least=words.percent(min(values, default=Fraction(0))))
    return _svg(told, height, parts), told


def pairs_of_components(reading: Reading, words: Words) -> Drawn:
    """Return two bars for each component: an outline for before, a filled one for after."""
    rows = [each for each in reading.by_component if each[1].made or each[2].made]
    most = max([Fraction(1), *(span.made for row in rows for span in row[1:])])
    parts: list[Markup] = []
    for at, (component, before, after) in enumerate(rows):
        top = at * (ROW + 14) + 6
        for place, (kind, value) in enumerate((("before", before.made), ("after", after.made))):
            width = max(Fraction(1), max(value, Fraction(0)) / most * PLOT)
            parts.append(Markup(f'<rect class="{kind}" x="{LABEL}" y="{top + place * 13}" width="{_at(width)}" height="11"/>'))  # noqa: S704 - numbers of ours
        shown = words.thousands(after.made - before.made, signed=True)
        texts = f'<text x="0" y="{top + 17}">{_cut(component.title)}</text><text class="n" x="{WIDTH}" y="{top + 17}">{shown}</text>'
        parts.append(Markup(texts))  # noqa: S704 - the title is escaped
    told = words.say("impact.picture.components")
    return _svg(told, len(rows) * (ROW + 14) + 10, parts), told


def steps_drawn(impact: Impact, reading: Reading, words: Words) -> Drawn | None:
    """Return what each unit gets per listed resident by its size: where tables have steps, so has the picture. None for a few units."""
    points = [(unit.unit.listed, unit.total_after.made / unit.unit.listed) for unit in reading.units if unit.unit.listed]
    if len(points) < 3:
        return None
    widest, highest = max(size for size, _ in points), max(amount for _, amount in points) or Fraction(1)
    left, bottom, top = 76, 220, 16
    parts: list[Markup] = []
    for at in range(5):
        y = bottom - (bottom - top) * at // 4
        amount, size = highest * at / 4, widest * at / 4
        below = left + (WIDTH - left - 30) * at // 4
        marks = (
            f'<line class="grid" x1="{left}" x2="{WIDTH}" y1="{y}" y2="{y}"/>'
            f'<text class="n" x="{left - 6}" y="{y + 4}">{words.kronor(amount)}</text>'
            f'<text class="m" x="{below}" y="{bottom + 18}">{words.kronor(size)}</text>'
        )
        parts.append(Markup(marks))  # noqa: S704 - numbers of ours
    for size, amount in points:
        across, up = left + size / widest * (WIDTH - left - 30), bottom - amount / highest * (bottom - top)
        parts.append(Markup(f'<circle class="dot" cx="{_at(across)}" cy="{_at(up)}" r="5"/>'))  # noqa: S704 - numbers of ours
    told = words.say("impact.picture.steps", n=len(impact.units.units))
    return _svg(told, bottom + 26, parts), told


def _svg(told: str, height: int, parts: Sequence[Markup]) -> Markup:
    opened = Markup('<svg class="impact" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(WIDTH, height, told)
    return opened + Markup(_STYLE) + Markup("").join(parts) + Markup("</svg>")  # noqa: S704 - our own style


def _at(value: Fraction) -> str:
    """Return a coordinate with one decimal."""
    return f"{float(value):.1f}"


def _cut(label: str) -> Markup:
    return escape(label if len(label) <= _LABEL_AT_MOST else f"{label[: _LABEL_AT_MOST - 1].rstrip()}…")

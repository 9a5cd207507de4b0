"""The pictures of the report, drawn: SVG within the page, told apart by form and by words as well as by colour.

Each picture holds its own style: what prints the page as a PDF reads no other within a picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from math import ceil
from pathlib import Path

from markupsafe import Markup, escape

from lydelse.model.message import Fact, Message
from lydelse.reports.html.charts import Curve, Rate, RateGroup, Step, Waterfall, spread, usual_rate
from lydelse.reports.wording import figure, say

_WIDTH, _ROW, _LABEL, _VALUE = 720, 26, 290, 96
_PLOT = _WIDTH - _LABEL - _VALUE
_LABEL_AT_MOST = 40
_HIGH, _LOW = 24, 176
_STEPS = (1, 2, 5)
"""What a line of the grid may stand for, times a power of ten: four or five of them reach over what is shown."""
_LINES = 5
_MOST_APART = 12
"""Amounts that are named below the rates: in the picture and the table all of them stand."""
_MOST_ROWS = 24
"""Sections of which the rates are drawn: the table has all of them."""


class Drawings:
    """Draws in one language."""

    def __init__(self, language: str, headings: Mapping[str, str]) -> None:
        """Draw with the headings of the sections, by their ids."""
        self._language = language
        self._headings = headings

    def heading(self, section_id: str) -> str:
        """Return the heading of a section."""
        return self._headings.get(section_id) or section_id

    def waterfall(self, waterfall: Waterfall) -> Markup:
        """Return a bar for each part of a total, from where the one before it ended."""
        ends = [waterfall.before]
        for step in waterfall.steps:
            ends.append(ends[-1] + step.change)
        least, most = min(*ends, waterfall.after), max(*ends, waterfall.after)
        margin = (most - least) / 6 or Decimal(1)
        scale = Decimal(_PLOT) / (most - least + margin)
        floor = least - margin
        rows = [self._bar(0, self._say("chart.before"), waterfall.before, (floor, waterfall.before), floor, scale, "total")]
        for at, step in enumerate(waterfall.steps, 1):
            kind = "up" if step.change >= 0 else "down"
            rows.append(self._bar(at, self._part(step), step.change, (ends[at - 1], ends[at]), floor, scale, kind))
        last = len(rows)
        if waterfall.rest:
            rows.append(self._bar(last, self._say("chart.rest"), waterfall.rest, (ends[-1], waterfall.after), floor, scale, "rest"))
        rows.append(self._bar(len(rows), self._say("chart.after"), waterfall.after, (floor, waterfall.after), floor, scale, "total"))
        steps = tuple(f"{self._part(step)} {figure(step.change, self._language, signed=True)}" for step in waterfall.steps)
        told = self._say(
            "chart.waterfall", label=waterfall.label, before=waterfall.before, after=waterfall.after, unit=waterfall.unit, steps=steps
        )
        return _svg(told, len(rows) * _ROW + 6, rows)

    def _part(self, step: Step) -> str:
        """Return what a part is called: by its section where that is another than the total's."""
        return self.heading(step.section_id) if step.section_id else step.label

    def _bar(self, at: int, label: str, value: Decimal, ends: tuple[Decimal, Decimal], floor: Decimal, scale: Decimal, kind: str) -> Markup:
        left, right = sorted(_LABEL + (end - floor) * scale for end in ends)
        top = at * _ROW + 4
        shown = figure(value, self._language, signed=kind != "total")
        bar = f'<rect class="{kind}" x="{left:.1f}" y="{top}" width="{max(right - left, Decimal(1)):.1f}" height="{_ROW - 8}"/>'
        texts = f'<text x="0" y="{top + 13}">{escape(_cut(label))}</text><text class="n" x="{_WIDTH}" y="{top + 13}">{shown}</text>'
        return Markup(bar + texts)  # noqa: S704 - the label is escaped, the rest is ours

    def curve(self, curve: Curve) -> Markup:
        """Return the weights before (a broken line with rings) and after (a whole one with dots)."""
        values = (*curve.before, *curve.after)
        step_up, lines = _round_steps(max(values) or Decimal(1))
        most = step_up * lines
        step = Decimal(_WIDTH - 70) / max(1, len(curve.labels) - 1)

        def points(line: Sequence[Decimal]) -> list[tuple[Decimal, Decimal]]:
            return [(46 + step * at, _LOW - (_LOW - _HIGH) * value / most) for at, value in enumerate(line)]

        parts = [*_grid(step_up, lines, self._language)]
        for line, kind in ((curve.before, "before"), (curve.after, "after")):
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points(line))
            dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>' for x, y in points(line))
            parts.append(Markup(f'<g class="{kind}"><polyline points="{path}"/>{dots}</g>'))  # noqa: S704 - numbers of ours
        parts += [_below(46 + step * at, label) for at, label in enumerate(curve.labels) if len(curve.labels) <= _MOST_ROWS]
        legend = (
            f'<g class="legend"><text x="46" y="12">○ {escape(self._say("chart.before"))}   ● {escape(self._say("chart.after"))}</text></g>'
        )
        parts.append(Markup(legend))  # noqa: S704 - the words are escaped
        pairs = zip(curve.labels, curve.before, curve.after, strict=True)
        moves = tuple(f"{label} {figure(one, self._language)} → {figure(other, self._language)}" for label, one, other in pairs)
        return _svg(self._say("chart.curve", column=curve.column, moves=moves), _LOW + 74, parts)

    def rates(self, groups: Sequence[RateGroup]) -> Markup:
        """Return a dot for each amount that moved, by its percentage, a line for each section."""
        shown = groups[:_MOST_ROWS]
        least, most = spread(shown)
        scale = Decimal(_PLOT + _VALUE - 30) / ((most - least) or Decimal(1))

        def across(percent: Decimal) -> Decimal:
            return _LABEL + 10 + (percent - least) * scale

        rows: list[Markup] = []
        for at, group in enumerate(shown):
            y = at * _ROW + 14
            dots = "".join(self._dot(rate, across(rate.percent), y) for rate in group.rates)
            label = escape(_cut(self.heading(group.section_id)))
            line = f'<line x1="{_LABEL}" x2="{_WIDTH}" y1="{y}" y2="{y}"/>'
            rows.append(Markup(f'{line}<text x="0" y="{y + 4}">{label}</text>{dots}'))  # noqa: S704 - the label is escaped
        foot = len(shown) * _ROW + 16
        for percent in dict.fromkeys((least, Decimal(0), most)):
            anchor = "n" if percent == most else "middle"
            x = min(across(percent) + (20 if percent == most else 0), Decimal(_WIDTH))
            mark = f'<text class="{anchor}" x="{x:.1f}" y="{foot}">{figure(percent, self._language, signed=True)} %</text>'
            rows.append(Markup(mark))  # noqa: S704 - numbers of ours
        zero = f'<line class="zero" x1="{across(Decimal(0)):.1f}" x2="{across(Decimal(0)):.1f}" y1="0" y2="{foot - 12}"/>'
        rows.append(Markup(zero))  # noqa: S704 - numbers of ours
        return _svg(self._say("chart.rates", groups=tuple(map(self._in_words, shown))), foot + 8, rows)

    def _dot(self, rate: Rate, x: Decimal, y: int) -> str:
        kind = "rate apart" if rate.apart else "rate"
        told = f"{escape(rate.label)}: {figure(rate.percent, self._language, signed=True)} %"
        return f'<circle class="{kind}" cx="{x:.1f}" cy="{y}" r="5"><title>{told}</title></circle>'

    def apart(self, groups: Sequence[RateGroup]) -> str:
        """Return the amounts whose rates stand apart from most others', in a sentence; "" where none does."""
        found = [(group.section_id, rate) for group in groups for rate in group.rates if rate.apart]
        told = tuple(
            f"{self.heading(section_id)}, {rate.label} {figure(rate.percent, self._language, signed=True)} %" for section_id, rate in found
        )
        if not told:
            return ""
        rest = len(told) - _MOST_APART
        more = self._say("chart.rates.more", n=rest) if rest > 0 else ""
        usual, most = usual_rate([rate.percent for group in groups for rate in group.rates])
        amounts = "; ".join(told[:_MOST_APART])
        return self._say("chart.rates.apart", most=in_hundredths(most), usual=in_hundredths(usual), amounts=amounts, more=more)

    def _in_words(self, group: RateGroup) -> str:
        rates = ", ".join(f"{figure(rate.percent, self._language, signed=True)} %" for rate in group.rates)
        return f"{self.heading(group.section_id)}: {rates}"

    def _say(self, key: str, **facts: Fact) -> str:
        return say(Message(key, facts), self._language)


def in_hundredths(percent: Decimal) -> Decimal:
    """Return a rate with two decimals."""
    return percent.quantize(Decimal("0.01"))


def _svg(told: str, height: int, parts: Sequence[Markup]) -> Markup:
    """Return a picture that grows with the page and tells what it shows."""
    opened = Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(_WIDTH, height, told)
    return opened + _style() + Markup("").join(parts) + Markup("</svg>")


@cache
def _style() -> Markup:
    """Return the style of every picture, which is ours and holds nothing of any document."""
    text = (Path(__file__).parent / "templates" / "chart.css").read_text(encoding="utf-8")
    return Markup(f"<style>{text}</style>")  # noqa: S704 - our own file, shipped with the package


def _round_steps(most: Decimal) -> tuple[Decimal, int]:
    """Return a round number and how many of it reach over the largest value: at most five lines above the floor."""
    power = Decimal(1).scaleb(most.adjusted() - 1)
    step = next(each for scale in (1, 10) for each in (power * number * scale for number in _STEPS) if each * _LINES >= most)
    return step, ceil(most / step)


def _grid(step: Decimal, lines: int, language: str) -> Iterator[Markup]:
    for at in range(lines + 1):
        y = _LOW - (_LOW - _HIGH) * at // lines
        shown = figure((step * at).normalize() if (step * at) % 1 else (step * at).quantize(Decimal(1)), language)
        yield Markup(f'<line x1="46" x2="{_WIDTH}" y1="{y}" y2="{y}"/><text class="n" x="40" y="{y + 4}">{shown}</text>')  # noqa: S704 - numbers of ours


def _below(x: Decimal, label: str) -> Markup:
    place = f"{x:.1f} {_LOW + 14}"
    return Markup('<text class="n" transform="translate({}) rotate(-38)">{}</text>').format(place, _cut(label))


def _cut(label: str) -> str:
    return label if len(label) <= _LABEL_AT_MOST else f"{label[: _LABEL_AT_MOST - 1].rstrip()}…"

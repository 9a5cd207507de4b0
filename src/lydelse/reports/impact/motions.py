"""What motions would do, as parts of an impact report: what is applied and what is not, the amended text, what follows, who gains."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lydelse.model.impact import Impact
from lydelse.model.impact_motion import Act, Conflict, Demand, Edit, MotionTried
from lydelse.model.text import Mark, Paragraph
from lydelse.reports.impact.blocks import Block, Lists, Marked, Part, Says, Tabled
from lydelse.reports.impact.words import Words


def motion_parts(impact: Impact, words: Words) -> Iterator[Part]:
    """Yield the parts about motions, none where none was given."""
    if impact.motions is None:
        return
    blocks: list[Block] = [Says(words.say("motion.told"))]
    if impact.motions.conflicts:
        blocks += [Says(words.say("motion.conflicts", n=len(impact.motions.conflicts)), heavy=True)]
        blocks.append(Lists(tuple(_conflict(each, words) for each in impact.motions.conflicts)))
    elif len(impact.motions.motions) > 1:
        blocks.append(Says(words.say("motion.conflicts.none")))
    yield Part("yrkanden", words.say("motion.title"), tuple(blocks))
    for at, tried in enumerate(impact.motions.motions, 1):
        yield Part(f"yrkande-{at}", words.say("motion.heading", name=tried.motion.name), tuple(_motion(tried, words)), 3)


def _conflict(conflict: Conflict, words: Words) -> str:
    return words.say(
        f"motion.clash.{conflict.clash.value.replace(' ', '-')}",
        one=conflict.one,
        other=conflict.other,
        section=conflict.place.section,
        wants=conflict.wants[0],
        other_wants=conflict.wants[1],
    )


def _motion(tried: MotionTried, words: Words) -> Iterator[Block]:
    for demand in tried.motion.demands:
        yield from _demand(demand, words)
    if not tried.motion.demands:
        yield Says(words.say("motion.no-demand"), heavy=True)
    if tried.motion.background:
        yield Says(words.say("motion.background", texts=tried.motion.background))
    if tried.amended is not None:
        yield Says(words.say("motion.amended"))
        for where, paragraph in _marked(tried):
            yield Marked(where, paragraph.runs)
    yield from _consequences(tried, words)
    yield from _effects(tried, words)


def _demand(demand: Demand, words: Words) -> Iterator[Block]:
    if demand.is_applied:
        yield Says(words.say("motion.applied", text=demand.text))
        yield Lists(tuple(_edit(edit, words) for edit in demand.edits))
        return
    why = words.say(f"motion.why.{(demand.why or 'not understood').replace(' ', '-')}", said=demand.said)
    yield Says(words.say("motion.not-applied", text=demand.text, why=why), heavy=True)
    if demand.candidates:
        yield Lists(tuple(words.say("motion.candidate", name=each) for each in demand.candidates))


def _edit(edit: Edit, words: Words) -> str:
    key = {
        Act.FIGURE: "motion.edit.figure",
        Act.REWORD: "motion.edit.reword",
        Act.STRIKE: "motion.edit.strike",
        Act.STRIKE_SECTION: "motion.edit.strike-section",
        Act.ADD: "motion.edit.add",
    }[edit.act]
    return words.say(key, section=edit.place.section, label=edit.label, before=edit.before, after=edit.after)


def _marked(tried: MotionTried) -> Iterator[tuple[str, Paragraph]]:
    """Yield the paragraphs that the motion changes, with where each stands."""
    if tried.amended is None:
        return
    for section in tried.amended.sections:
        for block in section.blocks:
            paragraphs = [block] if isinstance(block, Paragraph) else list(block.paragraphs())
            for paragraph in paragraphs:
                if any(run.mark is not Mark.KEPT and run.text.strip() for run in paragraph.runs):
                    yield f"{section.number} {section.title}".strip(), paragraph


def _consequences(tried: MotionTried, words: Words) -> Iterator[Block]:
    if tried.following:
        yield Says(words.say("motion.following"))
        heads = tuple(words.say(f"impact.head.{key}") for key in ("section", "name", "proposal", "with-motion", "relation"))
        rows = tuple(
            (each.entry.place.section, each.entry.label, each.before, each.after, words.message(each.relation)) for each in tried.following
        )
        yield Tabled(words.say("motion.following.caption"), heads, rows, frozenset({2, 3}), (0.1, 0.24, 0.16, 0.16, 0.34))
    for broken in tried.broken:
        told = {"section": broken.entry.place.section, "found": broken.found, "expected": broken.expected}
        yield Says(words.say("motion.broken", relation=words.message(broken.relation).rstrip("."), **told), heavy=True)
    if tried.amended is not None and not tried.following and not tried.broken:
        yield Says(words.say("motion.nothing-follows"))


def _effects(tried: MotionTried, words: Words) -> Iterator[Block]:
    if tried.amended is None:
        return
    moved = [each for each in tried.effects if each.change]
    if not moved:
        yield Says(words.say("motion.no-effect", names=tried.unchanged) if tried.unchanged else words.say("motion.no-effect.none"))
        return
    heads = tuple(words.say(f"impact.head.{key}") for key in ("unit", "proposal", "with-motion", "change"))
    rows = [(each.unit, words.kronor(each.proposal), words.kronor(each.amended), words.kronor(each.change, signed=True)) for each in moved]
    proposal = sum((each.proposal for each in tried.effects), Fraction(0))
    amended = sum((each.amended for each in tried.effects), Fraction(0))
    total = (words.say("impact.all-units"), words.kronor(proposal), words.kronor(amended), words.kronor(amended - proposal, signed=True))
    caption = words.say("motion.effects.caption", n=len(moved), all=len(tried.effects))
    yield Tabled(caption, heads, (*rows, total), frozenset({1, 2, 3}), (0.34, 0.22, 0.22, 0.22), total=True)
    if tried.unchanged:
        yield Says(words.say("motion.not-in-model", names=tried.unchanged))

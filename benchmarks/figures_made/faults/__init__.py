"""The kinds of fault that are put into made documents, each by the code that should tell of it.

A seeding function takes a copy of a clean document, puts one fault into the later year's figures or lines, and returns True, or returns
False where the document has nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.figures_made.faults import figures, forms, lists, years
from benchmarks.figures_made.made import Made

FAULTS: dict[str, Callable[[Made], bool]] = {
    "S101": figures.wrong_sum,
    "S102": figures.wrong_share,
    "S103": figures.wrong_product,
    "S104": figures.wrong_average,
    "S107": figures.wrong_instalment,
    "S108": figures.wrong_restatement,
    "S109": figures.floor_above_ceiling,
    "Y201": years.left_behind,
    "Y203": years.uprated_otherwise,
    "Y204": years.ten_times,
    "Y207": years.other_heads,
    "S105": forms.shares_off,
    "S106": forms.wrong_change,
    "Y202": forms.year_kept,
    "Y206": forms.off_the_curve,
    "T301": forms.letter_in_number,
    "T305": forms.other_unit,
    "T306": forms.no_such_date,
    "T307": forms.glued,
    "L405": forms.number_skipped,
    "L406": forms.part_unlisted,
    "L407": forms.bound_beside,
    "L401": lists.counted_otherwise,
    "L402": lists.gap_between,
    "L403": lists.overlapping,
    "L404": lists.said_twice,
    "S110": lists.base_of_two,
    "S111": lists.alternative_off,
    "W701": lists.obliges_no_longer,
    "K501": forms.said_otherwise,
    "K505": forms.leads_nowhere,
    "P801": forms.personal,
    "P802": forms.inside_link,
}

"""The rules in force, to be read from top to bottom."""

from __future__ import annotations

from lydelse.checks.rule import Rule, Subject
from lydelse.checks.rules.alternatives_apart import alternatives_apart
from lydelse.checks.rules.ambiguous_base import ambiguous_base
from lydelse.checks.rules.bounds import bounds
from lydelse.checks.rules.contradiction import contradiction
from lydelse.checks.rules.count_mismatch import count_mismatch
from lydelse.checks.rules.curve_outlier import curve_outlier
from lydelse.checks.rules.dangling_reference import dangling_reference
from lydelse.checks.rules.duplicate_entry import duplicate_entry
from lydelse.checks.rules.foreign_separators import foreign_separators
from lydelse.checks.rules.headcount_disagreement import headcount_disagreement
from lydelse.checks.rules.headcount_drift import headcount_drift
from lydelse.checks.rules.impossible_date import impossible_date
from lydelse.checks.rules.instalment_mismatch import instalment_mismatch
from lydelse.checks.rules.internal_link import internal_link
from lydelse.checks.rules.interval_gap import interval_gap
from lydelse.checks.rules.interval_overlap import interval_overlap
from lydelse.checks.rules.list_and_headings import list_and_headings
from lydelse.checks.rules.magnitude_jump import magnitude_jump
from lydelse.checks.rules.malformed_number import malformed_number
from lydelse.checks.rules.model_relation import model_relation
from lydelse.checks.rules.model_unbound import model_unbound
from lydelse.checks.rules.model_value import model_value
from lydelse.checks.rules.not_the_text_in_force import not_the_text_in_force
from lydelse.checks.rules.number_form import number_form
from lydelse.checks.rules.numbering_gap import numbering_gap
from lydelse.checks.rules.percent_total import percent_total
from lydelse.checks.rules.personal_data import personal_data
from lydelse.checks.rules.product_mismatch import product_mismatch
from lydelse.checks.rules.prose_and_table_bound import prose_and_table_bound
from lydelse.checks.rules.restatement_mismatch import restatement_mismatch
from lydelse.checks.rules.share_mismatch import share_mismatch
from lydelse.checks.rules.silent_change import silent_change
from lydelse.checks.rules.skipped_year import skipped_year
from lydelse.checks.rules.small_words import small_words
from lydelse.checks.rules.stale_amount import stale_amount
from lydelse.checks.rules.stated_change_mismatch import stated_change_mismatch
from lydelse.checks.rules.sum_mismatch import sum_mismatch
from lydelse.checks.rules.unit_slip import unit_slip
from lydelse.checks.rules.uprating_outlier import uprating_outlier
from lydelse.checks.rules.words_and_digits import words_and_digits
from lydelse.checks.rules.workbook_smell import workbook_smell
from lydelse.checks.rules.year_left_behind import year_left_behind

CATALOGUE: tuple[Rule[Subject], ...] = (
    sum_mismatch,
    share_mismatch,
    product_mismatch,
    headcount_disagreement,
    percent_total,
    stated_change_mismatch,
    instalment_mismatch,
    restatement_mismatch,
    bounds,
    ambiguous_base,
    alternatives_apart,
    stale_amount,
    year_left_behind,
    uprating_outlier,
    magnitude_jump,
    skipped_year,
    curve_outlier,
    headcount_drift,
    malformed_number,
    foreign_separators,
    words_and_digits,
    unit_slip,
    impossible_date,
    number_form,
    count_mismatch,
    interval_gap,
    interval_overlap,
    duplicate_entry,
    numbering_gap,
    list_and_headings,
    prose_and_table_bound,
    contradiction,
    dangling_reference,
    not_the_text_in_force,
    silent_change,
    small_words,
    personal_data,
    internal_link,
    model_relation,
    model_unbound,
    model_value,
    workbook_smell,
)

"""Which memo and which minutes of a folder are of one case: a case number says it that one memo and one minutes alone have."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lydelse.model.archive import Described


def cases_among(documents: Mapping[str, Described], settled: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """Return the memos and the minutes that are of one case, each memo before its minutes.

    A memo that names several cases, minutes that several memos belong to, and a case that comes up in several minutes are left alone: a
    file of pairs says of them what belongs together.

    Args:
        documents: what each document says of itself, by its path.
        settled: paths that somebody has said of what they are; nothing is guessed about them.
    """
    open_ones = {path: each for path, each in sorted(documents.items()) if path not in settled and each.redline == "none"}
    memos = {path: each for path, each in open_ones.items() if each.kind == "memo" and len(each.case_numbers) == 1}
    minutes = {path: each for path, each in open_ones.items() if each.kind == "minutes"}
    belongs = [(memo, decided) for memo in memos for decided in minutes if _is_of(memos[memo], minutes[decided])]
    return tuple(
        (memo, decided)
        for memo, decided in belongs
        if sum(each == memo for each, _ in belongs) == 1 and sum(each == decided for _, each in belongs) == 1
    )


def _is_of(memo: Described, minutes: Described) -> bool:
    """Tell whether minutes name a memo's case and are not older than it."""
    in_time = memo.date is None or minutes.date is None or memo.date <= minutes.date
    return in_time and set(memo.case_numbers) <= set(minutes.case_numbers)

"""Fuzzing of the readers and of the grammar of figures: ``python -m benchmarks.fuzzing TARGET [SECONDS] [FOLDER]``.

Atheris (not among what lydelse needs: ``pip install atheris``) makes inputs of the examples and of what FOLDER has kept from earlier runs,
watches which branches they take, and keeps those that take new ones. A target may refuse an input with a sentence; anything else that is
raised, and anything that takes longer than it may, ends the run, and the input is kept for a test.

The targets are those of ``benchmarks/fuzzed/targets.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris
from benchmarks.fuzzed.seeds import SEEDS, WORDS

LONGEST = {"word": 600, "tracked": 600, "word-xml": 60_000, "word-file": 60_000, "pdf": 60_000, "workbook": 20_000, "figures": 2_000}
USUAL_LONGEST = 4_000
"""Bytes of an input."""

_FILES = ("lydelse.extractors", "lydelse.formats")
WATCHED = {
    "figures": ("lydelse.figures",),
    "text": (*_FILES, "lydelse.figures"),
    "tracked": (*_FILES, "lydelse.differ", "lydelse.reports.tracked"),
    "review": ("lydelse.figures", "lydelse.differ", "lydelse.calculation", "lydelse.checks"),
    "minutes": ("lydelse.extractors.minutes", "lydelse.checks.minutes", "lydelse.figures"),
    "motion": ("lydelse.impact", "lydelse.figures"),
    "model": ("lydelse.calculation.declared", "lydelse.formats.toml"),
    "given": ("lydelse.reports", "lydelse.batch", "lydelse.formats.toml", "lydelse.extractors.minutes"),
    "units": ("lydelse.impact", "lydelse.figures"),
    "recognised": ("lydelse.formats.picture", "lydelse.extractors.pdf.scanned"),
    "workbook": ("lydelse.impact", "lydelse.formats.workbook", "lydelse.calculation.declared"),
}
"""The packages whose branches are watched; to have all of them watched takes a minute before the first input."""

SECONDS_FOR_ONE = 20
"""By the clock, with every branch watched: ten times what a target takes by itself."""


def main() -> int:
    """Fuzz one target for so many seconds."""
    target, seconds = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "60"
    kept = Path(sys.argv[3] if len(sys.argv) > 3 else f"out/fuzzing/{target}")
    inputs, longest = kept / "inputs", LONGEST.get(target, USUAL_LONGEST)
    inputs.mkdir(parents=True, exist_ok=True)
    with atheris.instrument_imports(include=[*WATCHED.get(target, _FILES)]):
        from benchmarks.fuzzed.targets import TARGETS  # noqa: PLC0415 - what is watched is told first
    for number, content in enumerate(SEEDS[target]()):
        (inputs / f"seed-{number}").write_bytes(content if target.endswith(("file", "pdf", "xml")) else content[:longest])
    words = kept / "words"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in WORDS.get(target, ("0",))))
    options = [f"-max_total_time={seconds}", f"-timeout={SECONDS_FOR_ONE}", f"-max_len={longest}", "-rss_limit_mb=2000"]
    atheris.Setup([sys.argv[0], *options, f"-dict={words}", f"-artifact_prefix={kept}/", str(inputs)], TARGETS[target])
    atheris.Fuzz()
    return 0


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


if __name__ == "__main__":
    sys.exit(main())

"""Fuzzing of the readers and of the grammar of figures: ``python -m benchmarks.fuzzing TARGET [SECONDS] [FOLDER]``.

Atheris (not among what lydelse needs: ``pip install atheris``) makes inputs of the examples and of what FOLDER has kept from earlier runs,
watches which branches they take, and keeps those that take new ones. A target may refuse an input with a sentence; anything else that is
raised, and anything that takes longer than ten seconds, ends the run, and the input is kept for a test.

The targets are ``figures``, ``text``, ``word``, ``pdf`` and ``model``.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
LONGEST = {"figures": 2_000, "text": 4_000, "word": 60_000, "pdf": 60_000, "model": 4_000}
SECONDS_FOR_ONE = 10

with atheris.instrument_imports(include=["lydelse"]):
    from lydelse.calculation.declared.reading import read_model
    from lydelse.errors import LydelseError
    from lydelse.extractors import read
    from lydelse.figures.amounts import amounts_in, cell_amount
    from lydelse.figures.dates import dates_in
    from lydelse.figures.labels import label_of
    from lydelse.figures.malformed import malformed_in
    from lydelse.figures.references import references_in
    from lydelse.figures.sentences import sentences_of
    from lydelse.figures.years import years_in


def figures(content: bytes) -> None:
    """Look for every kind of figure in a text."""
    text = content.decode("utf-8", errors="replace")
    for amount in amounts_in(text):
        label_of(text, amount.start, amount.end, [])
    for look in (years_in, dates_in, references_in, sentences_of, malformed_in):
        tuple(look(text))
    cell_amount(text[:200], text[200:400])


def read_as(suffix: str) -> Callable[[bytes], None]:
    """Return what reads a file of a kind."""

    def target(content: bytes) -> None:
        with TemporaryDirectory() as folder:
            file = Path(folder, f"dokument{suffix}")
            file.write_bytes(content)
            try:
                read(file)
            except LydelseError:
                return

    return target


def word(content: bytes) -> None:
    """Read a Word file of which the document is the input: most changes to packed bytes are damage that the archive itself tells."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("_rels/.rels", _PACKAGE)
        archive.writestr("word/document.xml", content)
    read_as(".docx")(packed.getvalue())


def model(content: bytes) -> None:
    """Read a calculation model."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "modell.toml")
        file.write_bytes(content)
        try:
            read_model(file)
        except LydelseError:
            return


_PACKAGE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
TARGETS: dict[str, Callable[[bytes], None]] = {
    "figures": figures,
    "text": read_as(".txt"),
    "word": word,
    "pdf": read_as(".pdf"),
    "model": model,
}


def seeds_of(target: str) -> list[bytes]:
    """Return what a run begins with: the examples of the target's kind."""
    match target:
        case "pdf":
            return [file.read_bytes() for file in EXAMPLES.rglob("*.pdf")]
        case "word":
            return [zipfile.ZipFile(file).read("word/document.xml") for file in EXAMPLES.rglob("*.docx")]
        case "model":
            return [file.read_bytes() for file in EXAMPLES.rglob("*.toml")]
        case _:
            return [file.read_bytes() for file in EXAMPLES.rglob("*.md")]


def main() -> int:
    """Fuzz one target for so many seconds."""
    target, seconds = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "60"
    kept = Path(sys.argv[3] if len(sys.argv) > 3 else f"out/fuzzing/{target}")
    kept.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(seeds_of(target)):
        (kept / f"seed-{number}").write_bytes(content[: LONGEST[target]] if target in {"figures", "text"} else content)
    options = [f"-max_total_time={seconds}", f"-timeout={SECONDS_FOR_ONE}", f"-max_len={LONGEST[target]}", "-rss_limit_mb=2000"]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={kept}/", str(kept)], TARGETS[target])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())

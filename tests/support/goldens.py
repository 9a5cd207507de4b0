"""Goldens: what the reports said when they were last looked at, kept line for line."""

from dataclasses import dataclass
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden"


@dataclass(frozen=True)
class Golden:
    """The files of one case: what the reports said when they were last looked at."""

    case: str
    update: bool

    def is_held(self, name: str, content: str) -> None:
        """Compare a report with its golden, or write it down where that is asked for."""
        path = GOLDEN / self.case / "expected" / name
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no golden {path.name}: pytest --update-golden writes it"
        assert content == path.read_text(encoding="utf-8")

"""The rules as the reports for machines name them."""

from __future__ import annotations

from lydelse.model.finding import Severity
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class RuleTold:
    """A rule that was used, or could have been: ``page`` is its explanation in Markdown."""

    code: str
    name: str
    severity: Severity
    page: str

    @property
    def summary(self) -> str:
        """The first paragraph of the page: what the rule looks for."""
        _, _, rest = self.page.partition("## Vad\n")
        return " ".join(rest.strip().partition("\n\n")[0].split())

    @property
    def help(self) -> str:
        """The page without its cases."""
        return self.page.partition("\n## Fall")[0].strip() + "\n"

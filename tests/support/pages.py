"""A strict reader of HTML pages: every tag closed in its order, every name once, every link to somewhere."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "br", "link", "img", "hr", "input"})


@dataclass(frozen=True)
class Element:
    """One element: its tag, its attributes, the tags that it stands within, and the text directly in it and in what it holds."""

    tag: str
    attributes: dict[str, str]
    within: tuple[str, ...]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text of the element, spaces folded."""
        return " ".join("".join(self.texts).split())


class StrictPage(HTMLParser):
    """Reads a page and remembers its elements; a tag that does not fit fails at once."""

    def __init__(self, page: str) -> None:
        """Read a page whole."""
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(page)
        self.close()
        assert not self._open, f"left open: {[element.tag for element in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        names = Counter(name for name, _ in attrs)
        assert max(names.values(), default=1) == 1, f"an attribute stands twice: {tag} {attrs}"
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(each.tag for each in self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be of this tag."""
        assert self._open, f"{tag} closed without being open"
        assert self._open[-1].tag == tag, f"{tag} closed within {self._open[-1].tag} at {self.getpos()}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Give text to every open element."""
        for element in self._open:
            element.texts.append(data)

    def all(self, *tags: str) -> list[Element]:
        """Return the elements of some tags, in order."""
        return [element for element in self.elements if element.tag in tags]

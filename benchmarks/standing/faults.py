"""What is done to a document to make a redline of it: honest amendments, and faults that the redline does not show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from benchmarks.standing.made_up import WHAT, Author, Fault, Part, Piece

_AMOUNT = re.compile(r"\d{1,2} \d{3}|\d{3}")


def prose(part: Part) -> list[Piece]:
    """Return the untouched paragraphs and items of a section."""
    return [piece for piece in part.pieces if "|" not in piece.sign and piece.force == piece.marked == piece.adopted is not None]


def rows(part: Part) -> list[Piece]:
    """Return the untouched rows of a section's tables, their headers left out."""
    return [piece for piece in part.pieces if piece.sign == "| " and piece.force == piece.marked == piece.adopted is not None]


def droppable(part: Part, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with nothing new beside them: beside text that is silently missing, a new paragraph has two right places."""
    new = [piece.force is None for piece in part.pieces]
    return [piece for piece in pieces if not any(new[max(0, (at := part.pieces.index(piece)) - 1) : at + 2])]


def number_of(part: Part) -> str:
    """Return a section's number in the redline's later version."""
    return re.sub(r"\[-.*?-\]\s*|\{\+|\+\}", "", part.marked).split(" ")[0]


class Editor:
    """Edits the sections that a redline shows."""

    def __init__(self, author: Author) -> None:
        """Edit with the same chance as the author wrote with."""
        self.author = author
        self.chance = author.chance

    # ---- honest amendments

    def amend(self, part: Part) -> None:
        """Change a section with marks: an amount, a word, a paragraph, a row."""
        self.chance.choice((self._amount, self._word, self._strike, self._add, self._row, self._amount, self._heading))(part)

    def _heading(self, part: Part) -> None:
        if "{+" in part.marked:
            return
        added = f" med {self.chance.choice(WHAT)}"
        part.marked, part.adopted = f"{part.marked} {{+{added.strip()}+}}", f"{part.adopted}{added}"

    def _amount(self, part: Part) -> None:
        pieces = [piece for piece in prose(part) if _AMOUNT.search(piece.force or "")]
        if pieces:
            self._exchange(self.chance.choice(pieces), self.author.amount())

    def _exchange(self, piece: Piece, new: str) -> None:
        text = piece.force or ""
        match = self.chance.choice(list(_AMOUNT.finditer(text)))
        piece.marked = f"{text[: match.start()]}[-{match[0]}-] {{+{new}+}}{text[match.end() :]}"
        piece.adopted = f"{text[: match.start()]}{new}{text[match.end() :]}"

    def _word(self, part: Part) -> None:
        pieces = [piece for piece in prose(part) if self._words(piece.force or "")]
        if pieces:
            piece = self.chance.choice(pieces)
            old = self.chance.choice(self._words(piece.force or ""))
            new = self.chance.choice([word for word in WHAT if word != old])
            piece.marked = (piece.force or "").replace(f" {old} ", f" [-{old}-] {{+{new}+}} ", 1)
            piece.adopted = (piece.force or "").replace(f" {old} ", f" {new} ", 1)

    @staticmethod
    def _words(text: str) -> list[str]:
        return [word for word in WHAT if text.count(f" {word} ") == 1]

    def _strike(self, part: Part) -> None:
        if len(prose(part)) > 1:
            piece = self.chance.choice(prose(part))
            piece.marked, piece.adopted = f"[-{piece.force}-]", None

    def _add(self, part: Part) -> None:
        text = self.author.sentence()
        part.pieces.insert(self._gap(part), Piece(None, f"{{+{text}+}}", text))

    def _row(self, part: Part) -> None:
        found = rows(part)
        if not found:
            return
        piece = self.chance.choice(found)
        cells = (piece.force or "").split(" | ")
        new = self.author.amount()
        if self.chance.random() < 0.6:
            piece.marked = f"{cells[0]} | [-{cells[1]}-] {{+{new}+}} | {cells[2]}"
            piece.adopted = f"{cells[0]} | {new} | {cells[2]}"
        elif self.chance.random() < 0.5 and len(found) > 2:
            piece.marked, piece.adopted = f"[-{piece.force}-]", None
        else:
            text = f"{self.author.chance.choice(WHAT).capitalize()} vid nya enheter | {new} | 3"
            part.pieces.insert(part.pieces.index(piece) + 1, Piece(None, f"{{+{text}+}}", text, "| "))

    def _gap(self, part: Part) -> int:
        """Return a place between paragraphs, never within a table."""
        places = [at for at in range(len(part.pieces) + 1) if not (0 < at < len(part.pieces) and "|" in part.pieces[at].sign)]
        return self.chance.choice(places)

    # ---- faults

    def hide(self, part: Part, others: list[Part]) -> Fault | None:
        """Put a fault into a section, None where the section has nothing to put it in."""
        kinds = (
            self._silent_amount,
            self._silent_word,
            self._silent_drop,
            self._silent_paragraph,
            self._silent_cell,
            self._silent_row,
            self._silent_beside_amendment,
            self._false_amount,
            self._false_paragraph,
            self._foreign_paragraph,
            self._false_row,
            self._silent_heading,
        )
        if others and self.chance.random() < 0.08:
            return self._silent_move(part, self.chance.choice(others))
        return self.chance.choice(kinds)(part)

    def _silent_amount(self, part: Part) -> Fault | None:
        pieces = [piece for piece in prose(part) if _AMOUNT.search(piece.force or "")]
        if not pieces:
            return None
        piece, new = self.chance.choice(pieces), self.author.amount()
        match = self.chance.choice(list(_AMOUNT.finditer(piece.force or "")))
        piece.marked = f"{(piece.force or '')[: match.start()]}{new}{(piece.force or '')[match.end() :]}"
        return Fault("K507", number_of(part), new)

    def _silent_word(self, part: Part) -> Fault | None:
        pieces = [piece for piece in prose(part) if self._words(piece.force or "")]
        if not pieces:
            return None
        piece = self.chance.choice(pieces)
        old = self.chance.choice(self._words(piece.force or ""))
        new = self.chance.choice([word for word in WHAT if word not in (piece.force or "")])
        piece.marked = (piece.force or "").replace(f" {old} ", f" {new} ", 1)
        return Fault("K507", number_of(part), new)

    def _silent_drop(self, part: Part) -> Fault | None:
        small = ("inte", "högst", "även", "utan dröjsmål", "skriftligt", "kostnadsfritt")
        pieces = [(piece, word) for piece in prose(part) for word in small if (piece.force or "").count(f" {word} ") == 1]
        if not pieces:
            return None
        piece, word = self.chance.choice(pieces)
        piece.marked = (piece.force or "").replace(f" {word} ", " ", 1)
        return Fault("K507", number_of(part), word)

    def _silent_paragraph(self, part: Part) -> Fault | None:
        found = droppable(part, prose(part))
        if len(found) < 2:
            return None
        piece = self.chance.choice(found)
        piece.marked = None
        return Fault("K507", number_of(part), piece.force or "")

    def _silent_cell(self, part: Part) -> Fault | None:
        if not rows(part):
            return None
        piece, new = self.chance.choice(rows(part)), self.author.amount()
        cells = (piece.force or "").split(" | ")
        piece.marked = f"{cells[0]} | {new} | {cells[2]}"
        return Fault("K507", number_of(part), new)

    def _silent_row(self, part: Part) -> Fault | None:
        found = droppable(part, rows(part))
        if len(found) < 3:
            return None
        piece = self.chance.choice(found)
        piece.marked = None
        return Fault("K507", number_of(part), (piece.force or "").split(" | ")[1])

    def _silent_beside_amendment(self, part: Part) -> Fault | None:
        pieces = [piece for piece in prose(part) if len(_AMOUNT.findall(piece.force or "")) == 2]
        if not pieces:
            return None
        piece, new, silent = self.chance.choice(pieces), self.author.amount(), self.author.amount()
        first, second = _AMOUNT.finditer(piece.force or "")
        text = piece.force or ""
        piece.marked = (
            f"{text[: first.start()]}[-{first[0]}-] {{+{new}+}}{text[first.end() : second.start()]}{silent}{text[second.end() :]}"
        )
        piece.adopted = f"{text[: first.start()]}{new}{text[first.end() :]}"
        return Fault("K507", number_of(part), silent)

    def _silent_heading(self, part: Part) -> Fault | None:
        if "{+" in part.marked:
            return None
        added = self.chance.choice([word for word in WHAT if word not in part.marked.lower()])
        part.marked = f"{part.marked} och {added}"
        return Fault("K507", number_of(part), added)

    def _silent_move(self, part: Part, other: Part) -> Fault | None:
        found = droppable(part, prose(part))
        if len(found) < 2:
            return None
        piece = self.chance.choice(found)
        piece.marked = None
        other.pieces.insert(self._gap(other), Piece(None, piece.force, None, piece.sign))
        return Fault("K507", number_of(other), piece.force or "")

    def _false_amount(self, part: Part) -> Fault | None:
        pieces = [piece for piece in prose(part) if _AMOUNT.search(piece.force or "")]
        if not pieces:
            return None
        piece, false = self.chance.choice(pieces), self.author.amount()
        text = piece.force or ""
        match = self.chance.choice(list(_AMOUNT.finditer(text)))
        piece.marked = f"{text[: match.start()]}[-{false}-] {{+{self.author.amount()}+}}{text[match.end() :]}"
        return Fault("K506", number_of(part), false)

    def _false_paragraph(self, part: Part) -> Fault:
        text = self.author.sentence()
        part.pieces.insert(self._gap(part), Piece(None, f"[-{text}-]", None))
        return Fault("K506", number_of(part), text)

    def _foreign_paragraph(self, part: Part) -> Fault:
        text = self.author.sentence()
        part.pieces.insert(self._gap(part), Piece(None, text, None))
        return Fault("K506", number_of(part), text)

    def _false_row(self, part: Part) -> Fault | None:
        if not rows(part):
            return None
        text = f"{self.chance.choice(WHAT).capitalize()} utan remiss | {self.author.amount()} | 7"
        at = part.pieces.index(self.chance.choice(rows(part)))
        part.pieces.insert(at + 1, Piece(None, f"[-{text}-]", None, "| "))
        return Fault("K506", number_of(part), text.split(" | ")[1])

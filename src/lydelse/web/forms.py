"""What a visitor's form holds, read with limits to its size."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message, Receive

from lydelse.records import dataclass
from lydelse.web.keys import Session

TOKEN = "formular"  # noqa: S105 - the name of the field, not what it holds
MEGABYTE = 1 << 20
MOST_BYTES = 300 * MEGABYTE
"""All files of one form together: some twenty budgets of 800 pages."""
MOST_FILES, MOST_FIELDS = 60, 400
LONGEST_FIELD = MEGABYTE
LONGEST_LINE = 500
"""Letters of a field of one line: more of a case's title is no title."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form that a page of ours sent."""

    fields: FormData

    def line(self, name: str) -> str:
        """Return what was written in a field of one line, "" where nothing was."""
        value = self.fields.get(name, "")
        return " ".join(value.split())[:LONGEST_LINE] if isinstance(value, str) else ""

    def text(self, name: str) -> str:
        """Return what was written in a field of many lines, its line ends as line feeds."""
        value = self.fields.get(name, "")
        return value.replace("\r\n", "\n") if isinstance(value, str) else ""

    def lines(self, name: str) -> tuple[str, ...]:
        """Return what was chosen of several choices."""
        return tuple(value for value in self.fields.getlist(name) if isinstance(value, str))

    def secret(self, name: str) -> str | None:
        """Return a password just as it was written, None where none was."""
        value = self.fields.get(name)
        return value if isinstance(value, str) and value else None

    def files(self, name: str) -> Sequence[UploadFile]:
        """Return the files that were left in a field; a browser sends a field that was left empty as a file without a name."""
        return [file for file in self.fields.getlist(name) if isinstance(file, UploadFile) and file.filename]


@asynccontextmanager
async def form_of(request: Request, session: Session) -> AsyncIterator[Form]:
    """Read the form of a request; its files last as long as the block.

    Raises:
        HTTPException: 413 where it is too large, 403 where it is not one of this session's own.
    """
    measured = Request(request.scope, _at_most(MOST_BYTES, request.receive))
    async with measured.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD) as fields:
        token = fields.get(TOKEN, "")
        if not isinstance(token, str) or not session.sent(token):
            raise HTTPException(403)
        yield Form(fields)


def _at_most(most: int, receive: Receive) -> Receive:
    """Return what receives a request, and refuses it when more than ``most`` bytes have come, whatever it said of its length."""
    taken = 0

    async def measured() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413)
        return message

    return measured

"""Text files that repeat one thing very often: what a pattern walks again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

BYTES = 100_000
REPEATED = {
    "digits": "9",
    "grouped": "999 ",
    "single-digits": "1 ",
    "commas": "1,",
    "dots": ".",
    "dashes": "-",
    "signs": "§ ",
    "parentheses": "(",
    "brackets": "[",
    "spaces": " ",
    "tabs": "\t1",
    "kr": "kr ",
    "years": "2025 ",
    "dates": "1 januari ",
    "letters": "a",
    "minus": "\u2212",
    "bullets": "• ",
    "abbreviations": "t.ex. ",
    "struck-signs": "1\u0336",
    "hyphens": "a-",
    "lines": "\n",
    "cases": "RS/1/2025 ",
}


def _repeated(piece: str) -> bytes:
    return f"Ersättningen är 412 kr per besök.\n\n{piece * (BYTES // len(piece))}\n\nErsättningen är 415 kr.\n".encode()


def _nothing_but_zeros() -> bytes:
    return b"\0" * 1_000 + b"412 kr"


def _noise() -> bytes:
    return bytes((at * 7919 + at * at) % 256 for at in range(200_000))


def _deep_rtf() -> bytes:
    return b"{\\rtf1 " + b"{" * 5_000 + b"412 kr" + b"}" * 5_000 + b"}"


def _numbered_deeply() -> bytes:
    return "".join(f"{'1.' * depth}1 Rubrik {depth}\n\nText.\n\n" for depth in range(1, 400)).encode()


TEXT_FILES: dict[str, Callable[[], bytes]] = {f"{name}.txt": partial(_repeated, piece) for name, piece in REPEATED.items()} | {
    "zeros.txt": _nothing_but_zeros,
    "noise.bin": _noise,
    "deep.rtf": _deep_rtf,
    "numbered-deeply.txt": _numbered_deeply,
    "one-line-of-20-mb.txt": lambda: b"a" * 20_000_000,
    "pipes.md": lambda: (b"|" * 200_000 + b"\n") * 3,
    "quotes-100-000-deep.md": lambda: b"> " * 100_000 + b"412 kr",
    "marks-without-end.md": lambda: b"{+[-" * 50_000,
    "marks-50-000-deep.md": lambda: b"[-" * 50_000 + b"412" + b"-]" * 50_000,
    "accents-200-000.txt": ("Avgiften är 412 kr" + "\u0301" * 200_000).encode,
    "turned-text.txt": "Avgiften är \u202e412 kr\u202c och \u2066x\u2069.".encode,
    "holds-two-billion-bytes.rtf": lambda: b"{\\rtf1 \\bin2000000000 412 kr}",
    "objects.rtf": lambda: (
        b"{\\rtf1{\\object{\\*\\objdata " + b"41" * 100_000 + b'}}{\\field{\\*\\fldinst INCLUDETEXT "/etc/passwd"}}412 kr}'
    ),
}

"""No sentence that a user could read is written in the code of the commands and of the formats: it stands in the catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "lydelse"
FOLDERS = ("cli", "formats")
WORDS = re.compile(r"(?<![\w.<&-])[^\W\d_]{2,} [^\W\d_A-ZÅÄÖ]{2,}(?![\w=:-])")
"""Two words beside each other, the second without a capital: the least that a sentence has."""
MARKUP = re.compile(r"<[^>]*>?")
COMPILES = frozenset({"compile", "match", "fullmatch", "search", "sub", "findall", "finditer", "split"})

ALLOWED = {
    "no hash": "what is compared with a hash and is like none",
    "limits of a command": "the name of a thread",
    "internet link": "a style of LibreOffice, as files name it",
    "Cannot overwrite": "what is sought in the words of a library",
}
"""What looks like a sentence and is none, and what it is."""


def written_in(code: str) -> Iterator[str]:
    """Yield the strings of a module that are no docstrings, patterns, annotations, or words for whoever mends a bug."""
    tree = ast.parse(code)
    aside = {id(part) for node in ast.walk(tree) for part in _not_for_users(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in aside:
            yield node.value


def _not_for_users(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Expr(value=ast.Constant()):
            yield node.value
        case ast.Assert(msg=ast.expr() as said):
            yield from ast.walk(said)
        case ast.Raise(exc=ast.Call(func=ast.Name(id="ValueError" | "TypeError" | "LookupError" | "RuntimeError"))):
            yield from ast.walk(node)
        case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=attr)) if attr in COMPILES:
            yield from ast.walk(node.args[0])
        case ast.Call(func=ast.Name(id="cast" | "TypeVar" | "compiled")):
            yield from ast.walk(node.args[0])
        case ast.arg(annotation=ast.expr() as kind) | ast.AnnAssign(annotation=ast.expr() as kind):
            yield from ast.walk(kind)


def sentences_in(code: str) -> list[str]:
    return [text for text in written_in(code) if WORDS.search(MARKUP.sub(" · ", text))]


def test_the_commands_and_the_formats_write_no_sentence_of_their_own() -> None:
    files = [file for folder in FOLDERS for file in sorted((SOURCE / folder).rglob("*.py"))]
    found = {text: file.relative_to(SOURCE).as_posix() for file in files for text in sentences_in(file.read_text("utf-8"))}
    assert len(files) > 50
    assert {text: file for text, file in found.items() if text not in ALLOWED} == {}
    assert set(ALLOWED) - set(found) == set()


def test_a_planted_sentence_is_seen_and_what_no_user_reads_is_not() -> None:
    assert sentences_in('print("The file was written")') == ["The file was written"]
    assert sentences_in('echo(f"Filen {name} kunde inte läsas.")') == [" kunde inte läsas."]
    assert sentences_in('page = f"<p>{name}</p><p>Ingen fil finns</p>"') == ["</p><p>Ingen fil finns</p>"]
    assert sentences_in('"""A module about files."""\nassert x, "this is a bug"\nraise ValueError("not a size")') == []
    assert sentences_in('compiled("summa total")\nre.compile("summa total")') == []
    assert sentences_in('find("<w:tbl w:val=\'one two\'/>")\nsay(Message("error.no-text"))') == []

"""Word files that a password protects: an older kind of container with the package in it, encrypted (MS-OFFCRYPTO)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from lydelse.errors import UnreadableFileError

CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKAGE = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds the encrypted package (MS-OFFCRYPTO 2.3.4.4), by its name in the container's directory."""


def is_locked(content: bytes) -> bool:
    """Tell whether a file is a package that a password protects."""
    return content.startswith(CONTAINER) and PACKAGE in content


@contextmanager
def unlocked(path: Path, password: str) -> Iterator[Path]:
    """Give the file without its protection under the same name, which is gone again when the block is left.

    Raises:
        UnreadableFileError: the password does not open it, or it is protected in a way that is not known.
    """
    from msoffcrypto import OfficeFile  # noqa: PLC0415 - needed for protected files only
    from msoffcrypto.exceptions import (  # noqa: PLC0415 - as above
        DecryptionError,
        FileFormatError,
        InvalidKeyError,
        ParseError,
    )

    opened = BytesIO()
    try:
        file = OfficeFile(BytesIO(path.read_bytes()))
        file.load_key(password=password, verify_password=True)
        file.decrypt(opened)
    except InvalidKeyError as wrong:
        raise UnreadableFileError("error.wrong-password", file=path.name) from wrong
    except (DecryptionError, FileFormatError, ParseError, OSError, ValueError, KeyError) as unknown:
        raise UnreadableFileError("error.unknown-lock", file=path.name) from unknown
    with TemporaryDirectory(prefix="lydelse-") as folder:
        open_file = Path(folder, path.name)
        open_file.write_bytes(opened.getvalue())
        yield open_file

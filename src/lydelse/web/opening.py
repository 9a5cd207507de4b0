"""The browser is led to the page by a file that this user alone can read.

The arguments of a program can be read by everybody on the same machine: an address with the key in it would be given away as a browser's.
"""

from __future__ import annotations

import os
import threading
import webbrowser
from html import escape
from pathlib import Path


def open_in_browser(address: str, folder: Path) -> None:
    """Open the page in the user's browser, if there is one; ``folder`` is one that this user alone can read."""
    file = folder / "lydelse.html"
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as leads:
        leads.write(
            f'<!DOCTYPE html><meta charset="utf-8"><title>lydelse</title><meta http-equiv="refresh" content="0; url={escape(address)}">'
        )
    threading.Thread(target=webbrowser.open, args=(file.as_uri(),), name="opens the browser", daemon=True).start()

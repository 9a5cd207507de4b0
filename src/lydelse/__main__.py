"""The command's entry: answers what needs no reading at once, and leaves the rest to the command line."""

from __future__ import annotations

import gc
import sys

from lydelse import __version__

COLLECTED_AFTER = (200_000, 20, 20)
"""When unused values are looked for. A document is very many small values that live as long as the process, and looking through them
as often as Python does by default took a tenth of the time of a review."""


def main() -> None:
    """Run the command and end with its exit code."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"lydelse {__version__}\n")
        return
    gc.set_threshold(*COLLECTED_AFTER)
    try:
        from lydelse.cli import run  # noqa: PLC0415 - the version is told without loading the command line

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while the command line itself was being loaded; later ``run`` says a sentence
        sys.exit(130)
    sys.exit(code)


if __name__ == "__main__":
    main()

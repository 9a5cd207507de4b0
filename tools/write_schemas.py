"""Write the published schemas of the JSON reports from their shapes: ``python tools/write_schemas.py``."""

from __future__ import annotations

from pathlib import Path

from lydelse.reports import shapes

if __name__ == "__main__":
    for name in shapes.REPORTS:
        file = Path(shapes.__file__).parent / f"{name}.schema.json"
        file.write_text(shapes.schema_text(name), encoding="utf-8")

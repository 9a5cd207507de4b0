"""Scans of a PDF: each page as a picture alone, turned a little, grey or in colour, with specks, and as a JPEG as scanners write them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from lydelse.formats.pdf import Page, open_pdf
from lydelse.formats.pdf.picturing import PagePicture
from lydelse.formats.picture import missing

POINTS = 72.0
INVISIBLE = 3
"""The mode of drawing text in which nothing of it is seen."""

PAINTED = 3
"""Times finer than the scan that a page is painted before it is made smaller, as the lens of a scanner sees it."""


@dataclass(frozen=True)
class Scanner:
    """How a page is scanned: dots to the inch, degrees that it lies crooked, grey or not, how many specks, how strongly compressed.

    ``quarters`` is how many quarters counterclockwise the sheet was turned when it was laid in.
    """

    dpi: int
    angle: float = 0.0
    grey: bool = False
    noise: float = 0.0
    quality: int = 75
    brightness: float = 1.0
    quarters: int = 0


def recogniser() -> None:
    """Skip the test where Tesseract is not installed with its Swedish data; fail in CI, which installs it."""
    lacking = missing()
    if lacking and os.environ.get("CI"):
        pytest.fail(f"{lacking} is not installed, and CI must not go without it")
    if lacking:
        pytest.skip(f"{lacking} is not installed")


def scanned(source: Path, path: Path, scanner: Scanner, layer: Sequence[tuple[float, float, str]] = ()) -> Path:
    """Write the pages of a PDF as pictures to another; ``layer`` is hidden text, as scanners leave it: where each line begins, and it."""
    with open_pdf(source) as pdf:
        sizes = [(page.width, page.height) for page in pdf.pages() if isinstance(page, Page)]
        pictures = [_scan(pdf.picture(at + 1, scanner.dpi * PAINTED), scanner, at) for at in range(pdf.page_count)]
    canvas = Canvas(str(path), invariant=1)
    for size, picture in zip(sizes, pictures, strict=True):
        width, height = reversed(size) if scanner.quarters % 2 else size
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(picture), 0, 0, width, height)
        for x, y, line in layer:
            hidden = canvas.beginText(x, height - y)
            hidden.setTextRenderMode(INVISIBLE)
            hidden.textLine(line)
            canvas.drawText(hidden)
        canvas.showPage()
    canvas.save()
    return path


def _scan(painted: PagePicture | None, scanner: Scanner, seed: int) -> BytesIO:
    assert painted is not None, "the page can be painted"
    width, height, pixels, dpi = painted
    image = Image.frombytes("RGB", (width, height), pixels)
    size = round(width * scanner.dpi / dpi), round(height * scanner.dpi / dpi)
    image = image.rotate(scanner.angle, Image.Resampling.BICUBIC, fillcolor=(255, 255, 255)).resize(size, Image.Resampling.BOX)
    image = image.rotate(90 * scanner.quarters, expand=True)
    if scanner.grey:
        image = image.convert("L")
    seen = np.asarray(image, np.float32) * scanner.brightness
    seen += np.random.default_rng(seed).normal(0.0, scanner.noise, seen.shape) if scanner.noise else 0.0
    content = BytesIO()
    Image.fromarray(np.clip(seen, 0, 255).astype(np.uint8)).save(content, "JPEG", quality=scanner.quality)
    content.seek(0)
    return content

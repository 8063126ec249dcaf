"""What stands where on a printed page: lines from the PDF's text, ink from its picture."""

from __future__ import annotations

import subprocess
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pdfplumber
from PIL import Image

from tests.office.conftest import needed

MM = 72 / 25.4
PAGE_HEIGHT = 297 * MM
DPI = 300


class Line(NamedTuple):
    """One line of text on a page; lengths are in points from the top left corner."""

    baseline: float
    left: float
    right: float
    text: str


def lines(pdf: Path, page: int) -> list[Line]:
    """Return the lines of a page (counted from 0) from top to bottom, the footer's last."""
    with pdfplumber.open(pdf) as document:
        characters = sorted(document.pages[page].chars, key=lambda c: (-_baseline(c), c["x0"]))
    found = []
    for height, group in groupby(characters, key=lambda c: round(_baseline(c))):
        row = sorted(group, key=lambda c: c["x0"])
        text = "".join([c["text"] for c in row])
        if text.strip():
            inked = [c for c in row if c["text"].strip()]
            found.append(Line(PAGE_HEIGHT - height, inked[0]["x0"], inked[-1]["x1"], text))
    return found


def baselines(pdf: Path, page: int) -> list[float]:
    """Return the exact baselines of a page's lines, in points from the top."""
    with pdfplumber.open(pdf) as document:
        heights = {round(_baseline(c), 1) for c in document.pages[page].chars if c["text"].strip()}
    return sorted(PAGE_HEIGHT - height for height in heights)


def ink(pdf: Path, page: int, folder: Path) -> Image.Image:
    """Return the picture of a page (counted from 0), black on white."""
    stem = folder / f"{pdf.stem}-{page}"
    command = [needed("pdftoppm"), "-r", str(DPI), "-gray", "-singlefile"]
    count = str(page + 1)
    subprocess.run(  # noqa: S603 - our own files
        [*command, "-f", count, "-l", count, str(pdf), str(stem)], check=True
    )
    return Image.open(stem.with_suffix(".pgm"))


def inked_rows(picture: Image.Image, top: float, bottom: float) -> tuple[float, float]:
    """Return the first and last inked height between two heights, all in mm from the top."""
    pixel = 25.4 / DPI
    band = picture.crop((0, round(top / pixel), picture.width, round(bottom / pixel)))
    box = band.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert box, f"no ink between {top} and {bottom} mm"
    return top + box[1] * pixel, top + box[3] * pixel


def dash_ink(pdf: Path, page: int, folder: Path) -> float:
    """Return how far from the top, in mm, the first dash of the page number is."""
    with pdfplumber.open(pdf) as document:
        dash = next(c for c in reversed(document.pages[page].chars) if c["text"] == "—")
    scale = DPI / 72
    picture = ink(pdf, page, folder)
    column = picture.crop((round(dash["x0"] * scale), 0, round(dash["x1"] * scale), picture.height))
    first, last = inked_rows(column, 262, 290)
    return (first + last) / 2


def _baseline(character: dict[str, object]) -> float:
    matrix = character["matrix"]
    assert isinstance(matrix, tuple)
    return float(matrix[5])

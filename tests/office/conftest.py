"""Drafts rendered by LibreOffice: all of a session in one call, for starting it is slow."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from speechgen import operations, resources
from speechgen.document import Document
from speechgen.ledger import Ledger
from speechgen.style import RULER, Layout, reading_copy
from speechgen.word.writer import write
from tests.conftest import USER_CACHE
from tests.word import papers

TOOLS = USER_CACHE / "speechgen-tools"
FONTS = TOOLS / "fonts.conf"
VALIDATOR = TOOLS / "validators/node_modules/.bin/ooxml-validator"
_EXPORT = 'pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"false"}}'

SAMPLES: dict[str, tuple[Callable[[], tuple[Document, Ledger]], Layout]] = {
    "speech": (papers.speech, Layout()),
    "report": (papers.report, Layout()),
    "tables": (papers.tables, Layout()),
    "bold-times": (
        papers.speech,
        Layout(fonts="system", digits="times", bold_2=True, bold_3=False, lead_bold=True),
    ),
    "mac": (papers.report, Layout(fonts="mac", auto_space=True)),
    "fangzheng": (
        papers.report,
        Layout()._replace(fonts="fangzheng", page_number="centre", page_number_dashes=False),
    ),
    "office": (
        papers.speech,
        Layout()._replace(top=1701, bottom=1701, blank_lines_before_title=2, page_number="centre"),
    ),
    "ruler": (papers.speech, RULER),
    "aloud": (papers.speech, reading_copy(Layout())),
    "cover": (papers.speech, Layout(cover="会议材料之三")),
    "named": (
        papers.report,
        Layout(
            title_font="宋体",
            title_bold=True,
            body_font="仿宋",
            head_1_font="方正黑体_GBK",
            number_font="Times New Roman",
            number_size=24,
            cover="会议材料之三",
        ),
    ),
    "grid": (papers.speech, Layout(grid="linesAndChars", page_number="none", mirror_margins=False)),
}


SHIPPED = {path.stem: path for path in sorted(resources.samples().glob("*.yaml"))}
"""The facts files that ship with the program; their drafts are measured, too."""


@pytest.fixture(scope="session")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return each sample written as .docx."""
    folder = tmp_path_factory.mktemp("drafts")
    found = {}
    for name, (made, layout) in SAMPLES.items():
        document, ledger = made()
        found[name] = folder / f"{name}.docx"
        found[name].write_bytes(write(document, ledger, layout))
    for name, facts in SHIPPED.items():
        paper = operations.check(facts).papers[0].draft
        found[name] = folder / f"{name}.docx"
        found[name].write_bytes(write(paper.document, paper.ledger, Layout()))
    return found


@pytest.fixture(scope="session")
def pages(drafts: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return each sample as PDF."""
    return convert(drafts, tmp_path_factory.mktemp("pages"))


def convert(drafts: dict[str, Path], folder: Path) -> dict[str, Path]:
    """Return PDFs of `drafts`, made in `folder` by one LibreOffice with a profile of its own."""
    office = needed("soffice")
    if not FONTS.is_file():
        pytest.skip("fonts are not there: bash .ci/fonts.sh")
    subprocess.run(  # noqa: S603 - our own files
        [
            office,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            _EXPORT,
            "--outdir",
            str(folder),
            *map(str, drafts.values()),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
        check=True,
        capture_output=True,
        timeout=240,
    )
    return {name: folder / f"{path.stem}.pdf" for name, path in drafts.items()}


def needed(tool: str) -> str:
    """Return the path of a program, or skip the test with its name."""
    path = shutil.which(tool)
    if path is None:
        pytest.skip(f"{tool} is not installed (.ci/run says which packages)")
    return path

"""The drafts against the schema, by two validators at Microsoft 365 level: no error at all."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.office.conftest import SAMPLES, SHIPPED, VALIDATOR

pytestmark = pytest.mark.office

EVERY_SAMPLE = pytest.mark.parametrize("name", [*SAMPLES, *SHIPPED])


@EVERY_SAMPLE
def test_the_open_xml_sdk_finds_nothing(drafts: dict[str, Path], name: str) -> None:
    if not VALIDATOR.is_file():
        pytest.skip("the validator is not there: bash .ci/validators.sh")

    done = subprocess.run(  # noqa: S603 - our own files
        [str(VALIDATOR), str(drafts[name]), "--officeVersion", "Microsoft365"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    report = json.loads(done.stdout)
    assert report["ok"], report["errors"]


@EVERY_SAMPLE
def test_openxml_audit_finds_nothing(drafts: dict[str, Path], name: str) -> None:
    from openxml_audit import FileFormat, OpenXmlValidator  # noqa: PLC0415 - slow to import

    result = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(str(drafts[name]))

    assert not result.errors

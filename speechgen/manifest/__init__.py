"""The manifest: what a draft must remember so that its figures can be refreshed later (refresh.md).

It travels inside the .docx and, as the same JSON, in the sidecar beside it. Of the facts it
holds only what is spoken: no suppliers, no paths, nothing 不公开.
"""

from __future__ import annotations

from speechgen.manifest.records import Manifest, Occurrence, Passage
from speechgen.manifest.taking import manifest_of
from speechgen.manifest.writing import dumps, sidecar

__all__ = [
    "Manifest",
    "Occurrence",
    "Passage",
    "dumps",
    "loads",
    "manifest_of",
    "read_sidecar",
    "sidecar",
    "written_digest",
]


# A draft is written without what only reads one.


def loads(text: str, file: str) -> Manifest:
    """Return the manifest that `text` holds, as `reading.loads`."""
    from speechgen.manifest import reading  # noqa: PLC0415 - few papers are read back

    return reading.loads(text, file)


def read_sidecar(data: bytes, file: str) -> tuple[Manifest, str]:
    """Return the manifest of a sidecar and the digest in it, as `reading.read_sidecar`."""
    from speechgen.manifest import reading  # noqa: PLC0415 - few papers are read back

    return reading.read_sidecar(data, file)


def written_digest(data: bytes) -> str | None:
    """Return the digest at the head of a sidecar, as `reading.written_digest`."""
    from speechgen.manifest import reading  # noqa: PLC0415 - few papers are read back

    return reading.written_digest(data)

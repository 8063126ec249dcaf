"""The manifest: what a draft must remember so that its figures can be refreshed later (refresh.md).

It travels inside the .docx and, as the same JSON, in the sidecar beside it. Of the facts it
holds only what is spoken: no suppliers, no paths, nothing 不公开.
"""

from __future__ import annotations

from speechgen.manifest.reading import loads, read_sidecar, written_digest
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

"""The manifest as compact JSON: rows are arrays in the order of the records' fields."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from json import JSONEncoder

from speechgen.ledger import Entry
from speechgen.manifest.records import VERSION, Manifest, Passage
from speechgen.numerals import plain

_encode = JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def dumps(manifest: Manifest) -> str:
    """Return `manifest` as JSON."""
    head = {
        "v": VERSION,
        "id": manifest.ident,
        "kind": manifest.kind,
        "seed": manifest.seed,
        "template": manifest.template,
        "next": manifest.next_number,
    }
    passages = ",".join([_passage(passage) for passage in manifest.passages])
    rows = {
        "occurrences": manifest.occurrences,
        "spoken": [_entry(entry) for entry in manifest.spoken],
    }
    return f'{_encode(head)[:-1]},"passages":[{passages}],{_encode(rows)[1:]}'


@lru_cache(maxsize=4096)
def _passage(passage: Passage) -> str:
    """Return a row of the JSON; in a batch most passages come again and again."""
    return _encode(passage)


def sidecar(manifest: Manifest | str, docx: bytes) -> bytes:
    """Return the sidecar of `docx`: the manifest's JSON, headed by the digest of the file.

    Whoever has the JSON at hand already (`dumps`) hands that in.
    """
    text = manifest if isinstance(manifest, str) else dumps(manifest)
    return f'{{"sha256":"{sha256(docx).hexdigest()}",{text[1:]}\n'.encode()


def _entry(entry: Entry) -> tuple[str | tuple[str, ...], ...]:
    value = "" if entry.value is None else plain(entry.value)
    return (
        entry.expression,
        entry.figure,
        entry.printed,
        entry.unit,
        value,
        entry.status,
        entry.parts,
    )

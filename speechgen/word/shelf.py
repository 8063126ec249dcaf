"""Where skeletons come from: beside this file, the user's cache, or python-docx."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from speechgen.style import Layout
from speechgen.word.package import Skeleton, is_whole, parse

_DEFAULT = Layout()


@lru_cache(maxsize=16)
def skeleton_of(layout: Layout) -> Skeleton:
    """Return the skeleton of `layout`: the default one is shipped, others are built once."""
    layout = _of_the_page(layout)
    if layout == _DEFAULT:
        return parse(Path(__file__).with_name("skeleton.docx").read_bytes())
    return parse(_cached(layout))


def _of_the_page(layout: Layout) -> Layout:
    """Return `layout` without what is no matter of the empty page."""
    cover = "×" if layout.cover else ""
    plain = (layout.cover, layout.reading_copy, layout.speaker_before_date, layout.date_brackets)
    if plain == (cover, False, True, True):
        return layout
    return layout._replace(
        cover=cover, reading_copy=False, speaker_before_date=True, date_brackets=True
    )


def _cached(layout: Layout) -> bytes:
    from hashlib import sha256  # noqa: PLC0415 - the default layout needs none of these

    from speechgen.cache import cache_folder, store  # noqa: PLC0415 - as above

    folder = cache_folder()
    path = folder / f"skeleton-{sha256(_key(layout).encode()).hexdigest()}.docx" if folder else None
    if path and path.is_file() and is_whole(kept := path.read_bytes()):
        return kept
    from speechgen.word.skeleton import build  # noqa: PLC0415 - python-docx is 80 ms

    content = build(layout)
    if path:
        store(path, content)
    return content


def _key(layout: Layout) -> str:
    """Return what the skeleton depends on: the layout, and the code that builds it."""
    here = Path(__file__)
    makers = ("skeleton.py", "looks.py", "lengths.py", "parts.py", "fonts.py", "package.py")
    stamps = [here.with_name(name).stat() for name in makers]
    return "\n".join([repr(layout), *(f"{s.st_size} {s.st_mtime_ns}" for s in stamps)])

"""Several figures in one phrase: which they are, what each is called, what holds of them all."""

from __future__ import annotations

from collections.abc import Sequence

from speechgen.facts.book import Book, ExpressionError, lack, lacking, not_private, said
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.printing import with_unit


def parts_of(figure: Figure, args: tuple[str, ...], book: Book, word: str) -> list[Figure]:
    """Return what `word` is said of: the figures in brackets, else the cells, else the 分项.

    Raises:
        ExpressionError: there are none, or one of them cannot be printed.
    """
    names = args or figure.cells or figure.parts
    if not names:
        message = f"“{figure.name}”没有写分项，也不是表格的一列，不能说“{word}”"
        hint = f"在这个数据里写上 分项: [来信, 来访]，或用表格的一列，如【乡镇表.来访.{word}】"
        raise ExpressionError(message, hint)
    parts = [book.figures[name] for name in names if name in book.figures]
    if not parts:
        message = f"“{figure.name}”的分项都没有写在“数据”里，不能说“{word}”"
        raise ExpressionError(message, "请核对分项里的名称")
    for part in parts:
        not_private(part)
        if part.amount is None:
            message = f"“{part.name}”没有值，不能用在“{word}”里"
            raise ExpressionError(message, "请换一个数据")
    return parts


def each(figures: Sequence[Figure]) -> str:
    """Return names and values: 来信96件、来访X件."""
    told = zip(named(figures), figures, strict=True)
    return "、".join([name + with_unit(one, one.amount) for name, one in told])


def named(figures: Sequence[Figure]) -> list[str]:
    """Return what each of `figures` is called before its number.

    Cells of one column go by their rows (城关镇45件); 来信批次 of the unit 批次 is 来信 (来信
    96批次). A unit of one sign may belong to the word: 残疾人 stays, whatever it is counted in.
    """
    columns = {one.name.partition("].")[2] if one.row else "" for one in figures}
    if len(columns) == 1 and "" not in columns:
        return [one.row for one in figures]
    return [_short(one.label, one.unit) for one in figures]


def _short(name: str, unit: str) -> str:
    return (name.removesuffix(unit) if len(unit) > 1 else name) or name


def apart_from_zero(figures: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Return those that are something or not yet known, and those that are zero."""
    zero = [one for one in figures if one.value is not None and not one.value]
    return [one for one in figures if one.value is None or one.value], zero


def of_all(figure: Figure, text: str, parts: Sequence[Figure], book: Book) -> Spoken:
    """Return what a phrase about `parts` says: missing or disputed if one of them is."""
    lacks = lack(book, *parts)
    spoken = lacking(figure, text, lacks) if lacks else said(figure, text, figure.value)
    return in_doubt(spoken, any(part.name in book.disputed for part in parts))


def in_doubt(spoken: Spoken, doubt: bool) -> Spoken:  # noqa: FBT001 - a plain condition
    """Return `spoken`, disputed where `doubt` holds; what lacks something stays so."""
    return spoken._replace(status="disputed") if doubt and spoken.status == "known" else spoken

"""其中, 构成, 占比构成: what a figure is made of: 分项, rows of a column, or those named."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from speechgen.facts.book import Book, ExpressionError, same_unit
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.printing import MISSING, with_unit
from speechgen.facts.remainder import visible_shares
from speechgen.facts.several import apart_from_zero, each, in_doubt, named, of_all, parts_of
from speechgen.facts.wording import POINTS_OF
from speechgen.numerals import EXACT, plain


def among(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """其中来信96件、来访1924件，网信为零; 其中来信X件、来访1924件; 其中来信、来访均为零."""
    parts = parts_of(figure, args, book, "其中")
    others = [one for one in parts if one.name not in {*figure.parts, *figure.cells}]
    over = any(_exceeds(one, figure) for one in others)
    return in_doubt(of_all(figure, "其中" + _amounts(parts), parts, book), over)


def made_of(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """共7413批次：来信96批次、来访1924批次、网信5393批次; 共X批次：…; of none 共0批次."""
    parts = _all_parts(figure, args, book, "构成")
    text = f"共{with_unit(figure, figure.amount)}"
    if apart_from_zero(parts)[0] or figure.value:
        text += f"：{_amounts(parts)}"
    spoken = of_all(figure, text, (figure, *parts), book)
    return in_doubt(spoken, bool(args) and not _add_up(figure, parts))


def shared_out(figure: Figure, args: tuple[str, ...], book: Book) -> Spoken:
    """来信占1.3%、来访占26.0%、网信占72.7%: one decimal each, together exactly 100.

    All are X while one is: 来信占X%、来访占X%. Zero stands at the end: 网信为零. More decimals
    where a part that is not zero would print 0.0%. Where one part is negative there are no
    shares, and the amounts are said.
    """
    parts = _all_parts(figure, args, book, "占比构成")
    some, zero = apart_from_zero(parts)
    values = [one.value for one in some if one.value is not None]
    if len(values) < len(some):
        text = "、".join([f"{name}占{MISSING}%" for name in named(parts)])
    elif not values or min(values) < 0:
        text = _amounts(parts)
    else:
        settled = [book.shares.get((one.name, figure.name)) for one in some]
        shown = [str(one) for one in settled if one is not None]
        shown = shown if len(shown) == len(some) else _shown(values)
        told = [f"{name}占{share}%" for name, share in zip(named(some), shown, strict=True)]
        text = "，".join(["、".join(told), *_none_of(zero)])
    spoken = of_all(figure, text, parts, book)
    return in_doubt(spoken, bool(args) and not _add_up(figure, parts))


def _shown(values: Sequence[Decimal]) -> list[str]:
    """Return the shares as printed; one alone is 100, without a decimal."""
    return ["100"] if len(values) == 1 else [plain(share) for share in visible_shares(values)]


def _amounts(parts: Sequence[Figure]) -> str:
    """Return names and values; those that are zero stand together at the end."""
    some, zero = apart_from_zero(parts)
    return "，".join([*([each(some)] if some else []), *_none_of(zero)])


def _none_of(zero: Sequence[Figure]) -> list[str]:
    """Return 网信为零, or 来信、网信均为零; nothing of none."""
    names = "、".join(named(zero))
    return [f"{names}{'均' if len(zero) > 1 else ''}为零"] if zero else []


def _all_parts(figure: Figure, args: tuple[str, ...], book: Book, word: str) -> list[Figure]:
    """Return the parts that make up `figure`.

    Raises:
        ExpressionError: they are not all of them, or do not add up by their nature.
    """
    parts = parts_of(figure, args, book, word)
    if args and set(args) < set(figure.parts):
        message = f"“{figure.name}”的分项没有写全，不能说“{word}”"
        raise ExpressionError(message, "去掉括号；只说其中几项的，改用“其中”")
    if figure.unit in POINTS_OF or (figure.cells and not figure.parts and not args):
        message = f"“{figure.name}”各项不能相加，不能说“{word}”"
        raise ExpressionError(message, "请改用“其中”或“列举”")
    for part in parts:
        same_unit(part, figure)
    return parts


def _add_up(figure: Figure, parts: Sequence[Figure]) -> bool:
    """Return whether figures named in brackets make up `figure`, as far as all are known."""
    if figure.value is None or any(part.value is None for part in parts):
        return True
    rest = figure.value
    for part in parts:
        rest = EXACT.subtract(rest, part.value or Decimal(0))
    return abs(rest) <= (figure.tolerance or 0)


def _exceeds(part: Figure, whole: Figure) -> bool:
    if part.unit != whole.unit or part.unit in POINTS_OF:
        return False
    return part.value is not None and whole.value is not None and part.value > whole.value


PHRASES = {"其中": among, "构成": made_of, "占比构成": shared_out}

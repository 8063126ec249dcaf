"""最高, 最低, 前三 …, 突出, 为零: what stands out in a column of a table, or among 分项.

Two that are equal are never told apart: both are named, or both are left out.
Rule: docs/figures.md, “哪些最多，哪些没有”.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from speechgen.facts.book import Book, lack, lacking
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.printing import MISSING, with_unit
from speechgen.facts.several import in_doubt, named, of_all, parts_of
from speechgen.facts.wording import AGES, POINTS_OF, TIMES
from speechgen.numerals import EXACT, percent

MOST_OUTSTANDING = 3
"""More than so many do not stand out: of equal ones behind the first all are left out."""

EXTREMES = ("最高", "最低")
"""What is said of rates, prices and what has no unit."""

_HUNDRED = Decimal(100)
_NONE = Decimal(0)


def highest(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """城关镇最多，为45件; 城关镇、东镇并列最多，均为45件; of equal ones 均为45件; X最多，为X件."""
    return _extreme(figure, book, 0)


def lowest(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """西镇最少，为3件; as 最高."""
    return _extreme(figure, book, 1)


def first_two(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """城关镇（45件）和东镇（30件); as 前三."""
    return _ranked(figure, book, "前二", 2)


def first_three(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """城关镇（45件）、东镇（30件）和西镇（20件）: none at zero; more if the last tie."""
    return _ranked(figure, book, "前三", 3)


def first_five(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """Return the five that have most; as 前三."""
    return _ranked(figure, book, "前五", 5)


def last_three(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """西镇（3件）、北镇（5件）和南镇（8件）: the three that have least, also those at zero."""
    return _ranked(figure, book, "后三", 3)


def outstanding(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """城关镇（45件）和东镇（30件）最为突出，合计占60%; of equal ones 均为45件.

    One alone where two would be all there are. The share is of a total that the parts add up to;
    without one (rates), of a total of zero, and where all others are zero, none is said.
    """
    parts = parts_of(figure, (), book, "突出")
    lacks = lack(book, *parts)
    ahead = [] if lacks else _standing_out(parts)
    if not lacks and not ahead:
        return of_all(figure, _all_alike(parts), parts, book)
    text = f"{_with_values(ahead) if ahead else _unknown(figure, 2)}最为突出"
    if len(ahead) == len(parts) or _are_all(ahead, parts) or not _adds_up(figure, parts):
        return of_all(figure, text, parts, book)
    text += "，合计占" if len(ahead) != 1 else "，占"
    if lacks or figure.value is None:
        return lacking(figure, f"{text}{MISSING}%", lack(book, *parts, figure))
    share = _share(ahead, figure.value)
    spoken = of_all(figure, text + percent(share), (figure, *parts), book)
    return in_doubt(spoken, share > _HUNDRED)


def at_zero(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """西镇、北镇为零; 没有为零的; 均为零; 西镇、X为零 while one is not known."""
    parts = parts_of(figure, (), book, "为零")
    lacks = lack(book, *parts)
    zero = named([one for one in parts if one.value == 0])
    if not lacks and len(zero) == len(parts):
        text = "均为零"
    elif lacks or zero:
        text = "、".join([*zero, *([MISSING] if lacks else [])]) + "为零"
    else:
        text = "没有为零的"
    return of_all(figure, text, parts, book)


def _extremes(unit: str) -> tuple[str, str]:
    """Return the words for most and least of what `unit` counts: 最多, 最长, 最高."""
    if unit in TIMES:
        return "最长", "最短"
    if not unit or unit in POINTS_OF or unit in AGES or "/" in unit:
        return EXTREMES
    return "最多", "最少"


def _extreme(figure: Figure, book: Book, end: int) -> Spoken:
    word = _extremes(figure.unit)[end]
    parts = parts_of(figure, (), book, EXTREMES[end])
    values = [one.value for one in parts if one.value is not None]
    if len(values) < len(parts):
        return of_all(figure, f"{MISSING}{word}，为{MISSING}{figure.unit}", parts, book)
    best = min(values) if end else max(values)
    ahead = [one for one in parts if one.value == best]
    amount = with_unit(ahead[0], ahead[0].amount)
    if len(ahead) == 1:
        text = f"{named(ahead)[0]}{word}，为{amount}"
    elif len(ahead) == len(parts):
        text = _all_alike(parts)
    else:
        text = f"{'、'.join(named(ahead))}并列{word}，均为{amount}"
    return of_all(figure, text, parts, book)


def _ranked(figure: Figure, book: Book, word: str, number: int) -> Spoken:
    """Return the `number` that have most (前) or least (后), and all that equal the last one."""
    parts = parts_of(figure, (), book, word)
    if lack(book, *parts):
        return of_all(figure, _unknown(figure, min(number, len(parts))), parts, book)
    if len(parts) > 1 and len({one.value for one in parts}) == 1:
        return of_all(figure, _all_alike(parts), parts, book)
    ordered = _by_size(parts) if word.startswith("前") else _by_size(parts, down=False)
    last = ordered[:number][-1]
    ahead = ordered[:number] + [one for one in ordered[number:] if one.value == last.value]
    return of_all(figure, _with_values(ahead), parts, book)


def _by_size(parts: Sequence[Figure], *, down: bool = True) -> list[Figure]:
    """Return `parts`, the largest first, without those at zero where others are more."""
    some = [one for one in parts if (one.value or _NONE) > 0] if down else []
    return sorted(some or parts, key=lambda one: one.value or _NONE, reverse=down)


def _standing_out(parts: Sequence[Figure]) -> list[Figure]:
    """Return the two that have most, or one; none where all are alike."""
    ordered = _by_size(parts)
    second = ordered[:2][-1]
    for least in (second, ordered[0]):
        ahead = [one for one in ordered if (one.value or _NONE) >= (least.value or _NONE)]
        if len(ahead) < len(parts) and (len(ahead) <= MOST_OUTSTANDING or least is not second):
            return ahead
    return list(parts) if len(parts) == 1 else []


def _adds_up(figure: Figure, parts: Sequence[Figure]) -> bool:
    """Return whether a share of `figure` can be told: its parts add up, and none is a loss."""
    if not figure.parts or figure.unit in POINTS_OF or figure.value == 0:
        return False
    return all(one.value is None or one.value >= 0 for one in (figure, *parts))


def _are_all(ahead: Sequence[Figure], parts: Sequence[Figure]) -> bool:
    """Return whether all others are zero, so that a share would be all."""
    return bool(ahead) and sum(1 for one in parts if one.value != 0) == len(ahead)


def _share(ahead: Sequence[Figure], total: Decimal) -> Decimal:
    added = _NONE
    for one in ahead:
        added = EXACT.add(added, one.value or _NONE)
    return EXACT.multiply(EXACT.divide(added, total), _HUNDRED)


def _with_values(ahead: Sequence[Figure]) -> str:
    told = zip(named(ahead), ahead, strict=True)
    return _joined([f"{name}（{with_unit(one, one.amount)}）" for name, one in told])


def _unknown(figure: Figure, number: int) -> str:
    return _joined([f"{MISSING}（{MISSING}{figure.unit}）"] * number)


def _joined(texts: list[str]) -> str:
    """Return 甲、乙和丙."""
    return "和".join([*(["、".join(texts[:-1])] if texts[1:] else []), texts[-1]])


def _all_alike(parts: Sequence[Figure]) -> str:
    return f"均为{with_unit(parts[0], parts[0].amount)}" if parts[0].value else "均为零"


PHRASES = {
    "最高": highest,
    "最低": lowest,
    "前二": first_two,
    "前三": first_three,
    "前五": first_five,
    "后三": last_three,
    "突出": outstanding,
    "为零": at_zero,
}

"""累计, 截至, 新增: what has come in over a time (流量), and what there is at its end (存量)."""

from __future__ import annotations

from speechgen.facts.book import Book, ExpressionError, lack, lack_of, lacking, said
from speechgen.facts.figure import Amount, Figure, Spoken
from speechgen.facts.period import YEAR, months
from speechgen.facts.printing import apart, shown
from speechgen.facts.wording import POINTS_OF
from speechgen.numerals import EXACT, normalised


def in_all(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """累计135件; 累计X件. A stock or a rate does not add up."""
    if figure.nature == "存量":
        message = f"“{figure.name}”是存量，不累加，不说“累计”"
        raise ExpressionError(message, f"请改用“截至”：【{figure.name}.截至】共【{figure.name}】")
    _no_rate(figure, "累计")
    text = "".join(shown(figure))
    if figure.value is None:
        return lacking(figure, f"累计{text}", lack(book, figure))
    return said(figure, f"累计{'' if figure.value >= 0 else '为'}{text}", figure.value)


def up_to(figure: Figure, _args: tuple[str, ...], _book: Book) -> Spoken:
    """截至7月底, of 时段 1至7月; a 时段 that says 截至 itself stands as typed.

    The time of a flow must begin in January: 二季度 is not all that has come in up to June.
    """
    period = figure.period
    if period.startswith(("截至", "截止")):
        return said(figure, "截至" + period[2:].removeprefix("到"))
    span = months(period)
    if span is None or (span[0] > 1 and figure.nature != "存量"):
        what = f"的时段“{period}”看不出截至哪个月" if period else "没有写时段"
        message = f"“{figure.name}”{what}，不能说“截至”"
        raise ExpressionError(message, "时段写成“1至7月”或“截至7月20日”这样")
    return said(figure, f"截至{_end(period, span[1])}")


def added(figure: Figure, _args: tuple[str, ...], book: Book) -> Spoken:
    """新增135件, 没有新增; of a stock by how much it grew: 新增12件, 减少3件, 与上年同期持平."""
    _no_rate(figure, "新增")
    if figure.nature == "存量":
        return _grown(figure, book)
    value = figure.value
    if value is None:
        return lacking(figure, f"新增{''.join(shown(figure))}", lack(book, figure))
    if value > 0:
        return said(figure, f"新增{''.join(shown(figure))}", value)
    return said(figure, f"减少{apart(figure, value)}" if value else "没有新增", value)


def _grown(figure: Figure, book: Book) -> Spoken:
    key, baseline = _baseline(figure)
    then = None if baseline is None else baseline.value
    if figure.value is None or then is None:
        lacks = lack(book, figure) + lack_of(figure, key, baseline)
        return lacking(figure, f"新增{apart(figure, None)}", lacks)
    change = EXACT.subtract(figure.value, then)
    if not change:
        return said(figure, f"与{key}持平", change)
    return said(figure, f"{'新增' if change > 0 else '减少'}{apart(figure, change)}", change)


def _baseline(figure: Figure) -> tuple[str, Amount | None]:
    if figure.last_year is None and figure.last_period is not None:
        return "上期", figure.last_period
    return "上年同期", figure.last_year


def _end(period: str, month: int) -> str:
    """Return 7月底 of 1至7月, 2025年6月底 of 2025年上半年, 年底 of 下半年."""
    head, _, _ = normalised(period).replace(" ", "").partition("年")
    year = f"{head}年" if head.isdecimal() or head in {"今", "本"} else ""
    return f"{year or '年'}底" if month == YEAR else f"{year}{month}月底"


def _no_rate(figure: Figure, phrase: str) -> None:
    if figure.unit in POINTS_OF:
        message = f"“{figure.name}”是比率，不累加，不说“{phrase}”"
        raise ExpressionError(message, "请改用“达到”或“同比”")


PHRASES = {"累计": in_all, "截至": up_to, "新增": added}

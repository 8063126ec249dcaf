"""Speaking: from an expression to the words that stand in the paper."""

from __future__ import annotations

from speechgen.facts.book import Book, ExpressionError, lack, lacking, not_private, said
from speechgen.facts.expression import parse
from speechgen.facts.figure import PERCENT, Figure, Name, Spoken
from speechgen.facts.phrases import ARGUMENTS, OF_COLUMNS, OF_RANKS, allowed, find
from speechgen.facts.phrases.rank import bare as bare_rank
from speechgen.facts.printing import shown

WITHOUT_YOY = "省同比"
"""Context: the paper is an annual report and leaves 同比 out (下降8.8%)."""

ONE_PLACE = "一位小数"
"""Context: a computed rate stands in a column of rates, and keeps its decimal (90.0%)."""

NAMED = "名在前"
"""Context: the figure's name stands right before, and is not said again of 0 → 0."""

CHANGES = frozenset({"同比", "环比", "增幅"})
_WITH_YOY = frozenset({"同比", "同比增减", "分别同比"})


def speak(expression: str, book: Book, context: str = "") -> Spoken:
    """Return what `expression` says now: `信访总量.同比` → 同比下降8.8%.

    A missing figure gives X with its unit, a missing name its mark. `context` holds what else
    decides the print: `省同比`, `一位小数`, `名在前`, several with commas between, or nothing.

    Raises:
        ExpressionError: it cannot be said (`check`).
    """
    figure = book.figures.get(expression)
    if figure is not None:
        not_private(figure)
        spoken = _bare(figure, book)
        if context == ONE_PLACE:
            spoken = _with_one_place(spoken)
        return spoken if expression not in book.disputed else _disputed(spoken)
    name = book.names.get(expression)
    if name is not None:
        return _name(name)
    return _phrase(expression, book, context)


def check(expression: str, book: Book) -> ExpressionError | None:
    """Return what keeps `expression` from being said, or None where it can be.

    The reader of the facts asks this of every expression the file types, so that `speak` fails
    for none of them.
    """
    try:
        speak(expression, book)
    except ExpressionError as error:
        return error
    return None


def _phrase(expression: str, book: Book, context: str) -> Spoken:
    named, phrase, arguments = parse(expression, book.figures, book.names)
    figure = book.figures[named]
    not_private(figure)
    if figure.amount is None and phrase not in (OF_COLUMNS if figure.cells else OF_RANKS):
        raise _valueless(figure, f"不能说“{phrase}”")
    if arguments or phrase in ARGUMENTS:
        _fit(phrase, arguments, book)
    spoken = find(phrase)(figure, arguments, book)
    if context:
        spoken = _in_context(spoken, figure, phrase, context.split(","))
    if book.disputed and not book.disputed.isdisjoint((named, *arguments)):
        return _disputed(spoken)
    return spoken


def _in_context(spoken: Spoken, figure: Figure, phrase: str, contexts: list[str]) -> Spoken:
    """Return a phrase as `contexts` have it; it remembers those that concern it."""
    text, kept = spoken.text, list[str]()
    if WITHOUT_YOY in contexts and phrase in _WITH_YOY:
        text = text if spoken.status == "missing" else text.replace("同比", "", 1)
        kept.append(WITHOUT_YOY)
    if NAMED in contexts and phrase in CHANGES:
        from speechgen.facts.edges import unnamed  # noqa: PLC0415 - few names stand before

        text = unnamed(figure, text)
        kept.append(NAMED)
    return spoken._replace(text=text, context=",".join(kept)) if kept else spoken


def _bare(figure: Figure, book: Book) -> Spoken:
    if figure.amount is None:
        if figure.rank is None:
            raise _valueless(figure, "不能直接说")
        return bare_rank(figure)
    text, unit = shown(figure)
    if figure.value is None:
        return lacking(figure, text, lack(book, figure), unit)
    return said(figure, text, figure.value, unit)


def _with_one_place(spoken: Spoken) -> Spoken:
    """Return a rate with the decimal that it was rounded to: 90% → 90.0%; X stays X."""
    number = spoken.text.removesuffix(PERCENT)
    whole = number.lstrip("-").isdecimal() and number != spoken.text
    return spoken._replace(text=f"{number}.0%" if whole else spoken.text, context=ONE_PLACE)


def _name(name: Name) -> Spoken:
    if name.value is None:
        return Spoken(name.mark, "", "nameless", name.name, None, (name.name,))
    return Spoken(name.value, "", "known", name.name)


def _fit(phrase: str, arguments: tuple[str, ...], book: Book) -> None:
    """Refuse arguments that are too few or too many, have no value, or are not public."""
    if not allowed(phrase, len(arguments)):
        message = f"“{phrase}”后面括号里的数据不对"
        raise ExpressionError(message, "例如【重复信访.占比(信访总量)】", "phrase-argument")
    for name in arguments:
        figure = book.figures[name]
        not_private(figure)
        if figure.amount is None:
            raise _valueless(figure, f"不能用在“{phrase}”里", "请换一个数据")


def _valueless(figure: Figure, what: str, hint: str = "") -> ExpressionError:
    """Return what is wrong with using a rank, or a column without a total, as an amount."""
    if figure.cells:
        message = f"“{figure.name}”这一列没有合计，{what}"
        return ExpressionError(message, hint or "可以说“最高”“前三”“其中”，或在“合计”里写上数")
    if figure.rank is None and not (figure.row or figure.formula):
        return ExpressionError(
            f"“{figure.name}”没有写值，{what}", hint or "还不知道的，写 值: 待核"
        )
    if figure.rank is None:
        where = "这一列" if not figure.row else ""
        message = f"“{figure.name}”{where}没有数可算（除数是0，或用到的格子不适用），{what}"
        return ExpressionError(message, hint or "请核对表格，或去掉这一句", "zero-base")
    message = f"“{figure.name}”只有位次，没有值，{what}"
    return ExpressionError(message, hint or "可以说“位次”“前移”“由到”")


def _disputed(spoken: Spoken) -> Spoken:
    return spoken._replace(status="disputed") if spoken.status == "known" else spoken

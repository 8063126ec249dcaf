"""Speaking: from an expression to the words that stand in the paper."""

from __future__ import annotations

from speechgen.facts.book import Book, ExpressionError, lack, lacking, said
from speechgen.facts.expression import parse
from speechgen.facts.figure import PERCENT, Figure, Name, Spoken
from speechgen.facts.phrases import ARGUMENTS, OF_RANKS, allowed, find
from speechgen.facts.phrases.rank import bare as bare_rank
from speechgen.facts.printing import MISSING, hedged, taken, typed

WITHOUT_YOY = "省同比"
"""Context: the paper is an annual report and leaves 同比 out (下降8.8%)."""

_WITH_YOY = frozenset({"同比", "同比增减", "分别同比"})


def speak(expression: str, book: Book, context: str = "") -> Spoken:
    """Return what `expression` says now: `信访总量.同比` → 同比下降8.8%.

    A missing figure gives X with its unit, a missing name its mark. `context` holds what else
    decides the print: `省同比`, or nothing.

    Raises:
        ExpressionError: it cannot be said (`check`).
    """
    figure = book.figures.get(expression)
    if figure is not None:
        _not_private(figure)
        spoken = _bare(figure, book)
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
    _not_private(figure)
    if figure.amount is None and phrase not in OF_RANKS:
        message = f"“{named}”只有位次，没有值，不能说“{phrase}”"
        raise ExpressionError(message, "可以说“位次”“前移”“由到”")
    if arguments or phrase in ARGUMENTS:
        _fit(phrase, arguments, book)
    spoken = find(phrase)(figure, arguments, book)
    if context == WITHOUT_YOY and phrase in _WITH_YOY:
        text = spoken.text.replace("同比", "", 1)
        spoken = spoken._replace(text=text, context=context)
    if book.disputed and not book.disputed.isdisjoint((named, *arguments)):
        return _disputed(spoken)
    return spoken


def _bare(figure: Figure, book: Book) -> Spoken:
    amount = figure.amount
    if amount is None:
        return bare_rank(figure)
    percent = figure.unit == PERCENT
    unit = "" if percent else figure.unit
    value = amount.value
    if value is None:
        return lacking(figure, MISSING + PERCENT if percent else MISSING, lack(book, figure), unit)
    if figure.hedge:
        text = hedged(value, figure.hedge, figure.unit, figure.decimals)
        if text is not None:
            return said(figure, text, value, unit[len(taken(figure.hedge, unit)) :])
    text = typed(figure, amount)
    return said(figure, text + PERCENT if percent else text, value, unit)


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
        _not_private(figure)
        if figure.amount is None:
            message = f"“{name}”只有位次，没有值，不能用在“{phrase}”里"
            raise ExpressionError(message, "请换一个数据")


def _not_private(figure: Figure) -> None:
    if figure.private:
        message = f"“{figure.name}”注明了“不公开”，不能写进稿子"
        raise ExpressionError(message, "它只能用在公式里；要公开，去掉“不公开”", "private-figure")


def _disputed(spoken: Spoken) -> Spoken:
    return spoken._replace(status="disputed") if spoken.status == "known" else spoken

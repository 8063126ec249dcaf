"""Whatever a figure's value turns out to be, no phrase prints nonsense about it."""

from __future__ import annotations

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from speechgen.facts.book import ExpressionError
from speechgen.facts.change import year_on_year
from speechgen.facts.figure import Figure, Spoken
from speechgen.facts.phrases import ARGUMENTS, FAMILIES, OF_RANKS
from speechgen.facts.sense import pace, sense
from speechgen.facts.speak import WITHOUT_YOY, check, speak
from tests.facts.drawing import UNITS, declared, figures, known
from tests.facts.making import Sheet

PHRASES = [word for words in FAMILIES.values() for word in words]
UP = (
    "增长|上升|增加|提高|延长|上涨|收窄|扭亏|由零增至|实现零的突破|升至零"
    "|实现盈亏平衡|转为盈利|转为盈亏平衡"
)
DOWN = "下降|减少|缩短|下跌|扩大|转亏|降为零|由零降至|转为亏损"
SIGNLESS = "还差|超出|还有|前移|后移|仅|仍有|新增|达到|连续|占.*的"
"""What no minus may stand behind; 不低于-5% is sense."""

NONSENSE = re.compile(
    "None|nan|NaN|Inf|Decimal|[eE][+-]?[0-9]|[0-9][.][0-9]{13}|[.](?![0-9])|--|-0(?![.0-9])"
    rf"|(?:{UP}|{DOWN.replace('|由零降至', '')}|(?<!不)高于|(?<!不)低于|{SIGNLESS})-"
    rf"|(?:增长|上升|增加|提高|延长|上涨|收窄|下降|减少|缩短|下跌|扩大)0(?![.0-9])"
    r"|(?:还差|超出.*|(?<!不)高于.*|(?<!不)低于.*|达到|突破|(?<!不)超过|仅|仍有|新增|连续)"
    r"(?<![0-9.])0(?![.0-9])"
)


@st.composite
def books(draw: st.DrawFn) -> Sheet:
    """Draw two figures of one unit."""
    unit = draw(st.sampled_from(UNITS))
    return Sheet({name: draw(figures(name, unit)) for name in ("较大事故", "信访总量")})


def every_saying(book: Sheet) -> dict[str, Spoken]:
    """Return what can be said of the first figure, by phrase; the bare figure by ''."""
    name, other = book.figures
    said: dict[str, Spoken] = {}
    for phrase in ["", *PHRASES]:
        least, most = ARGUMENTS.get(phrase, (0, 0))
        for arguments in (f"({other})" if number else "" for number in {least, min(most, 1)}):
            expression = f"{name}.{phrase}{arguments}" if phrase else name
            refused = check(expression, book)
            if refused is None:
                said[phrase + arguments] = speak(expression, book)
                said[phrase + arguments + WITHOUT_YOY] = speak(expression, book, WITHOUT_YOY)
            else:
                assert refused.message
                assert refused.hint
    return said


@given(books())
@settings(max_examples=250, deadline=None)
def test_no_phrase_prints_nonsense(book: Sheet) -> None:
    for phrase, spoken in every_saying(book).items():
        text = spoken.text + spoken.unit
        assert spoken.text.strip(), phrase
        assert not NONSENSE.search(text), (phrase, text)


@given(books())
@settings(max_examples=120, deadline=None)
def test_an_x_stands_where_something_is_missing_and_nowhere_else(book: Sheet) -> None:
    for phrase, spoken in every_saying(book).items():
        missing = spoken.status == "missing"
        assert ("X" in spoken.text) == missing == bool(spoken.lacks), (phrase, spoken)
        assert len(set(spoken.lacks)) == len(spoken.lacks)
        assert not (missing and spoken.value is not None)


@given(figures("信访总量", None, known))
@settings(max_examples=250, deadline=None)
def test_the_direction_word_agrees_with_the_numbers(figure: Figure) -> None:
    now, then = figure.value, figure.last_year.value if figure.last_year else None
    assert now is not None
    assert then is not None
    book = Sheet({"信访总量": figure})

    for phrase in ("同比", "增幅", "走势", "同比增减", "比去年任务", "由到"):
        text = speak(f"信访总量.{phrase}", book).text
        up, down = bool(re.search(UP, text)), bool(re.search(DOWN, text))
        assert not (up and down), text
        assert up <= (now > then), (text, now, then)
        assert down <= (now < then), (text, now, then)
        assert up or down or "持平" in text or now == then == 0, (text, now, then)


@given(figures("信访总量", None, declared))
@settings(max_examples=120, deadline=None)
def test_good_and_bad_are_the_direction_and_what_is_wanted(figure: Figure) -> None:
    assume(figure.better)
    turned, change = sense(figure), year_on_year(figure)

    assert (turned == "unknown") == (change.turn.name == "UNKNOWN")
    if turned in {"good", "bad"} and figure.value is not None and figure.last_year:
        rose = figure.value > (figure.last_year.value or 0)
        assert (turned == "good") == (rose == (figure.better == "上升"))


@given(figures("信访总量"))
@settings(max_examples=120, deadline=None)
def test_the_pace_is_the_one_that_is_spoken(figure: Figure) -> None:
    stands = pace(figure)
    try:
        text = speak("信访总量.时序", Sheet({"信访总量": figure})).text
    except ExpressionError:
        assert not stands
        return

    words = {"above": "高于时序进度", "below": "低于时序进度", "level": "持平", "unknown": "X"}
    assert not stands or words[stands] in text


@given(figures("走访位次", None, st.none()))
@settings(max_examples=50, deadline=None)
def test_a_figure_without_value_says_only_what_ranks_say(figure: Figure) -> None:
    book = Sheet({"走访位次": figure, "信访总量": figure})

    assert {phrase.removesuffix(WITHOUT_YOY) for phrase in every_saying(book)} <= {"", *OF_RANKS}

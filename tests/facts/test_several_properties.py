"""Whatever several figures turn out to be, what is said of them together is true and adds up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from speechgen.facts.figure import PERCENT, Amount, Figure, Spoken
from speechgen.facts.phrases import ARGUMENTS, FAMILIES
from speechgen.facts.reconcile import reconcile
from speechgen.facts.speak import check, speak
from tests.facts.drawing import PLACE, UNITS, declared, figures
from tests.facts.making import Sheet
from tests.facts.test_phrases_properties import NONSENSE

OURS = ("multiple", "annual", "average", "outcome", "composition", "listing", "column")
WORDS = [word for family in OURS for word in FAMILIES[family]]
ROWS = ("城关镇", "东镇", "西镇", "南镇", "北镇")
MINUS = re.compile(
    r"均-[0-9.万亿]+元$|(?:亏损|占|率|少|相当于.*的)-|是.*的[01]倍|翻零番|[（：、，]{2}|少0(?![.0-9])"
)

counts = st.one_of(st.integers(0, 5), st.integers(0, 10**6)).map(Decimal)


@st.composite
def wholes(draw: st.DrawFn) -> Sheet:
    """Draw a total and one to five parts, as 分项 or as rows of a table; it may miss their sum."""
    values = draw(st.lists(counts, min_size=1, max_size=5))
    total = draw(st.one_of(st.just(sum(values, Decimal(0))), counts))
    rows = ROWS[: len(values)]
    table = draw(st.booleans())
    names = [f"表[{row}].来访" if table else row for row in rows]
    parts = {
        name: Figure(name, PLACE, Amount(value, PLACE), "件", row=row if table else "")
        for name, row, value in zip(names, rows, values, strict=True)
    }
    whole = Figure("表.来访", PLACE, Amount(total, PLACE), "件", parts=tuple(names))
    whole = whole._replace(cells=tuple(names) if table else ())
    built = {whole.name: whole, **parts}
    return Sheet(built, {}, reconcile(built)[1])


@st.composite
def any_books(draw: st.DrawFn) -> Sheet:
    """Draw a figure, and two that are its parts, its rows, or neither; of one unit or not."""
    unit = draw(st.one_of(st.none(), st.sampled_from(UNITS)))
    others = [draw(figures(name, unit, declared)) for name in ("2020年来信", "来访")]
    names = tuple(one.name for one in others)
    first = draw(figures("总量", unit))
    role = draw(st.sampled_from(["", "分项", "表"]))
    first = first._replace(parts=names if role else (), cells=names if role == "表" else ())
    if role == "表":
        others = [one._replace(row=one.name) for one in others]
        first = first._replace(parts=draw(st.sampled_from([(), names])))
    return Sheet({one.name: one for one in (first, *others)})


def sayings(book: Sheet) -> Iterator[tuple[str, Spoken]]:
    """Yield what our words say of the first figure, with every number of figures in brackets."""
    name, *others = book.figures
    for word in WORDS:
        least, most = ARGUMENTS.get(word, (0, 0))
        for number in range(least, min(most, 2) + 1):
            arguments = f"({','.join(others[:number])})" if number else ""
            expression = f"{name}.{word}{arguments}"
            refused = check(expression, book)
            if refused is None:
                yield word, speak(expression, book)
            else:
                assert refused.message
                assert refused.hint


def numbers(text: str) -> list[Decimal]:
    """Return the numbers in `text`."""
    return [Decimal(one) for one in re.findall(r"[0-9.]+", text)]


@given(any_books())
@settings(max_examples=250, deadline=None)
def test_no_phrase_on_several_figures_prints_nonsense(book: Sheet) -> None:
    for word, spoken in sayings(book):
        text = spoken.text + spoken.unit
        assert spoken.text.strip(), word
        assert not NONSENSE.search(text.replace("（-", "（")), (word, text)
        assert not MINUS.search(text), (word, text)
        missing = spoken.status == "missing"
        assert ("X" in spoken.text) == missing == bool(spoken.lacks), (word, spoken)
        assert len(set(spoken.lacks)) == len(spoken.lacks)
        assert not (missing and spoken.value is not None)


@given(wholes())
@settings(max_examples=200, deadline=None)
def test_parts_that_are_printed_add_up_or_are_in_dispute(book: Sheet) -> None:
    total = next(iter(book.figures.values())).value
    among, made_of = (speak(f"表.来访.{word}", book) for word in ("其中", "构成"))

    assert among.status == made_of.status
    assert among.status == "disputed" or sum(numbers(among.text)) == total
    assert numbers(made_of.text)[0] == total
    assert made_of.status == "disputed" or sum(numbers(made_of.text)[1:]) == total


@given(wholes(), st.data())
@settings(max_examples=100, deadline=None)
def test_figures_called_the_whole_of_another_add_up_or_are_in_dispute(
    book: Sheet, data: st.DataObject
) -> None:
    total, *parts = book.figures.values()
    alone = total._replace(parts=(), cells=())
    chosen = data.draw(st.lists(st.sampled_from(parts), min_size=1, unique=True))
    book = Sheet({alone.name: alone, **{part.name: part for part in parts}})
    for word in ("构成", "占比构成"):
        spoken = speak(f"表.来访.{word}({','.join(part.name for part in chosen)})", book)
        added = sum(part.value or 0 for part in chosen)
        assert (spoken.status == "known") == (added == total.value)


@given(wholes())
@settings(max_examples=200, deadline=None)
def test_shares_that_are_printed_together_add_up_to_100(book: Sheet) -> None:
    spoken = speak("表.来访.占比构成", book)

    assert sum(numbers(spoken.text)) == (100 if "占" in spoken.text else 0)


@given(wholes())
@settings(max_examples=200, deadline=None)
def test_the_share_of_what_stands_out_is_that_of_the_rows_it_names(book: Sheet) -> None:
    total = next(iter(book.figures.values())).value
    spoken = speak("表.来访.突出", book)
    if "占" not in spoken.text or spoken.status == "disputed":
        return

    *amounts, share = numbers(spoken.text)

    assert total
    assert abs(share - sum(amounts) * 100 / total) <= Decimal("0.05")
    assert sum(amounts) <= total


@given(wholes())
@settings(max_examples=200, deadline=None)
def test_nobody_who_has_as_much_is_left_out(book: Sheet) -> None:
    total, *parts = book.figures.values()
    named_in = {word: speak(f"表.来访.{word}", book).text for word in ("前三", "后三", "突出")}

    for word, text in named_in.items():
        named = {part.value or 0 for part in parts if (part.row or part.name) in text}
        others = {part.value or 0 for part in parts if (part.row or part.name) not in text}
        assert not named & others, (word, text)
        if named and others:
            assert (max(named) < min(others)) if word == "后三" else (min(named) > max(others))
    assert total.name not in "".join(named_in.values())


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Decimal, Decimal]:
    """Draw a base and what became of it, often double or four times as much, or nearly so."""
    then = draw(st.decimals("0.01", 10**6, places=2))
    size = draw(st.sampled_from([2, 4, 8]))
    exactly = then * size + draw(st.sampled_from([0, 0, 1, -1])) * Decimal("0.01")
    return draw(st.one_of(st.decimals(0, 10**6, places=2), st.just(exactly))), then


@given(pairs())
@settings(max_examples=250, deadline=None)
def test_a_multiple_is_true(pair: tuple[Decimal, Decimal]) -> None:
    now, then = pair
    built = {
        name: Figure(name, PLACE, Amount(value, PLACE), "万元")
        for name, value in (("今", now), ("昔", then))
    }
    times, doubled = (speak(f"今.{word}(昔)", Sheet(built)).text for word in ("倍数", "翻番"))
    ratio = now / then

    if times.endswith("倍"):
        assert ratio > 1
        assert numbers(times)[0] <= ratio or numbers(times)[0] % 1
        assert abs(numbers(times)[0] - ratio) <= Decimal("0.05")
    else:
        assert ("持平" in times) == (abs(ratio - 1) < Decimal("0.0005"))
        assert ratio < Decimal("1.0005")
    named = re.search("翻了?([一两三四])番", doubled)
    if named:
        size = 2 ** ("一两三四".index(named[1]) + 1)
        near, more = "接近" in doubled, doubled.endswith("多")
        low, high = (Decimal("0.95"), 1) if near else (1, 2) if more else (1, 1)
        assert size * low <= ratio <= size * high
        assert (ratio == size) == (not near and not more)
    assert named or ratio < 2 or ratio >= 30
    assert ("接近翻番" in doubled) == (Decimal("1.9") <= ratio < 2)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 30))
@settings(max_examples=150, deadline=None)
def test_growth_a_year_leads_from_the_one_year_to_the_other(
    now: int, then: int, years: int
) -> None:
    built = {
        "今": Figure("今", PLACE, Amount(Decimal(now), PLACE), "万元", f"{1990 + years}年"),
        "昔": Figure("昔", PLACE, Amount(Decimal(then), PLACE), "万元", "1990年"),
    }
    spoken = speak("今.年均增长(昔)", Sheet(built))
    if "持平" in spoken.text:
        assert abs(now - then) * 2000 < then * (years + 1)
        return

    assert spoken.value is not None
    assert abs((1 + spoken.value / 100) ** years - Decimal(now) / then) < Decimal("1e-12") * now
    assert ("年均增长" in spoken.text) == (now > then)
    assert spoken.text.endswith(PERCENT)

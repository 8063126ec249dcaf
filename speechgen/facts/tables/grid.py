"""行 and 合计: rows fitted to the columns, their names checked, the totals found among them."""

from __future__ import annotations

import unicodedata

from speechgen.facts.file import glances
from speechgen.facts.file.lines import Node, Pairs, Scalar, Series
from speechgen.facts.keys.key import MISSING, Key
from speechgen.facts.reading import Reading, shown
from speechgen.facts.tables.specs import FORBIDDEN, LONGEST
from speechgen.facts.tables.typed import Line, Spec, Totals, Typed, typed
from speechgen.problems import FactsPlace, nearest

LABELS = frozenset({"合计", "总计", "共计"})
"""Names of a row that is the total of the others, where it stands first or last."""

_PARTIAL = frozenset({"小计", *LABELS})
TOTALS = "合计"
MOST_ROWS = 2000
_TRUTHS = {"是": True, "true": True, "否": False, "false": False}


class Fit:
    """The columns that rows must fit."""

    __slots__ = ("at", "heads", "naming", "reading", "specs", "table", "typed")

    def __init__(self, table: str, specs: tuple[Spec, ...], naming: int, reading: Reading) -> None:
        self.table = table
        self.specs = specs
        self.naming = naming
        self.reading = reading
        self.heads = tuple(spec.head for spec in specs)
        self.at = {head: number for number, head in enumerate(self.heads)}
        self.typed = tuple(n for n, spec in enumerate(specs) if not spec.formula)
        """Columns that a row must fill."""

    def report(self, place: FactsPlace, message: str, hint: str, code: str = "table-shape") -> None:
        """Note what is wrong with a row."""
        self.reading.report(place, code, f"“{shown(self.table)}”{message}", hint)


def lines(node: Node, key: Key, fit: Fit) -> list[Line]:
    """Return the rows that fit the columns."""
    reading = fit.reading
    if type(node) is not Series:
        reading.expected(node, key)
        return []
    if len(node.children) > MOST_ROWS:
        message = f"有{len(node.children)}行，最多{MOST_ROWS}行"
        fit.report(reading.page.place(node.start), message, "请分成几张表")
        return []
    found = [line(child, f"第{n}行", key, fit) for n, child in enumerate(node.children, 1)]
    return [row for row in found if row is not None]


def line(node: Node, which: str, key: Key, fit: Fit) -> Line | None:
    """Return one row, typed as a list of cells or as head → cell."""
    if type(node) is Series:
        return _listed(node, which, key, fit)
    if type(node) is Pairs:
        return _named(node, which, key, fit)
    fit.reading.expected(node, key)
    return None


def fitted(cells: list[Typed], which: str, place: FactsPlace, fit: Fit) -> Line | None:
    """Return cells in the order of the columns; computed columns may be left out."""
    if len(cells) == len(fit.specs):
        return tuple(cells)
    if len(cells) != len(fit.typed):
        number = len(fit.typed)
        more = f"（不算算式列是{number}个）" if number < len(fit.specs) else ""
        message = f"{which}有{len(cells)}格，而列有{len(fit.specs)}个{more}"
        fit.report(place, message, "请逐行核对；不适用的格写 —，还没有的写 待核")
        return None
    row: list[Typed | None] = [None] * len(fit.specs)
    for at, cell in zip(fit.typed, cells, strict=True):
        row[at] = cell
    return tuple(row)


def _listed(node: Series, which: str, key: Key, fit: Fit) -> Line | None:
    reading = fit.reading
    if len(node.children) not in {len(fit.specs), len(fit.typed)}:
        glances.one_item(node, reading)
    cells = [typed(child, reading) for child in node.children if type(child) is Scalar]
    if len(cells) < len(node.children):
        reading.expected(next(c for c in node.children if type(c) is not Scalar), key)
        return None
    return fitted(cells, which, reading.page.place(node.start), fit)


def _named(node: Pairs, which: str, key: Key, fit: Fit) -> Line | None:
    row: list[Typed | None] = [None] * len(fit.specs)
    right = True
    for name, child in zip(node.children[::2], node.children[1::2], strict=True):
        if type(name) is not Scalar or type(child) is not Scalar:
            fit.reading.expected(name if type(name) is not Scalar else child, key)
            right = False
        elif name.text not in fit.at:
            right = False
            if not glances.strange_key(name, child, node, fit.reading):
                _unknown(name, fit)
        elif row[fit.at[name.text]] is not None:
            right = False
            place = fit.reading.page.place(name.start)
            fit.report(place, f"{which}的“{shown(name.text)}”写了两次", "请删去一处")
        else:
            row[fit.at[name.text]] = typed(child, fit.reading)
    found = tuple(row)
    if right and which != TOTALS:
        right = not _lacking(found, which, fit.reading.page.place(node.start), fit)
    return found if right else None


def _unknown(name: Scalar, fit: Fit) -> None:
    near = nearest(name.text, fit.heads)
    hint = f"是不是“{near}”" if near else ""
    message = f"没有“{shown(name.text)}”这一列，列有：{shown('、'.join(fit.heads))}"
    fit.report(fit.reading.page.place(name.start), message, hint)


def _lacking(row: Line, which: str, place: FactsPlace, fit: Fit) -> bool:
    """Report the columns that a row typed as head → cell leaves out; return whether it does."""
    lacking = [fit.heads[at] for at in fit.typed if row[at] is None]
    if lacking:
        message = f"{which}没有写“{shown('、'.join(lacking))}”这一列"
        fit.report(place, message, "不适用的写 —，还没有的写 待核")
    return bool(lacking)


def totals_of(rows: list[Line], fit: Fit) -> Totals | None:
    """Take the row of totals out of `rows`, where one stands first or last; report any other."""
    found: Totals | None = None
    for number in (len(rows) - 1, 0):
        row = rows[number] if rows else ()
        name = row[fit.naming] if row else None
        if found is None and len(rows) > 1 and name is not None and name.text in LABELS:
            found = _totals(row, name.place, fit, first=not number)
            del rows[number]
    for row in rows:
        name = row[fit.naming]
        if name is not None and name.text in _PARTIAL:
            message = f"里的“{name.text}”行会同别的行重复相加"
            hint = "合计放在第一行或最后一行；有小计的，请分成几张表"
            fit.report(name.place, message, hint, "table-row")
    return found


def stated(node: Node, key: Key, fit: Fit) -> Totals | None:
    """Return 合计: 是 (to be computed), a list of cells or head → cell; None for 否."""
    reading = fit.reading
    place = reading.page.place(node.start)
    nothing: Line = (None,) * len(fit.specs)
    if type(node) is Scalar:
        truth = _TRUTHS.get(node.text.strip().lower())
        if truth is None:
            reading.expected(node, key)
        return Totals(TOTALS, nothing, place) if truth else None
    if type(node) is Series:
        return _stated_list(node, key, fit)
    return _totals(line(node, TOTALS, key, fit), place, fit)


def _stated_list(node: Series, key: Key, fit: Fit) -> Totals | None:
    """Return totals typed as a list; the word 合计 before them may be left out."""
    reading = fit.reading
    place = reading.page.place(node.start)
    short = len(node.children) in {len(fit.specs) - 1, len(fit.typed) - 1}
    if short and len(node.children) != len(fit.typed) and fit.naming == 0:
        cells = [typed(child, reading) for child in node.children if type(child) is Scalar]
        row = fitted([Typed(TOTALS, place), *cells], TOTALS, place, fit)
    else:
        row = _listed(node, TOTALS, key, fit)
    return _totals(row, place, fit)


def _totals(row: Line | None, place: FactsPlace, fit: Fit, *, first: bool = False) -> Totals | None:
    """Return a row as the row of totals; its name is the label."""
    if row is None:
        return None
    name = row[fit.naming]
    cells = tuple([None if n == fit.naming else cell for n, cell in enumerate(row)])
    return Totals(name.text if name else TOTALS, cells, place, first)


def named(rows: list[Line], fit: Fit) -> bool:
    """Report rows whose name cannot be used; return whether all can."""
    before = len(fit.reading.problems)
    seen: dict[str, Typed] = {}
    for number, row in enumerate(rows, 1):
        cell = row[fit.naming]
        if cell is None:
            continue
        folded = unicodedata.normalize("NFKC", cell.text)
        message, hint = _unusable(cell.text, number), ""
        if len(cell.text) > LONGEST:
            hint = "行名写短些，长的话写到后面的列里"
        if not message and folded in seen:
            first = seen[folded]
            same = "写了两次" if first.text == cell.text else f"同“{shown(first.text)}”只差全角半角"
            message = f"的“{shown(cell.text)}”行{same}，前一次在第{first.place.line}行"
        seen.setdefault(folded, cell)
        if message:
            hint = hint or f"每行的“{shown(fit.heads[fit.naming])}”要写上，各行不同"
            fit.report(cell.place, message, hint, "table-row")
    return len(fit.reading.problems) == before


def _unusable(name: str, number: int) -> str:
    if name in {"", "~", MISSING}:
        return f"第{number}行没有名称"
    if len(name) > LONGEST:
        return f"的行名“{shown(name)}”有{len(name)}个字，最多{LONGEST}个字"
    if FORBIDDEN.intersection(name):
        return f"的行名“{shown(name)}”里不能有括号“【】[]”或换行"
    return ""

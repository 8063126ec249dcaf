"""Facts without what nobody has supplied yet: for papers in which no X may stand (`缺数: 略`).

A sentence whose figure or name is missing, or does not reconcile, is left out and said by a
warning with its place. What cannot be said without it goes too: a measure without its 谁.
"""

from __future__ import annotations

from speechgen.drafting.desk import Desk
from speechgen.drafting.marks import expression
from speechgen.drafting.stock import MAIN_KEYS
from speechgen.facts.item import MARK, Item, Value
from speechgen.facts.tables.record import TableFacts
from speechgen.problems import FactsPlace, Problem, visible

LEFT_OUT = "left-out"
_BEARING = frozenset({*MAIN_KEYS, "谁", "对象", "起因", "经过"})
"""Keys without which an entry of a list says something else, or nothing."""

_BODY = frozenset({"措施", "具体任务", "安排", "目标", "阶段目标", "分点"})
_HEAD = frozenset({"要点", "用意", "编号", "领域", "对应", "时限"})
"""A task that lost all of its body, and is a bare head, goes as a whole."""

_SPEAKERS = frozenset({"讲话人", "主持人"})
_SHOWN = 40  # characters
_HINT = "补上以后再生成；这种稿子对外发布，不留X"


class Sieve:
    """Goes through the facts of one paper and notes what it lets fall."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.fallen: list[Problem] = []

    def root(self) -> Item:
        """Return the facts that can be said in full."""
        root = self.desk.facts.root
        values = {key: self._kept(value, root.where(key)) for key, value in root.values.items()}
        left = {key: value for key, value in values.items() if value is not None}
        for key in _SPEAKERS & left.keys():
            person = left[key]
            if isinstance(person, Item) and not person.text("职务"):
                del left[key]
        return Item(left, root.places, root.place)

    def _kept(self, value: Value, place: FactsPlace) -> Value | None:
        if isinstance(value, str):
            return None if self._falls(value, place) else value
        if isinstance(value, Item):
            return self._part(value)
        if isinstance(value, tuple):
            entries = [self._entry(entry, place) for entry in value]
            return tuple([entry for entry in entries if entry is not None]) or None
        return value

    def _entry(self, entry: Value, place: FactsPlace) -> Value | None:
        """Return an entry of a list; nothing where it lost what it is about."""
        kept = self._kept(entry, place)
        if isinstance(kept, Item) and isinstance(entry, Item):
            lost = entry.values.keys() - kept.values.keys()
            return (
                None if _BEARING & lost or (_BODY & lost and kept.values.keys() <= _HEAD) else kept
            )
        return kept

    def _part(self, item: Item) -> Item:
        values = {key: self._kept(value, item.where(key)) for key, value in item.values.items()}
        left = {key: value for key, value in values.items() if value is not None}
        return Item(left, item.places, item.place)

    def _falls(self, text: str, place: FactsPlace) -> bool:
        if MARK not in text or not self.desk.ask("lacks", text):
            return False
        shown = self.desk.print(text)[:_SHOWN]
        message = f"“{visible(shown)}”里有还没有核定的数或名称，{self.desk.kind.name}没有写这一句"
        self.fallen.append(Problem(place, LEFT_OUT, message, _HINT, severity="warn"))
        return True

    def tables(self) -> tuple[TableFacts, ...]:
        """Return the tables every cell of which is known."""
        return tuple(table for table in self.desk.facts.tables if not self._gaps(table))

    def _gaps(self, table: TableFacts) -> bool:
        cells = [name for name in self.desk.facts.figures if name.startswith(f"{table.name}[")]
        if not any(self.desk.ask("lacks", expression(name)) for name in cells):
            return False
        message = f"表格“{visible(table.name)}”里有待核的数，{self.desk.kind.name}没有印这张表"
        self.fallen.append(Problem(table.place, LEFT_OUT, message, _HINT, severity="warn"))
        return True


def without_missing(desk: Desk) -> Desk:
    """Return a desk for the same paper whose facts can all be said in full."""
    sieve = Sieve(desk)
    root = sieve.root()
    facts = desk.facts._replace(root=root, tables=sieve.tables())
    full = Desk(facts, desk.kind, desk.library, desk.level, desk.house)
    full.answers = desk.answers
    full.advice = sieve.fallen
    return full

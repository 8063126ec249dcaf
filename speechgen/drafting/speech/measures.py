"""What is done for a task: owner + verb + by when + result, in one or two sentences (§3.4)."""

from __future__ import annotations

from speechgen.drafting.desk import Desk
from speechgen.drafting.lines.acting import (
    acting,
    closed,
    collective,
    composed,
    deadline,
    done_by,
    is_lasting,
    lasting,
    matter,
    outcome,
    within,
)
from speechgen.drafting.lines.sentence import (
    LONG,
    bare,
    demanded,
    due_head,
    goal,
    joined,
    one_modal,
    owners,
    stop,
    without_modal,
)
from speechgen.drafting.lines.shapes import is_point_of_time, read_line
from speechgen.drafting.speech import task_forms
from speechgen.facts.item import Item

SUBJECTS_TOGETHER = 3  # 任7: up to three owners in one sentence
US = "我们"
DONE = ("动", "把", "名", "句", "物")
PEERS = ("部门负责人", "基层代表")
"""Ranks that speak for a unit of their own, to units of their own rank."""


class Measures:
    """The sentences of one task: what has been said of owner and deadline is not said twice."""

    def __init__(self, desk: Desk, task: Item, parent: Item | None) -> None:
        self.desk = desk
        self.task = task
        self.owner = self._said_of(owners(task))
        self.partners = owners(task, "配合单位")
        self._lead()
        due = bare(task.text("时限"))
        self.lasting = due if is_lasting(due) else ""
        self.due = "" if task.text("目标") or self.lasting else due
        if self.due and any(bare(line).startswith(self.due) for line in _typed(task)):
            self.due = ""  # a measure begins with it: not 年底前，年底前
        self.ends, self.due = done_by(self.due)
        self.out: list[str] = []
        self.glue = False
        """Whether the last sentence takes the stages as its end: a line, not somebody's duty."""

        self.told = False
        """Whether stages and goal have been said with the measures."""

        self.has_owner = bool(self.owner or parent is task or (parent and owners(parent)))

    def _said_of(self, owner: str) -> str:
        """Return an owner as the speaker says it: our own unit is 我们."""
        return US if self.desk.tone in PEERS and task_forms.is_own(self.desk, owner) else owner

    def _lead(self) -> None:
        """Put our own unit first among several owners: 我们 do it together with the others."""
        names = self.task.lines("责任单位")
        others = [name for name in names if not task_forms.is_own(self.desk, bare(name))]
        if self.desk.tone in PEERS and 0 < len(others) < len(names):
            self.owner = US
            self.partners = joined([*others, *self.task.lines("配合单位")])

    def said(self) -> str:
        """Return all sentences of the task."""
        entries = [] if self._in_one() else list(self.task.items("措施"))
        while entries:
            entries = self._next(entries)
        for line in self.task.lines("说明"):
            self.out.append(stop(line))
        if self.ends and self.out:
            self.out[0] = stop(f"{bare(self.out[0])}，{self.ends}")
        elif self.ends:
            self.due = self.ends
        self._leftover()
        self.out += filter(None, [task_forms.how(self.desk, self.task)])
        if not self.told:
            self._stages()
            self._goal()
        if self.lasting:
            self.out.append(self.desk.frame("任务长期", "", self.task, 时限=lasting(self.lasting)))
        if not self.has_owner:
            self.desk.advise(
                self.task.where("要点"),
                "no-owner",
                f"“{self.desk.print(bare(self.task.text('要点')))}”没有写由谁来办",
                "补上“责任单位”，或在措施里写明“谁”",
            )
        return "".join(self.out)

    def _in_one(self) -> bool:
        """Say all measures in one sentence where they make one (任13, 任14, 任15)."""
        desk, task = self.desk, self.task
        slots = {"单位": self.owner, "配合单位": self.partners}
        said = task_forms.staged(desk, task, **slots)
        if not said and desk.demands:
            said = task_forms.hastened(desk, task, owned=bool(self.owner or self.partners))
        self.told = bool(said)
        if not said:
            said = task_forms.listed(desk, task.items("措施"), **slots, **deadline(self.due))
            self.due = "" if said else self.due
        if said:
            self.out.append(said)
            self.owner = self.partners = ""
        if self.told:
            self.due = ""
        return bool(said)

    # -- one group of measures after the other ---------------------------------------------

    def _next(self, entries: list[Item]) -> list[Item]:
        """Say the first measure, or several that belong together; return the rest."""
        first = entries[0]
        if set(first.values) - {"编号"} != {"做什么"}:
            return self._mapped(entries)
        line = bare(first.text("做什么"))
        shape = read_line(line, self.desk.words).shape
        if shape == "主" or self.desk.words.names_actor(line):
            self.has_owner = True
        together = self._follow(entries, line, shape)
        if self.owner or self.partners:
            self._owned(line, shape, together)
        else:
            self._unowned(line, shape, together)
        return entries[1 + len(together) :]

    def _follow(self, entries: list[Item], line: str, shape: str) -> list[str]:
        """Return the next line where it shares owner and clause with the first (任6)."""
        if len(entries) < 2:  # noqa: PLR2004 - no next one
            return []
        following = entries[1]
        text = bare(following.text("做什么"))
        if set(following.values) - {"编号"} != {"做什么"}:
            return []
        owned = bool(self.owner or self.partners)
        together = task_forms.pairs(self.desk, line, text, shape, owned=owned)
        return [text] if together or task_forms.goes_on(self.desk, line, text) else []

    def _owned(self, line: str, shape: str, together: list[str]) -> None:
        """Say the first measure with the task's owner and partners."""
        desk = self.desk
        plain = within(without_modal(line))
        acted = acting(line) if shape in DONE else plain
        if acted.startswith("在"):
            shape = "动"
        acted = acted if shape in ("动", "把") else plain
        action = "，".join([acted, *together])
        due, self.due = self.due, ""
        when = deadline(due)
        head = ""
        if action.startswith("在") and "期限" in when:  # not 要在7月底前，在学校……
            head, due, when = f"{bare(due)}，", "", {}
        slots = {"单位": self.owner, "配合单位": self.partners, "措施": action, **when}
        said = "" if self.owner == US else desk.frame("任务", shape, **slots)
        if not said:
            said = composed(self.owner, self.partners, due, action, shape)
        said = one_modal(collective(closed(said, due, action), self.owner))
        self.owner = self.partners = ""
        self.out.append(stop(head + said))

    def _unowned(self, line: str, shape: str, together: list[str]) -> None:
        self.glue = True
        text = "，".join([demanded(self.desk, line), *together])
        if shape in ("动", "把", "物", "主"):
            text = self._due_head() + text
        self.out.append(stop(text))

    def _mapped(self, entries: list[Item]) -> list[Item]:
        """Say measures given as 谁/对象/责任单位/做什么/时限/结果 (任7, 任9, 任11)."""
        self.glue = False
        first, clauses = entries[0], [self._clause(entries[0])]
        plain = {"谁", "做什么"}
        rest = entries[1:]
        if set(first.values) - {"编号"} == plain:
            while (
                rest
                and set(rest[0].values) - {"编号"} == plain
                and len(clauses) < SUBJECTS_TOGETHER
            ):
                clauses.append(self._clause(rest[0]))
                rest = rest[1:]
        self.out.append(stop("；".join(clauses)))
        return rest

    def _clause(self, measure: Item) -> str:
        desk = self.desk
        own = self._said_of(bare(measure.text("谁")) or owners(measure))
        subject, partners = own or self.owner, owners(measure, "配合单位")
        if not own and subject:
            self.owner = ""
            partners = partners or self.partners
            self.partners = ""
        self.has_owner = self.has_owner or bool(subject)
        slots = {
            "单位": subject,
            "配合单位": partners,
            "对象": matter(measure.text("对象")),
            "措施": acting(measure.text("做什么"), desk.words),
            "结果": outcome(measure.text("结果")),
            **deadline(measure.text("时限"), with_result="结果" in measure),
        }
        bound = slots["措施"].startswith(desk.words.modals)  # not 各学校要不得收取赞助费
        said = "" if bound or subject == US else desk.frame("任务分工", "", **slots)
        return closed(
            bare(said) or self._spelled(slots, "" if bound else "要"),
            measure.text("时限"),
            slots["措施"],
        )

    @staticmethod
    def _spelled(slots: dict[str, str], modal: str) -> str:
        """Return the clause built from its parts, for a set of slots that no frame has."""
        target = f"对{slots['对象']}，" if slots["对象"] else ""
        partners = f"会同{slots['配合单位']}，" if slots["配合单位"] else ""
        when = slots.get("起止") or slots.get("期限") or ""
        often = slots.get("频次") or ""
        result = f"，{slots.get('时限', '')}{slots['结果']}" if slots["结果"] else ""
        head = f"{when}，" if when else ""
        return f"{head}{target}{slots['单位']}{modal}{partners}{often}{slots['措施']}{result}"

    # -- owner, deadline, stages, goal ------------------------------------------------------

    def _due_head(self) -> str:
        due, self.due = self.due, ""
        return f"{due}，" if due and is_point_of_time(due) else due

    def _leftover(self) -> None:
        """Say owner and deadline where no measure has carried them."""
        desk = self.desk
        due = self.due if not self.out else ""
        if (self.owner or self.partners) and not self.out:
            slots = {"单位": self.owner, "配合单位": self.partners, **deadline(due)}
            said = "" if self.owner == US else self._leading(slots)
            together = f"会同{self.partners}" if self.partners else ""
            self.out.append(stop(said or f"{self.owner}要{together}抓好这项工作"))
            if not said and due:
                self.out[-1] = f"{due}，{self.out[-1]}"
            self.owner = self.partners = self.due = ""
        elif self.due:
            said = desk.frame("任务期限", "", self.task, **deadline(self.due))
            self.out.append(stop(said or f"时间是{self.due}"))

    def _leading(self, slots: dict[str, str]) -> str:
        """Return who leads what; 各乡镇 lead nobody, they each do it."""
        if self.owner.startswith("各") and "、" not in self.owner:
            said = self.desk.frame("任务各家", "", self.task, **slots)
            if said:
                return said
        return self.desk.frame("任务牵头", "", self.task, **slots)

    def _stages(self) -> None:
        stages = self.task.items("阶段目标")
        if not stages:
            return
        text = "，".join(bare(s.text("时限")) + bare(s.text("目标")) for s in stages)
        last = self.out[-1] if self.out and self.glue else ""
        if last and self.desk.length(last) + self.desk.length(text) < LONG:
            self.out[-1] = f"{bare(last)}，{text}。"
            return
        asked = [f"{bare(s.text('时限'))}，{goal(self.desk, s)}" for s in stages]
        self.out.append(stop("；".join(asked)))

    def _goal(self) -> None:
        if self.task.text("目标"):
            due = due_head(self.task)
            typed = bare(self.task.text("时限"))
            typed = "" if typed == self.lasting else typed
            head = due or (f"{typed}，" if typed else "")
            said = goal(self.desk, self.task)
            if head and said.startswith(bare(head)):
                head = ""
            last = self.out[-1] if self.out and self.glue and not head else ""
            if last and said.startswith("确保") and self.desk.length(last + said) < LONG:
                self.out[-1] = f"{bare(last)}，{said}。"
            else:
                self.out.append(stop(head + said))


def _typed(task: Item) -> list[str]:
    """Return what the measures of a task say is done."""
    return [measure.text("做什么") for measure in task.items("措施")]

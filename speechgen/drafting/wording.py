"""The wording of a paper: what its templates say, figures still unspoken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from speechgen.drafting.agenda import advise_typed_twice
from speechgen.drafting.amount import fitted
from speechgen.drafting.dates import date_text
from speechgen.drafting.desk import Desk
from speechgen.drafting.engine.speakable import Speakable
from speechgen.drafting.engine.template import render
from speechgen.drafting.lines.frames import fill, slots_of
from speechgen.drafting.lines.sentence import as_work
from speechgen.drafting.speech import demands, findings, heads, opening, results, tasks
from speechgen.drafting.speech.mirror import advise_unanswered
from speechgen.facts.expression import canonical
from speechgen.facts.facts import Facts
from speechgen.facts.item import Item
from speechgen.facts.kind import Kind
from speechgen.facts.library import Library
from speechgen.facts.speak import check
from speechgen.house import PLAIN, House
from speechgen.problems import Problem, SpeechgenError

MEETING = "会议.名称"
MODULES = (demands, findings, heads, opening, results, tasks)
FUNCTIONS: dict[str, Callable[..., Any]] = {
    name: function for module in MODULES for name, function in module.FUNCTIONS.items()
}
LATER = {
    name: module
    for module, names in {
        "speech.cases": "案例句",
        "speech.parts": "话题引 分点 要点领句 要点说明 要点后",
        "kinds.practices": "论点句 误区句 做法句 下步句 我们做 体会句",
        "kinds.reporting": (
            "汇报题 汇报几节 报送句 汇报开头 概述句 部分概述 问题内容句 详问 分组 组题 "
            "组内句 有小标题 无题领句 问题小标题 未说 背景句 只列 列要点 有分项 小节"
        ),
        "kinds.planning": "详列 打算引句 打算句 余下句 部分余下 打算一段",
        "lines.numbered": "列举句",
        "kinds.outline": "提纲成绩 提纲问题 提纲任务 提纲要求 提纲要点",
        "kinds.work_points": "要点题 要点正文 要点组 保障题 保障句",
        "kinds.bulletin": "主送句 通报开头 通报题 通报名单 通报单位",
        "kinds.pledges": "表态人 表态开头 表态听 表态认领 表态成绩 诺 表态承诺 承诺领句 承诺句",
        "speech.schedule": "时间节点",
        "kinds.hosting": "议程项 到会句 欢迎句 议程表 请出句 提示句 小结句 会后句 散会句",
        "kinds.minutes": (
            "纪要开头 会上句 会议句 会议成绩 纪要问题引 只有题 都是短的 纪要要求 "
            "略列议定 略列问题 略列要求 议定项 议定题 议定余 议定引 议定句 到会名单"
        ),
        "kinds.release": (
            "通稿导语 通稿会上 通稿指出 通稿改进 通稿任务 通稿略列 通稿部分 通稿要求 通稿到会"
        ),
        "kinds.address": "致辞欢迎 致辞介绍 致辞邀客 致辞合作 致辞打算 致辞一项 致辞多项 致辞祝愿",
    }.items()
    for name in names.split()
}
"""Words of some papers only; their modules are imported when a template says one."""


def worded(facts: Facts, kind: Kind, library: Library, house: House = PLAIN) -> tuple[str, Desk]:
    """Return what the templates of `kind` say of `facts`, and the desk it was said from.

    Raises:
        SpeechgenError: the facts lack what the kind needs, or a template is faulty.
    """
    _demand(facts, kind)

    def at(level: int) -> tuple[str, Desk]:
        desk = Desk(facts, kind, library, level, house)
        if kind.settings.get("缺数") == "略":
            from speechgen.drafting.kinds.leaving import without_missing  # noqa: PLC0415 - few kinds

            desk = without_missing(desk)
        return render(library.root, f"{kind.name}/正文.j2", _context(desk)), desk

    text, desk = fitted(facts.root, at)
    advise_unanswered(desk)
    advise_typed_twice(desk)
    return text, desk


def _demand(facts: Facts, kind: Kind) -> None:
    lacking = [key for key in kind.needs if not any(k in facts.root for k in key.split("|"))]
    problems = [
        Problem(
            facts.root.place,
            "kind-needs",
            f"“{kind.name}”要有“{key.replace('|', '”或“')}”，素材里没有写",
            f"可以照这样补一行：{kind.examples[key]}",
        )
        for key in lacking
    ]
    if problems:
        raise SpeechgenError(*problems)


def _context(desk: Desk) -> dict[str, Any]:
    facts = desk.facts
    names = partial(_canonical, facts)
    figures = {name: Speakable(name, names) for name in (*facts.figures, *facts.names)}
    functions = {name: partial(function, desk) for name, function in FUNCTIONS.items()}
    functions |= {name: partial(_later, name, desk) for name in LATER}
    return {
        **figures,
        **facts.root.values,
        **({} if _is_first(desk) else {"副标题": ""}),
        **functions,
        "数据": figures,
        "名称": figures,
        "题目": _title(desk),
        "日期文字": date_text(facts.root),
        "署名": facts.root.text("署名单位") or desk.house.unit,
        "句库": desk.stock,
        "节": desk.section,
        "话题": desk.about,
        "_行": desk.line,
        "_进": desk.enter,
        "_出": desk.leave,
    }


def _later(name: str, desk: Desk, *arguments: object) -> object:
    module = import_module(f"speechgen.drafting.{LATER[name]}")
    said: object = module.FUNCTIONS[name](desk, *arguments)
    return said


def _canonical(facts: Facts, inner: str) -> str:
    """Return an expression a template prints, in canonical form, if it can be said.

    Raises:
        ExpressionError: it cannot; the template's line is added where it is rendered.
    """
    expression = canonical(inner, facts.figures, facts.names)
    unfit = check(expression, facts)
    if unfit is not None:
        raise unfit
    return expression


def _title(desk: Desk) -> str:
    """Return 标题 of the facts, else the kind's own: 在……会议上的讲话.

    Of several papers of one meeting the typed title is the first one's.
    """
    root = desk.facts.root
    typed = root.text("标题")
    if typed and _is_first(desk):
        return typed
    frame = desk.kind.title
    needed, optional = slots_of(frame)
    slots = {slot: _dotted(root, slot) for slot in needed | optional}
    if MEETING in needed and not slots[MEETING]:  # a paper without gaps has let the name fall
        from speechgen.drafting.kinds.meeting import meeting_name  # noqa: PLC0415 - few papers

        slots[MEETING] = meeting_name(desk)
    return fill(frame, slots)


def _is_first(desk: Desk) -> bool:
    return not desk.facts.kinds or desk.facts.kinds[0] in desk.kind.names


def _dotted(root: Item, slot: str) -> str:
    if slot == "主题工作":
        return as_work(root.text("主题"))
    key, _, rest = slot.partition(".")
    value = root.get(key)
    return value.text(rest) if isinstance(value, Item) else root.text(key)

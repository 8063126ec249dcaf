"""The wording of a paper: what its templates say, figures still unspoken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from speechgen.drafting import demands, findings, heads, opening, results, tasks
from speechgen.drafting.agenda import advise_typed_twice
from speechgen.drafting.amount import fitted
from speechgen.drafting.dates import date_text
from speechgen.drafting.desk import Desk
from speechgen.drafting.frames import fill, slots_of
from speechgen.drafting.mirror import advise_unanswered
from speechgen.drafting.speakable import Speakable
from speechgen.drafting.template import render
from speechgen.facts.expression import canonical
from speechgen.facts.facts import Facts
from speechgen.facts.item import Item
from speechgen.facts.kind import Kind
from speechgen.facts.library import Library
from speechgen.facts.speak import check
from speechgen.house import PLAIN, House
from speechgen.problems import Problem, SpeechgenError

MODULES = (demands, findings, heads, opening, results, tasks)
FUNCTIONS: dict[str, Callable[..., Any]] = {
    name: function for module in MODULES for name, function in module.FUNCTIONS.items()
}
LATER = {
    "案例句": "cases",
    "话题引": "parts",
    "分点": "parts",
    "要点领句": "parts",
    "要点说明": "parts",
    "要点后": "parts",
    "论点句": "practices",
    "误区句": "practices",
    "做法句": "practices",
    "下步句": "practices",
    "汇报题": "reporting",
    "汇报几节": "reporting",
    "报送句": "reporting",
    "汇报开头": "reporting",
    "概述句": "reporting",
    "部分概述": "reporting",
    "问题内容句": "reporting",
    "详问": "reporting",
    "分组": "reporting",
    "组题": "reporting",
    "组内句": "reporting",
    "有小标题": "reporting",
    "无题领句": "reporting",
    "问题小标题": "reporting",
    "详列": "reporting",
    "打算引句": "reporting",
    "打算句": "reporting",
    "余下句": "reporting",
    "部分余下": "reporting",
    "未说": "reporting",
    "列举句": "reporting",
    "我们做": "practices",
    "体会句": "practices",
    "背景句": "reporting",
    "只列": "reporting",
    "列要点": "reporting",
    "有分项": "reporting",
    "小节": "reporting",
    "打算一段": "reporting",
    "提纲成绩": "outline",
    "提纲问题": "outline",
    "提纲任务": "outline",
    "提纲要求": "outline",
    "提纲要点": "outline",
    "要点题": "work_points",
    "要点正文": "work_points",
    "要点组": "work_points",
    "保障题": "work_points",
    "保障句": "work_points",
    "主送句": "bulletin",
    "通报开头": "bulletin",
    "通报题": "bulletin",
    "通报名单": "bulletin",
    "通报单位": "bulletin",
    "表态人": "pledges",
    "表态开头": "pledges",
    "表态听": "pledges",
    "表态认领": "pledges",
    "表态成绩": "pledges",
    "诺": "pledges",
    "表态承诺": "pledges",
    "承诺领句": "pledges",
    "承诺句": "pledges",
    "时间节点": "schedule",
    "议程项": "hosting",
    "到会句": "hosting",
    "欢迎句": "hosting",
    "议程表": "hosting",
    "请出句": "hosting",
    "提示句": "hosting",
    "小结句": "hosting",
    "会后句": "hosting",
    "散会句": "hosting",
    "纪要开头": "minutes",
    "会上句": "minutes",
    "会议句": "minutes",
    "会议成绩": "minutes",
    "纪要问题引": "minutes",
    "议定项": "minutes",
    "议定题": "minutes",
    "议定余": "minutes",
    "议定引": "minutes",
    "议定句": "minutes",
    "只有题": "minutes",
    "略列问题": "minutes",
    "略列议定": "minutes",
    "纪要要求": "minutes",
    "都是短的": "minutes",
    "通稿略列": "release",
    "略列要求": "minutes",
    "到会名单": "minutes",
    "通稿导语": "release",
    "通稿会上": "release",
    "通稿部分": "release",
    "通稿指出": "release",
    "通稿改进": "release",
    "通稿任务": "release",
    "通稿要求": "release",
    "通稿到会": "release",
    "致辞欢迎": "address",
    "致辞邀客": "address",
    "致辞合作": "address",
    "致辞多项": "address",
    "致辞一项": "address",
    "致辞打算": "address",
    "致辞介绍": "address",
    "致辞祝愿": "address",
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
            from speechgen.drafting.leaving import without_missing  # noqa: PLC0415 - few kinds

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
    return fill(frame, {slot: _dotted(root, slot) for slot in needed | optional})


def _is_first(desk: Desk) -> bool:
    return not desk.facts.kinds or desk.facts.kinds[0] in desk.kind.names


def _dotted(root: Item, slot: str) -> str:
    if slot == "主题工作":  # 信访工作 as typed, 安全生产工作
        subject = root.text("主题")
        return subject if not subject or subject.endswith("工作") else f"{subject}工作"
    key, _, rest = slot.partition(".")
    value = root.get(key)
    return value.text(rest) if isinstance(value, Item) else root.text(key)

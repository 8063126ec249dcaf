"""The key table, part two: what the paper says, point by point."""

from __future__ import annotations

from collections.abc import Iterator

from speechgen.facts.keys.key import Key, Record

_ID = Key("编号", "id", "word", "固定的编号，改了要点的字句，更新数据时还认得出这一条")
_DOMAIN = Key("领域", "domain", "text", "属于哪个领域；问题和任务按领域前后呼应")
_DETAILS = Key("说明", "details", "lines", "展开的话，一句一条，可以写【数据名】")
CASES = Key("案例", "cases", "records", "一个或几个实例", "案例")
_OWNER = Key("责任单位", "owner", "lines", "谁牵头")
_PARTNERS = Key("配合单位", "partners", "lines", "谁配合")
_DUE = Key("时限", "due", "line", "什么时候完成，如 10月底前、每月")
_WHO = Key("谁", "who", "text", "由谁来做")
_DO = Key("做什么", "what", "line", "做什么事", required=True)
_OUTCOME = Key("结果", "outcome", "line", "做到什么程度、有什么结果")


def _point(says: str, unless: str = "") -> Key:
    return Key("要点", "point", "line", says, required=True, unless=unless)


_RESULT = (_point("做成了什么，一句话"), _ID, _DOMAIN, _DETAILS, _OUTCOME)
_PROBLEM = (
    _point("问题是什么，一句话", unless="具体问题"),
    _ID,
    _DOMAIN,
    Key("角度", "angle", "text", "从哪个角度看，如 数据、结构"),
    Key(
        "统称", "collective", "text", "几个具体问题合起来叫什么，如 矛盾；印“三类矛盾”，数由程序数"
    ),
    _DETAILS,
    Key("具体问题", "specifics", "entries", "分开说的几个问题，只能再分一层", "具体问题"),
    Key("表现", "conduct", "lines", "有的……有的……还有的……，一种一条"),
    Key("原因", "cause", "lines", "问题出在哪里"),
    CASES,
)
_TASK = (
    _point("抓什么，一句话"),
    _ID,
    _DOMAIN,
    Key("对应", "answers", "lines", "回应哪个问题（写问题的编号或要点）"),
    Key("用意", "purpose", "line", "为了什么，如 让矛盾少发生、早发现"),
    Key("具体任务", "subtasks", "entries", "分开说的几项任务，只能再分一层", "具体任务"),
    Key("措施", "measures", "entries", "怎么做，一句一条，或写明 谁、做什么、时限、结果", "措施"),
    _OWNER,
    _PARTNERS,
    _DUE,
    Key("目标", "goal", "line", "要达到什么，如 初信初访办结率达到95%以上"),
    Key("阶段目标", "stages", "records", "分几步走，每步的时限和目标", "阶段目标"),
    _DETAILS,
)
_DEMAND = (
    _point("提什么要求，一句话"),
    _ID,
    _DETAILS,
    Key("安排", "arrangements", "entries", "已经定下的安排", "安排"),
    Key("导向", "orientation", "line", "考核看什么、不看什么"),
    Key("问责", "accountability", "line", "对哪些情形追责"),
)
_LEVELS = 3


def _without(name: str, keys: tuple[Key, ...]) -> tuple[Key, ...]:
    return tuple(key for key in keys if key.name != name)


def _points() -> tuple[Key, ...]:
    union = {key.name: key for key in (*_RESULT, *_PROBLEM, *_TASK, *_DEMAND)}
    return (
        _point("这一点讲什么，一句话", unless="具体问题"),
        *(union[name] for name in union if name != "要点"),
    )


def _point_records() -> Iterator[Record]:
    """Yield 要点, 要点二 and 要点三: points nested to three levels in all."""
    inner = ["要点", "要点二", "要点三"]
    for level, name in enumerate(inner, 1):
        keys = _points()
        if level < _LEVELS:
            says = "下一层的几点，连要点在内最多三层"
            keys = (*keys, Key("分点", "subpoints", "entries", says, inner[level]))
        yield Record(name, "一点；分点也用这些键" if level == 1 else "分点", keys, "要点")


CONTENT: tuple[Record, ...] = (
    Record("成绩", "一条成绩", _RESULT, "要点"),
    Record("问题", "一个问题", _PROBLEM, "要点"),
    Record("具体问题", "问题下面分开说的一个问题", _without("具体问题", _PROBLEM), "要点"),
    Record("任务", "一项任务", _TASK, "要点"),
    Record("具体任务", "任务下面分开说的一项任务", _without("具体任务", _TASK), "要点"),
    Record(
        "措施",
        "一条措施",
        (
            _DO,
            _WHO,
            Key("对象", "target", "text", "对什么事、什么人"),
            _OWNER,
            _PARTNERS,
            _DUE,
            _OUTCOME,
            _ID,
        ),
        "做什么",
    ),
    Record(
        "阶段目标",
        "一步的时限和目标",
        (
            _DUE._replace(required=True),
            Key("目标", "goal", "line", "到时候做到什么", required=True),
        ),
    ),
    Record("要求", "一条要求", _DEMAND, "要点"),
    Record("安排", "一项安排", (_DO, _WHO, _PARTNERS, _DUE, _ID), "做什么"),
    Record(
        "案例",
        "一个实例",
        (
            Key("时间", "time", "text", "什么时候"),
            Key("地点", "place", "text", "在哪里；有意不写明的用“一个村”“一家企业”"),
            Key("起因", "cause", "line", "起因是什么"),
            _WHO,
            Key("经过", "course", "line", "做了什么"),
            Key("时长", "took", "text", "用了多久"),
            _OUTCOME._replace(says="结果怎样", required=True),
            _ID,
        ),
    ),
    Record(
        "论点",
        "经验材料的中心",
        (
            Key("短板", "shortcomings", "line", "克服什么，如 不愿接、不敢接、不会接"),
            Key("做到", "attain", "line", "做到什么，如 乐于接访、勇于接访、善于接访"),
        ),
    ),
    Record(
        "做法",
        "一条做法",
        (
            Key("标题", "heading", "line", "小标题", required=True),
            _ID,
            Key("短板", "shortcoming", "text", "针对哪个短板"),
            Key("误区", "misconceptions", "lines", "原来怎么想、怎么做，一种一条"),
            Key("措施", "measures", "lines", "怎么做，一条写成“小标题：做法”"),
            CASES,
        ),
    ),
    Record(
        "部分",
        "稿子的一个部分",
        (
            Key("标题", "heading", "line", "这一部分的标题，不写序号", required=True),
            _ID,
            Key("主题", "topic", "text", "这一部分讲什么工作；选用相应的语句"),
            Key("导语", "lead", "lines", "标题下面先说的话"),
            Key("成绩", "results", "entries", "这一部分先说做成了什么", "成绩"),
            Key("问题", "problems", "entries", "再说存在什么问题", "问题"),
            Key("任务", "tasks", "entries", "再说下一步抓什么", "任务"),
            Key("要点", "points", "entries", "这一部分讲的几点", "要点"),
        ),
    ),
    *_point_records(),
)

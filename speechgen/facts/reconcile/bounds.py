"""Numbers that cannot be: a 满意率 of 104 %, a goal of zero."""

from __future__ import annotations

from decimal import Decimal

from speechgen.facts.figure import PERCENT, Figure
from speechgen.facts.printing import typed
from speechgen.facts.reconcile.saying import line_of
from speechgen.facts.wording import POINTS_OF
from speechgen.problems import Problem

NEVER_OVER = (
    *("办结率", "化解率", "结案率", "息诉率", "答复率", "受理率", "回访率", "及时率", "调解率"),
    *("满意率", "满意度", "知晓率", "支持率", "参评率", "参与率", "参会率", "到会率", "出席率"),
    *("合格率", "优良率", "优秀率", "达标率", "及格率", "通过率", "成功率", "整改率", "销号率"),
    *("覆盖率", "普及率", "绿化率", "公开率", "建档率", "签约率", "上线率", "入住率", "空置率"),
    *("失业率", "就业率", "检出率", "差错率", "重复率", "占比", "比重"),
)
"""How the names of rates end that lie between 0 and 100 %, whatever happens.

增长率, 增速, 完成率, 利用率, 参保率 and the like may exceed 100 % and are not here."""

_MOST = Decimal(100)


def check_bounds(figure: Figure, problems: list[Problem], disputed: set[str]) -> None:
    """Report rates below 0 or above 100 %, and a 全年目标 of zero."""
    if figure.unit == PERCENT:
        if figure.name.endswith(NEVER_OVER):
            _check_range(figure, problems, disputed)
    elif figure.target is not None and figure.target.value == 0 and figure.unit not in POINTS_OF:
        message = f"“{figure.name}”的全年目标是0，说不出完成了百分之几"
        hint = "是不能超过的上限的，请改成 全年控制数: 0；还没有定的，写 待核"
        place = figure.target.place
        problems.append(Problem(place, "zero-target", message, hint, severity="warn"))


def _check_range(figure: Figure, problems: list[Problem], disputed: set[str]) -> None:
    amounts = (
        ("值", figure.amount),
        ("上年同期", figure.last_year),
        ("上期", figure.last_period),
        ("全年目标", figure.target),
        ("全年控制数", figure.ceiling),
    )
    for key, amount in amounts:
        value = None if amount is None else amount.value
        if amount is not None and value is not None and not 0 <= value <= _MOST:
            disputed.add(figure.name)
            shown = typed(figure, amount)
            message = f"“{figure.name}”的{key}是 {shown}%，这样的比率应在0至100%之间"
            hint = f"请核对{line_of(amount)}"
            problems.append(Problem(amount.place, "rate-range", message, hint))

"""Papers made by hand: every role, every status, long enough to fill pages."""

from __future__ import annotations

from decimal import Decimal

from speechgen.document import Block, Document, Role, Run, Table
from speechgen.ledger import Entry, Ledger

FULL = (
    "信访工作天天同群众打交道群众愿意把难处讲给我们听是对党委和政府的信任这份信任要靠把具体事"
    "一件件办好来回应各级各部门要把群众反映的问题当作改进工作的提醒老账一笔一笔清新账一笔也不欠"
)
"""Full-width characters only, without punctuation, so that every full line has the same count."""


def block(role: Role, *texts: str | Run, key: str = "") -> Block:
    runs = tuple([Run(text) if isinstance(text, str) else text for text in texts])
    return Block(key or f"样稿/{role.value}@{abs(hash(texts)) % 10**8:08d}", role, runs)


def body(*texts: str | Run) -> Block:
    return block(Role.BODY, *texts)


def numbered(*blocks: Block | Table) -> tuple[Block | Table, ...]:
    """Return `blocks` with keys that tell them apart."""
    return tuple(
        [
            Table(f"样稿/{at:03d}", each.columns, each.rows)
            if isinstance(each, Table)
            else Block(f"样稿/{at:03d}", each.role, each.runs)
            for at, each in enumerate(blocks)
        ]
    )


def speech() -> tuple[Document, Ledger]:
    """Return a speech of several pages: title in two lines, three parts, figures of each status."""
    title = "在全县第四季度重点领域信访事项工作推进会上的讲话"
    blocks = numbered(
        block(Role.TITLE, title),
        block(Role.SPEAKER, "县委书记"),
        block(Role.SPEECH_DATE, "（2025年10月16日）"),
        block(Role.SALUTATION, "同志们："),
        body(FULL * 4),
        block(Role.HEADING_1, "认清形势、直面问题，切实把群众的来信来访放在心上"),
        body(
            "1至7月，全县信访总量",
            Run("135", "信访总量"),
            "件，",
            Run("同比下降8.8%", "信访总量.同比", context="首次"),
            "，但已占全年控制目标200件的",
            Run("67.5%", "信访总量.占控制数"),
            "。重复信访有",
            Run("X", "重复信访", "missing"),
            "件，占信访总量的",
            Run("X%", "重复信访.占比(信访总量)", "missing"),
            "。其中，",
            Run("××", "延期小区", "nameless"),
            "小区延期交付已有两年；接访批次",
            Run("7400", "接访批次", "disputed"),
            "批次。“枫桥经验”——又称《办法》……",
        ),
        block(Role.HEADING_2, "关于征地拆迁"),
        body(Run("一是发展转型中的矛盾比较集中。", lead=True), FULL),
        body(Run("二是群众满意度为", lead=True), Run("90%", "群众满意度", lead=True), FULL[:20]),
        block(Role.HEADING_2, "关于楼盘交付"),
        block(Role.HEADING_3, "压实责任"),
        block(Role.HEADING_4, "县住房和城乡建设局牵头"),
        body(FULL),
        block(Role.HEADING_4, "县自然资源局配合"),
        body(FULL),
        block(Role.HEADING_3, "限期交付"),
        body(FULL * 2),
        block(Role.HEADING_1, "聚焦重点、精准发力，切实把群众的急事难事解决到位"),
        block(Role.HEADING_2, "把牢源头治理"),
        *[body(FULL * 3) for _ in range(6)],
        block(Role.HEADING_1, "扛牢责任、改进作风，切实把今天的部署落到一件件具体事上"),
        *[body(FULL * 2) for _ in range(3)],
        body("同志们，群众把难处交给我们，我们就要把结果交还群众！"),
    )
    return _document("推进会讲话", title, blocks), ledger(blocks)


def report() -> tuple[Document, Ledger]:
    """Return a report: subtitle, unit, table, attachment, signature, stage direction."""
    title = "乐于接访　勇于接访　善于接访　做群众的贴心人　当群众的主心骨"
    table = Table(
        "",
        ("单位", "接访批次", "人次", "化解率"),
        (
            (_cell("市级领导"), _figure("96", "表[市级].批次"), _cell("672"), _cell("90.0%")),
            (_cell("县市区党政正职"), _figure("1924", "表[县].批次"), _cell("6847"), _cell("X%")),
            (_cell("其他领导干部"), _cell("5393"), _cell("23230"), _cell("约占七成")),
        ),
    )
    blocks = numbered(
        block(Role.TITLE, title),
        block(Role.SUBTITLE, "——领导干部接访工作经验交流材料"),
        block(Role.UNIT, "市信访工作联席会议办公室"),
        block(Role.SPEECH_DATE, "（2025年11月18日）"),
        block(Role.NOTE, "（根据录音整理）"),
        body("各级领导干部共接访", Run("7413", "接访批次"), "批次，见表1。"),
        block(Role.CAPTION, "表1　各级领导干部接访情况"),
        block(Role.UNIT_LINE, "单位：批次、人次"),
        table,
        block(Role.STAGE, "（播放专题片）"),
        body("主办单位为镕基镇、喆堃村，甲 < 乙 & “丙” > 丁。"),
        block(
            Role.ATTACHMENT_NOTE,
            "附件：1. 领导干部接访下访情况汇总表和化解积案清单以及重点事项台账",
        ),
        block(Role.ATTACHMENT_NOTE, "2. 积案清单"),
        block(Role.SIGNATURE, "市信访工作联席会议办公室"),
        block(Role.SIGN_DATE, "2025年11月18日"),
        block(Role.ATTACHMENT_LABEL, "附件1"),
        block(Role.TITLE, "情况汇总表"),
        body(FULL),
    )
    return _document("经验交流材料", title, blocks), ledger(blocks)


def tables() -> tuple[Document, Ledger]:
    """Return a speech with a small table, a broad one, several between short texts, a long one."""
    title = "在全县信访工作会议上的讲话"
    short = [each for number in range(3, 15) for each in _lines_and_table(number)]
    blocks = numbered(
        block(Role.TITLE, title),
        *[body(FULL) for _ in range(2)],
        block(Role.CAPTION, "表1\u3000各镇1至7月信访情况"),
        block(Role.UNIT_LINE, "单位：件"),
        _small("镇表"),
        *[body(FULL) for _ in range(3)],
        block(Role.CAPTION, "表2\u3000各乡镇（街道）1至7月主要指标"),
        _broad(),
        *[body(FULL) for _ in range(3)],
        *short,
        block(Role.ATTACHMENT_NOTE, "附件：重点民生项目投资完成情况"),
        block(Role.ATTACHMENT_LABEL, "附件"),
        block(Role.TITLE, "重点民生项目投资完成情况"),
        _long(),
    )
    return _document("工作会议讲话", title, blocks), ledger(blocks)


def _lines_and_table(number: int) -> list[Block | Table]:
    return [
        *[body("群众的事没有小事。") for _ in range(number % 7 + 1)],
        block(Role.CAPTION, f"表{number}\u3000镇街情况"),
        _small(f"表{number}"),
    ]


def _small(name: str) -> Table:
    rows = (("甲镇", "120", "90.0%"), ("乙镇", "X", "X%"), ("合计", "X", "X%"))
    return Table(
        "",
        ("乡镇", "来访", "办结率"),
        tuple(
            [
                (_cell(town), _figure(a, f"{name}[{town}].来访"), _figure(b, f"{name}[{town}].率"))
                for town, a, b in rows
            ]
        ),
    )


def _broad() -> Table:
    heads = (
        *("乡镇（街道）", "来信（件）", "来访（批次）", "来访（人次）", "网上投诉（件）"),
        *("初次信访事项及时受理率", "初次信访事项按期办结率", "群众满意率", "责任单位"),
    )
    numbers = ("12", "130", "3300", "—", "73.2%", "100%", "95.55%")
    offices = ("县信访局", "县住房和城乡建设局")
    return Table(
        "",
        heads,
        tuple(
            [
                (
                    _cell(town),
                    *[_figure(each, f"主表[{town}].{at}") for at, each in enumerate(numbers)],
                    _cell(offices[number % 2]),
                )
                for number, town in enumerate(("柳林街道", "河湾镇", "青石乡", "大河口镇"))
            ]
        ),
    )


def _long() -> Table:
    names = ("道路改造", "供水管网改造", "老旧小区河道治理与供水管网改造工程")
    return Table(
        "",
        ("序号", "项目", "投资（万元）", "完成率"),
        tuple(
            [
                (
                    _cell(str(number)),
                    _cell(names[number % 3]),
                    _figure(str(number * 37), f"项目表[{number}].投资"),
                    _figure(f"{60 + number / 2:.1f}%", f"项目表[{number}].率"),
                )
                for number in range(1, 61)
            ]
        ),
    )


def ledger(blocks: tuple[Block | Table, ...]) -> Ledger:
    """Return an entry for every expression that `blocks` speak."""
    entries = {}
    for run in [run for each in blocks for run in runs_of(each) if run.expression]:
        digits = run.text.rstrip("%")
        value = Decimal(digits) if digits.isdecimal() else None
        name = run.expression.split(".")[0]
        entries[run.expression] = Entry(run.expression, name, run.text, "", value, run.status)
    return entries


def runs_of(each: Block | Table) -> list[Run]:
    if isinstance(each, Table):
        return [run for row in each.rows for cell in row for run in cell]
    return list(each.runs)


def _cell(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def _figure(text: str, expression: str) -> tuple[Run, ...]:
    return (Run(text, expression),)


def _document(kind: str, title: str, blocks: tuple[Block | Table, ...]) -> Document:
    return Document(
        kind=kind,
        title=title,
        blocks=blocks,
        ident="3fa9c01e",
        seed="2025年全县信访工作会议",
        template="0123456789abcdef",
        creator="县委办公室",
        dated="2025-10-16",
    )

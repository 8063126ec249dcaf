"""The key table, part three: figures, names, tables."""

from __future__ import annotations

from speechgen.facts.keys.key import Key, Record, choice

SENSE = choice("上升", "下降")
_FROM = Key("由谁提供", "from_whom", "word", "待核的由哪个单位提供，列在待核清单里")
_BY = Key("期限", "due", "deadline", "最迟哪天提供")
_FIGURE = (
    Key("值", "value", "value", "数本身：135、92%、3.4万、待核，或算式 = 甲 ÷ 乙"),
    Key("单位", "unit", "word", "计量单位：件、人次、万元……百分数不用写", aliases=("计量单位",)),
    Key("时段", "period", "word", "管哪一段时间：1至7月、一季度、2025年"),
    Key("上年同期", "last_year", "amount", "上年同一时段的数，算同比用"),
    Key("上期", "last_period", "amount", "前一个时段的数，算环比用"),
    Key(
        "全年目标",
        "target",
        "target",
        "要达到的数；分级的写 {市定: …, 县定: …}",
        aliases=("目标值",),
    ),
    Key("全年控制数", "ceiling", "amount", "不能超过的数（上限），不说“完成”"),
    Key(
        "类别",
        "class",
        "choice",
        "决定用词：经济 增长、事件 上升、人和项目 增加、率 提高、时长 延长、价格 上涨",
        choices=choice("经济", "事件", "人和项目", "率", "时长", "价格"),
    ),
    Key(
        "性质",
        "nature",
        "choice",
        "现在还有的（存量），还是一段时间发生的（流量）",
        choices=choice("存量", "流量"),
    ),
    Key("同比", "yoy", "change", "上级或统计部门给出的同比；有上年同期的，程序核对"),
    Key("环比", "pop", "change", "给出的环比；有上期的，程序核对"),
    Key("分项", "parts", "words", "加起来应当等于它的几个数据名"),
    Key("总量", "whole", "word", "它是哪个数据的一部分"),
    Key("占比", "share", "percent", "给出的占总量的百分之几，程序核对"),
    Key("核对", "check", "formula", "填报的值应当等于的算式，如 = 排查积案 - 化解积案"),
    Key("位次", "rank", "record", "排第几，由第几到第几", "位次"),
    Key("向好", "better", "choice", "上升好还是下降好", choices=SENSE),
    Key("约数", "hedge", "choice", "印成约数", choices=choice("余", "近", "逾", "不足", "约")),
    Key("小数", "decimals", "whole", "印几位小数"),
    Key(
        "状态", "status", "choice", "不公开的只参加计算，不印出来", choices=choice("待核", "不公开")
    ),
    _FROM,
    _BY,
    Key("来源", "source", "word", "数从哪里来，如 县信访局月报"),
    Key(
        "允许误差",
        "tolerance",
        "record",
        "对账时允许差多少，为什么",
        "允许误差",
        aliases=("容差",),
    ),
    Key("原名", "formerly", "words", "改过名的，写原来的名字，旧稿里的数也能更新"),
)

_SOURCE = (
    Key("文件", "file", "word", "表格文件名，同素材放在一起，如 月报.xlsx", required=True),
    Key("工作表", "sheet", "word", "哪一张工作表；只有一张能用的不用写"),
    Key("表头", "header", "whole", "表头在第几行；不写的自己找"),
    Key("列", "columns", "headings", "认不出的栏，写“表头: 键”；没有表头字的，写列的字母"),
    Key("时段", "period", "word", "表里的数管哪一段时间：1至7月、一季度"),
    Key("单位", "unit", "word", "表里没有单位栏的，各行都用这个计量单位"),
    Key("来源", "source", "word", "数从哪里来；不写的记单元格，如 月报.xlsx!汇总!B5"),
)

FIGURES: tuple[Record, ...] = (
    Record("来源表", "数据来源里的一张表格", _SOURCE, "文件"),
    Record("数据项", "一个数据", _FIGURE),
    Record(
        "位次",
        "排第几",
        (
            Key("由", "was", "position", "原来第几；前3 也行"),
            Key("至", "now", "position", "现在第几", required=True),
            Key("共", "of", "whole", "一共几个参加排"),
            Key("范围", "scope", "word", "在哪里排，如 全省11个市"),
            Key("口径", "basis", "word", "按什么排，如 增速"),
            Key("向好", "better", "choice", "名次上升好还是下降好", choices=SENSE),
        ),
    ),
    Record(
        "允许误差",
        "对账时允许差多少",
        (
            Key("值", "value", "margin", "允许差多少", required=True),
            Key("理由", "reason", "word", "为什么，如 四舍五入"),
        ),
        "值",
    ),
    Record(
        "名称项",
        "一个名称",
        (
            Key("值", "value", "naming", "名称本身；“待核”印××，人名印×××"),
            _FROM,
            _BY,
            Key(
                "类型",
                "type",
                "choice",
                "是什么的名称，决定待核时印什么",
                choices=choice("人名", "地名", "单位", "文件", "会议", "日期"),
            ),
        ),
    ),
    Record(
        "表格",
        "一张表",
        (
            Key("名称", "name", "word", "表的名字，引用时用", required=True),
            Key("标题", "caption", "text", "表上面印的标题"),
            Key("单位", "unit", "word", "整张表的计量单位，各列另写的除外"),
            Key(
                "列",
                "columns",
                "columns",
                "有哪些列，写“列名: 计量单位”“列名: 文字”或“列名: = 算式”；第一列是各行的名称",
                required=True,
                unless="数据来源",
            ),
            Key(
                "行",
                "rows",
                "rows",
                "一行一条，各格按列的次序，或写“列名: 值”；不适用的格写 —",
                required=True,
                unless="数据来源",
            ),
            Key("数据来源", "data_source", "word", "各行在哪个 .xlsx、.csv 里，代替“行”"),
            Key("工作表", "sheet", "word", "数据来源的哪一张工作表；不写的读第一张"),
            Key("表头", "header", "whole", "数据来源的表头在第几行；不写的自己找"),
            Key("合计", "totals", "totals", "填报的合计，程序会核对；写“是”，由程序算出来印上"),
            Key("时段", "period", "word", "表里的数管哪一段时间：1至7月、一季度"),
            Key(
                "位置",
                "position",
                "choice",
                "印在说到它的地方（文中）、正文后面（文后），或不印",
                choices=choice("文中", "文后", "不印"),
            ),
            Key("向好", "better", "choice", "表里的数上升好还是下降好", choices=SENSE),
            Key(
                "类别",
                "class",
                "choice",
                "决定用词，同数据的类别",
                choices=choice("经济", "事件", "人和项目", "率", "时长", "价格"),
            ),
            _FROM,
            _BY,
            Key("来源", "source", "word", "数从哪里来，如 县信访局月报"),
        ),
    ),
    Record(
        "列",
        "表格的一列，单位、算式以外还有话要说的，这样写",
        (
            Key("单位", "unit", "word", "计量单位；文字列写 文字"),
            Key("算式", "formula", "word", "由同一行别的列算出来，如 = 化解 / 来访"),
            Key("小数", "decimals", "whole", "印几位小数"),
            Key("向好", "better", "choice", "上升好还是下降好", choices=SENSE),
            Key(
                "类别",
                "class",
                "choice",
                "决定用词，同数据的类别",
                choices=choice("经济", "事件", "人和项目", "率", "时长", "价格"),
            ),
        ),
    ),
)

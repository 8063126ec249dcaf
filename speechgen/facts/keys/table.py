"""The one table of all keys of a facts file: the file itself, the meeting and its people.

The table goes on in content.py, figures.py and layout.py. It drives validation (records.py), the
JSON Schema (schema.py), the messages and docs/facts.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from speechgen.facts.keys.content import CASES, CONTENT
from speechgen.facts.keys.figures import FIGURES
from speechgen.facts.keys.key import DAY, PERSON, Key, Record, choice
from speechgen.facts.keys.layout import LAYOUT

_TOP = (
    Key("文种", "kind", "words", "写哪种稿子；一次会议要几份稿子的，写成列表", required=True),
    Key("主题", "topic", "text", "讲什么工作，如 信访工作；选用相应的语句"),
    Key("范围", "scope", "text", "放在集体前面的词，如 全县、全市"),
    Key("会议", "meeting", "record", "开什么会", "会议"),
    Key("讲话人", "speaker", "record", "谁讲", "讲话人"),
    Key("称谓", "salutation", "text", "开头怎么称呼，如 同志们"),
    Key("听众", "audience", "text", "讲给谁听，如 全体干部职工"),
    Key(
        "在座上级",
        "superiors",
        "lines",
        "在座的上级领导怎么称呼，一位一条，如 尊敬的市信访局领导；印在称谓前面",
    ),
    Key("依据", "basis", "records", "贯彻谁的会议、文件、讲话，按级别排", "依据"),
    Key("此前议程", "earlier", "records", "讲话之前已经进行的议程", "此前议程"),
    Key("此后议程", "later", "records", "讲话之后还要进行的议程", "此后议程"),
    Key("议程", "agenda", "records", "会议的全部议程，按次序；主持词、纪要、通稿都用它", "议程"),
    Key("主持人", "host", "record", "谁主持", "主持人"),
    Key("出席", "present", "lines", "谁出席，一人一条或一类人一条"),
    Key("列席", "observers", "lines", "谁列席"),
    Key("请假", "excused", "lines", "谁请假"),
    Key("来宾", "guests", "lines", "到会的来宾，致辞时欢迎他们"),
    Key("数据截至", "as_of", "date", "数据算到哪一天；汇报、通报里交代一次", mark=DAY),
    Key(
        "简称",
        "short_names",
        "short_names",
        "单位的全称和简称；全称印过一次以后改用简称",
    ),
    Key("标题", "title", "text", "稿子的标题；不写的由文种和会议名称拟定"),
    Key("副标题", "subtitle", "text", "副标题"),
    Key("署名单位", "signed_by", "text", "署名的单位"),
    Key("日期", "date", "date", "稿子的日期", mark=DAY),
    Key("年度", "year", "text", "哪一年的总结、要点，如 2025年"),
    Key("文号", "number", "text", "纪要、通报的编号，如 第3期、〔2025〕3号"),
    Key("主送", "addressees", "lines", "报给谁、发给谁，印在开头"),
    Key("电头", "dateline", "text", "新闻通稿开头的电头，如 本报讯"),
    Key("形式", "form", "choice", "书面交流，还是在会上发言", choices=choice("书面", "发言")),
    Key("自称", "self", "text", "怎么称自己，如 我们、我县"),
    Key("数据", "figures", "figures", "稿子要说的数，每个有名字和计量单位", "数据项"),
    Key("名称", "names", "names", "句子里用【】引用的地名、单位名、人名、文件名", "名称项"),
    Key("背景", "background", "lines", "为什么做这件事"),
    Key("成绩", "results", "entries", "做成了什么", "成绩"),
    Key("成效", "effects", "lines", "取得的成效，一句一条"),
    Key("问题", "problems", "entries", "存在什么问题", "问题"),
    Key("任务", "tasks", "entries", "下一步抓什么", "任务"),
    Key("要求", "demands", "entries", "怎样保证落实", "要求"),
    Key("论点", "thesis", "record", "经验材料的中心：克服什么、做到什么", "论点"),
    Key("做法", "practices", "records", "经验材料的几条做法", "做法"),
    Key("下步", "next_steps", "lines", "下一步打算，一句一条"),
    Key("体会", "insights", "lines", "几点体会，一句一条"),
    Key("总体要求", "guideline", "lines", "一年工作的总体要求"),
    Key("承诺", "pledges", "entries", "表态发言的几条承诺", "任务"),
    Key("议定事项", "decisions", "entries", "会议议定的事", "任务"),
    Key("表扬", "praised", "lines", "通报里表扬谁、为什么，一条一句"),
    Key("批评", "criticised", "lines", "通报里批评谁、为什么，一条一句"),
    Key("请示", "requests", "lines", "请上级决定、支持的事，一句一条"),
    Key("祝愿", "wishes", "lines", "致辞结尾祝什么"),
    CASES,
    Key(
        "部分",
        "parts",
        "records",
        "自己分部分；写了它，就不用标准的三段，讲话里写了“要求”的放在最后",
        "部分",
    ),
    Key("表格", "tables", "records", "随稿的表格：印在稿子里，表里的数也能在句子里说", "表格"),
    Key("数据来源", "data_sources", "sources", "从 .xlsx、.csv 读数据，一行一个数", "来源表"),
    Key("篇幅", "length", "length", "短、中、长，或者字数，如 4000；只增减套话，素材一句不减"),
    Key("时长", "duration", "text", "讲多久，如 20分钟（一分钟约200字）；同篇幅一样用"),
    Key(
        "同比写法",
        "yoy_style",
        "choice",
        "全文写不写“同比”二字：写（同比增长8%），省（增长8%，年度总结用）；不写的由文种决定",
        choices=choice("写", "省"),
    ),
    Key("种子", "seed", "word", "换一个词，换一种措辞；不写的用会议名称"),
    Key("版式", "layout", "record", "稿子的样子：页边、行距、字体、页码等", "版式"),
)

_AGENDA = (
    Key("谁", "who", "text", "谁通报、谁发言", required=True),
    Key("事项", "what", "line", "做了什么，如 通报了1至7月全县信访工作情况", required=True),
    Key(
        "类型",
        "type",
        "choice",
        "属于哪一类，决定后面怎样评价",
        choices=choice("通报", "汇报", "发言", "宣读", "表彰", "签订", "观看", "考察", "讲话"),
    ),
)

_PAPER: tuple[Record, ...] = (
    Record("素材", "一次会议的素材", _TOP),
    Record(
        "会议",
        "开什么会",
        (
            Key("名称", "name", "text", "会议全称", required=True),
            Key("日期", "date", "date", "开会的日期", mark=DAY),
            Key("地点", "place", "text", "在哪里开"),
            Key("形式", "form", "text", "怎么开，如 视频会议"),
            Key("主要任务", "aims", "lines", "会议的任务，一项一条"),
        ),
    ),
    Record(
        "讲话人",
        "谁讲",
        (
            Key("职务", "post", "text", "职务，如 县委书记"),
            Key("姓名", "name", "text", "姓名；不写就只印职务，写“待核”印×××", mark=PERSON),
            Key("单位", "unit", "text", "所在单位"),
            Key(
                "身份",
                "rank",
                "choice",
                "决定口气：必须、要、请",
                choices=choice("主要领导", "分管领导", "部门负责人", "基层代表"),
            ),
            Key("代表", "on_behalf_of", "text", "代表谁讲，如 县委、县政府；印成“我代表……”"),
        ),
    ),
    Record(
        "依据",
        "贯彻谁的会议、文件、讲话、批示",
        (
            Key("名称", "name", "text", "会议或文件的名称", required=True, mark=""),
            Key("类型", "type", "choice", "是什么", choices=choice("会议", "文件", "讲话", "批示")),
            Key(
                "层级",
                "level",
                "choice",
                "哪一级的",
                choices=choice("中央", "国家", "省", "市", "县", "上级"),
            ),
        ),
    ),
    Record(
        "主持人",
        "谁主持",
        (
            Key("职务", "post", "text", "职务，如 县委副书记"),
            Key("姓名", "name", "text", "姓名；不写就只印职务", mark=PERSON),
            Key("单位", "unit", "text", "所在单位"),
        ),
    ),
    Record("此前议程", "讲话之前的一项议程", _AGENDA),
    Record(
        "议程",
        "会议的一项议程",
        (
            _AGENDA[0],
            Key("事项", "what", "line", "做什么，如 通报1至7月全县信访工作情况", required=True),
            _AGENDA[2],
            Key("职务", "post", "text", "他的职务"),
            Key("时长", "duration", "text", "大约多久，如 10分钟"),
        ),
    ),
    Record(
        "此后议程", "讲话之后的一项议程", (*_AGENDA, Key("职务", "post", "text", "讲话人的职务"))
    ),
)

RECORDS: Mapping[str, Record] = {
    record.name: record for record in (*_PAPER, *LAYOUT, *FIGURES, *CONTENT)
}
TOP = RECORDS["素材"]


@cache
def known_words() -> Mapping[str, tuple[Record, ...]]:
    """Return every name of every key, and the records that have it."""
    found: dict[str, list[Record]] = {}
    for record in RECORDS.values():
        for name in record.lookup:
            found.setdefault(name, []).append(record)
    return {name: tuple(records) for name, records in found.items()}

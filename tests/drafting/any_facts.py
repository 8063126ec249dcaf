"""Any facts file: drawn from the key table, line by line from a pool of office-like phrases.

python -m tests.drafting.any_facts 0 3000     # draw these seeds, print what is wrong
python -m tests.drafting.any_facts --show 17   # the facts file and the paper of a seed
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from speechgen import resources
from speechgen.document import Block, Document
from speechgen.drafting import keeping
from speechgen.drafting.draft import Draft, draft
from speechgen.facts.keys.key import Key
from speechgen.facts.keys.table import RECORDS
from speechgen.facts.read import Facts, read_text
from tests.drafting.by_kind import faults_of_kind
from tests.drafting.faults import around, blocks, faults
from tests.drafting.papers import hoard

PLACES = tuple(
    """
    城关 东河 柳树 石桥 青山 白云 平川 双溪 大湾 清泉 马岭 南坪 北河 西口 高台 金沙 杨庄 桃源 龙门
    凤凰 上塘 下塘 新集 古渡 红旗 长岭 黄泥 竹园 荷塘 松林 梅岭 银杏 沙洲 泉水 朝阳 横山 丰乐 永安
    太平 和顺 安定 福田 花园 江口 河西 湖东 海晏 云台 天池 月亮 星光 晨曦 林家 王家 赵家 周家
    """.split()  # noqa: SIM905 - sixty names
)
DONE = (
    "{}镇建成便民服务站",
    "{}片区完成管网改造",
    "打通{}路断头段",
    "为{}社区加装电梯",
    "{}村集体收入翻了一番",
    "县里出台{}片区管理办法",
    "{}园区引进一批项目，当年投产",
    "整治{}河沿线违建",
    "{}镇的做法在全市推广",
    "群众对{}片区的满意度明显提高",
    "{}村达到【甲】",
    "{}镇办结【乙】，【乙.同比】",
    "{}项目完成投资【丁】",
    "将{}片区纳入县级试点",
    "在{}镇开展集中排查",
    "{}渠清淤工作全面完成",
)
FINDINGS = (
    "{}片区底数不清",
    "有的部门对{}片区的问题重视不够",
    "{}镇整改进展偏慢",
    "对{}村的情况掌握不准",
    "{}片区的欠账还没有补上",
    "源头治理在{}镇抓得不实",
    "{}村还有【乙】没有办结",
    "跟踪{}项目不够及时",
    "{}片区资金缺口较大，达【丁】",
    "隐患排查在{}村留有死角",
    "{}镇干部作风不实、推诿扯皮",
    "要害部位{}库管护缺位",
)
DOINGS = (
    "深化{}片区网格化管理",
    "抓好{}村饮水安全",
    "要加快{}项目建设进度",
    "必须守住{}河防洪底线",
    "对{}片区逐户走访",
    "把{}村的任务分解到人",
    "将{}镇列为重点",
    "{}镇党政正职每周接访1次",
    "{}片区隐患排查",
    "源头治理{}河污染",
    "答复{}村群众时写明依据",
    "确保{}库安全度汛",
    "力争{}项目年内开工",
    "完善{}片区应急预案，每季度演练一次",
    "由{}镇牵头清理河道",
    "不得向{}村摊派",
    "继续办好{}社区食堂",
    "请{}镇加强值守",
    "严格落实{}片区“四不两直”检查",
    "化解{}村积案【乙】",
    "使{}片区排水能力达到【甲】",
    "网格员每天到{}村走一遍",
    "每月调度一次{}项目",
    "年底前完成{}桥加固",
    "{}路亮化",
    "帮助{}村引进两家企业；建好配套道路",
    "切实减轻{}学校教师负担",
    "重点查{}市场的台账",
    "尽快启动{}楼改造",
    "从严管住{}渣土车",
    "既抓{}镇当前，又管长远",
    "推动{}片区“一网通办”（试行）",
)
TEXTS = {
    "范围": ("全县", "全市", "我县", "全镇", "全院", "全省"),
    "主题": (
        "信访工作",
        "安全生产",
        "防汛抗旱",
        "生态环保",
        "乡村振兴工作",
        "招商引资",
        "义务教育",
        "医疗卫生",
        "基层治理",
        "养老服务",
        "信访和安全生产工作",
        "领导干部接访",
    ),
    "称谓": ("同志们", "各位领导、同志们"),
    "听众": ("全体干部职工",),
    "年度": ("2025年",),
    "文号": ("第3期", "〔2025〕3号"),
    "电头": ("本报讯",),
    "自称": ("我们", "我县", "本局"),
    "时长": ("20分钟", "8分钟"),
    "形式": ("视频会议", "现场会", "电视电话会议"),
    "职务": ("县委书记", "县长", "副县长", "县信访局局长", "市委副书记、市长", "校长"),
    "姓名": ("张某某", "待核"),
    "单位": ("县信访局", "县人民医院", "柳树镇"),
    "代表": ("县委、县政府", "县教育局"),
    "领域": ("房地产", "劳动保障", "教育医疗", "安全", "交通运输"),
    "角度": ("数据", "结构", "作风"),
    "统称": ("矛盾", "风险", "短板"),
    "对象": ("拖欠工资的企业", "行动不便的群众", "60岁以上老人"),
    "时间": ("今年3月", "去年冬天"),
    "地点": ("一个村", "柳树镇", "待核"),
    "时长 案例": ("20天", "两个月"),
    "短板": ("不愿接", "不敢接", "不会接"),
    "标题 部分": (
        "认清形势，统一思想",
        "突出重点，狠抓落实",
        "加强领导，压实责任",
        "抓好{}片区治理",
    ),
    "标题 做法": ("敞开{}镇大门，听到真话", "{}村先行，串点成线", "下沉{}一线"),
    "署名单位": ("县信访局", "待核"),
    "主持人": ("县长",),
    "副标题": ("征求意见稿",),
}
OWNERS = (
    "县信访局",
    "县住房和城乡建设局",
    "县教育局、县人社局",
    "各镇街",
    "{}镇",
    "县委政法委",
    "县水利局",
    "{}学校",
    "待核",
)
PEOPLE = ("{}镇党委书记", "县{}局局长", "各镇街主要负责同志", "{}企业代表", "驻{}村第一书记")
WHENS = (
    "10月底前",
    "年底前",
    "每月",
    "8月20日前",
    "每季度",
    "立即",
    "三季度",
    "2026年6月底前",
    "长期",
)
GOALS = (
    "{}片区满意度达到95%以上",
    "力争{}项目竣工",
    "实现{}村污水全收集",
    "{}镇积案清零",
    "发案率控制在1%以内",
    "确保{}村群众温暖过冬",
    "办结率提高到【甲】",
)
PURPOSES = ("让{}片区群众少跑腿", "为了{}村长远发展", "从源头上减少矛盾", "{}镇的事办在{}镇")
BLAME = ("对工作不力、造成后果的，严肃追责", "久拖不办、弄虚作假", "在{}镇搞形式主义的")
BEARING = ("考核看{}村群众满意不满意", "不看{}镇的材料看实效", "谁落实得好就表扬谁")
SAID = (
    "通报{}情况",
    "作交流发言",
    "作讲话",
    "宣读{}表彰决定",
    "汇报了{}工作",
    "签订责任书",
    "观看专题片",
)
EVENTS = (
    "反映{}路多年没有修",
    "排水沟堵塞引起纠纷",
    "先后{}次上门核对账目",
    "问题得到解决，{}户群众撤回诉求",
    "召集相关部门现场会商",
    "村民代表会议通过了分摊办法",
)
BACKGROUND = (
    "{}片区正处在改造的关键期",
    "市委、市政府对{}工作高度重视",
    "今年以来，{}流域降雨偏多",
    "群众对{}的期盼更高了",
)
SHORT_OF = ("认为{}镇的事不归自己管", "怕接了{}村的访就脱不了身", "接访影响正常工作")
WISHES = ("{}之行圆满顺利", "各位来宾身体健康", "合作成功")
HELD_IN = ("县会议中心", "{}镇政府三楼会议室", "待核")
MEETINGS = ("全县{}工作会议", "2025年全市{}工作推进会", "{}专项行动动员部署会", "{}产业合作对接会")
PAPERS_NAMED = ("全省{}工作会议", "关于加强{}工作的意见", "待核")

LINES: dict[str, tuple[str, ...]] = {
    "要点 成绩": DONE,
    "要点 问题": FINDINGS,
    "要点 具体问题": FINDINGS,
    "表现": ("单位答复照搬{}条文", "干部到{}村走过场", "部门对{}承诺没有兑现", "报告{}情况迟缓"),
    "原因": ("政策解释没有跟上{}村实际", "{}镇人手不足", "责任没有压到底"),
    "说明 成绩": DONE,
    "说明 问题": FINDINGS + DONE,
    "说明 具体问题": FINDINGS + DONE,
    "结果 成绩": ("得到{}群众好评", "{}镇办理时限缩短一半"),
    "结果 案例": ("{}户群众撤回诉求", "{}村的水通了", "至今没有再反映"),
    "起因": EVENTS,
    "经过": EVENTS,
    "责任单位": OWNERS,
    "配合单位": OWNERS,
    "谁": (*OWNERS, *PEOPLE),
    "谁 案例": ("驻村干部", "县{}局"),
    "时限": WHENS,
    "目标": GOALS,
    "用意": PURPOSES,
    "问责": BLAME,
    "导向": BEARING,
    "事项": SAID,
    "背景": BACKGROUND,
    "导语": BACKGROUND,
    "误区": SHORT_OF,
    "祝愿": WISHES,
    "来宾": ("{}集团各位企业家", "市{}局各位领导"),
    "出席": PEOPLE,
    "列席": PEOPLE,
    "请假": PEOPLE,
    "主送": ("市{}局", "县委、县政府"),
    "在座上级": ("尊敬的市{}局领导",),
    "主要任务": ("总结{}工作", "部署下一步{}任务", "表彰{}先进", "{}形势分析"),
    "成效": DONE,
    "表扬": ("{}镇整改到位", "县{}局主动上门服务"),
    "批评": ("{}镇虚报进度", "县{}局的答复超过期限"),
    "请示": ("请求增配{}名人员", "恳请将{}路纳入省级计划", "建议由县{}局统一调配"),
    "体会": ("{}的事要和群众商量着办", "把话听完，{}问题就解决了一半"),
    "总体要求": ("以{}工作为统领，守住底线、办好实事", "坚持稳中求进"),
    "短板 论点": ("不愿接、不敢接、不会接",),
    "做到": ("乐于接访、勇于接访、善于接访",),
    "措施 做法": ("固定{}日：领导每月第一个周一接访", "随访到{}村", "一件一策：{}村每件写明怎么办"),
    "做什么": DOINGS,
}
"""Pools by `key record`, else by `key`; a key without any takes what is to be done."""

NEVER_DRAWN = frozenset(
    {"文种", "数据", "名称", "数据来源", "版式", "简称", "对应", "编号", "种子"}
)
COUNTS = (1, 1, 1, 2, 2, 3, 3, 4, 5, 12)
TOO_DEEP = 2
SHOWN = 4  # examples of a fault
FIGURES = (
    {"值": 92.5, "单位": "%", "上年同期": "90.1%"},
    {"值": "0", "单位": "件", "上年同期": 4, "向好": "下降"},
    {"值": 135, "单位": "件", "时段": "1至7月", "上年同期": 148, "向好": "下降"},
    {"值": "待核", "单位": "件"},
    {"值": "-12.5", "单位": "万元", "上年同期": "30.2"},
    {"值": "3.4万", "单位": "人次", "上年同期": "待核"},
    {"值": "100%", "上年同期": "100%"},
    {"值": "1.2亿", "单位": "元", "全年目标": "2亿", "上年同期": "1.1亿"},
    {"值": 7, "单位": "户"},
    {"值": "0.3%", "上年同期": "-0.2%"},
    {"值": 12, "单位": "个", "同比": "增加3个"},
)


class Drawn(NamedTuple):
    """A facts file drawn from a seed, and the kind to draft it as."""

    seed: int
    kind: str
    text: str


def kinds() -> list[str]:
    """Return every kind there is."""
    return list(hoard().kinds)


def drawn(seed: int, kind: str = "") -> Drawn:
    """Return the facts file of a seed: always the same."""
    return _Drawer(seed, kind).drawn()


class _Drawer:
    """Draws one facts file; no line stands in it twice."""

    def __init__(self, seed: int, kind: str) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a seeded draw, nothing secret
        self.seed = seed
        self.kind = kind or self.random.choice(kinds())
        self.density = self.random.choice((0.15, 0.35, 0.6, 0.9))
        self.gaps = self.random.choice((0.0, 0.0, 0.05, 0.3))
        self.names = self.random.sample(PLACES, len(PLACES))
        self.taken: set[str] = set()
        self.many = self.random.random() < 0.04

    def drawn(self) -> Drawn:
        """Return the facts file."""
        values = self._record("素材", 0)
        values["会议"] = self._record("会议", 0)
        for key in self._needed(values):
            values[key.name] = self._value(key, "素材", 0)
        head = {"文种": self.kind, "种子": f"s{self.seed}"}
        numbers = dict(zip("甲乙丁", self._figures(), strict=True))
        body = {**head, "数据": numbers, **values}
        text = "".join(f"{key}: {json.dumps(v, ensure_ascii=False)}\n" for key, v in body.items())
        return Drawn(self.seed, self.kind, text)

    def _needed(self, values: dict[str, object]) -> list[Key]:
        lookup = RECORDS["素材"].lookup
        needs = hoard().kinds[self.kind].needs
        alternatives = [str(need).split("|") for need in needs]
        return [
            lookup[self.random.choice([one for one in each if one != "标题"])]
            for each in alternatives
            if not any(one in values for one in each)
        ]

    def _figures(self) -> list[dict[str, object]]:
        return [dict(self.random.choice(FIGURES)) for _ in range(3)]

    def _record(self, name: str, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        for key in RECORDS[name].keys:
            apart = key.name in NEVER_DRAWN and (key.name != "名称" or name == "素材")
            if apart or key.record == "表格":
                continue
            if key.name == "部分" and self.random.random() < 0.7:
                continue
            deep = key.kind in {"records", "entries"} and depth > TOO_DEEP
            chance = self.density * (0.5 if depth > 1 else 1)
            if key.required or (not deep and self.random.random() < chance):
                found[key.name] = self._value(key, name, depth)
        return found

    def _value(self, key: Key, record: str, depth: int) -> object:  # noqa: PLR0911 - a table
        kind = key.kind
        if kind == "choice":
            return self.random.choice(key.choices)[0]
        if kind == "date":
            return self.random.choice(("2025-08-12", "2025-12-31", "待核"))
        if kind == "length":
            return self.random.choice(("短", "中", "长", 1500, 4000))
        if kind == "record":
            return self._record(key.record, depth + 1)
        if kind in {"records", "entries"}:
            return [self._entry(key, depth) for _ in range(self._count(depth))]
        if kind == "lines":
            return [self._line(key.name, record) for _ in range(self._count(depth))]
        if kind in {"text", "line", "word"}:
            return self._line(key.name, record)
        raise NotImplementedError(kind)

    def _entry(self, key: Key, depth: int) -> object:
        main = RECORDS[key.record].main
        if key.kind == "entries" and main and self.random.random() < 0.4:
            return self._line(main, key.record)
        return self._record(key.record, depth + 1)

    def _count(self, depth: int) -> int:
        if self.many and not depth:
            return self.random.choice((12, 40))
        if depth:
            return self.random.choice(COUNTS[:6])
        return self.random.choice(COUNTS)

    def _line(self, key: str, record: str) -> str:
        pool = LINES.get(f"{key} {record}") or TEXTS.get(f"{key} {record}")
        pool = pool or (self._own(key, record)) or LINES.get(key) or TEXTS.get(key) or DOINGS
        once = pool is DOINGS or pool is DONE or pool is FINDINGS
        if (
            not once
            and key not in {"时限", "责任单位", "配合单位"}
            and self.random.random() < self.gaps
        ):
            return "待核"
        for _ in range(40):
            line = self._named(self.random.choice(pool))
            if line not in self.taken or "{}" not in "".join(pool):
                break
        self.taken.add(line)
        return line

    def _own(self, key: str, record: str) -> tuple[str, ...]:
        own = {
            ("名称", "会议"): MEETINGS,
            ("名称", "依据"): PAPERS_NAMED,
            ("地点", "会议"): HELD_IN,
            ("标题", "素材"): ("关于{}工作的几点意见", "待核"),
            ("下步", "素材"): DOINGS,
        }
        return own.get((key, record), ())

    def _named(self, line: str) -> str:
        return re.sub(r"\{\}", lambda _: self.random.choice(self.names), line)


# -- what may not stand in a paper ----------------------------------------------------------

_NEVER = re.compile(
    r"[，；：、]。|^[，。；、：！]|[，、；]$|、，|，、|要要|将将|请请|的的|了了|（\s*）|《》|“”"
    r"|None|\{|\}|XX|(?<!×)×(?!×)|[\ufdd0-\ufdef]|待核|  |X×|×X"
)
_BEGINS = re.compile(r"(?:^|[。！？])(?:[，、；]|要，|要。|，要)")
_TRAILING = re.compile(r"(?:(?<![重主需紧必首不])要|必须|请(?<!申请)|将|确保|力争)[，。；]")


def own_faults(document: Document) -> Iterator[str]:
    """Yield what no paper may hold, whatever the facts."""
    for block in blocks(document):
        for rule in (_NEVER, _BEGINS, _TRAILING):
            for found in rule.finditer(block.text):
                yield f"never {found[0]!r}: {around(block.text, found.start())}"
        if len(block.text.strip()) < 2:
            yield f"a paragraph of {block.text!r} ({block.role})"
    if not document.title:
        yield "no title"


def untold(made: Draft) -> Iterator[str]:
    """Yield each gap that is printed and not listed."""
    said = "".join(b.text for b in made.document.blocks if isinstance(b, Block))
    if "X" in re.sub("X月X日", "", said) and not any(m.is_figure for m in made.missing):
        yield "an X that is not listed"
    if "×" in said and not any(not m.is_figure for m in made.missing):
        yield "a ×× that is not listed"


def drafted(case: Drawn) -> tuple[Facts, Draft]:
    """Return the facts and the draft, worded anew."""
    keeping._MEMOS.clear()  # noqa: SLF001 - worded anew
    facts = read_text(case.text, "素材.yaml")
    return facts, draft(facts, case.kind, resources.templates())


def all_faults(case: Drawn) -> list[str]:
    """Return what is wrong with the paper of a drawn file, and with drafting it again."""
    facts, made = drafted(case)
    found = [*faults(made.document), *faults_of_kind(made.document), *own_faults(made.document)]
    found = [fault for fault in found if not _is_typed(fault, case.text)]
    found += untold(made)
    if draft(facts, case.kind, resources.templates()).document != made.document:
        found.append("a kept wording that differs")
    if drafted(case)[1] != made:
        found.append("another draft of the same facts")
    return found


def _is_typed(fault: str, typed: str) -> bool:
    """Return whether the office typed it so: heads that open alike, lines that end alike."""
    last = fault.rpartition(" ")[2]
    if fault.startswith("two neighbouring heads"):
        return last in typed or "×" in last
    if fault.startswith("three sentences"):
        end = re.search("end in (..)", fault)
        return "×" in fault or bool(end and re.search(f'{end[1]}["。]', typed))
    return fault.startswith("said ") and ("×" in fault or last.split("，")[-1].strip("。") in typed)


def text(document: Document) -> str:
    """Return a paper with its roles."""
    return "\n".join(f"[{b.role.name}] {b.text}" for b in blocks(document))


def main(args: list[str]) -> None:
    """Say what is wrong, sorted; or show one facts file and its paper."""
    say = sys.stdout.write
    if args[0] == "--show":
        case = drawn(int(args[1]))
        say(f"{case.kind}\n{case.text}\n{text(drafted(case)[1].document)}\n")
        return
    found: dict[str, list[str]] = defaultdict(list)
    for seed in range(int(args[0]), int(args[1])):
        case = drawn(seed)
        for fault in all_faults(case):
            found[fault.partition(":")[0][:24]].append(f"{seed} {case.kind}: {fault}")
    for what, lines in sorted(found.items(), key=lambda pair: -len(pair[1])):
        say(f"{len(lines):4} {what}\n")
        for line in lines[:SHOWN]:
            say(f"     {line[:200]}\n")


if __name__ == "__main__":
    main(sys.argv[1:])

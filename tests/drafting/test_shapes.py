"""The shape of a line, and where 要 goes in it (exemplars.md §3.1)."""

from __future__ import annotations

from time import perf_counter

import pytest

from speechgen.drafting.lines.acting import acting, has_own_count
from speechgen.drafting.lines.shapes import is_point_of_time, read_line
from speechgen.drafting.lines.words import Words
from tests.drafting.papers import hoard

WORDS = Words(hoard().words, ["首次接件的单位"])


@pytest.mark.parametrize(
    ("line", "shape", "demanded"),
    [
        ("深化网格化管理", "动", "要深化网格化管理"),
        ("每季度抽取20件办结事项", "动", "要每季度抽取20件办结事项"),
        ("在每个镇街培育3个调解室", "动", "要在每个镇街培育3个调解室"),
        ("力争全部化解", "动", None),
        ("生活污水治理", "名", None),
        ("市政设施巡查维护", "名", None),
        ("问题厕所全部整改", "物", "问题厕所要全部整改"),
        ("餐饮场所全部加装报警器", "物", "餐饮场所要全部加装报警器"),
        ("停产检修作业全程旁站", "物", "停产检修作业要全程旁站"),
        ("把任务分解到单位", "把", "要把任务分解到单位"),
        ("把握节奏", "动", "要把握节奏"),
        ("县级领导干部每月公开接访1天", "主", "县级领导干部要每月公开接访1天"),
        ("全县1460名网格员每周走访一遍", "主", "全县1460名网格员要每周走访一遍"),
        ("首次接件的单位告知受理情况", "主", "首次接件的单位要告知受理情况"),
        ("县法院、县检察院派员进驻", "主", "县法院、县检察院要派员进驻"),
        ("监管部门每月检查一次", "主", "监管部门要每月检查一次"),
        ("答复意见写明事实、依据", "物", "答复意见要写明事实、依据"),
        ("对行动不便的群众上门去谈", "对", "要对行动不便的群众上门去谈"),
        ("对困难群众，逐户落实救助", "对", "对困难群众，要逐户落实救助"),
        ("办结率达到\ufdd0办结率\ufdd1", "数", None),
        ("源头问题", "名", None),
        ("小事不出村，大事当天报", "句", None),
    ],
)
def test_a_line_is_read_from_its_beginning(line: str, shape: str, demanded: str | None) -> None:
    reading = read_line(line, WORDS)

    assert reading.shape == shape
    cut = reading.cut
    assert (f"{line[:cut]}要{line[cut:]}" if cut >= 0 else None) == demanded


@pytest.mark.parametrize("due", ["10月底前", "年底前", "8月20日前", "45日内", "5个工作日内"])
def test_a_point_of_time(due: str) -> None:
    assert is_point_of_time(due)


@pytest.mark.parametrize("due", ["每月", "每季度", "每周", "按月", "每两周"])
def test_a_frequency(due: str) -> None:
    assert not is_point_of_time(due)


@pytest.mark.parametrize(
    "run", ["全部", "1", "三", "10月", "第", "逐一", "每", "问题", "的", "，甲"]
)
def test_a_line_of_100_000_characters_is_read_at_once(run: str) -> None:
    line = (run * 100_000)[:100_000] + "抓"
    start = perf_counter()

    read_line(line, WORDS)
    acting(line, WORDS)
    has_own_count(line)

    assert perf_counter() - start < 2  # of the square of it, a minute


def test_a_unit_of_100_000_characters_slows_no_other_line() -> None:
    words = Words(hoard().words, ["县水利局", "县" * 100_000])
    start = perf_counter()

    for number in range(200):
        assert words.actor_of(f"县水利局每月检查{number}次") == "县水利局"
    words.actor_of("县水利局、" * 20_000)

    assert perf_counter() - start < 2

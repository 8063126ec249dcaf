"""The empty document: page, styles, numbering, fonts, settings (layout.md §1 to §5)."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from speechgen.style import Layout
from speechgen.word import shelf, skeleton
from speechgen.word.skeleton import build
from tests.word.unzipped import found, parts_of, values

DEFAULT = Layout()


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    return parts_of(skeleton.SHIPPED.read_bytes())


def tree(parts: dict[str, bytes], name: str) -> etree._Element:
    return etree.fromstring(parts[f"word/{name}.xml"])


def style(styles: etree._Element, name: str) -> etree._Element:
    return found(styles, f"//w:style[w:name/@w:val='{name}']")[0]


def test_the_shipped_skeleton_is_what_the_code_builds(parts: dict[str, bytes]) -> None:
    rebuilt = parts_of(build(DEFAULT))

    assert list(parts) == list(rebuilt)
    changed = [name for name in parts if parts[name] != rebuilt[name]]
    assert not changed, "run: python -m speechgen.word.skeleton"


def test_the_page_is_a4_with_the_standards_type_area(parts: dict[str, bytes]) -> None:
    section = found(tree(parts, "document"), "//w:sectPr")[0]

    sides = ("top", "right", "bottom", "left", "header", "footer", "gutter")
    margins = [values(section, f"w:pgMar/@w:{side}")[0] for side in sides]
    assert margins == ["2098", "1474", "1984", "1588", "851", "1417", "0"]
    assert values(section, "w:pgSz/@w:w | w:pgSz/@w:h") == ["11906", "16838"]
    assert values(section, "w:docGrid/@w:type | w:docGrid/@w:linePitch") == ["lines", "579"]


def test_body_text_is_normal_itself(parts: dict[str, bytes]) -> None:
    normal = style(tree(parts, "styles"), "Normal")

    assert normal.get(f"{{{_w()}}}default") == "1"
    assert values(normal, ".//w:spacing/@w:line | .//w:spacing/@w:lineRule") == ["579", "exact"]
    assert values(normal, ".//w:ind/@*") == ["200", "640"]
    assert values(normal, "w:rPr/w:spacing/@w:val") == ["-5"]
    assert values(normal, "w:rPr/w:sz/@w:val") == ["32"]
    assert values(normal, ".//w:autoSpaceDE/@w:val | .//w:autoSpaceDN/@w:val") == ["0", "0"]


@pytest.mark.parametrize(
    ("name", "font", "size", "bold"),
    [
        ("Title", "方正小标宋简体", "44", False),
        ("Subtitle", "楷体_GB2312", None, False),
        ("heading 1", "黑体", None, False),
        ("heading 2", "楷体_GB2312", None, False),
        ("heading 3", "仿宋_GB2312", None, True),
        ("heading 4", "仿宋_GB2312", None, False),
        ("caption", "黑体", "28", False),
        ("Table Head", "黑体", None, False),
        ("Footer Odd", "宋体", "28", False),
        ("Lead", "楷体_GB2312", None, False),
    ],
)
def test_each_element_has_its_font(
    parts: dict[str, bytes], name: str, font: str, size: str | None, *, bold: bool
) -> None:
    found_style = style(tree(parts, "styles"), name)

    fonts = values(found_style, "w:rPr/w:rFonts/@*")
    assert set(fonts) == {font}
    assert values(found_style, "w:rPr/w:sz/@w:val") == ([size] if size else [])
    assert bool(found(found_style, "w:rPr/w:b")) is bold


def test_no_theme_attribute_wins_over_a_font_name(parts: dict[str, bytes]) -> None:
    assert b"Theme=" not in parts["word/styles.xml"]
    assert b"cstheme" not in parts["word/styles.xml"]


def test_only_our_styles_are_there(parts: dict[str, bytes]) -> None:
    styles = tree(parts, "styles")

    assert len(found(styles, "//w:style")) < 45
    assert not found(styles, "//w:lsdException")
    assert len(parts["word/styles.xml"]) < 20_000


def test_every_font_that_is_named_has_substitutes(parts: dict[str, bytes]) -> None:
    table = tree(parts, "fontTable")
    named = set(values(tree(parts, "styles"), "//w:rFonts/@*"))

    assert named == set(values(table, "//w:font/@w:name"))
    assert not found(table, "//w:font[not(w:altName)]")
    assert set(values(table, "//w:charset/@w:val")) == {"86"}
    assert values(table, "//w:font[@w:name='仿宋_GB2312']/w:altName/@w:val") == ["仿宋,FangSong"]


def test_headings_share_one_multilevel_list(parts: dict[str, bytes]) -> None:
    numbering, styles = tree(parts, "numbering"), tree(parts, "styles")

    assert values(numbering, "//w:lvlText/@w:val")[:4] == ["%1、", "（%2）", "%3.", "（%4）"]
    assert values(numbering, "//w:lvl/w:pStyle/@w:val") == [f"Heading{n}" for n in range(1, 5)]
    assert set(values(numbering, "//w:suff/@w:val")) == {"nothing"}
    assert [values(style(styles, f"heading {n}"), ".//w:ilvl/@w:val") for n in range(1, 5)] == [
        ["0"],
        ["1"],
        ["2"],
        ["3"],
    ]


def test_settings_are_of_word_2013_and_later(parts: dict[str, bytes]) -> None:
    settings = tree(parts, "settings")

    mode = "//w:compatSetting[@w:name='compatibilityMode']/@w:val"
    assert values(settings, mode) == ["15"]
    for name in ("mirrorMargins", "evenAndOddHeaders"):
        assert found(settings, f"w:{name}")


@pytest.mark.parametrize("number", [1, 2])
def test_each_piece_of_the_page_number_has_a_run_of_its_own(
    parts: dict[str, bytes], number: int
) -> None:
    footer = tree(parts, f"footer{number}")

    pieces = [
        [str(e.tag).rpartition("}")[2] for e in run if not str(e.tag).endswith("rPr")]
        for run in found(footer, "//w:r")
    ]
    assert pieces == [["t"], ["fldChar"], ["instrText"], ["fldChar"], ["t"], ["fldChar"], ["t"]]
    assert values(footer, "//w:t/text()") == ["— ", "1", " —"]


@pytest.mark.parametrize(
    ("layout", "part", "path", "expected"),
    [
        pytest.param(
            Layout(digits="times"),
            "styles",
            "//w:style[@w:styleId='Normal']/w:rPr/w:rFonts/@*",
            ["Times New Roman", "Times New Roman", "仿宋_GB2312", "Times New Roman"],
            id="digits in Times",
        ),
        pytest.param(
            Layout(fonts="fangzheng"),
            "styles",
            "//w:style[@w:styleId='Heading2']/w:rPr/w:rFonts/@w:eastAsia",
            ["方正楷体_GBK"],
            id="another font set",
        ),
        pytest.param(
            Layout(bold_2=True, bold_3=False),
            "styles",
            "//w:style[w:rPr/w:b]/@w:styleId",
            ["Heading2"],
            id="second level bold, third not",
        ),
        pytest.param(
            Layout(lead_bold=True),
            "styles",
            "//w:style[@w:styleId='Lead']/w:rPr/w:rFonts/@w:eastAsia",
            ["仿宋_GB2312"],
            id="leads in bold 仿宋",
        ),
        pytest.param(
            Layout(grid="linesAndChars"),
            "document",
            "//w:docGrid/@w:type | //w:docGrid/@w:charSpace",
            ["linesAndChars", "-849"],
            id="grid of lines and characters",
        ),
        pytest.param(
            Layout(mirror_margins=False), "settings", "//w:mirrorMargins/@*", [], id="one-sided"
        ),
        pytest.param(
            Layout(page_number="none"), "document", "//w:footerReference/@w:type", [], id="none"
        ),
        pytest.param(
            Layout(page_number="centre"),
            "document",
            "//w:footerReference/@w:type",
            ["default"],
            id="page numbers in the centre",
        ),
        pytest.param(
            Layout(blank_lines_before_title=2, title_size=40, title_line=620),
            "styles",
            "//w:style[@w:styleId='Title']/w:pPr/w:spacing/@*",
            ["200", "1158", "620", "exact"],
            id="title lower down",
        ),
    ],
)
def test_the_layout_decides(layout: Layout, part: str, path: str, expected: list[str]) -> None:
    assert values(tree(parts_of(build(layout)), part), path) == expected


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    shelf.skeleton_of.cache_clear()
    return tmp_path / "speechgen"


def test_another_layout_is_built_once_and_kept(own_cache: Path) -> None:
    layout = DEFAULT._replace(bold_2=True)

    first = shelf.skeleton_of(layout)
    kept = list(own_cache.iterdir())
    shelf.skeleton_of.cache_clear()
    second = shelf.skeleton_of(layout)

    assert [path.suffix for path in kept] == [".docx"]
    assert first == second


def test_a_skeleton_cut_short_in_the_cache_is_built_again(own_cache: Path) -> None:
    layout = DEFAULT._replace(bold_2=True)
    first = shelf.skeleton_of(layout)
    kept = next(own_cache.iterdir())
    kept.write_bytes(kept.read_bytes()[:100])
    shelf.skeleton_of.cache_clear()

    assert shelf.skeleton_of(layout) == first


def test_without_a_cache_another_layout_is_built_in_memory(own_cache: Path) -> None:
    own_cache.write_text("a file where the folder should be")

    assert shelf.skeleton_of(DEFAULT._replace(bold_2=True)).tail


def _w() -> str:
    return "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

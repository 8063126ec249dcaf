"""Keys of the look of a paper: 版式 in a facts file, and the file of an office's own style."""

from __future__ import annotations

from speechgen.facts.keys.key import Key, Record, choice

_MARGINS = Record(
    "页边距",
    "页面四边留多宽，以毫米计",
    (
        Key("上", "top", "millimetres", "天头", aliases=("天头",)),
        Key("下", "bottom", "millimetres", "地脚", aliases=("地脚",)),
        Key("左", "inside", "millimetres", "装订的一边", aliases=("订口",)),
        Key("右", "outside", "millimetres", "不装订的一边", aliases=("切口",)),
    ),
)

_LAYOUT = Record(
    "版式",
    "稿子的样子；不写的照国家标准",
    (
        Key(
            "版面",
            "profile",
            "choice",
            "标准：天头37、订口28毫米，每页22行；尺量：同样22行，字的上沿恰在37毫米处",
            choices=choice("标准=standard", "尺量=ruler"),
        ),
        Key("页边距", "margins", "record", "四边的宽，以毫米计", "页边距"),
        Key("行距", "line_pitch", "points", "正文行距的固定值，以磅计，如 28.95"),
        Key("每页行数", "lines_a_page", "whole", "每页排几行，行距由程序算；同行距只写一个"),
        Key(
            "字体",
            "fonts",
            "choice",
            "用哪一套字体：国标（仿宋_GB2312）、系统（仿宋）、方正、苹果",
            choices=choice("gb2312=国标", "system=系统", "fangzheng=方正", "mac=苹果"),
        ),
        Key("标题字体", "title_font", "font", "标题另用的字体，如 方正小标宋_GBK"),
        Key("正文字体", "body_font", "font", "正文另用的字体，如 仿宋"),
        Key(
            "一级字体", "head_1_font", "font", "“一、”另用的字体；写的是黑体一类，表头、附件也用它"
        ),
        Key(
            "二级字体",
            "head_2_font",
            "font",
            "“（一）”另用的字体；写的是楷体一类，题头、段首也用它",
        ),
        Key("三级字体", "head_3_font", "font", "“1.”另用的字体"),
        Key("页码字体", "number_font", "font", "页码另用的字体，如 Times New Roman"),
        Key("标题字号", "title_size", "type_size", "标题的字号，如 二号"),
        Key("正文字号", "body_size", "type_size", "正文和层次标题的字号，如 三号"),
        Key("页码字号", "number_size", "type_size", "页码的字号，如 四号"),
        Key("标题行距", "title_line", "points", "标题行距的固定值，以磅计；不写的是字号的一倍半"),
        Key(
            "数字字体",
            "digits",
            "choice",
            "数字用正文字体，还是 Times New Roman",
            choices=choice("正文=body", "Times=times=Times New Roman"),
        ),
        Key("标题加粗", "title_bold", "truth", "标题加粗"),
        Key("一级加粗", "bold_1", "truth", "一级标题加粗"),
        Key("二级加粗", "bold_2", "truth", "二级标题加粗"),
        Key("三级加粗", "bold_3", "truth", "三级标题加粗"),
        Key(
            "段首",
            "lead",
            "choice",
            "“一是……。”一类的段首句用楷体，还是用正文字体加粗",
            choices=choice("楷体=kai", "加粗=bold"),
        ),
        Key("标题前空行", "blank_lines", "whole", "标题上面空几行，0 至 5"),
        Key(
            "题头顺序",
            "title_block",
            "choice",
            "标题下面先写讲话人，还是先写日期",
            choices=choice("讲话人在前=speaker_first", "日期在前=date_first"),
        ),
        Key("日期括号", "date_brackets", "truth", "标题下面的日期加不加括号"),
        Key(
            "页码位置",
            "page_number",
            "choice",
            "页码在外侧（单页右、双页左）、居中，还是不要",
            choices=choice("外侧=outside", "居中=centre=center", "无=none"),
        ),
        Key("页码横线", "number_dashes", "truth", "页码两边加不加一字线"),
        Key("双面", "duplex", "truth", "双面印刷，左右页边对称"),
        Key(
            "网格",
            "grid",
            "choice",
            "文档网格：只定行，还是行和字都定（Word 对话框里的“指定行和字符网格”）",
            choices=choice("行=lines", "行和字=linesAndChars"),
        ),
        Key("中西文间距", "auto_space", "truth", "汉字同数字、字母之间由 Word 自动留空"),
        Key("封面", "cover", "word", "加一张封面，写上这几个字，如 会议材料之三；封面不编页码"),
        Key("朗读本", "reading_copy", "truth", "另出一份大字的，供讲话人念稿：正文小二、行距33磅"),
    ),
)

_WORDS = Record(
    "用词",
    "程序替您写的话里，哪些词不用、哪些词换着用；素材里的原话不改，只提醒",
    (
        Key("不用", "avoid", "words", "不用的词，用“- ”列出"),
        Key("换用", "prefer", "swaps", "左边的词换成右边的词，如 {群众来访: 来访}"),
    ),
)

STYLE = Record(
    "本单位",
    "一个单位的习惯，存成一个文件，用 --style 引用；素材里写了的，以素材为准",
    (
        Key("版式", "layout", "record", "稿子的样子", "版式"),
        Key("称谓", "salutation", "word", "开头怎么称呼，如 同志们"),
        Key("自称", "self", "word", "怎么称自己，如 我们、我县"),
        Key("署名单位", "signed_by", "word", "署名的单位"),
        Key("用词", "wording", "record", "不用的词和换用的词", "用词"),
    ),
)

LAYOUT = (_LAYOUT, _MARGINS, STYLE, _WORDS)

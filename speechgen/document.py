"""The Document: what a draft is, between drafting and Word, and again between Word and refresh.

A document is a tuple of blocks, a block a tuple of runs. A *figure run* knows the expression
that made it, so that the figure can be found and spoken again years later.
"""

from enum import Enum
from typing import Literal, NamedTuple

from speechgen.numerals import chinese

Status = Literal["known", "missing", "nameless", "disputed"]


class Role(Enum):
    """What a paragraph is; its look is the business of word.writer. Outlines show the value."""

    TITLE = "标题"
    SUBTITLE = "副标题"
    SPEAKER = "讲话人"
    UNIT = "单位"
    """署名单位 centred under the title (experience reports)."""

    SPEECH_DATE = "日期"
    NOTE = "说明"
    """（根据录音整理） and the like, under the date."""

    SALUTATION = "称谓"
    HEADING_1 = "一级标题"
    HEADING_2 = "二级标题"
    HEADING_3 = "三级标题"
    HEADING_4 = "四级标题"
    BODY = "正文"
    STAGE = "提示"
    """Stage direction of a host script."""

    CAPTION = "表题"
    UNIT_LINE = "表单位"
    ATTACHMENT_NOTE = "附件说明"
    ATTACHMENT_LABEL = "附件"
    ATTENDANCE = "名单"
    """出席：…… at the end of minutes; its label is a run-in lead."""

    SIGNATURE = "署名"
    SIGN_DATE = "成文日期"

    __hash__ = object.__hash__  # every block's hash takes it, and Enum's own is slow


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)


class Run(NamedTuple):
    """A stretch of one paragraph: plain text, or one figure (or name) with its expression."""

    text: str

    expression: str = ""
    """Canonical expression (`重复信访.占比(信访总量)`); empty for plain text."""

    status: Status = "known"
    """`missing`: an X; `nameless`: a missing name (××); `disputed`: it does not reconcile."""

    lead: bool = False
    """Run-in lead (一是……。), set in the Lead character style."""

    context: str = ""
    """What else decided the print (同比 style, shares rounded together); kept for the refresh."""


class Block(NamedTuple):
    """One paragraph."""

    key: str
    """Template, line id and loop path (`工作会议讲话/任务/措施@3fa9c01e`); never an index."""

    role: Role
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The paragraph as plain text, without its computed ordinal."""
        return "".join([run.text for run in self.runs])


class Table(NamedTuple):
    """A table; its caption and unit line are blocks before it."""

    key: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    """Rows of cells of runs; the first cell of a row is its header."""

    @property
    def text(self) -> str:
        """Cells parted by tabs, rows by line ends."""
        rows = ["\t".join("".join(run.text for run in cell) for cell in row) for row in self.rows]
        return "\n".join(["\t".join(self.columns), *rows])


class Document(NamedTuple):
    """A paper: what it is, and its blocks in order."""

    kind: str
    """Name of the kind (文种)."""

    title: str
    """Without line breaks; also the core property."""

    blocks: tuple[Block | Table, ...]

    ident: str = ""
    """Document id: eight hexadecimal digits (refresh.md)."""

    seed: str = ""
    template: str = ""
    """Digest of the templates and word banks that spoke."""

    creator: str = ""
    """The office, for the core properties; empty where the facts do not say."""

    dated: str = "2000-01-01"
    """ISO date of the meeting or paper, for the core properties."""


def ordinals(blocks: tuple[Block | Table, ...]) -> list[str]:
    """Return for each block its printed ordinal (`一、` `（一）` `1.` `（1）`), empty for others.

    A deeper level starts again under each heading above it, as Word's multilevel list does.
    """
    counts = [0, 0, 0, 0]
    return [_ordinal(block, counts) for block in blocks]


def _ordinal(block: Block | Table, counts: list[int]) -> str:
    if not isinstance(block, Block) or block.role not in HEADINGS:
        return ""
    level = HEADINGS.index(block.role)
    counts[level] += 1
    counts[level + 1 :] = [0] * (3 - level)
    number = counts[level]
    return (f"{chinese(number)}、", f"（{chinese(number)}）", f"{number}.", f"（{number}）")[level]

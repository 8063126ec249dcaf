"""What the doors can ask for: read, draft, write, check. The only place that knows the order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from speechgen import outputs, resources
from speechgen.drafting.draft import Draft, draft
from speechgen.drafting.telling.missing import lines_of
from speechgen.facts.kind import Kind
from speechgen.facts.read import Facts, read
from speechgen.house import PLAIN, House
from speechgen.operations import styles
from speechgen.outputs import Output
from speechgen.problems import FactsPlace, Problem, SpeechgenError, visible
from speechgen.style import Layout, reading_copy

Progress = Callable[[str], None]
SCHEMA_NAME = "素材.schema.json"
STARTER = "素材.yaml"
WORD, TEXT = ".docx", ".txt"
NOT_PRINTED = "not-printed"


class Rendered(NamedTuple):
    """One paper that was drafted, and where it went."""

    path: Path | None
    """None where it was only checked."""

    draft: Draft
    beside: Path | None = None
    """The reading copy, where there is one."""


class Done(NamedTuple):
    """What a render or a check gives back to the door."""

    papers: tuple[Rendered, ...]
    problems: tuple[Problem, ...]
    """Of the facts as a whole: what does not reconcile, warnings, advice."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The list of 缺数 and 缺名 over all papers, line by line."""
        return lines_of(one for paper in self.papers for one in paper.draft.missing)


def kinds(templates: Path | None = None) -> tuple[Kind, ...]:
    """Return the kinds of paper there are."""
    from speechgen.facts.library import load  # noqa: PLC0415 - not for a wording that is kept

    return tuple(load(_root(templates)).kinds.values())


def schema() -> str:
    """Return the JSON Schema of a facts file as text."""
    from speechgen.facts.keys.schema import schema_text  # noqa: PLC0415 - only this command needs it

    return schema_text()


def new(kind: str, path: Path, *, force: bool = False, templates: Path | None = None) -> Path:
    """Write the starter facts file of a kind, its schema beside it; return the file's path.

    Raises:
        SpeechgenError: no such kind; the file is there already; the place cannot be written.
    """
    from speechgen.facts.library import load  # noqa: PLC0415 - see kinds

    hoard = load(_root(templates))
    found = hoard.kind(kind, FactsPlace(kind, 0, 0))
    if path.exists() and not force:
        raise SpeechgenError(outputs.exists(path))
    starter = (found.folder / STARTER).read_bytes()
    beside = path.with_name(SCHEMA_NAME)
    outputs.write_all([Output(beside, schema().encode()), Output(path, starter, keep=force)])
    return path


def check(facts_path: Path, *, templates: Path | None = None, style: Path | None = None) -> Done:
    """Read the facts and draft every paper in memory; nothing is written.

    Raises:
        SpeechgenError: the facts or the style cannot be read as such.
    """
    facts = read(facts_path)
    office = styles.office(style)
    papers = drafts(facts, templates, (), office.house)
    for paper in papers:
        styles.look(facts, office, _root(templates), paper)
    problems = (*problems_of(facts, papers), *styles.words(facts, office))
    return Done(tuple(Rendered(None, paper) for paper in papers), problems)


def render(  # noqa: PLR0913 - the options of the command
    facts_path: Path,
    out: Path | None = None,
    *,
    kind: str = "",
    strict: bool = False,
    force: bool = False,
    templates: Path | None = None,
    style: Path | None = None,
    progress: Progress | None = None,
) -> Done:
    """Write the draft of every paper the facts name: a .docx with its sidecar, or a .txt.

    Raises:
        SpeechgenError: the facts cannot be read; an output is a person's, is the input, is open
            in Word or cannot be written; `strict` and something is missing or does not
            reconcile. Nothing is written then.
    """
    facts = read(facts_path)
    office = styles.office(style)
    papers = drafts(facts, templates, (kind,) if kind else (), office.house)
    if progress:
        progress(f"已读入 {facts_path}，正在生成{len(papers)}份文稿")
    if strict:
        _refuse_open_points(facts, papers)
    targets = _targets(facts_path, out, papers)
    outputs.refuse_input(facts_path, targets)
    written, files, doubts = [], [], list(styles.words(facts, office))
    for paper, target in zip(papers, targets, strict=True):
        look = styles.look(facts, office, _root(templates), paper)
        laid = styles.laid(paper, look)
        copies = _copies(target, look)
        outputs.refuse_input(style or facts_path, list(copies))
        for path, its_look in copies.items():
            outputs.refuse_edited(path, outputs.sidecar_path(path), force=force)
            files += _files(laid, path, its_look, force=force)
        doubts += [*_rare(laid, target, look), *_broad(facts, laid, target, look)]
        written.append(Rendered(target, laid, next(iter([*copies][1:]), None)))
    outputs.write_all(files)
    return Done(tuple(written), tuple(dict.fromkeys((*problems_of(facts, papers), *doubts))))


def _root(templates: Path | None) -> Path:
    """Return the folder of templates.

    Raises:
        SpeechgenError: the office named one that is no such folder.
    """
    if templates is None:
        return resources.templates()
    needed = ("句式", "词表/动词.txt", "词表/搭配.tsv", "句库/通用.yaml")
    lacking = [name for name in needed if not (templates / name).exists()]
    if lacking:
        message = f"这个文件夹不是一套模板，里面没有“{lacking[0]}”"
        hint = "请把程序自带的 templates 整个复制一份，再改其中的文字"
        raise SpeechgenError(
            Problem(FactsPlace(str(templates), 0, 0), "bad-template", message, hint)
        )
    return templates.resolve()


def drafts(
    facts: Facts, templates: Path | None, only: Sequence[str], house: House = PLAIN
) -> tuple[Draft, ...]:
    """Return the drafts of the papers that the facts name, or of the kinds `only`, each once.

    Raises:
        SpeechgenError: there is no such kind, or the facts lack what it needs.
    """
    root = _root(templates)
    papers = (draft(facts, name, root, house) for name in only or facts.kinds)
    return tuple({paper.document.kind: paper for paper in papers}.values())


def problems_of(facts: Facts, papers: Sequence[Draft]) -> tuple[Problem, ...]:
    """Return the problems of the facts and the advice of the papers, each once.

    What another paper of the meeting prints is printed; of those not drafted nobody can say.
    """
    advice = (problem for paper in papers for problem in paper.advice)
    all_of_them = papers and len(papers) >= len(facts.kinds)
    unprinted = set.intersection(*[_unprinted(paper) for paper in papers]) if all_of_them else set()
    told = (each for each in advice if each.code != NOT_PRINTED or each in unprinted)
    return tuple(dict.fromkeys((*facts.problems, *told)))


def _unprinted(paper: Draft) -> set[Problem]:
    """Return the warnings of what a paper leaves out; what another one prints is printed."""
    return {problem for problem in paper.advice if problem.code == NOT_PRINTED}


def _refuse_open_points(facts: Facts, papers: Sequence[Draft]) -> None:
    errors = [problem for problem in facts.problems if problem.severity == "error"]
    missing = {m.name: m for paper in papers for m in paper.missing}
    open_points = [
        Problem(
            FactsPlace(facts.file, 0, 0),
            "strict-missing",
            f"“{name}”还没有{'数' if one.is_figure else '名称'}，按 --strict 不生成",
            "补上以后再生成，或去掉 --strict 先出带 X 的初稿",
        )
        for name, one in missing.items()
    ]
    if errors or open_points:
        raise SpeechgenError(*errors, *open_points)


def _copies(target: Path, look: Layout) -> dict[Path, Layout]:
    """Return the paper's file, and beside it that of the reading copy where one is wanted."""
    files = {target: look}
    if look.reading_copy and target.suffix.lower() == WORD:
        files[target.with_name(f"{target.stem}（朗读本）{WORD}")] = reading_copy(look)
    return files


def _targets(facts_path: Path, out: Path | None, papers: Sequence[Draft]) -> list[Path]:
    """Return where each paper goes: one file, or a folder of files named by kind."""
    if len(papers) == 1:
        single = out or facts_path.with_suffix(WORD)
        if single.is_dir():
            single = single / f"{facts_path.stem}{WORD}"
        if single.suffix.lower() not in (WORD, TEXT):
            raise SpeechgenError(outputs.not_written(single, (WORD, TEXT)))
        return [single]
    folder = out or facts_path.with_suffix("")
    if folder.suffix.lower() in (WORD, TEXT):
        raise SpeechgenError(
            Problem(
                FactsPlace(str(folder), 0, 0),
                "output-type",
                f"素材里有{len(papers)}个文种，要写进一个文件夹，不能写进一个文件",
                "-o 后面请写文件夹名",
            )
        )
    return [folder / f"{paper.document.kind}{WORD}" for paper in papers]


def _files(paper: Draft, target: Path, look: Layout, *, force: bool) -> list[Output]:
    """Return the files of one paper, the sidecar first; nothing is written yet."""
    beside = outputs.sidecar_path(target)
    if target.suffix.lower() == TEXT:
        from speechgen.text.writer import write as write_text  # noqa: PLC0415 - for .txt only

        data = write_text(paper.document).encode()
        return [Output(beside, outputs.digest_note(data)), Output(target, data, keep=force)]
    from speechgen import manifest  # noqa: PLC0415 - not for check
    from speechgen.word.writer import write as write_word  # noqa: PLC0415 - not for check

    notes = manifest.dumps(manifest.manifest_of(paper.document, paper.ledger))
    data = write_word(paper.document, paper.ledger, look, notes)
    return [Output(beside, manifest.sidecar(notes, data)), Output(target, data, keep=force)]


def _rare(paper: Draft, target: Path, look: Layout) -> list[Problem]:
    """Return the warning that some characters are not in the fonts of the layout."""
    if target.suffix.lower() == TEXT:
        return []
    from speechgen.word.repertoire import unencodable  # noqa: PLC0415 - not for check

    characters = unencodable(paper.document, look)
    if not characters:
        return []
    message = f"仿宋_GB2312 等字库里没有“{'、'.join(characters)}”，稿中改用了备用字体"
    hint = "打印前请看一眼这几个字；也可以在素材里写 版式: {字体: 系统}"
    place = FactsPlace(str(target), 0, 0)
    return [Problem(place, "rare-character", message, hint, severity="warn")]


def _broad(facts: Facts, paper: Draft, target: Path, look: Layout) -> list[Problem]:
    """Return a warning for each table that has more columns than a page takes."""
    if not facts.tables or target.suffix.lower() == TEXT:
        return []
    from speechgen.drafting.tables.printing import key_of  # noqa: PLC0415 - as below
    from speechgen.word.lengths import type_width  # noqa: PLC0415 - as below
    from speechgen.word.table_fit import too_broad  # noqa: PLC0415 - few papers have tables

    broad = {table.key for table in too_broad(paper.document, type_width(look))}
    found = [table for table in facts.tables if key_of(table) in broad]
    return [
        Problem(
            table.place,
            "table-wide",
            f"表格“{visible(table.name)}”有{len(table.columns)}列，用最小的字也排不下，数会断成两行",
            "请分成两张表，或把单位换大一级（万元改亿元）",
            severity="warn",
        )
        for table in found
    ]

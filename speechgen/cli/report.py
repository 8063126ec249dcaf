"""What a command prints: problems, what is missing, what was made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from speechgen.problems import Problem, visible

SEVERITIES = {"error": "错误", "warn": "警告", "advice": "提醒"}


def problems(found: Iterable[Problem]) -> None:
    """Print problems on the error stream, the grave ones first."""
    ranked = sorted(found, key=lambda problem: list(SEVERITIES).index(problem.severity))
    for problem in ranked:
        click.echo(f"{SEVERITIES[problem.severity]} {problem}", err=True)


def missing(papers: Sequence[object]) -> list[str]:
    """Return the lines of 缺数 and 缺名, each figure and name once over all papers."""
    figures: dict[str, str] = {}
    names: dict[str, str] = {}
    for one in (m for paper in papers for m in paper.draft.missing):  # type: ignore[attr-defined]
        (figures if one.is_figure else names).setdefault(one.name, _line(one))
    out = []
    for title, lines in (("缺数", figures), ("缺名", names)):
        if lines:
            out.append(f"{title} {len(lines)} 项：")
            out += [f"  {line}" for line in lines.values()]
    return out


def _line(one: object) -> str:
    """Return 重复信访（件），请县信访局于8月11日前提供，文中2处（本数、占比）."""
    unit = f"（{one.unit}）" if one.unit else ""  # type: ignore[attr-defined]
    due = _day(one.due)  # type: ignore[attr-defined]
    who = one.from_whom  # type: ignore[attr-defined]
    ask = f"，请{who}{f'于{due}前' if due else ''}提供" if who else "，素材里没有写由谁提供"
    phrases = f"（{'、'.join(one.phrases)}）" if one.phrases else ""  # type: ignore[attr-defined]
    return f"{visible(one.name)}{unit}{ask}，文中{one.places}处{phrases}"  # type: ignore[attr-defined]


def _day(due: str) -> str:
    parts = due.split("-")
    return f"{int(parts[1])}月{int(parts[2])}日" if len(parts) == 3 else due  # noqa: PLR2004

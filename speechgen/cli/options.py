"""Arguments and options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

PATH = click.Path(path_type=Path, readable=False)  # who reads it says why it cannot be read
FACTS = click.argument("facts", metavar="素材.yaml", type=PATH)
KIND = click.option(
    "--kind", "kind", metavar="文种", default="", help="只管这一个文种，不管素材里写的是哪个"
)
TEMPLATES = click.option(
    "--templates", metavar="文件夹", type=PATH, default=None, help="用本单位自己的一套模板"
)
STYLE = click.option(
    "--style",
    metavar="本单位.yaml",
    type=PATH,
    default=None,
    help="照本单位的版式和用词习惯，怎么写见 docs/layout.md",
)
FORMAT = click.option(
    "--format",
    "form",
    metavar="格式",
    type=click.Choice(["text", "json"]),
    default="text",
    help="text 给人看；json 一行一条，给别的程序用",
)
FORCE = click.option("--force", is_flag=True, help="已有同名文件也写，原文件留作 .bak")

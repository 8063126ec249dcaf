"""Templates and samples are found: beside the source, where they can be edited, and in a wheel."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHOW = "from speechgen import resources; print(resources.templates()); print(resources.samples())"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the source tree, which a test may change."""
    copy = tmp_path_factory.mktemp("源码") / "speechgen"
    copy.mkdir()
    for folder in ("speechgen", "templates", "sample_inputs"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / file, copy)
    return copy


PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


@pytest.fixture(scope="module")
def installed(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of a fresh environment that holds our wheel."""
    work = tmp_path_factory.mktemp("wheel")
    run(*PIP, "wheel", "--no-deps", "--no-build-isolation", f"--wheel-dir={work}", str(tree))
    (wheel,) = work.glob("*.whl")
    return environment(work / "venv", str(wheel))


@pytest.fixture(scope="module")
def editable(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of a fresh environment that looks into the tree."""
    work = tmp_path_factory.mktemp("editable")
    return environment(work / "venv", "--no-build-isolation", "--editable", str(tree))


def environment(folder: Path, *what: str) -> Path:
    """Make a fresh environment in `folder`, install `what`, and return its Python."""
    builder = venv.EnvBuilder()
    builder.create(folder)
    python = str(builder.ensure_directories(folder).env_exe)
    libraries = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    # A .pth inside a folder named by a .pth is not read: our own editable install stays out.
    (Path(libraries.strip()) / "needs.pth").write_text(sysconfig.get_path("purelib"))
    run(*PIP, "--python", python, "install", "--no-deps", "--no-index", "--ignore-installed", *what)
    return Path(python)


def run(*command: str, cwd: Path | None = None) -> str:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_source_tree_uses_its_own_folders(tree: Path) -> None:
    found = run(sys.executable, "-c", SHOW, cwd=tree).splitlines()

    assert found == [str(tree / "templates"), str(tree / "sample_inputs")]


def test_an_installed_wheel_carries_both_folders(installed: Path, tmp_path: Path) -> None:
    templates, samples = map(Path, run(str(installed), "-c", SHOW, cwd=tmp_path).splitlines())

    assert names(templates) == names(ROOT / "templates") != []
    assert names(samples) == names(ROOT / "sample_inputs")
    assert ROOT not in templates.parents


def test_an_installed_wheel_renders_its_samples(installed: Path, tmp_path: Path) -> None:
    for sample in (ROOT / "sample_inputs").glob("*.yaml"):
        out = "稿" if "文种: [" in sample.read_text(encoding="utf-8") else "稿.docx"
        run(str(installed), "-m", "speechgen", "render", str(sample), "-o", out, cwd=tmp_path)
        for path in [path for path in tmp_path.rglob("*.docx*") if path.is_file()]:
            path.unlink()


def test_an_edited_template_is_seen_in_an_editable_install(
    editable: Path, tree: Path, tmp_path: Path
) -> None:
    sample = tree / "sample_inputs" / "信访工作会议讲话.yaml"
    template = tree / "templates" / "工作会议讲话" / "正文.j2"
    before = template.read_text(encoding="utf-8")

    template.write_text(f"{before}\n这一句是本单位后来加的。\n", encoding="utf-8")
    run(str(editable), "-m", "speechgen", "render", str(sample), "-o", "稿.txt", cwd=tmp_path)

    assert "这一句是本单位后来加的。" in (tmp_path / "稿.txt").read_text(encoding="utf-8")


def names(folder: Path) -> list[str]:
    """Return what files a folder holds, at any depth."""
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())

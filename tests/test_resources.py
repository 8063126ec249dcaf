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


@pytest.fixture(scope="module")
def installed(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of a fresh environment that holds our wheel, and beside it its needs."""
    work = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    build = ["wheel", "--no-deps", "--no-build-isolation", f"--wheel-dir={work}", str(tree)]
    run(*pip, *build)
    venv.create(work / "venv")
    scripts = Path(sysconfig.get_path("scripts", "venv", {"base": str(work / "venv")}))
    python = scripts / Path(sys.executable).name
    (wheel,) = work.glob("*.whl")
    run(*pip, "--python", str(python), "install", "--no-deps", "--no-index", str(wheel))
    libraries = run(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    # A .pth inside a folder named by a .pth is not read: our editable install stays out.
    (Path(libraries.strip()) / "needs.pth").write_text(sysconfig.get_path("purelib"))
    return python


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

    assert names(templates) == names(ROOT / "templates")
    assert names(samples) == names(ROOT / "sample_inputs")
    assert ROOT not in templates.parents


def names(folder: Path) -> list[str]:
    """Return what files a folder holds, at any depth."""
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())

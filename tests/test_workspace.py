"""The example workspace: what is committed in claims/ and reports/ is exactly what follows from sources/."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.sources.walk import read_all
from reconcile.workspace import Workspace, load

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace made again from its sources, in another folder."""
    folder = tmp_path_factory.mktemp("workspace")
    shutil.copytree(ROOT / "sources", folder / "sources")
    place = Workspace(folder, load(ROOT / "pyproject.toml"))
    articles, notices = read_all([place.sources], root=place.root)
    pipeline.run(place, articles, notices)
    return folder


def files(folder: Path, name: str) -> dict[str, str]:
    """The texts of the files below `folder/name`, by their names."""
    found = (path for path in sorted((folder / name).rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


@pytest.mark.parametrize("name", ["claims", "reports"])
def test_no_golden_file_is_missing_and_none_is_left_over(made: Path, name: str) -> None:
    committed = set(files(ROOT, name)) - {"reports/judgements.jsonl"}
    assert set(files(made, name)) == committed, "run `make run` and commit what it writes"


@pytest.mark.parametrize("name", ["claims", "reports"])
def test_the_golden_files_follow_from_the_sources(made: Path, name: str) -> None:
    again = files(made, name)
    committed = files(ROOT, name)
    for path in sorted(again):
        assert again[path] == committed.get(path), f"{path} differs: run `make run` and commit what it writes"

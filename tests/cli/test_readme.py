"""The README says what is so: what it shows is what the commands print."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from reconcile.cli.program import program
from reconcile.reports.render import format_names
from tests.cli.conftest import Runner
from tests.readme import ROOT, commands, written

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_what_is_shown_is_what_is_printed(reconcile: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert len(commands(README)) >= 2
    assert written(README, lambda arguments: reconcile(*arguments.split()).out) == README, (
        "run python -m tests.readme"
    )


def test_every_command_and_every_format_is_named() -> None:
    names = program.list_commands(click.Context(program))
    assert [name for name in names if f"`reconcile {name}" not in README] == []
    assert [name for name in format_names() if not re.search(rf"\b{name}\b", README)] == []


def test_every_folder_and_file_that_is_named_exists() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_python_example_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    assert capsys.readouterr().out.splitlines() == re.findall(r"print\(.*\)  # (.*)", example)


def test_the_make_targets_that_are_named_exist() -> None:
    makefile = Path(ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"^make (\w+)", README, re.MULTILINE)):
        assert f"\n{target}:" in makefile

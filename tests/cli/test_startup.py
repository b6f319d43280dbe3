"""A command loads what it needs and no more: what is heavy is loaded when something asks for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "sources"
HEAVY = (
    "pydantic",
    "jinja2",
    "tabulate",
    "rapidfuzz",
    "trafilatura",
    "htmldate",
    "lxml",
    "charset_normalizer",
    "dask",
)


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--help"], set()),
        (["check", "--help"], set()),
        (["check", "-f", "json", str(SOURCES)], {"rapidfuzz"}),
        (["check", "-f", "table", str(SOURCES)], {"rapidfuzz", "tabulate"}),
    ],
    ids=["help", "check-help", "check-json", "check-table"],
)
def test_only_what_is_needed_is_loaded(arguments: list[str], allowed: set[str], tmp_path: Path) -> None:
    code = (
        "import sys\nfrom reconcile.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit: pass\n"
        f"print(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False, cwd=tmp_path
    )  # a folder without settings: checking settings takes pydantic
    loaded = set(done.stderr.splitlines()[-1].split())
    assert loaded <= allowed


def test_the_package_runs_as_the_command(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reconcile", "rules"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 0
    assert "weekday" in done.stdout

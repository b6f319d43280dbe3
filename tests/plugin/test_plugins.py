"""The example package adds one of each; a plugin that fails is named and skipped, and the rest goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent / "example"
ROOT = Path(__file__).resolve().parents[2]
LOG = (
    "2024-05-02 The Tern: The Marigold left Port Maren and the wind off Cape Ordell reached force 9.\n"
    "2024-05-02 The Gull: The Marigold left Port Maren and the wind off Cape Ordell reached force 7.\n"
    "2024-05-02 The Auk: The Marigold left Port Maren with gusts of force 10 off Cape Ordell.\n"
)


def install(site: Path, points: Mapping[str, Mapping[str, str]], name: str = "example") -> None:
    """What an installer leaves in `site`: the metadata that names the entry points."""
    info = site / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    lines = [
        f"[{group}]\n" + "".join(f"{k} = {v}\n" for k, v in found.items()) for group, found in points.items()
    ]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A place for packages, with the example in it."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (tmp_path / "wind.log").write_text(LOG, encoding="utf-8")
    install(tmp_path / "site", project["entry-points"])
    return tmp_path / "site"


def reconcile(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a command where the packages of `site` are installed."""
    return subprocess.run(
        [sys.executable, "-c", "from reconcile.cli import main; main()", *arguments],
        cwd=site.parent, capture_output=True, text=True, check=False, timeout=60,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (site, EXAMPLE, ROOT)))},
    )  # fmt: skip


def test_a_plugin_reads_claims_compares_explains_and_renders(site: Path) -> None:
    done = reconcile(site, "check", "-f", "json", "wind.log")
    findings = [f for f in json.loads(done.stdout)["findings"] if f["rule"] == "WND001"]
    assert [(f["verdict"], f["reason"]) for f in findings] == [
        ("contradiction", None),
        ("explained", "scope"),
    ]
    assert [s["value"] for s in findings[0]["sides"]] == ["force 9", "force 7"]
    assert done.returncode == 1
    assert "WND001 2\n" in reconcile(site, "check", "-f", "tally", "wind.log").stdout


def test_a_plugins_claims_are_kept_in_tables_and_its_rule_has_a_page(site: Path) -> None:
    workspace = site.parent / "sources"
    workspace.mkdir()
    (site.parent / "wind.log").rename(workspace / "wind.log")
    assert reconcile(site, "init").returncode == 0
    first = reconcile(site, "run").stdout
    table = (site.parent / "claims" / "wind.log.jsonl").read_text(encoding="utf-8")
    assert table.count('"type": "wind"') == 3
    assert reconcile(site, "run").stdout == first
    assert "WND001  wind-differs" in reconcile(site, "rules").stdout
    assert reconcile(site, "explain", "wind-differs").stdout.startswith("WND001 wind-differs")


BROKEN = {
    "no_such_module": ("reconcile.rules", "ModuleNotFoundError", None),
    "raises_on_import": ("reconcile.rules", "ZeroDivisionError", "1 / 0"),
    "lacks_the_mark": ("reconcile.rules", "AttributeError", "def check(story): yield"),
    "takes_a_code": ("reconcile.rules", "ValueError", "CODE = 'AGE551'"),
    "raises_in_check": (
        "reconcile.rules",
        "KeyError",
        "CODE = 'BAD001'\ndef check(story):\n    yield {}['x']",
    ),
    "raises_at_once": (
        "reconcile.claims",
        "KeyError",
        "TYPE = 'bad'\ndef extract(reading):\n    return {}['x']",
    ),
    "cannot_explain": (
        "reconcile.explain",
        "KeyError",
        "REASON = 'bad'\nORDER = 1\ndef explain(p, s): return {}['x']",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_plugin_that_fails_is_named_and_skipped(site: Path, name: str) -> None:
    group, error, code = BROKEN[name]
    install(site, {group: {name: name}}, "broken")
    if code is not None:
        (site / f"{name}.py").write_text(code + "\n", encoding="utf-8")
    done = reconcile(site, "check", "-f", "tally", "--fail-on", "nothing", "wind.log")
    assert done.returncode == 3
    assert done.stderr.startswith(f"plugin {name} ({name}): E-PLUGIN: failed and was skipped: {error}")
    assert done.stderr.count("\n") == 1
    assert "WND001 2\n" in done.stdout


def test_a_format_that_fails_is_an_error(site: Path) -> None:
    install(site, {"reconcile.reports.formats": {"bad": "bad"}}, "broken")
    (site / "bad.py").write_text("def render(report): return {}['x']\n", encoding="utf-8")
    done = reconcile(site, "check", "-f", "bad", "wind.log")
    assert (done.returncode, done.stdout) == (4, "")
    assert "plugin bad (bad)" in done.stderr


def test_a_reader_that_fails_leaves_its_file_out(site: Path) -> None:
    install(site, {"reconcile.sources.readers": {"odd": "odd"}}, "broken")
    (site / "odd.py").write_text("SUFFIXES = ('.odd',)\ndef read(s, i): return {}['x']\n", encoding="utf-8")
    (site.parent / "x.odd").write_text("x", encoding="utf-8")
    done = reconcile(site, "check", "-f", "tally", "--fail-on", "nothing", "wind.log", "x.odd")
    assert done.returncode == 3
    assert "WND001 2\n" in done.stdout
    assert [line.split(": ")[:2] for line in done.stderr.splitlines()] == [
        ["plugin odd (odd)", "E-PLUGIN"],
        ["x.odd", "E-EMPTY"],
    ]

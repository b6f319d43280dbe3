"""The rules of the house: what every file of this repository must be like."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zipfile
from collections import Counter
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from reconcile.plugins import contributions

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "reconcile"
MOST_LINES = 400
MODULES = sorted(PACKAGE.rglob("*.py"))
PYTHON = [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]
RULES = contributions("reconcile.rules", "CODE")
EXPLAINERS = contributions("reconcile.explain", "REASON")
CLAIMS = contributions("reconcile.claims", "TYPE")
FORMATS = contributions("reconcile.reports.formats", "render")
REASONS = "alias precision update facet occasion scope unit translation excerpt arithmetic attributed"
BANNED = {"utils", "util", "core", "common", "helpers", "misc"}


def named(modules: tuple[ModuleType, ...]) -> dict[str, ModuleType]:
    return {module.__name__.rsplit(".", 1)[-1]: module for module in modules}


def label(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("folder", ["sources", "claims", "reports"])
def test_the_data_folders_hold_no_code(folder: str) -> None:
    assert not list((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", PYTHON, ids=label)
def test_no_file_is_longer_than_it_reads_well(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", sorted((PACKAGE / "cli").glob("*.py")), ids=label)
def test_a_command_is_shorter_than_a_hundred_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 100


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "a module begins with a docstring"
    assert path.stem not in BANNED
    public = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", PYTHON, ids=label)
def test_every_ignored_check_has_its_reason_beside_it(path: Path) -> None:
    ignored = re.compile(r"# (?>noqa(?::[A-Z0-9, ]+)?|type: ignore(?:\[[^\]]*\])?)(?!\s*(?:-|#) \w)")
    lines = path.read_text(encoding="utf-8").splitlines()
    bare = [n for n, line in enumerate(lines, 1) if ignored.search(line) and "re.compile" not in line]
    assert bare == []


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_nobody_asks_the_clock_or_chance(path: Path) -> None:
    if path == PACKAGE / "cli" / "review.py":
        return  # a person decides something now
    text = path.read_text(encoding="utf-8")
    asked = re.findall(
        r"\b(?:datetime\.now|date\.today|datetime\.today|time\.time|utcnow|import random)\b", text
    )
    assert asked == []


def test_codes_and_slugs_are_unique() -> None:
    codes = Counter(rule.CODE for rule in RULES)
    assert [code for code, count in codes.items() if count > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.CODE))
class TestRule:
    def test_has_a_code_a_kind_and_a_usual_verdict(self, rule: ModuleType) -> None:
        assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.CODE)
        kinds = (
            "date anniversary duration age number name role place quote participant attribution source other"
        )
        assert rule.KIND in kinds.split()
        assert rule.VERDICT in ("contradiction", "tension", "unresolved", "explained", "information")

    def test_has_a_page_with_an_example(self, rule: ModuleType) -> None:
        page = rule.__doc__ or ""
        summary = page.split("\n", 1)[0]
        assert 10 < len(summary) <= 110
        assert page.count("```") >= 2, "the page shows an example in a fenced block"

    def test_has_a_folder_of_cases_named_by_its_slug(self, rule: ModuleType) -> None:
        slug = rule.__name__.rsplit(".", 1)[-1].replace("_", "-")
        folder = ROOT / "tests" / "cases" / "rules" / slug
        assert list(folder.glob("*.yml")), f"no case in {folder.relative_to(ROOT)}"


def test_no_two_rules_have_one_summary() -> None:
    summaries = Counter((rule.__doc__ or "").split("\n", 1)[0] for rule in RULES)
    assert [summary for summary, count in summaries.items() if count > 1] == []


@pytest.mark.parametrize("explainer", EXPLAINERS, ids=lambda module: str(module.REASON))
def test_an_explainer_is_named_by_its_reason_and_has_cases(explainer: ModuleType) -> None:
    assert explainer.__name__.rsplit(".", 1)[-1] == explainer.REASON
    cases = list((ROOT / "tests" / "cases" / "explain" / explainer.REASON).glob("*.yml"))
    assert len(cases) >= 3
    assert any("findings: []" in path.read_text(encoding="utf-8") for path in cases), (
        "one that it does not explain"
    )
    assert len((explainer.__doc__ or "").strip().splitlines()) >= 3, "its docstring is its page"


def test_there_is_an_explainer_for_every_reason_and_they_are_asked_in_one_order() -> None:
    assert sorted(explainer.REASON for explainer in EXPLAINERS) == sorted(REASONS.split())
    assert len({explainer.ORDER for explainer in EXPLAINERS}) == len(EXPLAINERS)


@pytest.mark.parametrize("module", CLAIMS, ids=lambda module: str(module.TYPE))
def test_a_claim_type_is_named_by_its_file_and_has_cases(module: ModuleType) -> None:
    assert module.__name__.rsplit(".", 1)[-1] == module.TYPE
    assert list((ROOT / "tests" / "cases" / "claims" / module.TYPE).glob("*.yml"))


@pytest.mark.parametrize("folder", ["rules", "claims", "explain"])
def test_no_folder_of_cases_is_left_behind(folder: str) -> None:
    known = {
        "rules": {name.replace("_", "-") for name in named(RULES)},
        "claims": {module.TYPE for module in CLAIMS},
        "explain": {module.REASON for module in EXPLAINERS} | {*REASONS.split()},
    }
    there = {path.name for path in (ROOT / "tests" / "cases" / folder).iterdir() if path.is_dir()}
    assert there <= known[folder]


def test_every_format_has_a_test() -> None:
    text = (ROOT / "tests" / "reports" / "test_formats.py").read_text(encoding="utf-8")
    assert [name for name in named(FORMATS) if f'"{name}"' not in text] == []


def test_the_public_names_can_be_imported() -> None:
    package = import_module("reconcile")
    assert [name for name in package.__all__ if getattr(package, name, None) is None] == []


def test_the_wheel_holds_only_the_package(tmp_path: Path) -> None:
    code = f"import os; os.chdir({str(ROOT)!r}); from hatchling.build import build_wheel; build_wheel({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {
        "reconcile",
        next(name for name in names if ".dist-info/" in name).split("/")[0],
    }
    assert any(name.endswith("report.html") for name in names)
    assert any(name.endswith("abbreviations.txt") for name in names)


CODE_TEXT = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)


@pytest.mark.parametrize("path", sorted((PACKAGE / "lexicon").glob("*/*.t*")), ids=lambda path: path.name)
def test_every_list_of_words_is_read(path: Path) -> None:
    assert re.search(rf"['\"]{path.stem}['\"]", CODE_TEXT), f"nothing reads {path.name}"


def test_no_function_or_class_is_left_that_nothing_names() -> None:
    hooks = {"check", "extract", "explain", "render", "read"}
    words = Counter(re.findall(r"\w+", CODE_TEXT))
    nodes = [node for path in MODULES for node in ast.parse(path.read_text(encoding="utf-8")).body]
    defined = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    called = {node.name for node in defined if not node.decorator_list} - hooks  # a decorator may name it
    assert [name for name in sorted(called) if words[name] == 1] == []

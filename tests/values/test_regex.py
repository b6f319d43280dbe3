"""Deferred patterns: each one of the package compiles, and stands for the pattern that `re` would give."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

import reconcile
from reconcile.values.regex import regex

PACKAGE = Path(reconcile.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    for path in PACKAGE.rglob("*.py")
    if "import regex" in path.read_text(encoding="utf-8")
)


def compiled_at_import(tree: ast.AST) -> bool:
    inner = (
        node for node in ast.iter_child_nodes(tree) if not isinstance(node, ast.FunctionDef | ast.Lambda)
    )
    return any(
        (isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile") or compiled_at_import(node)
        for node in inner
    )


def test_no_module_compiles_a_pattern_when_it_is_imported() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}
    assert [path.name for path, tree in trees.items() if compiled_at_import(tree)] == []


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_compiles(name: str) -> None:
    for value in vars(import_module(name)).values():
        if type(value) is type(regex("")):
            re.compile(value.pattern, value.flags)


def test_a_deferred_pattern_is_the_pattern() -> None:
    deferred, compiled = (
        regex(r"(?P<n>\d+) cats", re.IGNORECASE),
        re.compile(r"(?P<n>\d+) cats", re.IGNORECASE),
    )
    text = "9 CATS and 12 cats"
    assert deferred.findall(text) == compiled.findall(text)
    assert [m.span("n") for m in deferred.finditer(text)] == [m.span("n") for m in compiled.finditer(text)]
    assert deferred.sub("x", text) == "x and x"
    assert (deferred.pattern, deferred.flags, deferred.groups) == (
        compiled.pattern,
        compiled.flags,
        compiled.groups,
    )


def test_a_wrong_pattern_fails_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.match("")

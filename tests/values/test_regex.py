"""Deferred patterns: each one of the package compiles, and stands for the pattern that `re` would give."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import reconcile
from reconcile.values.regex import Pattern, regex

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
        if isinstance(value, Pattern):
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


def test_a_text_without_any_of_the_pieces_is_told_apart_without_compiling() -> None:
    deferred = regex(r"\b(\d+) (?:cats|dogs)\b", re.IGNORECASE, holds="cats|dogs")
    assert deferred.search("12 mice") is None
    assert deferred.match("12 cats", 0, 5) is None
    assert list(deferred.finditer("12 mice and 3 rats")) == []
    assert "search" not in vars(deferred)
    assert deferred.search("12 mice, 3 DOGS").span() == (9, 15)  # type: ignore[union-attr] - it is found
    assert deferred.fullmatch("12 mice") is None
    assert [m.group() for m in deferred.finditer("1 cats 2 dogs")] == ["1 cats", "2 dogs"]


@pytest.mark.parametrize("written", ["3 DOGſ", "3 dogs", "3 ſkunkK", "3 KİTTENS", "3 kıttens"])
def test_pieces_are_found_in_every_letter_that_the_pattern_takes(written: str) -> None:
    pattern, pieces = r"\d (?:dogs|skunkk|kittens)", "dogs|skunkk|kittens"
    deferred = regex(pattern, re.IGNORECASE, holds=pieces)
    compiled = re.compile(pattern, re.IGNORECASE)
    assert (deferred.search(written) is None) == (compiled.search(written) is None)


TEXTS = [path.read_text(encoding="utf-8") for folder in ("sources", "tests/cases") for path in
         sorted((PACKAGE.parent / folder).rglob("*")) if path.suffix in (".txt", ".md", ".yaml", ".yml")]  # fmt: skip
HOLDING = [
    pytest.param(value, id=f"{name}.{label}")
    for name in MODULES
    for label, value in vars(import_module(name)).items()
    if isinstance(value, Pattern) and value.holds
]


@pytest.mark.parametrize("deferred", HOLDING)
def test_every_match_holds_one_of_the_pieces(deferred: Any) -> None:
    # Matches at the end of a stretch are looked for everywhere: any place may be an end.
    anywhere = re.compile(deferred.pattern.replace(r"\Z", ""), deferred.flags)
    wrong = [m.group() for text in TEXTS for m in anywhere.finditer(text)
             if not any(piece in m.group().lower() for piece in deferred.holds)]  # fmt: skip
    assert wrong == []


def test_a_wrong_pattern_fails_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.match("")

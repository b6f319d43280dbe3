"""A contribution that fails is named, and the others go on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from reconcile import Article, check, plugins
from reconcile.rules import age_differs, misspelling

ARTICLES = [
    Article(id="a", published="2024-05-02", text="Ilmar Tosk, 51, commanded the Marigold."),
    Article(id="b", published="2024-05-02", text="Ilmar Tosk, 57, commanded the Marigold."),
]


def _broken(_story: Any) -> Iterator[Any]:
    raise ZeroDivisionError("by design")
    yield


def test_a_broken_rule_is_named_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "_failures", {})
    monkeypatch.setattr(misspelling, "check", _broken)
    report = check(ARTICLES)
    assert [(n.code, n.path, n.skipped) for n in report.notices] == [
        ("E-INTERNAL", "reconcile.rules.misspelling", True)
    ]
    assert "by design" in report.notices[0].message
    assert [f.rule for f in report.findings if f.alarm] == [age_differs.CODE]

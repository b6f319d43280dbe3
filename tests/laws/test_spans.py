"""Law: every claim's words stand where its span says they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile import Article, extract, read

ROOT = Path(__file__).parents[2]
STORIES = ROOT.parent / "shared" / "stories" / "dev"


def _law(article: Article) -> None:
    lines = article.text.split("\n")
    for claim in extract(article):
        span = claim.span
        assert article.text[span.start : span.end] == span.quote, claim
        row = article.text.count("\n", 0, span.start)
        before = sum(len(line) + 1 for line in lines[:row])
        assert span.line == article.line + row, claim
        assert row == 0 or span.column == span.start - before + 1, claim
        start = claim.sentence_start
        assert article.text[start : start + len(claim.sentence)] == claim.sentence, claim


@pytest.mark.parametrize("path", sorted((ROOT / "sources").iterdir()), ids=lambda p: p.name)
def test_spans_of_the_example_workspace(path: Path) -> None:
    for article in read(path):
        _law(article)


@pytest.mark.skipif(not STORIES.is_dir(), reason="the development stories are not beside the project")
def test_spans_of_the_development_stories() -> None:
    for path in sorted(STORIES.glob("*/sources/*")):
        for article in read(path):
            _law(article)

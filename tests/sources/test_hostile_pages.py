"""Pages that are made to hurt are read and dated; nothing is lost, nothing stands outside the page."""

from __future__ import annotations

import pytest

from reconcile.sources.dating import date_articles
from reconcile.sources.reading import read_source
from reconcile.sources.source_file import SourceFile
from tests.hostile import PAGES


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
@pytest.mark.parametrize("seed", PAGES)
def test_hostile_page(name: str, seed: str) -> None:
    page = (seed * (20_000 // len(seed) + 1))[:20_000]
    articles = date_articles(read_source(SourceFile(name, page.encode())))
    assert articles
    for article in articles:
        assert 0 <= article.start <= article.end <= len(page)
        assert all(0 <= first < last <= len(article.text) for first, last in article.skip)

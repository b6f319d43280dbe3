"""Words of a page as witnesses for what is said about the article itself."""

from __future__ import annotations

from functools import lru_cache

from reconcile.align.story import Story
from reconcile.claims.source import SourceClaim
from reconcile.sources.article import Article


def printed(story: Story, article: str, facet: str = "published") -> list[SourceClaim]:
    """What the page prints of that facet, in text order."""
    return [claim for claim in _by_article(story).get(article, ()) if claim.facet == facet]


@lru_cache(maxsize=1)  # the rules ask about one story after the other
def _by_article(story: Story) -> dict[str, list[SourceClaim]]:
    found: dict[str, list[SourceClaim]] = {}
    for claim in story.of(SourceClaim):
        found.setdefault(claim.span.article, []).append(claim)
    return found


def opening(story: Story, article: str, value: str) -> SourceClaim:
    """The article's first words, as the witness for something that no words of the page state."""
    reading = story.reading(article)
    text = reading.document.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    end = min(len(text) if end < 0 else end, start + 80)
    return reading.claim(SourceClaim, start, max(end, start), value=value, facet="published")


def witness(story: Story, article: str, value: str) -> SourceClaim:
    """The date that the page prints, else its first words."""
    stamps = printed(story, article)
    return stamps[0] if stamps else opening(story, article, value)


def named(article: Article) -> str:
    """The article as a question names it: its headline in quotation marks, else its id."""
    return f'"{article.title}"' if article.title else article.id

"""Solves when every article was published, from what pages state and what the texts themselves imply.

Three passes: what a page states outright; what an article's own words and the anniversaries of the whole list
imply; what the dated articles on the same news imply for the rest. Every date carries its derivation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.sources.article import Article, Published
from reconcile.sources.borrowed import (
    from_copy,
    from_relatives,
    leans_on_relatives,
    settle_by_relatives,
)
from reconcile.sources.conflicts import find_conflicts
from reconcile.sources.implied import from_anniversary, from_lead, kept_anniversary, settle_order, unsettled
from reconcile.sources.neighbours import Neighbourhood
from reconcile.sources.occasions import Occasions, find_occasions, same_occasion
from reconcile.sources.statements import Statement, stated, statements

_STORY = 24  # a list of more articles is taken for an archive


def date_articles(articles: Sequence[Article]) -> list[Article]:
    """The articles in the same order, each with its publication date as far as it can be known, and how.

    A date that the caller states stays. What cannot hold together is kept on the article as a conflict.
    """
    said = [statements(article) for article in articles]
    dates = {
        article.id: article.published or stated(found) for article, found in zip(articles, said, strict=True)
    }
    open_ones = [(a, found) for a, found in zip(articles, said, strict=True) if dates[a.id] is None]
    if open_ones:
        _solve(articles, open_ones, dates)
    return [_dated(article, dates[article.id], found) for article, found in zip(articles, said, strict=True)]


def _dated(article: Article, published: Published | None, said: list[Statement]) -> Article:
    """The article with its date, the stamps that stand in its own words, and what conflicts."""
    conflicts = find_conflicts(article, published, said)
    known = {stamp.start for stamp in article.stamps}
    inside = [one.stamp for one in said if one.stamp.start is not None and one.stamp.start not in known]
    if published is article.published and not conflicts and not inside:
        return article
    stamps = (*article.stamps, *inside)
    return replace(article, published=published, conflicts=conflicts, stamps=stamps)


def _solve(
    articles: Sequence[Article],
    open_ones: list[tuple[Article, list[Statement]]],
    dates: dict[str, Published | None],
) -> None:
    """Fills in `dates` for the articles that state no date."""
    occasions = {article.id: find_occasions(article.id, article.text) for article in articles}
    bases = [base for found in occasions.values() for base in found.bases]
    for article, found in open_ones:
        kept = kept_anniversary(article, occasions[article.id], bases)
        ambiguous = next((one for one in found if len(one.options) == 2), None)
        if ambiguous:
            dates[article.id] = settle_order(ambiguous, article, kept, bases)
        elif kept:
            dates[article.id] = from_anniversary(article, kept)
    _share_occasions(open_ones, occasions, dates)
    _borrow(articles, open_ones, dates)


def _share_occasions(
    open_ones: list[tuple[Article, list[Statement]]],
    occasions: dict[str, Occasions],
    dates: dict[str, Published | None],
) -> None:
    """An anniversary known to the year only takes its month from a dated report on the same anniversary."""
    known = {name: found for name, found in dates.items() if found and found.interval.iso.count("-") == 2}
    for article, _ in open_ones:
        solved = dates[article.id]
        if solved is None or len(solved.interval.iso) != 4:
            continue
        for name, other in known.items():
            if other.interval.iso[:4] == solved.interval.iso and same_occasion(
                occasions[article.id], occasions[name]
            ):
                month = type(solved.interval).parse(other.interval.iso[:7])
                how = f"{solved.how}; {name}, of {other.value}, reports the same anniversary"
                dates[article.id] = Published(interval=month, how=how)
                break


def _borrow(
    articles: Sequence[Article],
    open_ones: list[tuple[Article, list[Statement]]],
    dates: dict[str, Published | None],
) -> None:
    """Dates what is left by the dated articles on the same news; none of the borrowed dates is lent on."""
    known = {name: found.interval for name, found in dates.items() if found}
    near = Neighbourhood([article for article in articles if article.id in known])
    for article, found in open_ones:
        ambiguous = next((one for one in found if len(one.options) == 2), None)
        if ambiguous and dates[article.id] is None:
            settled = settle_by_relatives(ambiguous, near.relatives(article), known)
            dates[article.id] = settled or unsettled(ambiguous)
    lenders = {name: found.interval for name, found in dates.items() if found}
    if len(lenders) > len(known):
        near = Neighbourhood([article for article in articles if article.id in lenders])
    one_story = len(articles) <= _STORY
    for article, _ in open_ones:
        if dates[article.id] is None:
            relatives = near.relatives(article) if one_story or leans_on_relatives(article) else []
            dates[article.id] = (
                from_copy(article, near, lenders)
                or from_relatives(article, relatives, lenders, one_story=one_story)
                or from_lead(article)
            )

"""Groups articles into stories: articles meet only when they share enough telling names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from math import log, sqrt

from reconcile.align.aliases import Aliases
from reconcile.align.forest import root
from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.language.names.casing import common_words
from reconcile.language.names.gazetteer import country_named, country_of_people, given_names, place_named
from reconcile.lexicon import word_set, words
from reconcile.sources.article import Article
from reconcile.values.regex import regex

_NAME = regex(r"[^\W\d_a-z][^\W\d_]{2,}")
_ENOUGH = (
    0.13  # cosine of the names of two articles: related ones mostly lie above 0.14, unrelated ones below 0.12
)
_BACKGROUND = 100  # articles imagined around a small folder, so that a name all of them share still tells
_RARE = 2  # names of no known place or country, and no first names, that two articles of one story share
_SHORTEST = 4  # letters of such a name
_SOMEWHAT = 0.06  # cosine from which one such name and one known place do as well


def stories(
    articles: Sequence[Article], claims: dict[str, list[Claim]], aliases: Aliases | None = None
) -> Iterator[Story]:
    """Yields one story per group of articles, in the order of their first article."""
    for group in groups(articles):
        yield Story(group, [claim for article in group for claim in claims[article.id]], aliases)


def groups(articles: Sequence[Article]) -> list[list[Article]]:
    """The articles grouped by shared names; an article that shares none stands alone."""
    bags = [_names(article) for article in articles]
    parent = list(range(len(articles)))
    for first, second in _linked(articles, bags):
        parent[root(parent, first)] = root(parent, second)
    found: dict[int, list[Article]] = defaultdict(list)
    for index, article in enumerate(articles):
        found[root(parent, index)].append(article)
    return sorted(found.values(), key=lambda group: group[0].id)


def _names(article: Article) -> Counter[str]:
    """Capitalized words of title and text, in lower case, without the common words that open sentences."""
    common = word_set("common")
    found = _NAME.findall(f"{article.title or ''}\n{article.text}")
    return Counter(word for word in map(str.lower, found) if word not in common)


def _linked(articles: Sequence[Article], bags: list[Counter[str]]) -> Iterator[tuple[int, int]]:
    frequency = Counter(name for bag in bags for name in bag)
    total = len(bags)
    weight = {name: log(1 + (total + _BACKGROUND) / count) for name, count in frequency.items()}
    vectors = [{name: (1 + log(n)) * weight[name] for name, n in bag.items()} for bag in bags]
    norms = [sqrt(sum(value * value for value in vector.values())) or 1.0 for vector in vectors]
    # What an article also writes small is a word, not a name: headlines and sentence heads are capitalized.
    small = [frozenset(re.findall(r"\b[^\W\d_A-Z][^\W\d_]+", article.text)) for article in articles]
    holders: dict[str, list[int]] = defaultdict(list)
    # A name in more articles than this says nothing about belonging together, and would make the loop quadratic.
    telling = max(30, total // 20)
    for index, vector in enumerate(vectors):
        dots: dict[int, float] = defaultdict(float)
        rare: Counter[int] = Counter()
        placed: set[int] = set()
        for name, value in vector.items():
            few = name not in small[index] and frequency[name] <= max(8, total // 100)
            own, place = few and _rare(name), few and _placed(name)
            for other in holders[name]:
                dots[other] += value * vectors[other][name]
                if name not in small[other]:
                    rare[other] += own
                    placed.update((other,) if place else ())
            if frequency[name] <= telling:
                holders[name].append(index)
        for other, dot in dots.items():
            alike = dot / (norms[index] * norms[other])
            near = alike >= _SOMEWHAT and rare[other] > 0 and other in placed
            if (
                alike >= _ENOUGH
                or near
                or rare[other] >= _RARE
                or _same_title(articles[index], articles[other])
            ):
                yield index, other


@cache
def _rare(name: str) -> bool:
    """Whether a name is known to no gazetteer: two articles that share it hardly do so by chance."""
    said = name.capitalize()
    if (
        len(name) < _SHORTEST
        or name in _institution_words()
        or name in common_words()
        or name in given_names()
    ):
        return False
    return not (country_named(said) or country_of_people(said) or place_named(said))


@cache
def _placed(name: str) -> bool:
    """Whether a name is that of a known place."""
    return len(name) >= _SHORTEST and place_named(name.capitalize()) is not None


@cache
def _institution_words() -> frozenset[str]:
    return frozenset(word for line in words("institution_words") for word in line.split())


def _same_title(first: Article, second: Article) -> bool:
    return bool(first.title) and first.title == second.title

"""Which articles of a list tell the same news as an undated one: copies of its words, and its near relatives."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from reconcile.sources.article import Article
from reconcile.values.regex import regex

_TELLING = regex(r"(?<![.!?] )(?<!\A)\b[A-Z][^\W\d_]{3,}|\b\d[\d.,]*\d\b")
_RUN = 6  # words in a row that two independent writers rarely share
_LONG = 7  # letters
_COPY = 0.4  # of a text's runs
_COMMON = 12  # a word in more articles than this tells nothing
_RELATED = 3  # telling words that two articles on one event share


class Neighbour(NamedTuple):
    """An article near an undated one: `share` of the undated text's runs of words, or how many telling words."""

    article: Article
    share: float


class Neighbourhood:
    """The articles of a list, indexed by their runs of words and by their telling words."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles

    @cached_property
    def _runs(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for number, article in enumerate(self.articles):
            for run in _runs(article.text):
                index[run].append(number)
        return index

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for number, article in enumerate(self.articles):
            for word in _telling(article.text):
                index[word].append(number)
        return index

    def copies(self, article: Article) -> list[Neighbour]:
        """The articles that hold a good part of this one's words, fullest first."""
        runs = _runs(article.text) if self.articles else set()
        if not runs:
            return []
        counts: Counter[int] = Counter()
        for run in runs:
            counts.update(self._runs.get(run, ()))
        return self._ranked(article, counts, _COPY * len(runs), len(runs))

    def relatives(self, article: Article) -> list[Neighbour]:
        """The articles that share telling words (names, figures) with this one, nearest first."""
        counts: Counter[int] = Counter()
        for word in _telling(article.text) if self.articles else ():
            holders = self._words.get(word, ())
            if len(holders) <= _COMMON:
                counts.update(holders)
        return self._ranked(article, counts, _RELATED, 1)

    def _ranked(self, article: Article, counts: Counter[int], least: float, whole: int) -> list[Neighbour]:
        found = [
            Neighbour(self.articles[number], count / whole)
            for number, count in counts.items()
            if count >= least and self.articles[number].id != article.id
        ]
        return sorted(found, key=lambda near: (-near.share, near.article.id))


def _runs(text: str) -> set[str]:
    """The runs of words that begin with a long word: a fifth of all, and as telling."""
    words = text.lower().split()
    last = len(words) - _RUN
    return {
        " ".join(words[at : at + _RUN]) for at, word in enumerate(words) if len(word) >= _LONG and at <= last
    }


def _telling(text: str) -> set[str]:
    return set(_TELLING.findall(text))

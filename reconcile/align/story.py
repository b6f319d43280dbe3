"""A story: articles about the same events, with their claims and what alignment knows about them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import log
from typing import TypeVar

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.sources.article import Article

C = TypeVar("C", bound=Claim)

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


class Story:
    """Articles about the same events. Everything a rule may ask is here; everything is computed once, on demand."""

    def __init__(self, articles: Sequence[Article], claims: Iterable[Claim]) -> None:
        self.articles = {article.id: article for article in articles}
        self.claims = tuple(claims)
        self._by_type: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            self._by_type[getattr(claim, "type", "")].append(claim)
        self._readings: dict[str, Reading] = {}

    def of(self, kind: type[C]) -> list[C]:
        """The claims of one class, in article and text order."""
        return [claim for claims in self._by_type.values() for claim in claims if isinstance(claim, kind)]

    def article(self, claim: Claim) -> Article:
        """The article that makes `claim`."""
        return self.articles[claim.span.article]

    def reading(self, article: str) -> Reading:
        """The article opened again, for rules that look at words beyond the claim's sentence."""
        if article not in self._readings:
            self._readings[article] = Reading(self.articles[article])
        return self._readings[article]

    @cached_property
    def weights(self) -> dict[str, float]:
        """How telling each stem is in this story: rare stems weigh more, those in most sentences next to nothing."""
        sentences = {(c.span.article, c.sentence_start): c.sentence for c in self.claims}
        counts = Counter(stem for sentence in sentences.values() for stem in set(stems(sentence)))
        total = len(sentences) + 1
        return {stem: log(total / count) for stem, count in counts.items()}


def stems(text: str) -> list[str]:
    """Lower-case word stems of `text`: crude suffix stripping, enough to match "killed" with "killing"."""
    return [_stem(word) for word in _WORD.findall(text.lower())]


def _stem(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    for suffix in ("ingly", "edly", "ing", "ied", "ies", "ed", "es", "ly", "s"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            return word + "y" if suffix in ("ied", "ies") else word.rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word

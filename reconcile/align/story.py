"""A story: articles about the same events, with their claims and what alignment knows about them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import log
from typing import TypeVar, cast

from reconcile.align.aliases import Aliases
from reconcile.align.context import Weighed, context, similarity
from reconcile.align.entities import Entities
from reconcile.align.origins import SharedText, origins, shared_texts
from reconcile.align.senses import sensed
from reconcile.claims.claim import Claim
from reconcile.claims.name import NameClaim
from reconcile.claims.reading import Reading
from reconcile.sources.article import Article
from reconcile.values.regex import regex

C = TypeVar("C", bound=Claim)
_ENDS = regex(
    r"(?<=[.!?])[\"”’']?\s+(?=[A-Z\"“‘'])|\n+"
)  # about where sentences end: enough to count words by
_BACKGROUND = (
    50  # sentences imagined around a small story, so that a word all its sentences share still tells
)


class Story:
    """Articles about the same events. Everything a rule may ask is here; everything is computed once, on demand."""

    def __init__(
        self, articles: Sequence[Article], claims: Iterable[Claim], aliases: Aliases | None = None
    ) -> None:
        self.aliases = aliases
        self.articles = {article.id: article for article in articles}
        self._echoes: dict[str, list[Claim]] = defaultdict(list)
        self.claims = tuple(self._first_said(claims))
        self._readings: dict[str, Reading] = {}
        self._contexts: dict[str, Weighed] = {}

    @cached_property
    def _by_class(self) -> dict[type[Claim], list[Claim]]:
        found: dict[type[Claim], list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[type(claim)].append(claim)
        return found

    def of(self, kind: type[C]) -> list[C]:
        """The claims of one class, in article and text order."""
        return cast("list[C]", list(self._by_class.get(kind, ())))

    def _first_said(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """The claims without those that a copied text repeats in the very sentence of its origin."""
        first: dict[tuple[str, type[Claim], str, int, str], Claim] = {}
        for claim in claims:
            offset = claim.span.start - claim.sentence_start
            sentence = " ".join(claim.sentence.split())
            key = (self.origin(claim.span.article), type(claim), sentence, offset, claim.span.quote)
            known = first.setdefault(key, claim)
            if known.span.article == claim.span.article:
                yield claim
            else:
                self._echoes[known.id].append(claim)

    def echoes(self, claim: Claim) -> tuple[Claim, ...]:
        """The same claim in the copies of its article: more print, no more support."""
        return tuple(self._echoes.get(claim.id, ()))

    def printed_in(self, claim: Claim) -> frozenset[str]:
        """The articles that make `claim`: its own, and those that copy its sentence."""
        return frozenset((claim.span.article, *(echo.span.article for echo in self.echoes(claim))))

    def article(self, claim: Claim) -> Article:
        """The article that makes `claim`."""
        return self.articles[claim.span.article]

    def reading(self, article: str) -> Reading:
        """The article opened again, for rules that look at words beyond the claim's sentence."""
        if article not in self._readings:
            self._readings[article] = Reading(self.articles[article])
        return self._readings[article]

    @cached_property
    def entities(self) -> Entities:
        """The persons, bodies and places that the articles name, with all their forms put together."""
        return Entities(self.of(NameClaim), self.aliases)

    @cached_property
    def weights(self) -> dict[str, float]:
        """How telling each sense is in this story: rare ones weigh more, those in most sentences next to nothing."""
        sentences = [said for article in self.articles.values() for said in _ENDS.split(article.text)]
        counts = Counter(found for said in sentences for found in set(sensed(said)))
        total = len(sentences) + _BACKGROUND
        return {found: log(1 + total / count) for found, count in counts.items()}

    def context(self, claim: Claim) -> Weighed:
        """The weighed words around `claim`."""
        known = self._contexts.get(claim.id)
        if known is None:
            known = self._contexts[claim.id] = context(claim, self.weights)
        return known

    def similarity(self, first: Claim, second: Claim) -> float:
        """How alike the words around two claims are, 0 to 1."""
        return similarity(self.context(first), self.context(second))

    @cached_property
    def shared_texts(self) -> list[SharedText]:
        """Pairs of articles that share long runs of words outside quotation marks."""
        return shared_texts(list(self.articles.values()))

    @cached_property
    def _origins(self) -> dict[str, str]:
        return origins(list(self.articles.values()), self.shared_texts)

    def origin(self, article: str) -> str:
        """The article that is the independent witness for `article`: itself, or the text it copies."""
        return self._origins[article]

    def same_origin(self, first: Claim, second: Claim) -> bool:
        """Whether two claims come from one independent witness."""
        return self.origin(first.span.article) == self.origin(second.span.article)

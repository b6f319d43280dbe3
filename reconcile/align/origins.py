"""Origins: which articles are one witness, because they are copies or share a wire text. With proof."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from reconcile.sources.article import Article
from reconcile.values.regex import regex

_RUN = 8  # words: a run this long outside quotation marks is hardly ever written twice
_WORD = regex(r"\w+")
_QUOTED = regex(r'"[^"\n]{0,600}"|“[^”\n]{0,600}”')
_COPY = 0.25  # share of the shorter text's runs that stand in the other one too


class SharedText(NamedTuple):
    """Two articles and the share of the shorter one's word runs that both contain; `example` is one such run."""

    first: str
    second: str
    share: float
    example: str


def shared_texts(articles: Sequence[Article]) -> list[SharedText]:
    """Every pair of articles that share long runs of words outside quotation marks, in the order given."""
    runs = [_runs(article.text) for article in articles]
    holders: dict[str, list[int]] = defaultdict(list)
    shared: dict[tuple[int, int], list[str]] = defaultdict(list)
    for index, found in enumerate(runs):
        for run in found:
            for other in holders[run][:20]:  # boilerplate in every article must not make this quadratic
                shared[other, index].append(run)
            holders[run].append(index)
    return [
        SharedText(
            articles[first].id,
            articles[second].id,
            len(common) / max(1, min(len(runs[first]), len(runs[second]))),
            common[0],
        )
        for (first, second), common in sorted(shared.items())
    ]


def origins(articles: Sequence[Article], shared: Sequence[SharedText]) -> dict[str, str]:
    """Maps every article's id to the id of its origin: the first of the articles that are one text."""
    origin = {article.id: article.id for article in articles}
    for pair in shared:
        if pair.share >= _COPY:
            old, new = origin[pair.second], origin[pair.first]
            origin = {article: new if known == old else known for article, known in origin.items()}
    return origin


def _runs(text: str) -> dict[str, None]:
    """The runs of the text, in order; a dictionary because sets have no order."""
    words = [word.lower() for word in _WORD.findall(_QUOTED.sub(" \n ", text))]
    return dict.fromkeys(" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))

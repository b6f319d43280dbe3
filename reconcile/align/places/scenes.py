"""Which place claims speak of one event: what they share besides the place, and what their articles say else."""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.lexicon import word_set
from reconcile.values.places import fold, written
from reconcile.values.regex import regex

_PROPER = regex(r"[A-ZÀ-Ý][^\W\d_]{2,}")
_SILENT = frozenset({"said", "published", "lie", "treat", "report"})


_BLOWS = frozenset({"occurred", "killed", "wounded", "died"})


def family(event: str) -> str:
    """One name for the facets that different words give to one event: a shooting happens, kills and wounds."""
    return "blow" if event in _BLOWS else event


@lru_cache(maxsize=8192)
def proper(sentence: str) -> frozenset[str]:
    """The capitalized words of a sentence, folded, without common openers."""
    common = word_set("common")
    found = {fold(word) for word in _PROPER.findall(sentence)}
    return frozenset(word for word in found if word not in common)


def same_scene(story: Story, first: PlaceClaim, second: PlaceClaim) -> float:
    """How surely two claims place one event, 0 to 1: shared facet, shared names, shared words around."""
    if first.event in _SILENT or second.event in _SILENT:
        return 0.0
    score = story.similarity(first, second)
    if first.event and family(first.event) == family(second.event):
        score += 0.15
    shared = (proper(first.sentence) & proper(second.sentence)) - {fold(first.value), fold(second.value)}
    score += 0.1 * min(2, len(shared)) if shared else -0.15
    return max(0.0, min(1.0, score))


def mentions_place(story: Story, article: str, name: str) -> bool:
    """Whether the article's text has the place by one of its names."""
    text = story.articles[article].text
    return any(_has(text, form) for form in written(name))


@lru_cache(maxsize=65536)
def _has(text: str, place: str) -> bool:
    folded = _folded(text)
    # Most texts lack the words altogether, which the plain search tells ten times as fast.
    return place in folded and re.search(rf"\b{re.escape(place)}\b", folded) is not None


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return fold(text)

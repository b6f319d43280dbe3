"""Which place claims speak of one event: what they share besides the place, and what their articles say else."""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.claims.place import PlaceClaim
from reconcile.lexicon import word_set
from reconcile.values.places import find_addresses, fold, written
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


def two_spots(first: Claim, second: Claim) -> bool:
    """Whether the sentences of two claims name streets of which none is one, or two quarters of a town: two events."""
    one, other = _spots(first.sentence), _spots(second.sentence)
    return any(mine and its and mine.isdisjoint(its) for mine, its in zip(one, other, strict=True))


@lru_cache(maxsize=8192)
def _spots(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    """The streets that a sentence names, and the quarters of a town."""
    streets = {address.street for _, _, address in find_addresses(sentence, 0, len(sentence))}
    streets |= {fold(name["street"]) for name in _STREET.finditer(sentence)}
    return frozenset(streets), frozenset(fold(name["quarter"]) for name in _QUARTER.finditer(sentence))


_STREET = regex(
    r"\b(?:on|near|in|off|at) (?:(?:[NSEW]\.?|North|South|East|West) )?(?P<street>[A-Z][\w'’]+(?: [A-Z][\w'’]+)?) "
    r"(?:St(?:reet)?|Ave(?:nue)?|R(?:oa)?d|Boulevard|Blvd|Dr(?:ive)?|Lane|Court|Parkway)\b"
)
_QUARTER = regex(
    r"\b(?:the|a|an|in|of) (?P<quarter>[A-Z][\w'’]+(?: [A-Z][\w'’]+)?) (?:neighbou?rhood|district|suburb|borough|quarter)\b"
)


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

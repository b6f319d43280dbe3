"""Where the people of a toll were hit, by the place that its own sentence gives nearest to it; and whether two lie apart."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from weakref import WeakKeyDictionary

from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.names.gazetteer import kind_words, name_set
from reconcile.values.places import fold, is_whole, relate_places
from reconcile.values.regex import regex
from reconcile.values.relation import Relation
from reconcile.values.romanization import consonants

_WITHIN = frozenset({"in", "at", "near", "outside"})
_BEHIND = 90  # characters behind a toll in which its place is rather looked for than before it
_NAME = regex(r"[^\W\d_a-z][\w’'-]*")
_JOINED = regex(r"\b(?:and|or|to|from|while|but|said|says)\b|[.;\d\n]")
_BETWEEN = 26  # characters between two names of which one may lie in or by the other
_PLACES: WeakKeyDictionary[Story, dict[tuple[str, int], list[PlaceClaim]]] = WeakKeyDictionary()


def locus(claim: QuantityClaim, story: Story) -> str:
    """The named place nearest to a figure in its sentence, one behind it before one in front; empty when there is none."""
    found = _by_sentence(story).get((claim.span.article, claim.sentence_start), ())
    behind = [p for p in found if 0 <= p.span.end - claim.span.end <= _BEHIND]
    nearest = min(behind, key=lambda p: p.span.end, default=None)
    if nearest is None:
        ahead = [p for p in found if p.span.start < claim.span.start]
        nearest = max(ahead, key=lambda p: p.span.end, default=None)
    return nearest.value if nearest is not None else ""


def _by_sentence(story: Story) -> dict[tuple[str, int], list[PlaceClaim]]:
    known = _PLACES.get(story)
    if known is None:
        known = defaultdict(list)
        for claim in story.of(PlaceClaim):
            if claim.relation in _WITHIN and _NAME.search(claim.value):
                known[claim.span.article, claim.sentence_start].append(claim)
        _PLACES[story] = known
    return known


def loci_apart(first: QuantityClaim, second: QuantityClaim, story: Story) -> bool:
    """Whether two tolls are said of two places, neither of which is known or said to lie in or by the other."""
    here, there = locus(first, story), locus(second, story)
    articles = frozenset((first.span.article, second.span.article))
    return bool(here and there) and _apart(here, there, articles, story)


@lru_cache(maxsize=4)  # the matches of one story ask after each other
def scattered(story: Story) -> bool:
    """Whether the tolls of a story are said of so many places that it tells of several events."""
    found: list[tuple[str, str]] = []
    for claim in story.of(QuantityClaim):
        if claim.event in _HIT and (place := locus(claim, story)):
            article = claim.span.article
            if all(_apart(place, known, frozenset((article, other)), story) for known, other in found):
                found.append((place, article))
        if len(found) >= _SEVERAL:
            return True
    return False


_SEVERAL = 3
_HIT = ("killed", "injured")


def _apart(here: str, there: str, articles: frozenset[str], story: Story) -> bool:
    mine, its = _telling(here), _telling(there)
    if not mine or not its or {consonants(fold(w)) for w in mine} & {consonants(fold(w)) for w in its}:
        return False
    relation = relate_places(here, there)
    if relation is not Relation.UNKNOWN:
        return relation is Relation.DIFFERS
    if is_whole(here) != is_whole(there) or _built(here) != _built(there):
        return False  # a hall may stand in any town, and a town in any county
    return not any(_beside(story.articles[name].text, mine[0], its[0]) for name in sorted(articles))


@lru_cache(maxsize=4096)
def _telling(place: str) -> tuple[str, ...]:
    """The capitalized words of a place's name that do not only say what kind of place it is."""
    kinds = kind_words()
    return tuple(w for w in _NAME.findall(place) if w.lower() not in kinds and not _generic(w.lower()))


def _generic(word: str) -> bool:
    return word in name_set("generic_in_names") or word in name_set("directions")


def _built(place: str) -> bool:
    """Whether a name says that it is one of a house, a street or an area: "Quay Hospital", "Lee County"."""
    return any(word.lower() in kind_words() or _generic(word.lower()) for word in place.split())


@lru_cache(maxsize=4096)
def _beside(text: str, first: str, second: str) -> bool:
    """Whether a text sets two names side by side, as a place and where it lies: "Brae, just west of Solvei"."""
    for one, other in ((first, second), (second, first)):
        for match in re.finditer(rf"\b{re.escape(one)}\b(.{{1,{_BETWEEN}}}?)\b{re.escape(other)}\b", text):
            if not _JOINED.search(match.group(1)):
                return True
    return False

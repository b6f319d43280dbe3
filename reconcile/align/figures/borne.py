"""What a weight, a height, a depth, a length or a speed is of: the noun behind it, what it lies under, a gust."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reconcile.align.stems import stem
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.grammar.clauses import small
from reconcile.lexicon import words
from reconcile.values.regex import regex
from reconcile.values.units import dimension

_WORD = regex(r"[^\W\d_][\w’'-]*")
_BEFORE_NOUN = regex(r"\d-[a-z]+\Z|[a-z]-[a-z]+\Z")  # "150-pound", "ten-foot"
_UNDER = regex(r"\s(?:below|beneath|underneath|above)\s(?:the|its|an?)\s(?P<what>[a-z]+)\b")
_SURFACE = frozenset(("sea", "ocean", "water", "waves", "surface", "ground", "earth", "street"))
_OF = regex(r"(?: \([^()]{2,40}\))? of (?=[a-z])")  # "10,000 gallons (40,000 litres) of diesel"
_MOST = 4  # words between a measure and the noun that it stands before


def of_two_things(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two measures are told of things that share no word: "a 150-ton crane", "a 150-pound turtle"; or one of gusts
    and one of the wind that goes on."""
    if dimension(first.value.unit) == "speed" and {_blows(first), _blows(second)} == {"gust", "sustained"}:
        return True
    filled = {dimension(c.value.unit) for c in (first, second)} <= {"volume", "mass"}
    a, b = (
        _bearer(c.sentence, c.span.start - c.sentence_start, c.span.quote, filled=filled)
        for c in (first, second)
    )
    measured = all(dimension(c.value.unit) and c.form == "measure" for c in (first, second))
    return measured and bool(a) and bool(b) and not a & b


def _blows(claim: QuantityClaim) -> str:
    """Whether a speed is told of gusts or of the sustained wind, by the last such word before it or the first behind."""
    start = claim.span.start - claim.sentence_start
    before = [match.group().lower() for match in _WIND.finditer(claim.sentence, max(0, start - 60), start)]
    behind = _WIND.search(claim.sentence, start, start + len(claim.span.quote) + 20)
    said = before[-1] if before else behind.group().lower() if behind is not None else ""
    return said.removesuffix("s")


_WIND = regex(r"\b(?:gusts?|sustained)\b", re.I, holds="gust|Gust|sustained|Sustained")


@lru_cache(maxsize=4096)
def _bearer(sentence: str, at: int, quote: str, *, filled: bool) -> frozenset[str]:
    """The stems of the words for what a measure is of, and for what fills it where it is `filled`; none where the
    sentence gives it no noun, or a name."""
    end = at + len(quote)
    under = _UNDER.match(sentence, end)
    if under is not None:
        what = under.group("what")
        return frozenset(("surface" if what in _SURFACE else stem(what),))
    of = _OF.match(sentence, end) if filled else None
    if of is not None:
        return _stuff(_noun(sentence, of.end() - 1))
    return _noun(sentence, end) if _BEFORE_NOUN.search(quote) else frozenset()


def _stuff(said: frozenset[str]) -> frozenset[str]:
    """The words for what fills a measure; none where they may be wider words for what another article names."""
    wide, same = _stuffs()
    return frozenset() if said & wide else frozenset(same.get(word, word) for word in said)


@cache
def _stuffs() -> tuple[frozenset[str], dict[str, str]]:
    """The stems of wider words for what fills a measure, and of words for one stuff the one that stands for them."""
    wide: set[str] = set()
    same: dict[str, str] = {}
    for line in words("stuffs"):
        kind, _, listed = line.partition(":")
        stems = [stem(word) for word in listed.split()]
        if kind == "any":
            wide.update(stems)
        else:
            same.update(dict.fromkeys(stems, stems[0]))
    return frozenset(wide), same


def _noun(sentence: str, start: int) -> frozenset[str]:
    """The stems of the noun that begins at `start`, and of the words before it; none for a name."""
    said: list[str] = []
    for found in _WORD.finditer(sentence, start, min(len(sentence), start + 80)):
        word = found.group()
        ended = any(word in small(kind) for kind in ("preposition", "joint", "auxiliary", "be", "modal"))
        if ended or len(said) == _MOST or sentence[found.start() - 1] not in " -":
            break
        if word[0].isupper():
            return frozenset()
        said.append(stem(word))
    return frozenset(said)

"""Whether two phrases can speak of one thing: their telling words, with near-synonyms made one."""

from __future__ import annotations

from functools import cache, lru_cache

from reconcile.align.stems import stem
from reconcile.lexicon import words
from reconcile.values.regex import regex

_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@cache
def _standing() -> dict[str, str]:
    """From the stem of each noun of the list to the stem that stands for it."""
    return {stem(word): stem(line.split()[0]) for line in words("same_nouns") for word in line.split()}


@cache
def _common() -> frozenset[str]:
    return frozenset(words("common"))


@lru_cache(maxsize=16384)
def telling(phrase: str) -> frozenset[str]:
    """The stems of the phrase's words, without the commonest, near-synonyms made one."""
    standing = _standing()
    found = (stem(w) for w in _WORD.findall(phrase.lower()) if w not in _common())
    return frozenset(standing.get(s, s) for s in found)


def agree(first: str, second: str) -> bool:
    """Whether one phrase's telling words include the other's, or at least half of each is shared."""
    a, b = telling(first), telling(second)
    if not a or not b:
        return False
    shared = len(a & b)
    return shared == min(len(a), len(b)) or shared * 2 >= max(len(a), len(b))

"""How names of places are written, as far as place claims read them: runs of capitalized words with small links."""

from __future__ import annotations

from functools import cache

from reconcile.language.memo import remembered
from reconcile.lexicon import words
from reconcile.values.regex import regex

NAME = r"(?:[A-Z][\w'’.-]*|\d{1,3}(?:st|nd|rd|th)\b)"
NAMES = rf"{NAME}(?: (?:(?:of|and|&|the|de|du|des|la|le) )?{NAME}){{0,5}}"
NAMED = regex(NAMES)
_CAPITAL = regex(r"[A-Z0-9]")
_LAST = regex(rf"\b{NAMES}\Z")
_IS = regex(r" (?:is|was|lies|lay|sits|stands)\b")
_FAR = 40  # characters of a name at the end of a clause


@remembered
def trimmed(name: str) -> str:
    """The name without link words, possessives and stops at its ends."""
    parts = name.rstrip(".,").split(" ")
    while parts and not _CAPITAL.match(parts[-1]):
        parts.pop()
    found = " ".join(parts)
    return found.removesuffix("'s").removesuffix("’s").rstrip(".'’")


def located(clause: str) -> str:
    """What a bearing behind a clause locates: the name that the clause ends with, or the words that it begins with."""
    said = clause.rstrip(" ,")
    named = _LAST.search(said, max(0, len(said) - _FAR))
    return named.group() if named else _IS.split(said.split(", ")[0], maxsplit=1)[0].strip()


@remembered
def is_time(name: str) -> bool:
    """Whether a name begins with a month, a day or a feast."""
    return name.split(" ")[0].rstrip(".").lower() in _times()


@cache
def _times() -> frozenset[str]:
    months = "january february march april may june july august september october november december"
    short = "jan feb mar apr jun jul aug sep sept oct nov dec christmas easter ramadan"
    days = "monday tuesday wednesday thursday friday saturday sunday"
    return frozenset(f"{months} {short} {days}".split())


@cache
def place_nouns() -> frozenset[str]:
    """Lower-case words between a preposition and a place's name."""
    return frozenset(word for line in words("place_nouns") for word in line.split())

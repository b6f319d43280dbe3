"""Street corners: the two streets that "6th and Elm streets" or "the intersection of Elm and Sixth" name."""

from __future__ import annotations

from functools import lru_cache

from reconcile.values.places import fold, numbered_street, street_kind
from reconcile.values.regex import regex

_AND = regex(r" (?:and|&|with) ")
_CORNER = regex(r".*\b(?:intersection|junction|corner|crossroads) (?:of|with) (?:the )?")
_SIDES = frozenset({"n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south", "east", "west"})
_KINDS = frozenset({"streets", "avenues", "roads", "boulevards", "street", "avenue", "road"})
_NUMBERED = regex(
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?:interstate|highway|route|state route|state road|us|i) ?\d+)\Z"
)
_LONGEST = 5  # words of a street's name


@lru_cache(maxsize=4096)
def crossing(said: str) -> frozenset[str]:
    """The names, folded and without the words for their kinds, of the two streets that meet at a corner; else none."""
    corner = _CORNER.match(said)
    names = _AND.split(said[corner.end() :] if corner is not None else said)
    if len(names) != 2 or not all(name[:1].isupper() or name[:1].isdigit() for name in names):
        return frozenset()
    streets = [name.rsplit(" ", 1)[-1].lower() in _KINDS or bool(street_kind(name)) for name in names]
    found = frozenset(map(street_name, names))
    sure = corner is not None or any(streets) or any(_NUMBERED.match(fold(name)) for name in names)
    return found if sure and len(found) == 2 and all(found) else frozenset()


@lru_cache(maxsize=4096)
def street_name(said: str) -> str:
    """What is left of a street's name without the word for its kind and the side of the town: "elm" of "N. Elm St."."""
    words = fold(said).split()
    if len(words) > 1 and words[0] in _SIDES:
        words = words[1:]
    if len(words) > 1 and (words[-1] in _KINDS or street_kind(" ".join(words))):
        words = words[:-1]
    return "" if len(words) > _LONGEST else " ".join(map(numbered_street, words))

"""Where companies and clubs are based: "Toronto-based Petrel", "Petrel, based in Ghent", "Petrel Holding, of Germany"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.reading import Reading
from reconcile.language.names.mentions import Mention
from reconcile.language.vocabulary import vocabulary
from reconcile.values.places import known
from reconcile.values.regex import regex

_BASED = regex(r"-based (?:[a-z-]+ ){0,3}\Z")
_BEHIND = regex(
    r"(?:,| \(|, which (?:is|was)|,? (?:is|was)|, a company| and)? (?:based|headquartered|registered) in (?:the )?\Z|, of (?:the )?\Z"
)
_WORDS = frozenset({"based", "headquartered", "registered"})  # one of them tells it, or else ", of "
_HOUSES = frozenset({"organization", "other"})
_PLACES = frozenset({"place", "country", "other"})


def seats(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Yields start and end of the words, the company or club by name, and the town or land it is based in."""
    text, mentions = reading.text, reading.document.mentions
    if _WORDS.isdisjoint(vocabulary(text).words) and ", of " not in text:
        return
    for at, place in enumerate(mentions):
        if place.kind not in _PLACES:
            continue
        name = text[place.start : place.end]
        if text.startswith("-based ", place.end):
            after = mentions[at + 1] if at + 1 < len(mentions) else None
            house = after is not None and _is_house(after, 48, place.end) and known(name)
            if after is not None and house and _BASED.match(text[place.end : after.start]):
                yield place.start, after.end, after.full, name
            continue
        before = mentions[at - 1] if at else None
        if before is None or place.start - before.end > 40 or before.kind not in _HOUSES:
            continue
        if _BEHIND.match(text[before.end : place.start]) and known(name) and not known(before.full):
            yield before.start, place.end, before.full, name


def _is_house(name: Mention, reach: int, end: int) -> bool:
    return name.kind in _HOUSES and name.start - end <= reach and not known(name.full)

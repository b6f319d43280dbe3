"""Whether two claims speak of different places: then they do not speak of one event."""

from __future__ import annotations

from functools import lru_cache

from reconcile.claims.claim import Claim
from reconcile.language.names.gazetteer import country_named, country_of_people, place_named
from reconcile.values.regex import regex

_NAME = regex(r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?")


def elsewhere(first: Claim, second: Claim) -> bool:
    """Whether both sentences name known places of one level, and no place in common.

    Countries are held against countries (a people stands for its country), towns and regions against towns and
    regions: "in Libya" and "in Afghanistan" are elsewhere, "in Libya" and "near Misrata" may be one place.
    """
    here, there = _named(first.sentence), _named(second.sentence)
    if here[1] & there[1]:
        return False
    if here[1] and there[1]:
        return True
    return bool(here[0] and there[0]) and not here[0] & there[0]


@lru_cache(maxsize=8192)
def _named(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    """The countries, and the other known places, that a sentence names."""
    countries, places = set(), set()
    for match in _NAME.finditer(sentence):
        for name in (match.group(), *match.group().split(" ")):
            bare = name.removesuffix("'s").removesuffix("’s")
            country = country_named(bare) or country_of_people(bare)
            if country is not None:
                countries.add(country.code)
            elif (place := place_named(bare)) is not None:
                places.add(place)
    return frozenset(countries), frozenset(places)

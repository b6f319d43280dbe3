"""What the lexicon knows about persons' names, in the form that `values.names` takes it."""

from __future__ import annotations

from functools import cache, lru_cache

from reconcile.language.casing import particles
from reconcile.language.gazetteer import given_names, surnames_first
from reconcile.values.names import Lore, PersonName, folded, parse_name


@cache
def lore() -> Lore:
    """Given names, family names of cultures that put them first, and particles."""
    return Lore(
        given=frozenset(map(folded, given_names())),
        surnames_first={
            culture: frozenset(map(folded, names)) for culture, names in surnames_first().items()
        },
        particles=particles(),
    )


@lru_cache(maxsize=16384)
def person_name(written: str) -> PersonName:
    """The parts of a person's name."""
    return parse_name(written, lore())

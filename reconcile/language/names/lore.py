"""What the lexicon knows about persons' names, in the form that `values.names` takes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache

from reconcile.language.names.casing import particles
from reconcile.language.names.gazetteer import (
    GivenName,
    given_lines,
    given_names,
    romanized_given_names,
    surnames_first,
)
from reconcile.values.names import Lore, PersonName, at_home_in_latin, looks_eastern, parse_name
from reconcile.values.romanization import folded, scripts, sound
from reconcile.values.same_name import Comparison, compare_names


@cache
def parts_lore() -> Lore:
    """What taking a name apart needs: given names, family names of cultures that put them first, particles."""
    return Lore(
        given=_folded(given_names()),
        surnames_first={culture: _folded(names) for culture, names in surnames_first().items()},
        particles=particles(),
    )


@cache
def lore() -> Lore:
    """All that comparing names needs: also which given names are one."""
    return replace(
        parts_lore(),
        forms=_index(lambda line: line.forms),
        short=_index(lambda line: line.short),
        own=frozenset(folded(name) for line in given_lines() for name in line.apart),
        initials=initials,
        romanized_given=is_romanized,
    )


@lru_cache(maxsize=4096)
def initials(given: str) -> frozenset[str]:
    """The letters that can stand for a folded given name: its own, and those of the names it is short for."""
    lines = (given_lines()[number] for number in lore().short.get(given, ()))
    return frozenset({given[:1], *(folded(line.forms[0])[:1] for line in lines)})


@lru_cache(maxsize=4096)
def is_romanized(given: str) -> bool:
    """Whether a folded given name is at home in another script: listed so, or spelled like such a form of its line."""
    if given in romanized_given_names():
        return True
    lines = (given_lines()[number] for number in lore().forms.get(given, ()))
    native = (name for line in lines for name in line.forms if scripts(name) & {"CYRILLIC", "GREEK"})
    return any(sound(name) == sound(given) for name in native)


def _folded(lower: frozenset[str]) -> frozenset[str]:
    """The names folded; they are in lower case, and most have no marks."""
    return frozenset([name if name.isascii() else folded(name) for name in lower])


def _index(names: Callable[[GivenName], tuple[str, ...]]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, line in enumerate(given_lines()):
        own = frozenset({number})
        for name in names(line):
            key = name.lower() if name.isascii() else folded(name)
            found[key] = found[key] | own if key in found else own
    return found


@lru_cache(maxsize=16384)
def person_name(written: str) -> PersonName:
    """The parts of a person's name."""
    return parse_name(written, parts_lore())


@lru_cache(maxsize=65536)
def compare(a: str, b: str) -> Comparison:
    """Whether two written names (titles off) can be one person's, with the reason."""
    return compare_names(a, b, lore())


@lru_cache(maxsize=4096)
def spelt_once(a: str, b: str) -> bool:
    """Whether two names that sound alike are of Latin letters at home: then at most one of the spellings is right."""
    return all(at_home_in_latin(person_name(name), lore()) for name in (a, b))


@lru_cache(maxsize=4096)
def one_order(a: str, b: str) -> bool:
    """Whether neither of two names is of a culture that says the family name first, by all that is known of its words."""
    words = {folded(word) for word in (*a.split(), *b.split())}
    straight = all((name := person_name(w)).order == "given first" and not name.culture for w in (a, b))
    return straight and words <= lore().given and not all(map(looks_eastern, words))

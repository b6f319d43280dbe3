"""Which words of names can be slips of the pen for other words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reconcile.language.names.casing import common_words
from reconcile.language.names.gazetteer import (
    country_named,
    country_of_people,
    given_names,
    name_set,
    place_named,
)
from reconcile.language.names.same_thing import telling_words
from reconcile.lexicon import words
from reconcile.values.keystrokes import one_keystroke
from reconcile.values.names import transliterated
from reconcile.values.quotes import american
from reconcile.values.regex import regex
from reconcile.values.romanization import sound

_AMERICAN = regex(r"isa(?=tion)|ise(?=[drs]?$)|our|tres?$|nce$|ogue$")
_TRIPLED = regex(r"([^\W\d_])\1\1")  # no name is written so
SHORT_KIND = 5  # letters of a word for a kind of thing


def inflected(a: str, b: str) -> bool:
    """Whether the words differ in their ending alone (a plural, an adjective), or sound alike."""
    if _TRIPLED.search(a) or _TRIPLED.search(b):
        return False
    short, long = sorted((a.lower(), b.lower()), key=len)
    common = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return (
        common >= len(short) - 1
        or sound(a) == sound(b)
        or transliterated(a, b)
        or telling_words(a) == telling_words(b)
        or _AMERICAN.sub(_american, short) == _AMERICAN.sub(_american, long)
    )


def _american(found: re.Match[str]) -> str:
    """The American spelling of a British ending: a house style is no slip."""
    return {
        "isa": "iza",
        "ise": "ize",
        "our": "or",
        "tre": "ter",
        "tres": "ters",
        "nce": "nse",
        "ogue": "og",
    }[found.group()]


def known(word: str) -> bool:
    """Whether a word of a name is a common word, a given name, a place, a people or its language that the lexicon knows."""
    plain = word.lower()
    if plain in given_names() or plain in common_words() or word.removesuffix("s") in _languages():
        return True
    return any(named(word) is not None for named in (country_named, country_of_people, place_named))


@cache
def _languages() -> frozenset[str]:
    return frozenset(words("languages"))


@lru_cache(maxsize=4096)
def meant_kind(word: str) -> str:
    """The word for a kind of thing that an unknown word is a slip of, empty when there is none."""
    if known(word.title()):
        return ""
    if american(word) in kind_words():
        return ""  # "Centre" is no slip of "Center"
    near = (kind for kind in sorted(kind_words()) if kind[0] == word[0] and one_keystroke(word, kind))
    return next(
        (kind for kind in near if not f"{kind} ".startswith(f"{word} ") and word.rstrip("s") != kind), ""
    )


@cache
def kind_words() -> frozenset[str]:
    """What names say of their kind: county, hospital, department."""
    return frozenset(word for word in name_set("generic_in_names") if len(word) >= SHORT_KIND)

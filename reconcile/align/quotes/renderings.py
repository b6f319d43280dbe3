"""Whether two wordings say one thing in other words: synonyms in the places of words, and little left over."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from reconcile.align.senses import base, sense
from reconcile.language.names.gazetteer import country_named, country_of_people
from reconcile.lexicon import words
from reconcile.values.quotes import Comparison, is_content


class Swap(NamedTuple):
    """How the words of sense relate that two wordings do not share.

    `swapped` are the words of which each has a synonym in the other wording; `first` and `second` are what is left.
    """

    swapped: tuple[tuple[str, str], ...]
    first: tuple[str, ...]
    second: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing in the one wording is without its match in the other."""
        return not self.first or not self.second


def swaps(compared: Comparison) -> Swap:
    """The synonyms in two wordings, and the words of sense that only one of them has."""
    edits = (compared.head, *compared.edits, compared.tail)
    one = [word for edit in edits for word in edit.first if is_content(word) or families(word)]
    two = [word for edit in edits for word in edit.second if is_content(word) or families(word)]
    found = []
    for word in list(one):
        other = next((o for o in two if akin(word, o)), None)
        if other is not None:
            one.remove(word)
            two.remove(other)
            if base(word) != base(other):
                found.append((word, other))
    return Swap(tuple(found), tuple(w for w in one if is_content(w)), tuple(w for w in two if is_content(w)))


def akin(one: str, other: str) -> bool:
    """Whether two normalized words are one word in two forms, or synonyms."""
    return not _meanings(one).isdisjoint(_meanings(other)) or _land_and_people(one, other)


@lru_cache(maxsize=16384)
def _meanings(word: str) -> frozenset[tuple[str, str | int]]:
    """What two akin words share one of: the stem of the verb, the sense, a family of synonyms."""
    families_of = (("family", number) for number in families(word))
    return frozenset((("base", base(word)), ("sense", sense(word)), *families_of))


def _land_and_people(one: str, other: str) -> bool:
    """Whether one word names a land and the other its people: Spain and the Spanish."""
    if one[:2] != other[:2] or min(len(one), len(other)) < 4:
        return False
    lands = [
        country_named(word.capitalize()) or country_of_people(word.capitalize()) for word in (one, other)
    ]
    return lands[0] is not None and lands[0] == lands[1]


def turned(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether one of two wordings denies and the other does not, or each has a figure that the other lacks."""
    if bool(_DENIES & set(one)) is not bool(_DENIES & set(two)):
        return True
    figures = [{word for word in said if word[:1].isdigit()} for said in (one, two)]
    return bool(figures[0] - figures[1]) and bool(figures[1] - figures[0])


_DENIES = frozenset(("not", "no", "never", "nobody", "none", "nothing", "without", "neither", "hardly"))


def shared(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[int, float]:
    """How many words of sense two wordings share, synonyms included, and the share of the shorter's that is."""
    one, two = sorted((_content(first), _content(second)), key=lambda words: (len(words), words))
    by_meaning = _by_meaning(two)
    taken: set[str] = set()
    for word in one:
        near = {o for meaning in (*_meanings(word), word[:2]) for o in by_meaning.get(meaning, ())} - taken
        other = min((o for o in near if akin(word, o)), default=None)
        if other is not None:
            taken.add(other)
    return len(taken), len(taken) / max(1, len(one))


@lru_cache(maxsize=1024)
def _content(said: tuple[str, ...]) -> tuple[str, ...]:
    """The distinct words of sense of a wording, sorted."""
    return tuple(sorted({word for word in said if is_content(word)}))


@lru_cache(maxsize=1024)
def _by_meaning(said: tuple[str, ...]) -> dict[object, list[str]]:
    """The words by what akin words share: a meaning, or their first letters, as lands and peoples do."""
    found: dict[object, list[str]] = defaultdict(list)
    for word in said:
        for meaning in (*_meanings(word), word[:2]):
            found[meaning].append(word)
    return found


@lru_cache(maxsize=16384)
def families(word: str) -> frozenset[int]:
    """The families of synonyms to which a normalized word belongs."""
    return _families().get(base(word), frozenset())


@cache
def _families() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for index, line in enumerate(words("renderings")):
        for word in line.split():
            found.setdefault(base(word), set()).add(index)
    return {word: frozenset(lines) for word, lines in found.items()}

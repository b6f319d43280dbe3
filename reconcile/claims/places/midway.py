"""Spots between two places: "sank between Vik and Brae", "an epicentre between Vik and Brae"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.places.place_names import NAME, NAMES, is_time, trimmed
from reconcile.claims.reading import Reading
from reconcile.language.grammar.verbs import past
from reconcile.language.vocabulary import around, vocabulary, word_before
from reconcile.values.regex import regex
from reconcile.values.spots import spots

_BETWEEN = regex(
    rf"\bbetween (?:the )?(?:[a-z]+ ){{0,4}}(?P<one>{NAMES}?) and (?:the )?(?:[a-z]+ ){{0,4}}(?P<other>{NAME}(?: {NAME}){{0,2}})"
)
# What lies between two places, but for spots and what was done there: treaties and wars are between those who have them.
_LIES = frozenset(
    [
        "somewhere",
        "halfway",
        "midway",
        "lies",
        "lie",
        "is",
        "are",
        "was",
        "were",
        "epicenter",
        "epicentre",
        "point",
        "way",
        "crash",
        "collision",
        "accident",
    ]
)


def midway(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yields where the words for a spot between two places begin and end, and the names of the two."""
    text = reading.text
    for match in around(_BETWEEN, text, vocabulary(text).places({"between"})):
        word = word_before(text, match.start())
        lies = past(word) or word in spots() or word in _LIES or is_time(word.capitalize())
        if word and not lies:
            continue
        if not is_time(match.group("one")) and not reading.document.skipped(match.start()):
            yield match.start(), match.end(), f"{match.group('one')} and {trimmed(match.group('other'))}"

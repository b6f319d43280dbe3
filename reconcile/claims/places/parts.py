"""Parts of lands and regions by the compass: "southwestern Norway", "a western Norway harbour"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reconcile.claims.reading import Reading
from reconcile.language.vocabulary import vocabulary
from reconcile.values.places import bearings, is_whole


def parts(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Yields start and end of the words, the land or region, and the word for its part."""
    text, document = reading.text, reading.document
    for at, word in vocabulary(text).places(_words()):
        land = next(iter(document.mentions_between(at + len(word) + 1, at + len(word) + 2)), None)
        if land is None or not text[at].islower() or document.skipped(at):
            continue
        name = text[land.start : land.end]
        if land.kind in ("place", "country", "other") and is_whole(name):
            yield at, land.end, name, word


@cache
def _words() -> frozenset[str]:
    return frozenset(f"{way}ern" for way in bearings() if way.isalpha())

"""Where each word of a text stands: one pass, shared by everything that looks for words of a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import repeat

from reconcile.values.regex import regex

_WORD = regex(r"[^\W_]+")


def lowered(text: str) -> str:
    """The text in lower case, of the same length: letters whose lower case is longer stay."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


class Vocabulary:
    """The words of a text (runs of letters and digits, in lower case), each with the places where it stands."""

    def __init__(self, text: str) -> None:
        self.lower = lowered(text)
        at: defaultdict[str, list[int]] = defaultdict(list)
        start = 0
        for piece in self.lower.replace("\n", " ").split(" "):
            if piece.isalnum():  # most are words as they are
                at[piece].append(start)
            elif (bare := piece[:-1]).isalnum() and not piece[-1].isalnum():  # or have a mark behind them
                at[bare].append(start)
            elif piece:
                for word in _WORD.finditer(piece):
                    at[word.group()].append(start + word.start())
            start += len(piece) + 1
        self._at = dict(at)
        self._words = frozenset(at)

    @property
    def words(self) -> frozenset[str]:
        """The distinct words of the text."""
        return self._words

    def __contains__(self, word: str) -> bool:
        return word in self._at

    def places(self, words: Set[str]) -> list[tuple[int, str]]:
        """Where any of `words` stands, in text order. Cheap: the text is not read again."""
        at = self._at
        found: list[tuple[int, str]] = []
        for word in self._words.intersection(words):
            found += zip(at[word], repeat(word))
        found.sort()
        return found


@lru_cache(maxsize=4)
def vocabulary(text: str) -> Vocabulary:
    """The vocabulary of `text`; kept for the texts looked at last, so that every layer may ask."""
    return Vocabulary(text)


def around(
    pattern: re.Pattern[str], text: str, places: Iterable[tuple[int, str]], back: int = 0, ahead: int = 0
) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in `text`, looked for only around the places of a word that every match holds.

    As `pattern.finditer(text)` when a match begins at most `back` before such a place and ends at most `ahead` after
    it; without these, when matches begin with the word.
    """
    end = 0
    for place, _ in places:
        if place < end:
            continue
        if back:
            match = pattern.search(text, max(end, place - back), place + ahead)
        else:
            match = pattern.match(text, place)
        if match is not None and match.start() <= place < match.end():
            yield match
            end = match.end()

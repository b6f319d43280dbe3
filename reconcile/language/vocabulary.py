"""Where each word of a text stands: one pass, shared by everything that looks for words of a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Set
from functools import lru_cache

from reconcile.language.lookup import lowered

_WORD = re.compile(r"[^\W_]+")


class Vocabulary:
    """The words of a text (runs of letters and digits, in lower case), each with the places where it stands."""

    def __init__(self, text: str) -> None:
        self.lower = lowered(text)
        at: dict[str, list[int]] = defaultdict(list)
        for word in _WORD.finditer(self.lower):
            at[word.group()].append(word.start())
        self._at = dict(at)

    @property
    def words(self) -> frozenset[str]:
        """The distinct words of the text."""
        return frozenset(self._at)

    def __contains__(self, word: str) -> bool:
        return word in self._at

    def has_any(self, words: Iterable[str]) -> bool:
        """Whether one of `words` stands in the text."""
        return any(word in self._at for word in words)

    def places(self, words: Set[str]) -> list[tuple[int, str]]:
        """Where any of `words` stands, in text order. Cheap: the text is not read again."""
        if len(words) < len(self._at):
            found = [word for word in words if word in self._at]
        else:
            found = [word for word in self._at if word in words]
        return sorted((start, word) for word in found for start in self._at[word])


@lru_cache(maxsize=8)
def vocabulary(text: str) -> Vocabulary:
    """The vocabulary of `text`; kept for the texts looked at last, so that every layer may ask."""
    return Vocabulary(text)

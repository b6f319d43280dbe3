"""Finds the phrases of a list in a text: one pass over its words, a dictionary look-up at each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

V = TypeVar("V")

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def lowered(text: str) -> str:
    """The text in lower case, of the same length: letters whose lower case is longer stay."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class PhraseList(Generic[V]):
    """Phrases in lower case, each with what it stands for."""

    def __init__(self, phrases: Mapping[str, V] | Iterable[tuple[str, V]]) -> None:
        self._by_first: dict[str, list[tuple[str, V]]] = {}
        for phrase, value in sorted(dict(phrases).items(), key=lambda item: (-len(item[0]), item[0])):
            first = _WORD.match(phrase)
            if first is not None:
                self._by_first.setdefault(first.group(), []).append((phrase, value))

    def find(self, lower: str) -> Iterator[tuple[int, int, V]]:
        """Yields where a phrase stands in `lower` and its value: the longest at each place, none inside another."""
        end = 0
        for word in _WORD.finditer(lower):
            entries = self._by_first.get(word.group())
            if entries is None or word.start() < end:
                continue
            for phrase, value in entries:
                last = word.start() + len(phrase)
                if lower.startswith(phrase, word.start()) and not lower[last : last + 1].isalnum():
                    yield word.start(), last, value
                    end = last
                    break

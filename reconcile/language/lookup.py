"""Finds the phrases of several lists in a text: one pass over its words, a dictionary look-up at each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

Found = list[tuple[int, int, Any]]


def lowered(text: str) -> str:
    """The text in lower case, of the same length: letters whose lower case is longer stay."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


class PhraseLists:
    """Named lists of phrases in lower case, each phrase with what it stands for."""

    def __init__(self, lists: Mapping[str, Mapping[str, Any]]) -> None:
        self._names = tuple(lists)
        self._by_first: dict[str, list[tuple[str, int, Any]]] = {}
        entries = [(p, i, v) for i, phrases in enumerate(lists.values()) for p, v in phrases.items()]
        for phrase, index, value in sorted(entries, key=lambda item: (-len(item[0]), item[0], item[1])):
            first = _WORD.match(phrase)
            if first is not None:
                self._by_first.setdefault(first.group(), []).append((phrase, index, value))

    def find(self, lower: str) -> dict[str, Found]:
        """Per list, where its phrases stand in `lower` and what each stands for: the longest at each place."""
        found: list[Found] = [[] for _ in self._names]
        ends = [0] * len(self._names)
        look_up = self._by_first.get
        for word in _WORD.finditer(lower):
            entries = look_up(word[0])
            if entries is None:
                continue
            start = word.start()
            for phrase, index, value in entries:
                last = start + len(phrase)
                if (
                    start >= ends[index]
                    and lower.startswith(phrase, start)
                    and not lower[last : last + 1].isalnum()
                ):
                    found[index].append((start, last, value))
                    ends[index] = last
        return dict(zip(self._names, found, strict=True))

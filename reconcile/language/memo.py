"""Remembers what a pure function of a string gave: news uses few words, each often."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_MOST = (
    20_000  # strings remembered; beyond them it begins anew, so that an archive does not fill the memory, and
)
# keeps of the older ones those that are asked for again
_LONG = 200  # characters of a string that is not remembered: it hardly comes again, and takes room


class Memo(dict[str, T]):
    """`memo[text]` is `function(text)`, reckoned at the first look-up only; faster than a cache that orders its keys."""

    def __init__(self, function: Callable[[str], T]) -> None:
        super().__init__()
        self._function = function
        self._older: dict[str, T] = {}

    def __missing__(self, text: str) -> T:
        if len(text) > _LONG:
            return self._function(text)
        if len(self) >= _MOST:
            self._older = self.copy()
            self.clear()
        found = self[text] = self._older[text] if text in self._older else self._function(text)
        return found


def remembered(function: Callable[[str], T]) -> Callable[[str], T]:
    """The function itself, for strings that come again and again: what it gave is looked up."""
    return Memo(function).__getitem__

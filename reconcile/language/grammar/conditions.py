"""Where a text makes conditions ("if", "unless", "would have", "was to"), and what it supposes, asks or hopes."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from reconcile.language.vocabulary import around, vocabulary
from reconcile.values.regex import regex

_SAID = "if|unless|whether|would have|could have|even had|going to|was to|were to"
_IF = regex(rf"\b(?:{_SAID})\b", re.I)
_IRREALIS = regex(
    r"\b(?:(?:if|unless|whether|lest|in case)\b"
    r"|(?:provid(?:ed|ing)|hop(?:e|es|ed|ing)|fears?|feared|wish(?:es|ed)?|pray(?:s|ed|ing)?)"
    r" (?:\Z|(?:that|there|it|they|he|she|we|i|you|no|nobody|the|this|my|our|his|her|their)\b))[^,.;:]*\Z",
    re.I,
)
_FAR = 200  # characters of a clause
_FIRST = frozenset(said.split()[0] for said in _SAID.split("|"))


def conditional(text: str, first: int, last: int) -> bool:
    """Whether `text[first:last]` makes a condition. The text is read once, whoever asks how often."""
    starts, ends = _conditions(text)
    at = bisect_left(starts, first)
    return at < len(starts) and ends[at] <= last


def irrealis(text: str, first: int, at: int, last: int) -> bool:
    """Whether what stands at `at` is not stated in its sentence `text[first:last]`, but asked, hoped or a condition."""
    asked = "?" in text[max(at, last - 2) : last]
    return asked or _IRREALIS.search(text, max(first, at - _FAR), at) is not None


@lru_cache(maxsize=2)
def _conditions(text: str) -> tuple[list[int], list[int]]:
    """Where the words of conditions begin, and where they end."""
    found = list(around(_IF, text, vocabulary(text).places(_FIRST)))
    return [match.start() for match in found], [match.end() for match in found]

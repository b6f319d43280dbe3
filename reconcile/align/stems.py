"""Crude word stems: enough to match "killed" with "killing" and "deaths" with "death"."""

from __future__ import annotations

from functools import lru_cache

from reconcile.values.regex import regex

_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)?")
_SUFFIXES = ("ingly", "edly", "ing", "ied", "ies", "ed", "es", "ly", "s")
_LAST = frozenset(suffix[-1] for suffix in _SUFFIXES)


def stems(text: str) -> list[str]:
    """The stems of the words of `text`, in order, in lower case."""
    return [stem(word) for word in _WORD.findall(text.lower())]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one lower-case word."""
    word = word.removesuffix("'s").removesuffix("’s")
    for suffix in _SUFFIXES if word[-1:] in _LAST else ():
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            bare = word[: -len(suffix)]
            return bare + "y" if suffix in ("ied", "ies") else bare.rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word

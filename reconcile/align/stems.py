"""Crude word stems: enough to match "killed" with "killing" and "deaths" with "death"."""

from __future__ import annotations

from functools import lru_cache

from reconcile.values.regex import regex

_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)?")
_SUFFIXES = ("ingly", "edly", "ing", "ied", "ies", "ed", "es", "ly", "s")
_SYLLABLE = regex(r"[aeiouy]+")
_DOUBLED = frozenset("bdgmnprt")
_DOUBLE = frozenset({"add", "ebb", "egg", "err", "putt"})  # double without a suffix
_LAST = frozenset(suffix[-1] for suffix in _SUFFIXES)


def stems(text: str) -> list[str]:
    """The stems of the words of `text`, in order, in lower case."""
    return [stem(word) for word in _WORD.findall(text.lower())]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one lower-case word."""
    word = word.removesuffix("'s").removesuffix("’s")
    for suffix in _SUFFIXES if word[-1:] in _LAST and word[-2:] != "ss" else ():
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            bare = word[: -len(suffix)]
            if suffix in ("ied", "ies"):
                return bare + "y"
            return _single(bare, suffix[-1] != "s") if bare[-1] == bare[-2] else bare.rstrip("e")
    if word[-2:] == "ll":
        return _single(word, False)
    return word.rstrip("e") if len(word) > 3 else word


def _single(bare: str, suffixed: bool) -> str:
    """The word without the consonant that a suffix has doubled: stop for "stopp", control for "controll"."""
    if suffixed and bare[-1] in _DOUBLED and bare not in _DOUBLE:
        return bare[:-1]
    if (
        bare[-1] == "l" and len(_SYLLABLE.findall(bare)) > 1
    ):  # "controlled" beside "control"; "called" is "call"
        return bare[:-1]
    return bare.rstrip("e")

"""Splits text into sentences, in one linear pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reconcile.lexicon import words
from reconcile.values.regex import regex


@dataclass(slots=True, eq=False, repr=False)
class Sentence:
    """A sentence: `text[start:end]`, without the white space around it."""

    start: int
    end: int


# A stop, closing marks, then white space; or a line end that ends a paragraph, heading or list item.
# The first element is a plain set, so that the search skips letters fast.
_STOP = regex(r"""[.!?…\n](?:(?<!\n)[.!?…]*["'”’)\]]*(?=\s|["“‘(\[]?[A-Z]|$)|(?<=\n))""")
_WORD_BEFORE = regex(r"[^\s(\[\"'“‘]+")  # over the text read backwards


def split_sentences(text: str) -> Iterator[Sentence]:
    """Yields the sentences of `text` in order. A line break ends a sentence: articles keep one paragraph a line."""
    known = abbreviations()
    start = 0
    for stop in _STOP.finditer(text):
        at, end = stop.span()
        if text[at] != "\n" and not _ends(text, stop, known):
            continue
        if said := text[start:end].rstrip():
            last = start + len(said)
            yield Sentence(last - len(said.lstrip()), last)
        start = end
    if said := text[start:].rstrip():
        yield Sentence(start + len(said) - len(said.lstrip()), start + len(said))


def _ends(text: str, stop: re.Match[str], known: frozenset[str]) -> bool:
    """Whether the stop ends a sentence, not an abbreviation, an initial or a number."""
    after = text[stop.end() : stop.end() + 40]
    following = after.lstrip(" \t\u00a0\"'“‘(")
    if not following:
        return True
    if following[0].islower():
        return False
    if stop.group()[0] != ".":
        return True
    if not after[0].isspace():  # "time.Then": a lost space, but not "U.S.", "3.5" or "example.Com"
        before = text[max(0, stop.start() - 3) : stop.start()]
        return len(before) == 3 and before.isalpha() and before.islower() and following[1:2].islower()
    word = _WORD_BEFORE.match(text[max(0, stop.start() - 24) : stop.start()][::-1])
    if word is None:
        return True
    bare = word.group()[::-1]
    if len(bare) == 1 and bare.isalpha() and bare.isupper():
        return False
    if bare.lower() in known:
        return False
    # "U.S. Army" goes on; "in the U.S. The" does not.
    if "." in bare and len(bare) <= 5:
        return following.split(" ", 1)[0] in ("The", "A", "In", "It", "He", "She", "They", "But", "And")
    return True


@cache
def abbreviations() -> frozenset[str]:
    """The words that end in a stop without ending a sentence."""
    return frozenset(words("abbreviations"))

"""What a share is a share of: "grain" in "some 60 percent of the 900 tonnes of grain burned"."""

from __future__ import annotations

from functools import cache

from reconcile.language.grammar.clauses import small
from reconcile.language.grammar.verbs import irregular_pasts
from reconcile.lexicon import words
from reconcile.values.regex import regex

_OF = regex(r"\s(?:of|off)\s")
_WORD = regex(r"\s?(\$?[\w'’.,-]*\w['’]?)")
_MOST = 7  # words of the whole that are looked through for its noun
_LEADING = frozenset(
    [
        "the",
        "its",
        "his",
        "her",
        "their",
        "our",
        "all",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "total",
        "whole",
    ]
)
_NO_NOUN = frozenset({"them", "those", "whom", "which", "it", "us", "you", "what", "who"})


@cache
def _stops() -> frozenset[str]:
    """The words that close the noun phrase behind a preposition."""
    listed = frozenset(words("counted_stops"))
    closing = small("auxiliary") | small("modal") | small("preposition") | small("joint")
    return (listed | closing) - _LEADING - {"of"}


def whole(text: str, end: int) -> str:
    """The noun of the whole that a share ending at `end` is of, in lower case; empty when none is said."""
    of = _OF.match(text, end)
    if of is None:
        return ""
    at, noun = of.end(), ""
    for _ in range(_MOST):
        match = _WORD.match(text, at)
        if match is None:
            break
        word = match.group(1).lower()
        if noun and (
            word in _stops()
            or word.endswith(("ing", "ed"))
            or (word == "of" and not _measure(noun))
            or (noun.endswith("s") and word in irregular_pasts())  # "of voters chose"
        ):
            break
        if word in _NO_NOUN:
            return ""
        if word == "of":
            noun = ""
        elif (
            word not in _LEADING
            and not word[0].isdigit()
            and word[0] != "$"
            and not word.endswith(("'s", "’s"))
        ):
            noun = word
        at = match.end()
        if text[at : at + 1] in (",", ".", ";", ":", ")", "\n", '"'):
            break
    return noun.strip(".,'’")


def _measure(noun: str) -> bool:
    """Whether a noun only measures the whole: "barrels" of oil."""
    return noun in (
        "barrels",
        "gallons",
        "tons",
        "tonnes",
        "litres",
        "liters",
        "number",
        "total",
        "amount",
        "majority",
    )

"""Whether a post is told as one of an earlier time: "became mayor in 1984", "for a year he was prime minister"."""

from __future__ import annotations

from reconcile.values.regex import regex

_YEARS = regex(
    r",?(?: (?:of|for) (?:[\w’'-]+ ){0,4}?[\w’'-]+)?,? (?:in|from|until|between) ((?:1[5-9]|20)\d\d)\b"
)
_UNTIL = regex(r",? (?:to|and|until) ((?:1[5-9]|20)\d\d)\b")
_TOOK = regex(
    r"\b(?:became|was|made|elected|appointed|named|served as|worked as|promoted to|rose to be)(?: [\w’'-]+){0,3} \Z",
    holds="became|was|made|elected|appointed|named|served|worked|promoted|rose",
)
_WHILE = regex(
    r"\b[Ff]or (?:[\w’'-]+ ){1,4}(?:years?|months?|weeks?|days?),? (?:[\w’'-]+ ){1,3}(?:was|served as|worked as)(?: (?:its|the|their|his|her))? \Z",
    holds=" was | as ",
)
_REACH = 90  # characters before a title in which its verb stands
_LONG_AGO = 3  # years after which somebody who took a post may well hold another


def of_old(text: str, start: int, end: int, published: int) -> bool:
    """Whether the words around a title from `start` to `end` tell of a post that was held years before `published`.

    True for a stretch of time that is over ("from 1990 to 1991", "for a year he was") and for a post taken at
    least three years before. `published` is the year of the article; 0, when it is not known, makes every year old.
    """
    before = max(0, text.rfind("\n", 0, start) + 1, start - _REACH)
    if _WHILE.search(text, before, start):
        return True
    years = _YEARS.match(text, end)
    if years is None or not _TOOK.search(text, before, start):
        return False
    if not published:
        return True
    until = _UNTIL.match(text, years.end())
    return int(until.group(1)) < published if until else int(years.group(1)) <= published - _LONG_AGO

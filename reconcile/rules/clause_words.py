"""A claim's words in the clause they stand in, for questions about a deed: "has not caused any deaths"."""

from __future__ import annotations

from reconcile.claims.claim import Claim
from reconcile.values.regex import regex

_BREAK = regex(
    r"[,;:.!?()\[\]“”\"—–]|\s-\s|\b(?:and|but|or|that|which|who|while|when|because|after|before)\b"
)
_WIDEST = 44  # characters on each side


def clause_words(claim: Claim) -> str:
    """The words from the break before the claim to the break behind it, or as many whole words as fit."""
    said = claim.sentence
    start = max(0, claim.span.start - claim.sentence_start)
    end = start + len(claim.span.quote)
    first, last = max(0, start - _WIDEST), min(len(said), end + _WIDEST)
    opened = [match.end() for match in _BREAK.finditer(said, first, start)]
    closed = _BREAK.search(said, end, last)
    if opened:
        first = opened[-1]
    elif first:
        first = said.find(" ", first, start + 1)
    if closed is not None:
        last = closed.start()
    elif last < len(said):
        last = max(end, said.rfind(" ", end, last))
    return " ".join(said[max(0, first) : last].split())

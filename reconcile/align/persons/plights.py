"""What became of the person that a claim is about: harmed, or in the hands of the law; or that the person did the harm."""

from __future__ import annotations

from functools import cache

from reconcile.claims.claim import Claim
from reconcile.lexicon import words
from reconcile.values.regex import regex

_DONE_BY = regex(
    r"\b(?:shot|killed|hit|struck|stabbed|attacked|beaten|wounded|injured|murdered|bitten|pushed)(?: [a-z]+){0,3} by (?:an?|the|his|her|another) \Z",
    holds=" by ",
)
_UNDERGONE = regex(
    r"\b([a-z]+)(?: of)? (?:an?|the|another|one) (?:second |third )?\Z"
)  # "arrested a", "death of the"
_WORD = regex(r"[a-z-]+")


def plight(claim: Claim) -> str:
    """ "harm" or "custody" by a verb or noun that has the claim's words as its object, else the first such word after them
    in their sentence, else the last one before; "deed" of one by whom it was done; empty when there is none."""
    start = claim.span.start - claim.sentence_start
    if _DONE_BY.search(claim.sentence, max(0, start - 40), start):
        return "deed"
    undergone = _UNDERGONE.search(claim.sentence, max(0, start - 40), start)
    if undergone is not None and undergone.group(1) in _plights():
        return _plights()[undergone.group(1)]
    end = start + len(claim.span.quote)
    after = _found(claim.sentence[end:])
    before = _found(claim.sentence[:end])
    return after[0] if after else before[-1] if before else ""


def _found(words_said: str) -> list[str]:
    return [_plights()[word] for word in _WORD.findall(words_said.lower()) if word in _plights()]


@cache
def _plights() -> dict[str, str]:
    lines = (line.partition(":") for line in words("plights"))
    return {word: name for name, _, listed in lines for word in listed.split()}

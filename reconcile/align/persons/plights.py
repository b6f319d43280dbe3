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
_TURNED = regex(r"([A-Z][a-z]+)\b[^;:]* (?:was|were|is|are) (?:(?:an?|the|another|one) )?\Z")


def plight(claim: Claim) -> str:
    """ "harm" or "custody" by a verb or noun that has the claim's words as its object, or by the one that opens a turned
    sentence ("Charged in the shooting was"), else the first such word after them in their sentence, else the last one
    before; "deed" of one by whom it was done; empty when there is none."""
    start = claim.span.start - claim.sentence_start
    if _DONE_BY.search(claim.sentence, max(0, start - 40), start):
        return "deed"
    undergone = _UNDERGONE.search(claim.sentence, max(0, start - 40), start)
    if undergone is not None and (name := _plights(" of").get(undergone.group(1))):
        return name
    turned = _TURNED.match(claim.sentence, 0, start)
    if turned is not None and turned.group(1).lower() in _plights():
        return _plights()[turned.group(1).lower()]
    end = start + len(claim.span.quote)
    after = _found(claim.sentence[end:])
    before = _found(claim.sentence[:end])
    return after[0] if after else before[-1] if before else ""


def _found(words_said: str) -> list[str]:
    return [_plights()[word] for word in _WORD.findall(words_said.lower()) if word in _plights()]


@cache
def _plights(also: str = "") -> dict[str, str]:
    """The words that say what became of somebody, and those that do with `also` behind their plight's name."""
    lines = (line.partition(":") for line in words("plights"))
    return {
        word: name.removesuffix(also)
        for name, _, listed in lines
        if " " not in name or (also and name.endswith(also))
        for word in listed.split()
    }

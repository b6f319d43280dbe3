"""What two claims speak of, in a few of their own words, for questions that have no noun of their own."""

from __future__ import annotations

from reconcile.align.stems import stem
from reconcile.claims.claim import Claim
from reconcile.language.names.casing import common_words, owner
from reconcile.values.regex import regex
from reconcile.values.units import dimension

_WORD = regex(r"[^\W\d_]{3,}(?:['’-][^\W\d_]+)*")
_AROUND = 70  # characters on each side in which the words are looked for
_MOST = 3  # words that are given


def in_common(first: Claim, second: Claim) -> str:
    """The nearest content words that stand beside both claims, in the order of the first's sentence, in brackets with a
    space ahead: " (fraud, invoices)"; empty when there are none.
    """
    there = {stem(word.lower()) for _, word in _beside(second)}
    here = {stem(word.lower()): (away, word) for away, word in sorted(_beside(first), reverse=True)}
    nearest = [word for _, word in sorted(here[key] for key in here.keys() & there)[:_MOST]]
    told = sorted(nearest, key=first.sentence.find)
    return f" ({', '.join(told)})" if told else ""


def _beside(claim: Claim) -> list[tuple[int, str]]:
    """The content words around the claim in its sentence, each with how far away it stands."""
    said, start = claim.sentence, claim.span.start - claim.sentence_start
    end = start + len(claim.span.quote)
    found = []
    for match in _WORD.finditer(said, max(0, start - _AROUND), min(len(said), end + _AROUND)):
        word = owner(match.group())
        inside = match.end() > start and match.start() < end
        cut = match.start() == start - _AROUND or match.end() == end + _AROUND
        lower = word.lower()
        if not (inside or cut or lower in common_words() or dimension(lower.removesuffix("s"))):
            found.append((max(match.start() - end, start - match.end()), word))
    return found

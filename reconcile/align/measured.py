"""What a length of time is the length of, by its own noun: "a two-day recount", "the recount lasted three days"."""

from __future__ import annotations

from functools import cache

from reconcile.align.senses import sense, senses
from reconcile.claims.duration import DurationClaim
from reconcile.lexicon import words
from reconcile.values.regex import regex

_AFTER = regex(r"[- ]?(?:long |old )?((?:[a-z]+[ -])?[a-z]{3,})\b")
_LASTS = regex(
    r"([a-z]{3,})(?: (?:on|in|at|of|for|between|against|with)(?: [\w’'-]+){1,6}?)?(?: (?:by hand|itself|alone|only|has|had|have|is|was|which|that|will|would|could|may|to|[a-z]+ly))*,? "
    r"(?:last(?:ed|s|ing)?|took|takes|taking|take|ran|dragged on|went on)(?: for)?\s*\Z"
)
_OF = regex(
    r"\b([a-z]{3,}) (?:of|lasting) (?:about |almost |nearly |more than |over |some )?\Z",
    holds=" of | lasting ",
)
_SPENDS = frozenset({"take", "need", "out", "require", "spend"})
_RUNS = frozenset({"for", "after"})
_SAYING = frozenset(
    ["say", "tell", "be", "have", "do", "take", "come", "go", "make", "get", "give", "report", "happen"]
)
_TO = regex(r" to (?:fully |finally )?([a-z]{3,})\b")  # "took seven years to build"
_SPENT = regex(
    r" of (?:the |its |his |her |hard |heavy |intense )?([a-z]{4,})\b"
)  # "five years of construction"
# "first TITLE in seven years", "the worst FLOOD since 1953"
_RANK = regex(
    r"\b(?:first|worst|best|last|[a-z]{2,}est|most [a-z]+) ((?:[\w’'-]+ ){0,6}?[\w’'-]+) (?:for|in|since)\b(?!.*\b(?:for|in|since)\b.*\bsince\b)"
)
_GOES_ON = frozenset({"last", "go", "go on", "continue", "run", "drag"})
_STAYS = regex(
    r"\b(?:stay|stays|stayed|remain|remains|remained|kept|keep) ([a-z]{4,}) \Z", holds="stay|remain|kept|keep"
)
_OVER = regex(r"\b([a-z]{4,}) (?:was|is|were) (?:all )?over \Z", holds=" over")
_LATE = regex(r" (?:behind )?(late|schedule|overdue)\b", holds="late|schedule|overdue")
_LETTERS = regex(r"[a-z]+")
_MODIFIERS = frozenset({"long", "old", "more", "full", "whole", "straight", "late", "early"})


def measured(claim: DurationClaim) -> frozenset[str]:
    """The senses of the noun or verb that the claim gives the length of; empty where the words tie none to it."""
    if claim.facet == "old":
        return frozenset()
    common = _MODIFIERS.union(words("common"))
    found = senses(" ".join(w for w in _LETTERS.findall(_noun(claim).lower()) if w not in common))
    if not found and claim.facet in _RUNS and claim.event and not set(claim.event.split()) & _SAYING:
        found = senses(claim.event)  # "governed for eight years", "walked out for 48 hours"
    if claim.facet in ("for", "lasted") and claim.event in _SPENDS:
        head = claim.subject.partition(" of ")[0].rpartition(" ")[2]
        found |= (
            senses(head) if head.islower() else frozenset()
        )  # "the jury took six hours", "the jury was out for a day"
    return frozenset(_lasting().get(word, word) for word in found)


@cache
def _lasting() -> dict[str, str]:
    """From each sense of the lexicon's families of what lasts to the one that stands for its family."""
    families = [[sense(word) for word in line.split()] for line in words("lasting")]
    return {word: family[0] for family in reversed(families) for word in family}


def spoken(first: DurationClaim, second: DurationClaim) -> str:
    """The last noun that both give the length of, as the first writes it; empty when there is none."""
    shared = measured(first) & measured(second)
    return next((w for w in reversed(_LETTERS.findall(_noun(first))) if senses(w) & shared), "")


def _noun(claim: DurationClaim) -> str:
    """The words that name what is measured."""
    if claim.what:
        return claim.what
    start = claim.span.start - claim.sentence_start
    end = start + len(claim.span.quote)
    before, after = claim.sentence[max(0, start - 60) : end], claim.sentence[end : end + 40]
    if claim.facet == "first":
        said = _RANK.search(before)
        return said.group(1) if said else ""
    if "-" in claim.span.quote:
        found = _AFTER.match(after)
        return found.group(1) if found else ""
    to = _TO.match(after) or _SPENT.match(after)
    if to:
        return to.group(1)
    lead = before[: before.find(claim.span.quote)] if claim.span.quote in before else before
    if claim.facet == "lasted":
        verb = claim.span.quote.split()[0]
        found = _LASTS.search(f"{lead}{verb}")
    elif claim.facet == "for" and claim.event in _GOES_ON:
        found = _LASTS.search(lead)
    else:
        found = _LATE.match(after) or _OF.search(lead) or _STAYS.search(lead) or _OVER.search(lead)
    if found is None and lead.endswith("("):
        return claim.event  # "Talks with the minister (90 minutes)"
    return found.group(1) if found else ""

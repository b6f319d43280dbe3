"""The series that a rank is counted in: "the second accident since 2009", "the world's third"."""

from __future__ import annotations

from reconcile.claims.quantity import QuantityClaim
from reconcile.values.regex import regex

_SERIES = regex(
    r"[^.;:,]{0,48}?\s(?:(?P<since>since\s(?:\d+|[A-Z][a-z]+))|(?:this|of\sthe)\s(?P<of>day|week|month|year|season)\b(?!['’])"
    r"|in\s(?:the\s)?(?:last|past)\s(?P<last>(?:[\w-]+\s)?(?:day|week|month|year)s?)\b)"
)


def one_series(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two ranks are in one series: not "the second since 2009" and "the third", "the world's" and "Korea's"."""
    whose = [_WHOSE.search(c.sentence, 0, c.span.start - c.sentence_start) for c in (first, second)]
    if whose[0] and whose[1] and whose[0].group(1).lower() != whose[1].group(1).lower():
        return False
    return _within(first) == _within(second)


_WHOSE = regex(r"\b([\w-]+)['’]s? \Z")


def _within(claim: QuantityClaim) -> tuple[str, ...]:
    """The span of time within which a rank is said, if any: "the second accident since 2009"."""
    found = _SERIES.match(claim.sentence, claim.span.end - claim.sentence_start)
    return tuple(word or "" for word in found.groups()) if found is not None else ()

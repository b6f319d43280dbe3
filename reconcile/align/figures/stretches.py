"""Whether two distances are of one stretch: of the same thing, measured from the same place."""

from __future__ import annotations

import re

from reconcile.align.stems import stems
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.regex import regex
from reconcile.values.romanization import consonants


def far_ends(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two distances are of two things, or from two places: a name is not another, a noun not another noun."""
    if first.measure != "distance" or second.measure != "distance" or there_and_back(first, second):
        return False
    if first.place and second.place and _other_name(first.place, second.place):
        return True
    return bool(first.subject and second.subject) and _other_name(first.subject, second.subject)


def there_and_back(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two distances are that from one named place to another, told from either end."""
    ends = (first.subject, first.place, second.place, second.subject)
    if not all(end[:1].isupper() for end in ends):
        return False
    return not _other_name(first.subject, second.place) and not _other_name(first.place, second.subject)


_ONE_WAY = 0.5  # how alike the words must be where nothing says what lies there


def one_stretch(first: QuantityClaim, second: QuantityClaim, alike: float) -> bool:
    """Whether two distances are surely of one stretch: of one named thing, or alike in words and from one named place."""
    if first.measure != second.measure:
        return False
    if there_and_back(first, second):
        return True
    if first.subject[:1].isupper() and second.subject[:1].isupper():
        return True
    if _owned(first) != _owned(second):
        return False  # "his village" need not be the village that the other names
    named_place = first.place[:1].isupper() and second.place[:1].isupper()
    return named_place and alike >= _ONE_WAY


def _owned(claim: QuantityClaim) -> bool:
    """Whether the distance is that of somebody's own, without a name: "his village is 4km from Brae"."""
    start = claim.span.start - claim.sentence_start
    return not claim.subject and _OWN.search(claim.sentence, max(0, start - 50), start) is not None


_OWN = regex(
    r"\b(?:his|her|their|our|my|whose) (?:[a-z]+ )?[a-z]+ (?:is|was|lies|lay|stands|stood|sits)\b[^.;,]{0,16}\Z",
    re.I,
)


def _other_name(first: str, second: str) -> bool:
    """Whether two names, or two nouns, say two things; a name beside a noun may say one."""
    if first[0].isupper() != second[0].isupper():
        return False
    mine, its = ({consonants(word) for word in stems(name)} for name in (first, second))
    return not mine & its

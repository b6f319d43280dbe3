"""What tells two figures of one measure apart: shots and those that hit, the night's cold and the day's, what is paid and
what is still owed."""

from __future__ import annotations

import re

from reconcile.claims.quantity import QuantityClaim
from reconcile.values.regex import regex
from reconcile.values.units import dimension

_HIT = regex(
    r"\b(?:hit|struck|pierced|riddled|wounded|killed|shot)\s(?:\w+\s)?(?:by|with)\s(?:\w+\s){0,2}?\Z"
)
_HITS = regex(r"\s(?:(?:of\s(?:which|them|those)\s)?(?:hit|struck|pierced)\b)")
_OWED = regex(
    r"\b(?:still\s(?:waiting\sfor|owed|owes?|missing|short\sof|lacks?|needs?|to\scome)|outstanding|unpaid|yet\sto\s(?:be\s)?[a-z]+)\s(?:\w+\s){0,2}?\Z"
)
_HOUR = regex(
    r"\b(?P<dark>night|nightfall|overnight|dawn|daybreak|lows?)\b|\b(?:afternoon|noon|midday|highs?)\b", re.I
)
_AFTER = regex(
    r"\b(?:an?(?:other)?|several|strongest|largest|two|three)\s(?:[a-z]+\s){0,3}?aftershocks?\b|\baftershocks\b",
    re.I,
)
_BOOKED = frozenset({"revenue", "profit"})
_EARNED = regex(
    r"\b(?:earn(?:s|ed|ing)?|made|makes|took|taken|takings)\b"
)  # what came in, or what was left of it
_UTMOST = regex(r"\b(?:strongest|largest|biggest|most powerful|heaviest|severest)\b", re.I)
_NEAR = 60  # characters before a figure in which the words that narrow it may stand


def two_cases(first: QuantityClaim, second: QuantityClaim) -> str:
    """What tells two figures apart by the words beside them; empty when nothing does."""
    if _struck(first) != _struck(second):
        return "one counts only the shots that hit"
    booked = {first.measure, second.measure}
    if (
        len(booked) == 2
        and booked <= _BOOKED
        and not any(_EARNED.search(_clause(c)) for c in (first, second))
    ):
        return "one is what came in, the other what was left of it"
    if first.form == second.form == "money" and _owed(first) != _owed(second):
        return "one is what is still owed"
    if dimension(first.value.unit) == dimension(second.value.unit) == "temperature" and _dark(first, second):
        return "one is that of the night, the other that of the day"
    told = [_AFTER.search(_clause(claim)) for claim in (first, second)]
    utmost = [bool(_UTMOST.search(_clause(claim))) for claim in (first, second)]
    if first.measure == second.measure == "magnitude" and all(told) and not all(utmost):
        return "of aftershocks there are many"
    return ""


def _clause(claim: QuantityClaim) -> str:
    start = claim.span.start - claim.sentence_start
    return claim.sentence[max(0, start - _NEAR) : start + len(claim.span.quote)]


def _struck(claim: QuantityClaim) -> bool:
    if claim.measure not in ("shot", "bullet", "round"):
        return False
    start = claim.span.start - claim.sentence_start
    struck = _HIT.search(claim.sentence, max(0, start - _NEAR), start)
    return bool(struck or _HITS.match(claim.sentence, start + len(claim.span.quote)))


def _owed(claim: QuantityClaim) -> bool:
    start = claim.span.start - claim.sentence_start
    return _OWED.search(claim.sentence, max(0, start - _NEAR), start) is not None


def _dark(first: QuantityClaim, second: QuantityClaim) -> bool:
    told = [{bool(m.group("dark")) for m in _HOUR.finditer(c.sentence)} for c in (first, second)]
    if any(
        len(mine) == 1 and True in mine and _HIGH.search(c.sentence)
        for mine, c in zip(told, (second, first), strict=True)
    ):
        return True  # "reached 38 degrees", and 31 at night
    return len(told[0]) == len(told[1]) == 1 and told[0] != told[1]


_HIGH = regex(
    r"\b(?:reach(?:ed|es)|peak(?:ed|s)|climb(?:ed|s)|top(?:ped|s)|soar(?:ed|s)|highs? of|maximum|hottest|record high)\b"
)

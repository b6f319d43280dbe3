"""Closing prices: of one share on one day there is one, whatever was paid for it in between."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from reconcile.align.story import Story
from reconcile.align.times.spans import names
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.dates import Grain
from reconcile.values.regex import regex
from reconcile.values.units import dimension

_END = r"(?:clos(?:ed|es|ing|e)|settl(?:ed|es|ing|e)|end(?:ed|s|ing)?|finish(?:ed|es|ing)?)"
_AT_LAST = regex(
    rf"\b{_END}\b(?:[^.;$€£¥]|\.\d){{0,60}}?\bat\s\Z|\bclosing\s(?:price|value)\s(?:of|was)\s\Z",
    holds="clos|settl|end|finish",
)
_TRADED = regex(
    r"\b(?P<what>shares?|stocks?|securities|crude|oil|brent|wti|gold|silver|copper|wheat|bitcoin)\b", re.I
)
_KINDS = {"share": "stock", "securitie": "stock", "crude": "oil", "brent": "oil", "wti": "oil"}
_NEAR = 90  # characters before a price in which its verb may stand
_BEFORE = 240  # characters before its sentence in which it may stand what is traded, and whose it is
_FAR = 0.05  # farther apart are the prices of two things


def one_close(first: QuantityClaim, second: QuantityClaim, story: Story) -> bool:
    """Whether both are the closing price of one thing on one day, by all that two articles say."""
    a, b = first.value, second.value
    if a.point is None or b.point is None or a.unit != b.unit or not (closes(first) and closes(second)):
        return False
    if abs(a.point - b.point) > float(max(a.point, b.point)) * _FAR:
        return False
    mine, its = _around(first, story), _around(second, story)
    traded = _traded(mine), _traded(its)
    days = _day(first, story), _day(second, story)
    return (
        traded[0] == traded[1] != ""
        and (days[0] == days[1] or None in days)
        and (_one_brand(first, second) if traded[0] != "stock" else not names(mine).isdisjoint(names(its)))
    )


def _one_brand(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two sentences on one raw material name one brand of it, or one of them none."""
    mine, its = (
        {"Brent" if match.group().startswith("B") else "other" for match in _BRAND.finditer(c.sentence)}
        for c in (first, second)
    )
    return len(mine) < 2 and len(its) < 2 and (not mine or not its or mine == its)


_BRAND = regex(r"\b(?:Brent|WTI|West Texas|U\.?S\.? (?:benchmark )?crude|American|Dubai|Urals)\b")


def two_closes(first: QuantityClaim, second: QuantityClaim, story: Story) -> bool:
    """Whether both are closing prices, of two days."""
    if not (closes(first) and closes(second)):
        return False
    days = _day(first, story), _day(second, story)
    return None not in days and days[0] != days[1]


def closes(claim: QuantityClaim) -> bool:
    """Whether the figure is what something cost in the end: "closed at $52.10", "finished the session at 81 euros"."""
    return dimension(claim.value.unit) == "money" and _closing(
        claim.sentence, claim.span.start - claim.sentence_start
    )


@lru_cache(maxsize=4096)
def _closing(sentence: str, at: int) -> bool:
    return _AT_LAST.search(sentence, max(0, at - _NEAR), at) is not None


def _around(claim: QuantityClaim, story: Story) -> str:
    """The claim's sentence up to the figure, with the words before it."""
    text = story.reading(claim.span.article).document.text
    return text[max(0, claim.sentence_start - _BEFORE) : claim.span.start]


def _traded(said: str) -> str:
    """What is traded, by the last word for it."""
    last = ""
    for match in _TRADED.finditer(said):
        if not _NAMED_SO.search(said, max(0, match.start() - _NAME), match.end()):
            last = match.group("what").lower().removesuffix("s")
    return _KINDS.get(last, last)


_NAMED_SO = regex(r"[A-Z][\w&’'-]* (?:Oil|Gold|Silver|Copper|Crude|Stock|Securities)\Z")  # "Osprey Oil"
_NAME = 32  # characters before a word for what is traded in which a name may stand


def _day(claim: QuantityClaim, story: Story) -> date | None:
    """The day that the claim's sentence names, if it names one only."""
    document = story.reading(claim.span.article).document
    end = claim.sentence_start + len(claim.sentence)
    days = {
        time.interval.start.date()
        for time in document.times
        if claim.sentence_start <= time.start < end
        and time.interval is not None
        and time.interval.start is not None
        and time.interval.grain <= Grain.DAY
    }
    return days.pop() if len(days) == 1 else None

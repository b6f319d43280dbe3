"""A date that no calendar has: June 31, February 29 of a common year, the year 20010.

## What it finds
A day that its month does not have, and a year of five figures. Where the article has another date of the same shape,
that one stands on the other side.

## Why it matters
Impossible dates are typing slips that every later copy takes over.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2010-06-03, text: "The hall opened on Tuesday, June 1, 20010. It closed on Wednesday, June 2, 2010."}
findings:
  - {verdict: contradiction, because: "20010"}
```
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.claims.date import DateClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.regex import regex

CODE = "DAT211"
KIND = "date"
VERDICT = "contradiction"

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = dict(zip(_MONTHS, (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True))
_NAMES = "|".join(_MONTHS)
_DATE = regex(
    rf"\b(?:(?P<m1>{_NAMES}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>{_NAMES}))"
    r"(?!\d)(?:,? (?P<year>\d{4,5})(?!\d))?"
)


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each written date that does not exist."""
    for article in story.articles.values():
        found = list(_DATE.finditer(article.text))
        wrong = [(m, why) for m in found if (why := _wrong(m))]
        if not wrong:
            continue
        reading = story.reading(article.id)
        for match, why in wrong:
            if reading.document.skipped(match.start()):
                continue
            claim = reading.claim(
                DateClaim, match.start(), match.end(), timex="", facet="none", when=match.group()
            )
            others = [
                m for m in found if not _wrong(m) and bool(m.group("year")) == bool(match.group("year"))
            ]
            near = min(others, key=lambda m: abs(m.start() - match.start()), default=None)
            sides = [DraftSide(value=f"{match.group()} (no such date)", claims=(claim,))]
            if near is not None:
                other = reading.claim(
                    DateClaim, near.start(), near.end(), timex="", facet="none", when=near.group()
                )
                sides.append(DraftSide(value=near.group(), claims=(other,)))
            else:
                sides.append(DraftSide(value="no such date", claims=(claim,)))
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Which date is meant by {match.group()}?",
                sides=tuple(sides),
                verdict="contradiction",
                because=why,
                confidence=0.9,
                settled=True,
            )


def _wrong(match: re.Match[str]) -> str:
    """Why the date cannot be, empty when it can."""
    month, day = match.group("m1") or match.group("m2"), int(match.group("d1") or match.group("d2"))
    year = match.group("year")
    if year and len(year) == 5:
        return f"{year} has five figures and is no year that a report can mean."
    if day == 29 and month == "February" and year and not isleap(int(year)):
        return f"February has 28 days in {year}."
    if not 1 <= day <= _DAYS[month]:
        return f"{month} has {_DAYS[month]} days, not {day}."
    return ""

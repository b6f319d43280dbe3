"""Dates in web addresses: /2013/09/09/, /2005/nov/28/, /2005-11-27-quake, /130909-heist."""

from __future__ import annotations

import re
from datetime import date

from reconcile.sources.stamps import MONTHS
from reconcile.values.dates import Interval
from reconcile.values.regex import regex

_NAME = "|".join(MONTHS)
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_FORMS = tuple(
    regex(form, re.IGNORECASE)
    for form in (
        rf"[/_-]{_YEAR}(?P<s>[/_-])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>[0-2]?\d|3[01])(?![\d])",
        rf"[/_-]{_YEAR}[/_-](?P<n>{_NAME})[a-z]*[/_-](?P<d>[0-2]?\d|3[01])(?!\d)",
        rf"[/_-]{_YEAR}(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])(?!\d)",
        r"/(?P<y2>\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])(?=[-_/])",
        rf"/{_YEAR}/(?P<m>0?[1-9]|1[0-2])(?=/|\Z)",
        rf"/{_YEAR}/(?P<n>{_NAME})[a-z]*(?=/|\Z)",
        rf"/(?P<y2>\d\d)/(?P<n>{_NAME})[a-z]*(?=/)",
    )
)


def dated_address(url: str) -> tuple[tuple[Interval, ...], str] | None:
    """The day or month that a web address carries, with the part that carries it.

    Two days for six digits that can be read year first or day first (130909).
    """
    path = url.split("//", 1)[-1]
    path = path[path.find("/") :] if "/" in path else ""
    for form in _FORMS:
        match = form.search(path)
        if match is None:
            continue
        part = match.groupdict()
        readings = [_interval(part)]
        if part.get("y2") and part.get("d"):
            readings.append(_interval({**part, "y2": part["d"], "d": part["y2"]}))
        found = tuple(dict.fromkeys(reading for reading in readings if reading))
        if found:
            return found, match.group().strip("-_/")
    return None


def _interval(part: dict[str, str | None]) -> Interval | None:
    year = int(part.get("y") or 0) or 2000 + int(part["y2"] or 0)
    month = int(part.get("m") or 0) or MONTHS.index((part["n"] or "")[:3].lower()) + 1
    try:
        return (
            Interval.day(date(year, month, int(part["d"] or 0)))
            if part.get("d")
            else Interval.month(year, month)
        )
    except ValueError:
        return None

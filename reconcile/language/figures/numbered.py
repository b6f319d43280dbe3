"""Roads and houses that are named by a number: Route 61, Interstate 84, I-84, School No. 12."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reconcile.values.regex import regex

_NUMBER = regex(
    r"[ \u00a0]\d{1,4}[A-Z]?(?![\w:.,/-]*\d)(?!\w| (?:percent|per|years?|months?|days?|people)\b)"
)
_ROADS = frozenset(
    {"highway", "hwy", "hwy.", "route", "rte", "rte.", "road", "interstate", "motorway", "freeway"}
)
_NUMBERED = frozenset({"no", "no.", "number"})
_SIGN = regex(r"(?P<sign>I|US|SR|CR|FM|RN)[- ](?P<number>\d{1,4}[A-Z]?)\Z")
_ROAD = regex(
    r"(?:(?P<whose>[\w. ]*?) )?(?P<kind>interstate|highway|hwy\.?|route|rte\.?|road|motorway|freeway)(?: no\.)? "
    r"(?P<number>\d{1,4}[a-z]?)\Z"
)
_SIGNS = {"I": "interstate", "US": "us", "SR": "state", "CR": "county", "FM": "county", "RN": "national"}


class Road(NamedTuple):
    """A road by its number: `level` is county, state, us, interstate, national; empty where nothing says it."""

    number: str
    level: str


def number_after(text: str, last: str, end: int) -> int:
    """Where the number ends that belongs to a name whose last word (in lower case) ends at `end`; `end` for none."""
    if last not in _ROADS and last not in _NUMBERED:
        return end
    found = _NUMBER.match(text, end)
    return found.end() if found else end


@lru_cache(maxsize=4096)
def road(name: str) -> Road | None:
    """The road that a name with a number names, None for anything else."""
    if sign := _SIGN.match(name):
        return Road(sign.group("number"), _SIGNS[sign.group("sign")])
    found = _ROAD.match(name.lower()) if name[-2:-1].isdigit() or name[-1:].isdigit() else None
    if found is None:
        return None
    whose = (found.group("whose") or "").replace(".", "").removeprefix("the ")
    if found.group("kind") == "interstate":
        return Road(found.group("number"), "interstate")
    if whose.startswith(("us", "united states", "federal")):
        level = "us"
    elif "county" in whose or found.group("kind") == "road":
        level = "county"
    else:
        level = "state" if whose else ""
    return Road(found.group("number"), level)


def one_road(a: Road, b: Road) -> bool:
    """Whether two names can name one road: one number, and nothing but one of the names left bare sets them apart."""
    if a.number.lower() != b.number.lower():
        return False
    return a.level == b.level or ("" in (a.level, b.level) and "county" not in (a.level, b.level))

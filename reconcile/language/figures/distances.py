"""What lies at a distance, and what it is measured from: "Brae, which lies 40 miles north of Solvei"."""

from __future__ import annotations

from reconcile.language.grammar.verbs import past
from reconcile.lexicon import word_set
from reconcile.values.regex import regex

_REACH = 110  # characters before a distance in which what lies there may be named
# "Brae, a port of 4,000 people that lies about": what may stand between a place and how far away it lies.
_FILLER = (
    r"(?:(?:is|was|are|were|lies|lay|lie|lying|sits|sat|stands|stood|located|situated|based|some|about|around|roughly|nearly|almost|only|just"
    r"|over|more|than|less|within|at|an?|the|which|that|where|and|of|in|of|county|seat|small|coastal|port|town|city|village|suburb|area|island|district"
    r"|province|region|hamlet|settlement|resort|base|camp|capital|state|people|inhabitants|residents|\d[\d,.]*),?\s|\([^()]{1,40}\)\s)"
)
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?: (?:(?:al|el|de|la|bin|on|le|du|da|del) )?[A-ZÀ-Þ][\w’'-]*){0,3}"
_LIES = regex(rf"(?P<name>{_NAME}),?\s{_FILLER}{{0,12}}\Z")
_THING = regex(rf"\b[Tt]he\s(?:(?P<first>[a-z-]+)\s)??(?P<thing>[a-z]{{3,}})\s{_FILLER}{{0,6}}\Z")
_FROM = regex(
    r"(?:\s\([^)\n]{1,30}\))?(?:\s[a-z-]+){0,3}?\s(?:of|from|to|off)\s(?:the\s|its\s|their\s)?"
    rf"(?:[a-z]+, (?={_NAME}))?(?P<place>(?:[a-z]+\s(?:of|with)\s(?:the\s)?)?{_NAME}|(?:[a-z]+\s)?[a-z]{{4,}}(?=[,.;:)]|\s(?:and|on|in|where|which|that|by|with)\b|$))"
)
_BESIDE = regex(r"\b(?:of|from|to|off|by)\s(?:the\s)?\Z")
_IN = regex(r"\A(?:In|At|Near|From|Outside|To|Of) ")
_SITES = frozenset(
    [
        "capital",
        "border",
        "coast",
        "shore",
        "shoreline",
        "coastline",
        "wellhead",
        "well",
        "site",
        "scene",
        "centre",
        "center",
        "epicentre",
        "epicenter",
        "plant",
        "station",
        "frontier",
        "front",
        "downtown",
        "airport",
        "city",
        "town",
        "village",
    ]
)


def lies(text: str, start: int, at: int) -> str:
    """The name, else the noun, of what lies at the distance at `at` in the sentence from `start`; empty when not said."""
    window = max(start, at - _REACH)
    found = _LIES.search(text, window, at)
    if found is not None and found.group("name").lower() not in word_set("common"):
        joined = " and " in text[found.end("name") : at]
        if joined and _BESIDE.search(text, max(start, found.start() - 8), found.start()):
            return ""  # "southwest of Brae and 40 miles south of Solvei": of what the sentence is about
        return _IN.sub("", found.group("name"))
    thing = _THING.search(text, window, at)
    if thing is not None and past(thing.group("thing")):
        return thing.group("first") or ""  # "The shootings occurred"
    return thing.group("thing") if thing else ""


def origin(text: str, end: int) -> str:
    """What a distance that ends at `end` is measured from: "Brae" in "58km (36 miles) south-west of Brae"."""
    found = _FROM.match(text, end)
    if found is None:
        return ""
    place = _IN.sub("", found.group("place"))
    return place if place[0].isupper() or _SITES & set(place.split()) else ""

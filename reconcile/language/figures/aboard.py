"""Who is on board: "89 people aboard", "86 passengers and a crew of three"."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reconcile.language.figures.figure import read_figure
from reconcile.values.regex import regex

_BEHIND = regex(
    r"(?:\s(?:were|was|are|is|had\sbeen|people|persons|in\sall)){0,3},?\s(?:on[\s-]?board|aboard)\b"
)
_AHEAD = regex(
    r"\b(?:carrying|with|(?:on[\s-]?board|aboard)(?:\s(?:were|was|are|is|the\s[a-z]+|it|her))?)\s(?:(?:about|around|some|nearly|at\sleast|a\stotal\sof)\s)?\Z"
)
_PUT = regex(  # "puts the number of those on board at"
    r"\b(?:on[\s-]?board|aboard)(?::|(?: (?:was|is|has|had|been|put|given|stood|came|rose|risen)){0,3} (?:at|was|is|to|as)) \Z"
)
_BESIDE = regex(r",? (?:on[\s-]?board|aboard)\b")
_VESSEL = regex(
    r"\b(?:ferry|boat|ship|vessel|yacht|trawler|dinghy|liner|plane|aircraft|jet|airliner|helicopter|flight|train|bus|coach"
    r"|minibus|tram|van|cable\scar|gondola)s?\b"
)
_CREW = regex(
    r"(?:,|\sand|\splus|,\sand)\s(?:a\s|an\s|the\s|its\s|all\s)?(?:crew\sof\s(?P<of>[\w-]+)"
    r"|(?P<many>[\w-]+)\s(?:members?\sof\s(?:the\s|its\s)?(?:crew|staff)|crew(?:\smembers?|men|man)?|pilots|railwaymen)\b)"
)
_WHOLE = frozenset(
    {
        "person",
        "individual",
        "soul",
        "holidaymaker",
        "tourist",
        "migrant",
        "refugee",
        "adult",
        "traveller",
        "traveler",
    }
)


class Crew(NamedTuple):
    """The crew counted beside the passengers: its figure, and where the words for it end."""

    end: int
    many: Decimal


def aboard(text: str, start: int, end: int, head: str) -> bool:
    """Whether the people counted at `text[start:end]` are those on board."""
    if head and head not in _WHOLE:
        return False
    if _PUT.search(text, max(0, start - 40), start):
        return True
    if not head:
        return _BESIDE.match(text, end) is not None
    if _BEHIND.match(text, end):
        return True
    ahead = _AHEAD.search(text, max(0, start - 40), start)
    if ahead is None:
        return False
    return "board" in ahead.group() or bool(_VESSEL.search(text, max(0, ahead.start() - 60), ahead.start()))


def crew_beside(text: str, end: int) -> Crew | None:
    """The crew counted right behind the passengers, if one is."""
    match = _CREW.match(text, end)
    if match is None:
        return None
    figure = read_figure(text, match.start("of") if match.group("of") else match.start("many"))
    if figure is None or figure.vague is not None or figure.ordinal:
        return None
    return Crew(match.end(), figure.value)

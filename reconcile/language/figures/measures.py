"""The unit or currency that stands with a figure."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reconcile.lexicon import words
from reconcile.values.regex import regex
from reconcile.values.units import dimension


class Unit(NamedTuple):
    """A unit's words: `text[start:end]`; `attached` when a hyphen ties them to the figure ("50-mile")."""

    start: int
    end: int
    unit: str
    attached: bool = False

    @property
    def money(self) -> bool:
        """Whether the unit is a currency."""
        return dimension(self.unit) == "money" or self.unit in ("pence", "cent")


_SIGN = regex(r"(?:[A-Za-z]{1,3}\$|[A-Z]{3}|Rs\.?|[$€£¥₹₩₽₺₪₴#])\s?\Z")
_UNIT = regex(r"(\s?)(-?)(?:\s?)([A-Za-z°%]+(?:/h|[23²³](?!\w|\.\d))?)")
_SECOND = regex(r"[\s-]([A-Za-z]+)")
_DOLLARS = {
    "US": "USD",
    "U.S.": "USD",
    "American": "USD",
    "Australian": "AUD",
    "Canadian": "CAD",
    "Hong": "HKD",
    "Singapore": "SGD",
    "Zealand": "NZD",
}
_CROWNS = {
    "Swedish": "SEK",
    "Norwegian": "NOK",
    "Danish": "DKK",
    "Czech": "CZK",
    "Swiss": "CHF",
    "British": "GBP",
    "Egyptian": "EGP",
    "Mexican": "MXN",
    "Indian": "INR",
    "Pakistani": "PKR",
}


_NO_MILLION = regex(
    r"\s?[,;:.)(]|\s(?:above|below|deep|high|long|wide|tall|thick|away|north|south|east|west|at|in|from|to|of|on|off|up|down|over|under"
    r"|and|or|by|after|before|with|into|under|across|including|excluding|without|between|race|sprint|freestyle|butterfly|hurdles|relay|dash)\b"
)


# What is a unit where a hyphen ties it to a figure: "a 250-pound man", "a 3-second clip"; not "a five-pound note".
_TIED = {"pound": "pound weight", "second": "second"}
_COIN = regex(
    r"\s(?:notes?|coins?|bills?|fines?|fees?|fares?|tickets?|charges?|tax|bets?|deals?|prizes?|bonus|rises?|bags?)\b|-"
)


_METRES = regex(r"\)?\s(?:above|below|beneath|deep|high|long|wide|tall|thick)\b|\)")


@cache
def _signs() -> dict[str, str]:
    mangled = {"#": "GBP"}  # "# 244m": a pound sign that lost its encoding
    return mangled | {line.split(" = ")[0]: line.split(" = ")[1] for line in words("currency_signs")}


@cache
def _units() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in words("units"):
        unit, forms = line.split(" = ")
        for form in forms.split():
            found[form.replace("+", " ")] = unit
    return found


def is_currency(name: str) -> bool:
    """Whether a name is the sign or code of a currency: "USD"."""
    return name in _signs()


def currency_before(text: str, at: int) -> Unit | None:
    """The currency sign or code right before `at`."""
    window = text[max(0, at - 5) : at]
    match = _SIGN.search(window)
    if match is None:
        return None
    sign = match.group().rstrip()
    known = _signs()
    start = at - len(window) + match.start()
    while sign and sign not in known:
        sign, start = sign[1:], start + 1
    if not sign or (sign.isalpha() and start > 0 and text[start - 1].isalnum()):
        return None
    if (
        sign == "#"
        and match.group()[-1] == "#"
        and not re.match(r"[\d.]+ ?(?:m|bn|million|billion)\b", text[at : at + 16])
    ):
        return None  # "#4" is a rank; "# 244m" is a mangled pound sign
    return Unit(start, at, known[sign])


def unit_after(text: str, at: int, *, scaled: bool, currency: bool) -> Unit | None:
    """The unit that follows at `at`; a unit after a currency sign is no unit of the figure."""
    match = _UNIT.match(text, at)
    if match is None:
        return None
    units = _units()
    first = match.group(3)
    gap, hyphen = match.group(1), match.group(2)
    key = first if first in units else first.lower()
    second = _SECOND.match(text, match.end())
    if first in _DOLLARS or first in _CROWNS:
        if second and units.get(second.group(1).lower(), "") in (
            "USD",
            "pound",
            "SEK",
            "NOK",
            "CHF",
            "INR",
            "MXN",
        ):
            return Unit(match.start(), second.end(), _DOLLARS.get(first) or _CROWNS[first])
        return None
    if second is not None:
        third = _SECOND.match(text, second.end())
        if third is not None and (
            unit := units.get(f"{key} {second.group(1).lower()} {third.group(1).lower()}")
        ):
            return Unit(match.start(), third.end(), unit, bool(hyphen))
        pair = f"{key.lower()} {second.group(1)}"
        unit = units.get(pair) or units.get(pair.lower())
        if unit is not None:
            return Unit(match.start(), second.end(), unit, bool(hyphen))
    if first == "m" and gap and not (hyphen or currency or scaled) and _NO_MILLION.match(text, match.end()):
        return Unit(match.start(), match.end(), "metre")  # "7.9 m above the street"
    if first == "m" and not (gap or hyphen or currency or scaled) and _METRES.match(text, match.end()):
        return Unit(match.start(), match.end(), "metre")  # "100ft (30m) high"
    if hyphen and not currency and (weight := _TIED.get(first)) and not _COIN.match(text, match.end()):
        return Unit(match.start(), match.end(), weight, attached=True)
    if key not in units or currency:
        return None
    if len(key) == 1 and key.isalpha() and (gap or hyphen):
        return None  # "5 C" is no temperature, "3 F" no figure
    if key == "pound":
        return None
    unit = units[key]
    if unit == "pound":
        unit = (
            "GBP"
            if scaled or not re.match(r"\s(?:of|per)\b|\s?\)", text[match.end() : match.end() + 5])
            else "pound weight"
        )
    if unit in ("foot", "second") and key in ("second",):
        return None
    if key in ("won", "marks") and not scaled:
        return None  # "the 4 won" is a verb, "full marks" are no money
    if key == "m" and scaled:
        return None
    return Unit(match.start(), match.end(), unit, bool(hyphen))
